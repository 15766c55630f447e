import { describe, expect, it } from 'vitest'
import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  allOn,
  givenOf,
  outlookOf,
  rowsOf,
  storedFor,
} from '../../renderer/features/agreements/signature-rows.ts'

const today = localDate('2026-11-22')
const worker: AgreementParty = {
  id: 'p1',
  role: 'applicant',
  kind: 'person',
  name: '张建国',
  birthDate: localDate('1980-05-01'),
  representatives: [{ name: '周律师', kind: 'agent', authority: 'special' }],
}
const company: AgreementParty = {
  id: 'p2',
  role: 'respondent',
  kind: 'organisation',
  name: '某某制衣有限公司',
  legalRepName: '钱进',
  representatives: [],
}
const child: AgreementParty = {
  id: 'p3',
  role: 'thirdParty',
  kind: 'person',
  name: '张小宝',
  birthDate: localDate('2016-05-01'),
  representatives: [{ name: '张建国', kind: 'guardian' }],
}
const paper = {
  parties: [worker, company],
  mediatorName: '王芳',
  recorderName: '李文',
  bodyName: '某某人民调解委员会',
}
const rows = rowsOf(paper, today)
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

describe('rowsOf', () => {
  it('has a row for each party, representative, mediator, recorder and the seal', () => {
    expect(rows.map(({ key, signerName, required }) => [key, signerName, required])).toEqual([
      ['party p1', '张建国', true],
      ['representative p1 0', '周律师', false],
      ['party p2', '钱进', true],
      ['mediator', '王芳', true],
      ['recorder', '李文', true],
      ['body', '某某人民调解委员会', true],
    ])
  })

  it('lets the guardian sign for a minor, not the minor', () => {
    const withChild = rowsOf({ ...paper, parties: [child] }, today)
    expect(withChild[0]).toMatchObject({ key: 'representative p3 0', required: true })
    expect(keys(withChild)).not.toContain('party p3')
  })
})

describe('allOn', () => {
  it('fills every required row in the usual manner and leaves what was ticked', () => {
    const ticked = { 'party p1': { manner: ['fingerprint' as const], signedOn: today } }
    const day = localDate('2026-11-21')
    const drafts = allOn(rows, [], ticked, day)
    expect(drafts).toEqual({
      'party p1': { manner: ['fingerprint'], signedOn: today },
      'party p2': { manner: ['hand', 'seal'], signedOn: day },
      mediator: { manner: ['hand'], signedOn: day },
      recorder: { manner: ['hand'], signedOn: day },
      body: { manner: ['seal'], signedOn: day },
    })
  })

  it('is enough for the agreement to take effect', () => {
    const given = givenOf(rows, [], allOn(rows, [], {}, today))
    expect(outlookOf(paper, rows, [], given, today)).toMatchObject({
      blocked: false,
      missing: [],
      effectiveOn: today,
    })
  })
})

describe('outlookOf', () => {
  const given = givenOf(rows, [], {
    'party p1': { manner: ['hand'], signedOn: today },
    mediator: { manner: ['seal'], signedOn: today },
    body: { manner: ['seal'], signedOn: undefined },
  })

  it('lists who is still missing, a signature against the rules not counted', () => {
    const outlook = outlookOf(paper, rows, [], given, today)
    expect(keys(outlook.missing)).toEqual(['party p2', 'mediator', 'recorder', 'body'])
    expect(outlook.effectiveOn).toBeUndefined()
  })

  it('puts a finding to its row and blocks', () => {
    const outlook = outlookOf(paper, rows, [], given, today)
    expect(outlook.blocked).toBe(true)
    expect(outlook.reasons['mediator']?.map(({ code }) => code)).toEqual(['mediatorMustSignByHand'])
    expect(outlook.reasons['party p1']).toEqual([])
  })

  it('takes the last day of all as the day of effect', () => {
    const late = localDate('2026-11-20')
    const drafts = allOn(rows, [], { 'party p1': { manner: ['hand'], signedOn: late } }, today)
    const all = givenOf(rows, [], drafts)
    expect(outlookOf(paper, rows, [], all, today).effectiveOn).toBe(today)
  })

  it('counts what is stored and does not give it again', () => {
    const stored = [
      {
        id: 's1',
        capacity: 'party' as const,
        partyId: 'p1',
        signerName: '张建国',
        manner: ['hand' as const],
        signedOn: today,
      },
    ]
    expect(rows.filter((row) => storedFor(row, stored)).map(({ key }) => key)).toEqual(['party p1'])
    const drafts = allOn(rows, stored, {}, today)
    const rest = givenOf(rows, stored, drafts)
    expect(keys(rest)).toEqual(['party p2', 'mediator', 'recorder', 'body'])
    expect(outlookOf(paper, rows, stored, rest, today).missing).toEqual([])
  })

  it('asks for the guardian of a minor', () => {
    const withChild = { ...paper, parties: [worker, child] }
    const its = rowsOf(withChild, today)
    expect(keys(outlookOf(withChild, its, [], [], today).missing)).toContain('representative p3 0')
  })
})
