import { describe, expect, it } from 'vitest'
import { loadCalendar } from '#db/law.ts'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  applicationClocks,
  nextSteps,
  stepFault,
  type ApplicationFacts,
} from '#db/domain/strengthening/application.ts'
import {
  applicationRoutes,
  arbitrationRoute,
  closedReasonWords,
  enforcementRoute,
  furtherWords,
  type AnyRouteCode,
  type FurtherFacts,
} from '#db/domain/strengthening/further-routes.ts'
import { knownDebtKinds, knownSubjects } from '#db/domain/strengthening/known-answers.ts'
import {
  officesOfRoute,
  type Competence,
  type KnownOffice,
} from '#db/domain/strengthening/offices.ts'
import { handOverPackOf, packOf } from '#db/domain/strengthening/pack.ts'
import { remediesOf } from '#db/domain/strengthening/remedies.ts'
import { disputeTypes } from '#db/domain/case/taxonomy.ts'

const law = new URL('../../resources/law', import.meta.url).pathname
const calendar = loadCalendar(law)
const rules = loadDeadlineRules(law)
const day = localDate('2026-10-20')

const facts: FurtherFacts = {
  effectiveOn: day,
  oral: false,
  isLabour: true,
  subjects: ['payment'],
  joint: true,
  unpaid: ['wages'],
  otherBreach: false,
  mutualDebts: false,
  deliverable: true,
}
const codes = ({ closed }: { closed: readonly { code: AnyRouteCode }[] }) =>
  closed.map(({ code }) => code)

describe('arbitrationRoute', () => {
  const rows: readonly [string, Partial<FurtherFacts>, AnyRouteCode[]][] = [
    ['broken', {}, []],
    ['an act not done', { unpaid: [], otherBreach: true }, []],
    ['civil', { isLabour: false }, ['notLabour']],
    ['kept so far', { unpaid: [] }, ['notBreached']],
    ['not in force', { effectiveOn: undefined, unpaid: [] }, ['notEffective', 'notBreached']],
    ['confirmed', { confirmed: 'judicial' }, ['alreadyConfirmed']],
  ]
  it.each(rows)('of an agreement that is %s', (_name, part, expected) => {
    expect(codes(arbitrationRoute({ ...facts, ...part }))).toEqual(expected)
  })
})

describe('enforcementRoute', () => {
  const last = localDate('2026-12-31')
  const by = { enforceableBy: 'judicialConfirmation' as const, lastPerformanceOn: last }
  const rows: readonly [string, Partial<FurtherFacts>, string, AnyRouteCode[]][] = [
    ['confirmed and broken', by, '2027-01-02', []],
    ['not confirmed', { lastPerformanceOn: last }, '2027-01-02', ['noTitle']],
    ['kept', { ...by, unpaid: [] }, '2027-01-02', ['notBreached']],
    ['broken, on the last day', by, '2028-12-31', []],
    ['broken, after two years', by, '2029-02-01', ['tooLateToEnforce']],
    ['without any day', { enforceableBy: 'notary' }, '2027-01-02', []],
  ]
  it.each(rows)('of an agreement that is %s', (_name, part, on, expected) => {
    const given = { today: localDate(on), calendar: [...calendar, ...years], rules }
    expect(codes(enforcementRoute({ ...facts, ...part }, given))).toEqual(expected)
  })
  /** Made-up years without a day off but New Year. */
  const years = [2027, 2028, 2029].map((year) => ({
    year,
    holidays: [localDate(`${year}-01-01`)],
    workdays: [],
  }))

  it('has words for every reason', () => {
    for (const code of Object.keys(furtherWords))
      expect(closedReasonWords(code as AnyRouteCode)).toMatch(/。$/u)
    expect(closedReasonWords('late')).toContain('期限')
  })
})

const office = (id: string, areas: string[], more: Partial<KnownOffice> = {}): KnownOffice => ({
  id,
  kind: 'court',
  level: 'basic',
  name: id,
  areas,
  invitesUs: false,
  ...more,
})
const offices = [
  office('吴院', ['吴区', '织镇']),
  office('南院', ['南区']),
  office('市院', ['湖市'], { level: 'intermediate' }),
  office('邀院', ['远区'], { invitesUs: true }),
  office('吴仲', ['吴区'], { kind: 'commission' }),
  office('市仲', ['湖市'], { kind: 'commission' }),
  office('公证', ['湖市'], { kind: 'notary' }),
]
const competence: Competence = {
  applicants: [{ name: '甲', address: '湖市吴区织镇1号' }],
  debtors: [{ name: '乙厂', address: '湖市南区2号' }],
  employers: [{ name: '乙厂', address: '湖市吴区2号' }],
  body: '织镇中心路',
  place: '',
  performancePlace: '吴区',
  invited: false,
}
const ids = (route: Parameters<typeof officesOfRoute>[0], part: Partial<Competence> = {}) =>
  officesOfRoute(route, { ...competence, ...part }, offices).map(({ name }) => name)

describe('officesOfRoute', () => {
  it('offers for confirmation each basic court of a party, then the intermediate one for its own matters', () => {
    expect(ids('judicialConfirmation')).toEqual(['吴院', '南院', '市院'])
    const [, , higher] = officesOfRoute('judicialConfirmation', competence, offices)
    expect(higher?.basis).toContain('中级人民法院管辖')
  })
  it('offers the inviting court alone, by its name where the case tells it', () => {
    expect(ids('judicialConfirmation', { invited: true })).toEqual(['邀院'])
    expect(ids('judicialConfirmation', { invited: true, invitingCourt: '南院' })).toEqual(['南院'])
    expect(ids('judicialConfirmation', { invited: true, invitingCourt: '北院' })).toEqual(['北院'])
  })
  it('puts the innermost of two that fit an address first', () => {
    expect(ids('arbitralReview')).toEqual(['吴仲', '市仲'])
    const elsewhere = { employers: [{ name: '乙厂', address: '湖市东区' }] }
    expect(ids('arbitration', elsewhere)).toEqual(['市仲'])
    expect(ids('arbitration', { ...elsewhere, place: '吴区厂房' })).toEqual(['吴仲', '市仲'])
  })
  it('asks whoever owes at home, and sues where it is performed too', () => {
    expect(ids('paymentOrder')).toEqual(['南院'])
    expect(ids('directSuit')).toEqual(['南院', '吴院'])
    expect(ids('enforcement', { decidedBy: '吴院' })).toEqual(['吴院', '南院'])
    expect(ids('enforcement')).toEqual(['南院'])
    expect(ids('notary')).toEqual(['公证'])
  })
  it('never guesses: an address that no office has leaves a blank with its basis', () => {
    const nobody = { debtors: [{ name: '丙' }] }
    expect(officesOfRoute('paymentOrder', { ...competence, ...nobody }, offices)).toEqual([
      { name: '', basis: '债务人丙的住所地（地址没有登记）所在地的基层人民法院', ruleId: 'H2' },
    ])
    for (const route of applicationRoutes)
      expect(officesOfRoute(route, competence, []).map(({ name }) => name)).toEqual([''])
  })
})

const application = (part: Partial<ApplicationFacts>): ApplicationFacts => ({
  route: 'paymentOrder',
  state: 'applied',
  appliedOn: localDate('2026-11-02'),
  ...part,
})
const clocks = (part: Partial<ApplicationFacts>) =>
  applicationClocks(application(part), rules, calendar).map(({ rule, raw }) => `${rule} ${raw}`)

describe('applicationClocks', () => {
  const acceptedOn = localDate('2026-11-04')
  const state = 'accepted' as const
  it('count for a payment order the answer, the order, the objection and what follows its end', () => {
    expect(clocks({})).toEqual(['H3.answer 2026-11-07'])
    expect(clocks({ state, acceptedOn })).toEqual(['H3.issue 2026-11-19'])
    const servedOn = localDate('2026-11-10')
    expect(clocks({ state, acceptedOn, servedOn })).toEqual(['H3.object 2026-11-25'])
    expect(clocks({ state: 'ended', decidedOn: localDate('2026-11-20') })).toEqual([
      'H4 2026-11-27',
    ])
    expect(clocks({ state: 'withdrawn' })).toEqual([])
  })
  it('count for the other ways what their office has to keep', () => {
    expect(clocks({ route: 'judicialConfirmation' })).toEqual(['E7.accept 2026-11-05'])
    expect(clocks({ route: 'judicialConfirmation', state, acceptedOn })).toEqual([
      'E7.decide 2026-12-04',
    ])
    expect(clocks({ route: 'arbitralReview', state, acceptedOn })).toEqual(['F3 2026-11-09'])
    expect(clocks({ route: 'arbitration' })).toEqual(['F9.accept 2026-11-07'])
    expect(clocks({ route: 'arbitration', state, acceptedOn })).toEqual(['F9.award 2026-12-19'])
    expect(clocks({ route: 'directSuit' })).toEqual([])
  })
})

describe('stepFault', () => {
  const fault = (
    part: Partial<ApplicationFacts>,
    step: Parameters<typeof stepFault>[1],
    on: string,
  ) => {
    const of = application(part)
    return stepFault(of, step, localDate(on), '', applicationClocks(of, rules, calendar))
  }
  it('takes steps in their order and on their days', () => {
    expect(fault({}, 'accepted', '2026-11-03')).toBeUndefined()
    expect(fault({}, 'accepted', '2026-11-01')).toBe('beforeLast')
    expect(fault({}, 'served', '2026-11-03')).toBe('notNow')
    expect(fault({}, 'granted', '2026-11-03')).toBe('notServed')
    expect(fault({}, 'refused', '2026-11-03')).toBe('reasonRequired')
    expect(fault({ state: 'granted' }, 'withdrawn', '2026-11-03')).toBe('notNow')
  })
  it('lets an order take effect the day after the objection has run out', () => {
    const served = {
      state: 'accepted' as const,
      acceptedOn: localDate('2026-11-04'),
      servedOn: localDate('2026-11-10'),
    }
    expect(fault(served, 'granted', '2026-11-25')).toBe('stillObjectable')
    expect(fault(served, 'granted', '2026-11-26')).toBeUndefined()
    expect(nextSteps(application(served))).not.toContain('served')
    expect(nextSteps(application({ route: 'notary' }))).not.toContain('ended')
  })
})

describe('what the record knows', () => {
  const clause = (kind: 'payment' | 'act' | 'apology' | 'confirm' | 'other', text: string) => ({
    id: text,
    kind,
    text,
  })
  it('reads what an agreement is about from its clauses', () => {
    expect(knownSubjects([clause('payment', ''), clause('confirm', '再无其他争议。')])).toEqual([
      'payment',
    ])
    expect(
      knownSubjects([
        clause('act', '三日内出具离职证明。'),
        clause('confirm', '双方确认存在劳动关系。'),
        clause('confirm', '房屋所有权归甲所有。'),
        clause('other', '双方自愿离婚。'),
      ]),
    ).toEqual(['act', 'labourRelation', 'propertyRight', 'maritalStatus'])
    // To give back is no right confirmed.
    expect(knownSubjects([clause('act', '五日内把房屋归还甲方。')])).toEqual(['act'])
  })
  it('tells the kind of debt only where the kind of dispute does', () => {
    expect(knownDebtKinds('10.02')).toEqual(['wages'])
    expect(knownDebtKinds('11.05')).toEqual(['severance'])
    expect(knownDebtKinds('11.08')).toBeUndefined()
    expect(knownDebtKinds('04.01')).toEqual(['other'])
  })
})

describe('packs and remedies', () => {
  const pack = {
    hasOrganisation: false,
    hasAgents: true,
    hasAgreement: true,
    respondents: 2,
  }
  it('give a copy of a complaint to each defendant', () => {
    expect(packOf('directSuit', pack)[0]).toMatchObject({ form: 'civil-complaint', copies: 3 })
    expect(packOf('judicialConfirmation', pack)[0]?.form).toBe('f14-persons')
    for (const route of applicationRoutes) {
      const items = packOf(route, pack)
      expect(
        items.some(({ form }) => form === 'f06'),
        route,
      ).toBe(true)
      expect(
        items.some(({ form }) => form === 'f10'),
        route,
      ).toBe(true)
    }
    expect(handOverPackOf('police', pack).map(({ form }) => form)).not.toContain('civil-complaint')
  })
  it('tell of every kind of dispute at least two ways, labour ones arbitration first', () => {
    for (const { code } of disputeTypes) {
      const ways = remediesOf(code)
      expect(ways.length, code).toBeGreaterThan(1)
      expect(ways[0]?.kind, code).toBe(
        code.startsWith('10') || code.startsWith('11') ? 'commission' : 'court',
      )
      expect(new Set(ways.map(({ kind }) => kind)).size, code).toBe(ways.length)
    }
  })
})
