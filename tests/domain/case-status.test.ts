import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedEvents,
  type CaseEvent,
  type CaseEventType,
  type CaseStatus,
  caseStatuses,
  guards,
  isClosed,
  reasonsNotToTransition,
  transition,
  transitions,
} from '#db/domain/case/status.ts'
import { localDate } from '#db/domain/local-date.ts'

/** One event of each type that satisfies every guard. */
const good: { [T in CaseEventType]: Extract<CaseEvent, { type: T }> } = {
  submit: { type: 'submit', partyCount: 1, typeCode: '10.02', sourceCode: 'S10', facts: '欠薪' },
  requestSupplement: { type: 'requestSupplement', reason: '缺身份证明' },
  supplement: { type: 'supplement' },
  reject: { type: 'reject', ruleId: 'A2', reason: '法院已受理' },
  accept: { type: 'accept', otherSideAsked: true, otherSideRefuses: false },
  assign: { type: 'assign', mediatorId: 'm1', hasConflict: false },
  takeOn: { type: 'takeOn' },
  handBack: { type: 'handBack', reason: '人手不足' },
  recordSession: { type: 'recordSession', rightsTold: true },
  suspend: { type: 'suspend', reason: '等待鉴定' },
  resume: { type: 'resume' },
  extend: { type: 'extend', bothConsent: true },
  reachAgreement: { type: 'reachAgreement', isContentComplete: true, hasRecord: true },
  completeSigning: { type: 'completeSigning', effectiveOn: localDate('2026-11-22') },
  performAtOnce: { type: 'performAtOnce', effectiveOn: localDate('2026-11-22') },
  refuseSigning: { type: 'refuseSigning', reason: '反悔' },
  terminate: { type: 'terminate', reason: 'gapTooWide', hasRecord: true, remediesTold: true },
  withdraw: { type: 'withdraw', byApplicant: true },
  transfer: { type: 'transfer', target: '劳动仲裁委' },
  performPartly: { type: 'performPartly' },
  performFully: { type: 'performFully', isAllDone: true, reason: '' },
  catchUp: { type: 'catchUp' },
  undoPerformance: { type: 'undoPerformance' },
  resumeConfirming: { type: 'resumeConfirming' },
  resumeConfirmed: { type: 'resumeConfirmed' },
  comeBack: { type: 'comeBack' },
  fallOverdue: { type: 'fallOverdue' },
  applyForConfirmation: { type: 'applyForConfirmation', route: 'judicial', inTime: true },
  confirm: { type: 'confirm' },
  refuseConfirmation: { type: 'refuseConfirmation', reason: '内容不明确' },
  applyForEnforcement: { type: 'applyForEnforcement' },
  startFollowUp: { type: 'startFollowUp' },
  skipFollowUp: { type: 'skipFollowUp', reason: '当庭履行' },
  completeFollowUp: { type: 'completeFollowUp' },
  archive: { type: 'archive', isChecklistGreen: true, arePagesNumbered: true },
  reopen: { type: 'reopen', headApproves: true, reason: '一方反悔，双方申请重调' },
}

/** The table of taxonomy.md §3, written down a second time and by hand: from, event, to. */
const table = `
draft submit submitted
submitted requestSupplement supplementing
supplementing supplement submitted
submitted reject rejected
submitted accept accepted
accepted assign assigned
assigned takeOn mediating
assigned handBack accepted
mediating recordSession mediating
mediating suspend suspended
suspended resume mediating
mediating extend mediating
mediating reachAgreement agreed
agreed completeSigning effective
agreed performAtOnce performed
agreed refuseSigning mediating
agreed terminate failed
effective performFully performed
effective performPartly overdue
effective fallOverdue overdue
overdue performFully performed
overdue performPartly overdue
overdue catchUp effective
performed undoPerformance effective
performed resumeConfirming confirming
performed resumeConfirmed confirmed
transferred comeBack effective
confirming performFully performed
effective applyForConfirmation confirming
overdue applyForConfirmation confirming
confirming confirm confirmed
confirming refuseConfirmation effective
confirming terminate failed
confirmed performFully performed
confirmed applyForEnforcement transferred
mediating terminate failed
suspended terminate failed
submitted withdraw withdrawn
supplementing withdraw withdrawn
accepted withdraw withdrawn
assigned withdraw withdrawn
mediating withdraw withdrawn
suspended withdraw withdrawn
accepted transfer transferred
assigned transfer transferred
mediating transfer transferred
suspended transfer transferred
agreed transfer transferred
effective transfer transferred
overdue transfer transferred
performed transfer transferred
confirming transfer transferred
confirmed transfer transferred
failed transfer transferred
performed startFollowUp followUp
confirmed startFollowUp followUp
failed startFollowUp followUp
transferred startFollowUp followUp
withdrawn startFollowUp followUp
performed skipFollowUp toArchive
confirmed skipFollowUp toArchive
failed skipFollowUp toArchive
transferred skipFollowUp toArchive
withdrawn skipFollowUp toArchive
followUp skipFollowUp toArchive
followUp completeFollowUp toArchive
toArchive archive archived
archived reopen mediating
`
const expected = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', event = '', to = ''] = line.split(' ')
      return [`${from} ${event}`, to] as const
    }),
)

describe('transitions', () => {
  it('is the table of the taxonomy, no step more and none less', () => {
    const actual = Object.entries(transitions).flatMap(([from, edges]) =>
      Object.entries(edges).map(([event, to]) => `${from} ${event} ${to}`),
    )
    expect(actual.toSorted()).toEqual(table.trim().split('\n').toSorted())
  })

  it('leads from the draft to every state', () => {
    const seen = new Set<CaseStatus>(['draft'])
    for (const status of seen) for (const to of Object.values(transitions[status])) seen.add(to)
    expect([...seen].toSorted()).toEqual([...caseStatuses].toSorted())
  })

  it('never locks the way out of an accepted, unfinished case (C16)', () => {
    for (const status of caseStatuses) {
      if (['draft', 'submitted', 'supplementing', 'rejected'].includes(status)) continue
      if (['transferred', 'withdrawn', 'followUp', 'toArchive', 'archived'].includes(status))
        continue
      expect(allowedEvents(status), status).toContain('transfer')
    }
  })
})

describe('transition', () => {
  it('allows exactly the steps of the table', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...caseStatuses),
        fc.constantFrom(...Object.values(good)),
        (from, event) => {
          const to = expected.get(`${from} ${event.type}`)
          const result = transition(from, event)
          expect(result.ok).toBe(to !== undefined)
          if (result.ok) expect(result.to).toBe(to)
          else expect(result.reason.code).toBe('eventNotAllowed')
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('walks the main job from draft to archive', () => {
    const steps: CaseEventType[] = [
      'submit',
      'accept',
      'assign',
      'takeOn',
      'recordSession',
      'reachAgreement',
      'completeSigning',
      'applyForConfirmation',
      'confirm',
      'performFully',
      'startFollowUp',
      'completeFollowUp',
      'archive',
    ]
    let status: CaseStatus = 'draft'
    for (const step of steps) {
      const result = transition(status, good[step])
      if (!result.ok) throw new Error(`${status} ${step} ${result.reason.code}`)
      status = result.to
    }
    expect(status).toBe('archived')
  })

  it.each<[CaseStatus, CaseEvent, string, string]>([
    ['draft', { ...good.submit, partyCount: 0 }, 'partyRequired', 'P'],
    ['draft', { ...good.submit, typeCode: '' }, 'typeRequired', 'P'],
    ['draft', { ...good.submit, sourceCode: ' ' }, 'sourceRequired', 'P'],
    ['draft', { ...good.submit, facts: '\n' }, 'factsRequired', 'P'],
    ['submitted', { ...good.reject, reason: '' }, 'reasonRequired', 'A9'],
    ['submitted', { ...good.accept, otherSideAsked: false }, 'otherSideNotAsked', 'A4'],
    ['submitted', { ...good.accept, otherSideRefuses: true }, 'otherSideRefuses', 'A4'],
    ['accepted', { ...good.assign, mediatorId: '' }, 'mediatorRequired', 'B3'],
    ['accepted', { ...good.assign, hasConflict: true }, 'mediatorHasConflict', 'B4'],
    ['mediating', { ...good.recordSession, rightsTold: false }, 'rightsNotTold', 'C1'],
    ['mediating', { ...good.suspend, reason: '' }, 'reasonRequired', 'C8'],
    ['mediating', { ...good.extend, bothConsent: false }, 'consentRequired', 'C2'],
    ['mediating', { ...good.reachAgreement, isContentComplete: false }, 'contentIncomplete', 'D1'],
    ['mediating', { ...good.reachAgreement, hasRecord: false }, 'recordRequired', 'C9'],
    ['agreed', { ...good.completeSigning, effectiveOn: undefined }, 'effectiveDateRequired', 'D2'],
    ['agreed', { ...good.performAtOnce, effectiveOn: undefined }, 'effectiveDateRequired', 'D2'],
    ['mediating', { ...good.terminate, hasRecord: false }, 'recordRequired', 'C9'],
    ['mediating', { ...good.terminate, remediesTold: false }, 'remediesNotTold', 'C11'],
    ['accepted', { ...good.withdraw, byApplicant: false }, 'applicantOnly', 'P'],
    ['effective', { ...good.performFully, isAllDone: false }, 'obligationsOpen', 'I1'],
    ['mediating', { ...good.transfer, target: '' }, 'targetRequired', 'A9'],
    ['effective', { ...good.applyForConfirmation, inTime: false }, 'tooLate', 'E1'],
    ['followUp', { ...good.skipFollowUp, reason: '' }, 'reasonRequired', 'I2'],
    ['toArchive', { ...good.archive, isChecklistGreen: false }, 'checklistOpen', 'I3'],
    ['toArchive', { ...good.archive, arePagesNumbered: false }, 'pagesNotNumbered', 'I3'],
    ['archived', { ...good.reopen, headApproves: false }, 'approvalRequired', 'P'],
    ['archived', { ...good.reopen, reason: '' }, 'reasonRequired', 'P'],
  ])('refuses from %s %o: %s (%s)', (status, event, code, ruleId) => {
    expect(transition(status, event)).toMatchObject({
      ok: false,
      reason: { code, ruleId, level: 'block' },
    })
  })

  it('still lets a payment order be asked for after the thirty days (E1)', () => {
    expect(
      transition('effective', {
        type: 'applyForConfirmation',
        route: 'paymentOrder',
        inTime: false,
      }),
    ).toEqual({ ok: true, to: 'confirming' })
  })
})

describe('reasonsNotToTransition', () => {
  it('returns every failed guard at once', () => {
    const codes = reasonsNotToTransition('draft', {
      type: 'submit',
      partyCount: 0,
      typeCode: '',
      sourceCode: '',
      facts: '',
    }).map(({ code }) => code)
    expect(codes).toEqual(guards.submit.map(({ code }) => code))
    expect(codes).toHaveLength(4)
  })
})

describe('isClosed', () => {
  it('holds for no state in which mediation goes on', () => {
    expect(caseStatuses.filter((status) => !isClosed(status))).toEqual([
      'draft',
      'submitted',
      'supplementing',
      'accepted',
      'assigned',
      'mediating',
      'suspended',
      'agreed',
      'effective',
      'overdue',
      'confirming',
      'confirmed',
    ])
  })
})
