import { describe, expect, it } from 'vitest'
import type { NextStepCode } from '#db/domain/case/next-step.ts'
import { currentAgreement, nextAction } from '../../renderer/features/cases/next-action.ts'

type Facts = Parameters<typeof nextAction>[0]

const facts = (code: NextStepCode, part: Partial<Facts> = {}): Facts => ({
  id: 'case-1',
  nextStep: { code },
  moves: [],
  mayAssign: false,
  mayEditParties: false,
  mayMediate: true,
  sessions: [],
  agreements: [],
  ...part,
})
const agreement = { id: 'a-1', version: 1, status: 'draft' } as const

describe('nextAction', () => {
  it('opens the dialog of a move that this person may make', () => {
    expect(nextAction(facts('takeOn', { moves: ['takeOn', 'handBack'] }), 'mediator')).toEqual({
      kind: 'move',
      label: '接收案件',
      move: 'takeOn',
    })
  })
  it('says whose turn it is when the move is not this person’s', () => {
    const step = { code: 'takeOn', by: 'mediator' } as const
    expect(nextAction({ ...facts('takeOn'), nextStep: step }, 'receptionist')).toEqual({
      kind: 'wait',
      text: '等承办调解员接收案件。',
    })
  })
  it('lets the head assign and a mediator take from the pool', () => {
    const open = facts('assignMediator', { mayAssign: true })
    expect(nextAction(open, 'head').kind).toBe('assign')
    expect(nextAction(open, 'mediator').kind).toBe('takeFromPool')
    expect(nextAction(facts('assignMediator'), 'receptionist').kind).toBe('wait')
  })
  it('goes on with the open session, not with an ended one', () => {
    const session = { ordinal: 1, mediatorName: '', startedAt: '', entryCount: 0 }
    const sessions: Facts['sessions'] = [
      { ...session, id: 's-2', status: 'open' },
      { ...session, id: 's-1', status: 'ended' },
    ]
    expect(nextAction(facts('continueSession', { sessions }), 'mediator')).toMatchObject({
      kind: 'go',
      place: { to: 'session', sessionId: 's-2' },
    })
  })
  it('leads to the visits, and to the dossier when all is done', () => {
    const visits = { kind: 'go', label: '记录回访', place: { to: 'visits', caseId: 'case-1' } }
    expect(nextAction(facts('followUp'), 'mediator')).toMatchObject(visits)
    expect(nextAction(facts('followUp', { mayMediate: false }), 'head').kind).toBe('wait')
    const archive = { kind: 'go', place: { to: 'dossier', caseId: 'case-1' } }
    expect(nextAction(facts('archive'), 'mediator')).toMatchObject(archive)
    expect(nextAction(facts('archive', { mayMediate: false }), 'head')).toMatchObject(archive)
    expect(nextAction(facts('archive', { mayMediate: false }), 'receptionist').kind).toBe('wait')
  })
  it('leads to the agreement that counts', () => {
    const agreements: Facts['agreements'] = [
      { ...agreement, status: 'superseded' },
      { ...agreement, id: 'a-2', version: 2 },
    ]
    expect(nextAction(facts('submitAgreement', { agreements }), 'mediator')).toMatchObject({
      place: { to: 'agreement', agreementId: 'a-2' },
    })
  })
  it('leads to the performance of what was signed, be it late or not', () => {
    const place = { to: 'performance', caseId: facts('perform').id }
    expect(nextAction(facts('perform'), 'mediator')).toMatchObject({ label: '登记付款', place })
    expect(nextAction(facts('urgePerformance'), 'head')).toMatchObject({ label: '催促履行', place })
  })
  it('lets only the head approve and print', () => {
    const record = facts('printAgreement', { agreements: [{ ...agreement, status: 'approved' }] })
    expect(nextAction(record, 'head')).toMatchObject({
      place: { to: 'paper', form: 'f10', objectId: 'a-1' },
    })
    expect(nextAction(record, 'mediator').kind).toBe('wait')
    expect(nextAction(facts('reviewAgreement'), 'mediator').kind).toBe('wait')
  })
  it('never offers a button to somebody who may not mediate', () => {
    const codes: NextStepCode[] = [
      'holdSession',
      'continueSession',
      'tellRights',
      'draftAgreement',
      'completeAgreement',
      'submitAgreement',
      'reviseAgreement',
      'signAgreement',
      'perform',
      'followUp',
    ]
    for (const code of codes) {
      const record = facts(code, { mayMediate: false, agreements: [agreement] })
      expect(nextAction(record, 'receptionist').kind).toBe('wait')
    }
  })
})

describe('currentAgreement', () => {
  it('is the newest version that is neither replaced nor void', () => {
    expect(
      currentAgreement([
        { ...agreement, id: 'a-3', version: 3, status: 'void' },
        { ...agreement, id: 'a-2', version: 2, status: 'signed' },
        { ...agreement, id: 'a-1', version: 1, status: 'superseded' },
      ])?.id,
    ).toBe('a-2')
    expect(currentAgreement([])).toBeUndefined()
  })
})
