import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import type { ApplicationFact, ClockChangeFact, ClockFacts } from '#db/domain/clocks/facts.ts'
import { joinLengths, lengthWords } from '#db/domain/clocks/join-lengths.ts'
import { countedEnds } from '#db/domain/clocks/last-days.ts'
import { clockLaw, clocksOfFacts } from '#db/domain/clocks/running.ts'
import { isSamePeriod, periodName } from '#db/domain/clocks/variants.ts'
import { datesWanted, eventNameOf } from '#db/domain/clocks/wanted.ts'
import { localDate } from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'

const d = localDate
const folder = fileURLToPath(new URL('../../resources/law', import.meta.url))
const rules = loadDeadlineRules(folder)
const calendar = loadCalendar(folder)
const law = (today: string, region = 'CN') =>
  clockLaw({ rules, calendar, region, soonDays: 7, today: d(today), committeeKind: 'town' })

const facts = (given: Partial<ClockFacts> = {}): ClockFacts => ({
  caseId: 'case',
  status: 'mediating',
  sourceCode: 'S31',
  typeCode: '04.01',
  appliedOn: d('2026-03-02'),
  acceptedOn: d('2026-03-02'),
  hasMediator: true,
  otherSideAsked: true,
  dates: [{ event: 'materialsSigned', onDay: d('2026-03-02') }],
  changes: [],
  applications: [],
  ...given,
})

const change = (given: Partial<ClockChangeFact>): ClockChangeFact => ({
  id: 'change',
  rule: 'C6.ordinary',
  kind: 'extension',
  onDay: d('2026-03-05'),
  consents: ['applicant', 'respondent'],
  words: '',
  ...given,
})

const joinedOf = (given: Partial<ClockFacts>, today: string, id: string, region?: string) =>
  joinLengths(clocksOfFacts(law(today, region), facts(given))).filter(({ deadline: { rule } }) =>
    isSamePeriod(rule.id, id),
  )

describe('joinLengths', () => {
  it('makes one clock of both procedures, which goes by the earlier day and tells both', () => {
    const [clock, ...more] = joinedOf({}, '2026-03-03', 'C6.ordinary')
    expect(more).toEqual([])
    expect(clock?.deadline).toMatchObject({
      dueOn: '2026-03-09',
      rule: { id: 'C6.ordinary', name: '法院委托调解（立案后）期限' },
    })
    expect(clock && lengthWords(clock)).toBe('简易程序 2026年3月9日／普通程序 2026年3月17日')
  })

  it('moves both with a change of either, and tells one day where they have become one', () => {
    const until = d('2026-03-25')
    for (const rule of ['C6.ordinary', 'C6.summary']) {
      const [clock, ...more] = joinedOf(
        { changes: [change({ rule, untilDay: until })] },
        '2026-03-06',
        rule,
      )
      expect(more).toEqual([])
      expect(clock?.deadline.dueOn).toBe(until)
      expect(clock && lengthWords(clock)).toBeUndefined()
    }
  })

  it('knows the procedure once something was done that only one of them allows', () => {
    const late = change({ onDay: d('2026-03-12'), untilDay: d('2026-03-25') })
    const [clock, ...more] = joinedOf({ changes: [late] }, '2026-03-13', 'C6.ordinary')
    expect(more).toEqual([])
    expect(clock).toMatchObject({ state: 'running', leftOut: [] })
    expect(clock?.deadline).toMatchObject({ dueOn: '2026-03-25', rule: { id: 'C6.ordinary' } })
    expect(clock && lengthWords(clock)).toBeUndefined()
  })

  it('does not call late what was done in time in the longer procedure', () => {
    const [clock] = joinedOf(
      { status: 'effective', effectiveOn: d('2026-03-12') },
      '2026-03-13',
      'C6.ordinary',
    )
    expect(clock?.state).toBe('met')
  })

  it('waits for one award, and for one decision on the injury', () => {
    const arbitration: ApplicationFact = {
      id: 'application',
      route: 'arbitration',
      officeName: '仲裁委员会',
      appliedOn: d('2026-03-02'),
      acceptedOn: d('2026-03-02'),
      state: 'accepted',
    }
    const labour = { sourceCode: 'S10', typeCode: '11.08', applications: [arbitration] }
    const [award, ...awards] = joinedOf(labour, '2026-03-03', 'F9.award', '330200')
    expect(awards).toEqual([])
    expect(award && lengthWords(award)).toBe('简易程序 2026年4月1日／普通程序 2026年4月16日')
    // Where no law knows a summary award there is only one length.
    const [national] = joinedOf(labour, '2026-03-03', 'F9.award')
    expect(national && lengthWords(national)).toBeUndefined()
    const dates = [{ event: 'recognitionAccepted', onDay: d('2026-03-02') }]
    const [decision, ...decisions] = joinedOf({ ...labour, dates }, '2026-03-03', 'F14.decide')
    expect(decisions).toEqual([])
    expect(decision && lengthWords(decision)).toBe(
      '事实清楚的 2026年3月17日／一般情形 2026年5月1日',
    )
  })
})

describe('periodName', () => {
  it('names no procedure of the two, and every other rule as it is called', () => {
    expect(periodName({ id: 'C6.summary', name: '…' })).toBe('法院委托调解（立案后）期限')
    expect(periodName({ id: 'C2', name: '调解期限' })).toBe('调解期限')
  })
})

describe('countedEnds', () => {
  it('holds both lengths, so that nobody is blamed on a guess', () => {
    const ends = countedEnds(law('2026-03-03'), facts())
    expect(ends.mediation.map(({ raw }) => raw).toSorted()).toEqual(['2026-03-09', '2026-03-17'])
  })

  it('still knows when an application was due after it was made', () => {
    const settled = facts({
      sourceCode: 'S10',
      typeCode: '10.02',
      status: 'archived',
      effectiveOn: d('2026-03-02'),
    })
    const { E1, F1 } = countedEnds(law('2026-06-01'), settled)
    expect([E1?.raw, F1?.raw]).toEqual(['2026-04-01', '2026-03-17'])
  })
})

describe('eventNameOf', () => {
  it.each([
    ['S10', '11.02', 'harmKnown', '知道或者应当知道权利被侵害之日'],
    ['S10', '04.01', 'harmKnown', '知道或者应当知道权利受到损害以及义务人之日'],
    ['S30', '04.01', 'materialsSigned', '签收委派材料之日'],
    ['S31', '04.01', 'materialsSigned', '签收委托材料之日'],
    ['S10', '11.02', 'employmentEnded', '劳动关系终止之日'],
  ])('of source %s and type %s calls %s %s', (sourceCode, typeCode, event, name) => {
    const about = facts({ sourceCode, typeCode, dates: [] })
    expect(eventNameOf(law('2026-03-03'), about, event)).toBe(name)
  })

  it('gives a day the name under which it is asked for', () => {
    for (const [sourceCode, typeCode] of [
      ['S10', '11.02'],
      ['S10', '11.08'],
      ['S10', '04.01'],
      ['S30', '10.02'],
      ['S31', '06.01'],
    ] as const) {
      const about = facts({ sourceCode, typeCode, dates: [] })
      const asked = datesWanted(law('2026-03-03'), about)
      expect(asked.length).toBeGreaterThan(0)
      for (const { event, eventName } of asked)
        expect(eventNameOf(law('2026-03-03'), about, event)).toBe(eventName)
    }
  })
})
