import { describe, expect, it } from 'vitest'
import { type Intake, reasonsNotToAccept, reasonsNotToRegister } from '#db/domain/case/intake.ts'
import { type CaseProgress, nextStep } from '#db/domain/case/next-step.ts'
import { caseStatuses } from '#db/domain/case/status.ts'
import {
  caseSources,
  disputeTypes,
  findDisputeType,
  isLabourDispute,
  isMigrantWage,
  isReferral,
  levelOneOf,
  statisticBuckets,
} from '#db/domain/case/taxonomy.ts'
import { arbitralReviewDeadline } from '#db/domain/deadline/arbitral-review.ts'
import { confirmationDeadline } from '#db/domain/deadline/confirmation.ts'
import { mediationDeadline } from '#db/domain/deadline/mediation.ts'
import { caseNumber, fileNumber } from '#db/domain/file-number.ts'
import { localDate } from '#db/domain/local-date.ts'
import { isBlocked } from '#db/domain/reason.ts'

describe('disputeTypes', () => {
  it('has the eighteen statutory types in order and unique codes', () => {
    const top = disputeTypes.filter(({ statutory }) => statutory)
    expect(top.map(({ code }) => code)).toEqual(
      Array.from({ length: 18 }, (_, index) => String(index + 1).padStart(2, '0')),
    )
    expect(new Set(disputeTypes.map(({ code }) => code)).size).toBe(disputeTypes.length)
    expect(new Set(disputeTypes.map(({ sort }) => sort)).size).toBe(disputeTypes.length)
  })

  it('gives every second level a parent of its code, and each parent an 其他', () => {
    for (const type of disputeTypes) {
      if (type.statutory) expect(findDisputeType(`${type.code}.99`)?.label).toBe('其他')
      else expect(type.parent).toBe(levelOneOf(type.code))
    }
  })

  it('keeps the labour codes of the taxonomy', () => {
    expect(findDisputeType('11.01')?.label).toBe('确认劳动关系')
    expect(findDisputeType('11.08')?.label).toBe('工伤待遇')
    expect(findDisputeType('11.15')?.label).toBe('竞业限制、保密')
    expect(findDisputeType('11.22')?.label).toBe('押金、扣证')
    expect(findDisputeType('10.02')?.label).toBe('制造业欠薪')
    expect(findDisputeType('04.04')?.label).toBe('房屋租赁')
    expect(findDisputeType('19')).toBeUndefined()
  })
})

describe('isLabourDispute', () => {
  it('holds for types 10 and 11 only', () => {
    const labour = new Set(
      disputeTypes.filter(({ code }) => isLabourDispute(code)).map(({ code }) => levelOneOf(code)),
    )
    expect([...labour]).toEqual(['10', '11'])
    expect(isMigrantWage('10.02')).toBe(true)
    expect(isMigrantWage('11.02')).toBe(false)
  })
})

describe('caseSources', () => {
  it('lists the 27 sources, each in a bucket of the statistics', () => {
    const buckets = statisticBuckets.map(({ code }) => code)
    expect(caseSources).toHaveLength(27)
    expect(new Set(caseSources.map(({ code }) => code)).size).toBe(27)
    for (const { bucket } of caseSources) expect(buckets).toContain(bucket)
    expect(new Set(caseSources.map(({ bucket }) => bucket)).size).toBe(buckets.length)
  })

  it('counts S30 and later as referrals', () => {
    for (const { code } of caseSources)
      expect(isReferral(code), code).toBe(Number(code.slice(1)) >= 30)
    expect(isReferral('S00')).toBe(false)
  })
})

const intake: Intake = {
  parties: [
    { role: 'applicant', name: '王一' },
    { role: 'respondent', name: '某制衣厂' },
  ],
  typeCode: '10.02',
  sourceCode: 'S10',
  facts: '拖欠三个月工资',
  otherBody: 'none',
  otherBodyRefers: false,
  otherSide: 'willing',
  scopeDoubts: [],
}

const found = (change: Partial<Intake>): string[] =>
  reasonsNotToAccept({ ...intake, ...change }).map(
    ({ ruleId, level, code }) => `${ruleId} ${level} ${code}`,
  )

describe('reasonsNotToAccept', () => {
  it('has nothing against a complete intake', () => {
    expect(reasonsNotToAccept(intake)).toEqual([])
  })

  it('blocks what another body has accepted, unless that body refers it (A2, A7)', () => {
    expect(found({ otherBody: 'court' })).toEqual(['A2 block acceptedElsewhere'])
    expect(found({ otherBody: 'court', otherBodyRefers: true, sourceCode: 'S30' })).toEqual([
      'A7 warn referralLetter',
    ])
    expect(found({ otherBody: 'police', otherBodyRefers: true })).toEqual([
      'A7 warn referralLetter',
      'A7 warn sourceNotReferral',
    ])
    expect(found({ otherBodyRefers: true })).toEqual([])
  })

  it('blocks when the other side refuses or was not asked (A4)', () => {
    expect(found({ otherSide: 'refuses' })).toEqual(['A4 block otherSideRefuses'])
    expect(found({ otherSide: 'notAsked' })).toEqual(['A4 block otherSideNotAsked'])
  })

  it('warns of matters outside mediation (A3)', () => {
    expect(found({ scopeDoubts: ['crime', 'personalStatus'] })).toEqual([
      'A3 warn outOfScope',
      'A3 warn outOfScope',
    ])
  })
})

describe('reasonsNotToRegister', () => {
  it('asks for a party, type, source and facts, all at once', () => {
    const reasons = reasonsNotToRegister({
      parties: [],
      typeCode: '',
      sourceCode: 'S01',
      facts: ' ',
    })
    expect(reasons.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'parties partyRequired',
      'typeCode typeRequired',
      'sourceCode sourceRequired',
      'facts factsRequired',
    ])
    expect(isBlocked(reasons)).toBe(true)
  })

  it('lets one party pass with a warning, a party without a name not', () => {
    expect(
      isBlocked(
        reasonsNotToRegister({ ...intake, parties: [{ role: 'applicant', name: '王一' }] }),
      ),
    ).toBe(false)
    expect(
      reasonsNotToRegister({
        ...intake,
        parties: [
          { role: 'applicant', name: ' ' },
          { role: 'respondent', name: '厂' },
        ],
      }),
    ).toMatchObject([{ path: 'parties.0.name', level: 'block' }])
  })

  it('takes level 2 codes that a centre has added, not a nineteenth type', () => {
    expect(reasonsNotToRegister({ ...intake, typeCode: '04.31' })).toEqual([])
    expect(reasonsNotToRegister({ ...intake, typeCode: '19.01' })).toMatchObject([
      { code: 'typeRequired' },
    ])
  })
})

const today = localDate('2026-11-22')
const progress: CaseProgress = {
  status: 'mediating',
  today,
  rightsTold: true,
  openSession: false,
  endedSessions: 1,
}
const step = (change: Partial<CaseProgress>) => nextStep({ ...progress, ...change })
const agreement = { status: 'draft', blockers: 0, isPrinted: false } as const

describe('nextStep', () => {
  it('leads through mediation in order', () => {
    expect(step({ rightsTold: false, endedSessions: 0 }).code).toBe('holdSession')
    expect(step({ rightsTold: false, endedSessions: 0, openSession: true })).toMatchObject({
      code: 'tellRights',
      ruleId: 'C1',
    })
    expect(step({ openSession: true }).code).toBe('continueSession')
    expect(step({ mediation: mediationDeadline('10.02', today, []) })).toMatchObject({
      code: 'draftAgreement',
      ruleId: 'C3',
      dueOn: '2026-12-07',
    })
    expect(step({ lastResult: 'adjourned' }).code).toBe('holdSession')
    expect(step({ lastResult: 'adjourned', openSession: true }).code).toBe('continueSession')
    expect(step({ lastResult: 'adjourned', agreement }).code).toBe('submitAgreement')
    expect(step({ agreement: { ...agreement, blockers: 2 } })).toMatchObject({
      code: 'completeAgreement',
      ruleId: 'D1',
    })
    expect(step({ agreement }).code).toBe('submitAgreement')
    expect(step({ agreement: { ...agreement, status: 'submitted' } })).toMatchObject({
      code: 'reviewAgreement',
      by: 'head',
    })
    expect(step({ agreement: { ...agreement, status: 'returned' } }).code).toBe('reviseAgreement')
    expect(step({ status: 'agreed', agreement: { ...agreement, status: 'approved' } }).code).toBe(
      'printAgreement',
    )
    expect(
      step({ status: 'agreed', agreement: { ...agreement, status: 'approved', isPrinted: true } }),
    ).toMatchObject({ code: 'signAgreement', ruleId: 'D2' })
  })

  it('offers arbitral review first, then confirmation, then performance', () => {
    const calendar = [{ year: 2026, holidays: [], workdays: [] }]
    const effective = {
      status: 'effective',
      arbitralReview: arbitralReviewDeadline(today, calendar),
      confirmation: confirmationDeadline(today, calendar),
      nextDueOn: localDate('2027-01-20'),
    } as const
    expect(step({ ...effective, today: localDate('2026-12-07') })).toMatchObject({
      code: 'applyForArbitralReview',
      ruleId: 'F1',
      dueOn: '2026-12-07',
    })
    expect(step({ ...effective, today: localDate('2026-12-08') })).toMatchObject({
      code: 'applyForConfirmation',
      ruleId: 'E1',
      dueOn: '2026-12-22',
    })
    expect(step({ ...effective, today: localDate('2026-12-23') })).toMatchObject({
      code: 'perform',
      dueOn: '2027-01-20',
    })
    expect(step({ ...effective, today: localDate('2027-01-20') }).code).toBe('perform')
    expect(step({ ...effective, today: localDate('2027-01-21') })).toMatchObject({
      code: 'urgePerformance',
    })
  })

  it('has a step for every state, none only for the refused and the archived', () => {
    const idle = caseStatuses.filter((status) => step({ status }).code === 'none')
    expect(idle).toEqual(['rejected', 'archived'])
  })
})

describe('fileNumber', () => {
  it('prints full-width brackets and no leading zeros', () => {
    expect(fileNumber(2026, '织人调', 12)).toBe('（2026）织人调字第12号')
    expect(() => fileNumber(2026, '织人调', 0)).toThrow(RangeError)
  })
})

describe('caseNumber', () => {
  it('pads to six digits', () => {
    expect(caseNumber(2026, 123)).toBe('MT-2026-000123')
    expect(() => caseNumber(26, 1)).toThrow(RangeError)
  })
})
