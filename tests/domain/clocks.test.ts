import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import type { ClockChangeFact, ClockFacts } from '#db/domain/clocks/facts.ts'
import { faultOfTable } from '#db/domain/clocks/holiday-table.ts'
import { profileOf } from '#db/domain/clocks/profile.ts'
import { clockLaw, clocksOfFacts } from '#db/domain/clocks/running.ts'
import { datesWanted, limitationsOf } from '#db/domain/clocks/wanted.ts'
import { addDays, localDate, type LocalDate } from '#db/domain/local-date.ts'
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
  sourceCode: 'S10',
  typeCode: '04.01',
  appliedOn: d('2026-03-02'),
  acceptedOn: d('2026-03-02'),
  hasMediator: true,
  otherSideAsked: true,
  dates: [],
  changes: [],
  applications: [],
  ...given,
})

const states = (given: Partial<ClockFacts>, today: string, region?: string) =>
  Object.fromEntries(
    clocksOfFacts(law(today, region), facts(given)).map(({ deadline, state }) => [
      deadline.rule.id,
      state,
    ]),
  )

const rawOf = (given: Partial<ClockFacts>, rule: string, today = '2026-03-03') =>
  clocksOfFacts(law(today), facts(given)).find(({ deadline }) => deadline.rule.id === rule)
    ?.deadline.raw

const court = { sourceCode: 'S30' }

describe('profileOf', () => {
  it.each([
    ['S10', '04.01', 'people'],
    ['S10', '10.02', 'labour'],
    ['S30', '10.02', 'courtBefore'],
    ['S31', '04.01', 'courtAfter'],
    ['S50', '04.01', 'petition'],
  ])('of source %s and type %s is %s', (sourceCode, typeCode, profile) => {
    expect(profileOf({ sourceCode, typeCode })).toBe(profile)
  })
})

describe('clocksOfFacts', () => {
  it.each<[string, Partial<ClockFacts>, string, Record<string, string>]>([
    ['a civil case', {}, '2026-03-03', { C2: 'running' }],
    ['from its first reminder', {}, '2026-03-26', { C2: 'soon' }],
    ['on its last safe day', {}, '2026-04-02', { C2: 'today' }],
    ['the day after', {}, '2026-04-03', { C2: 'overdue' }],
    ['a labour case', { typeCode: '10.02' }, '2026-03-03', { C3: 'running' }],
    ['the court before filing', court, '2026-03-03', { C5: 'running', 'C7.answer': 'met' }],
    [
      'the court after filing',
      { sourceCode: 'S31' },
      '2026-03-03',
      { 'C6.ordinary': 'running', 'C6.summary': 'soon', 'C7.answer': 'met' },
    ],
    ['a petition', { sourceCode: 'S50' }, '2026-03-03', { C2: 'running' }],
    [
      'a petition whose office has accepted it',
      { sourceCode: 'S50', dates: [{ event: 'petitionAccepted', onDay: d('2026-03-01') }] },
      '2026-03-03',
      { C2: 'running', 'C17.handle': 'running' },
    ],
    [
      'ended without an agreement after the last day',
      { status: 'failed', endedOn: d('2026-05-01') },
      '2026-05-02',
      { C2: 'missed' },
    ],
  ])('runs the clocks of its procedure: %s', (_what, given, today, wanted) => {
    expect(states(given, today)).toEqual(wanted)
  })

  const signed: Partial<ClockFacts> = {
    status: 'effective',
    effectiveOn: d('2026-03-20'),
    lastPerformanceDay: d('2026-06-30'),
  }
  const application = {
    id: 'a',
    route: 'judicialConfirmation',
    officeName: '某法院',
    appliedOn: d('2026-03-25'),
    state: 'applied' as const,
  }

  it.each<[string, Partial<ClockFacts>, string, Record<string, string>]>([
    ['signed', {}, '2026-03-21', { C2: 'met', E1: 'running', E11: 'running' }],
    ['too late', {}, '2026-05-06', { C2: 'met', E1: 'missed', E11: 'running' }],
    [
      'asked for',
      { applications: [application] },
      '2026-03-26',
      { C2: 'met', E1: 'met', 'E7.accept': 'soon', E11: 'running' },
    ],
    [
      'taken by the court',
      { applications: [{ ...application, state: 'accepted', acceptedOn: d('2026-03-27') }] },
      '2026-03-28',
      { C2: 'met', E1: 'met', 'E7.accept': 'met', 'E7.decide': 'running', E11: 'running' },
    ],
    [
      'paid in full',
      { status: 'performed', performedOn: d('2026-04-10') },
      '2026-04-11',
      { C2: 'met', E11: 'met' },
    ],
  ])('goes on after signing: %s', (_what, given, today, wanted) => {
    const found = states({ ...signed, ...given }, today)
    expect(found).toMatchObject(wanted)
    if (given.status === 'performed') expect(found.E1).toBeUndefined()
  })

  it('gives a window of a year without days off fifteen days before it is missed', () => {
    const late = { ...signed, effectiveOn: d('2026-12-15'), lastPerformanceDay: d('2027-06-30') }
    expect(rawOf(late, 'E1')).toBe('2027-01-14')
    expect(states(late, '2027-01-14').E1).toBe('today')
    expect(states(late, '2027-01-15').E1).toBe('overdue')
    expect(states(late, '2027-01-29').E1).toBe('overdue')
    expect(states(late, '2027-01-30').E1).toBe('missed')
  })

  it('takes the rule of the nearest region and of the day of the event', () => {
    expect(states({}, '2026-03-03', '330203')).toEqual({ C2: 'running' })
    const accident = (onDay: string) => ({
      typeCode: '06.01',
      dates: [{ event: 'harmKnown', onDay: d(onDay) }],
      sourceCode: 'S20',
    })
    expect(rawOf(accident('2016-09-30'), 'G9')).toBe('2017-09-30')
    expect(rawOf(accident('2016-10-01'), 'G9')).toBe('2019-10-01')
  })

  it('a pause adds exactly its days wherever it lies in the period, and nothing once taken back', () => {
    const base = d('2026-03-02')
    const plain = rawOf(court, 'C5')
    if (plain === undefined) throw new Error('C5 runs')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 }), (at, days) => {
        const onDay = addDays(base, at)
        const pause: ClockChangeFact = {
          id: 'p',
          rule: 'C5',
          kind: 'pause',
          onDay,
          untilDay: addDays(onDay, days - 1),
          pauseReason: 'appraisal',
          consents: [],
          words: '',
        }
        expect(rawOf({ ...court, changes: [pause] }, 'C5')).toBe(addDays(plain, days))
        expect(rawOf({ ...court, changes: [] }, 'C5')).toBe(plain)
      }),
    )
  })

  it('an open pause moves the last day on with every day that passes', () => {
    const pause = (onDay: LocalDate): ClockChangeFact => ({
      id: 'p',
      rule: 'C5',
      kind: 'pause',
      onDay,
      pauseReason: 'appraisal',
      consents: [],
      words: '',
    })
    const changes = [pause(d('2026-03-10'))]
    const first = rawOf({ ...court, changes }, 'C5', '2026-03-12')
    const later = rawOf({ ...court, changes }, 'C5', '2026-03-20')
    expect(later).toBe(first && addDays(first, 8))
  })

  it('tells a kept change that no longer fits instead of dropping it in silence', () => {
    const late: ClockChangeFact = {
      id: 'x',
      rule: 'C2',
      kind: 'pause',
      onDay: d('2026-03-10'),
      pauseReason: 'appraisal',
      consents: [],
      words: '',
    }
    const [clock] = clocksOfFacts(law('2026-03-20'), facts({ changes: [late] }))
    expect(clock?.deadline.raw).toBe('2026-04-02')
    expect(clock?.leftOut).toMatchObject([{ fault: { code: 'deadline.notPausable' } }])
  })

  it('never ends before its event, and counts later events no earlier', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(d('2018-01-01'), days))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (appliedOn, later) => {
        const at = (base: LocalDate) =>
          clocksOfFacts(law('2026-11-22'), facts({ appliedOn: base, acceptedOn: base })).find(
            ({ deadline }) => deadline.rule.id === 'C2',
          )?.deadline
        const first = at(appliedOn)
        const second = at(addDays(appliedOn, later))
        if (!first?.raw || !second?.raw) throw new Error('C2 runs')
        expect(first.raw > appliedOn).toBe(true)
        expect(second.raw >= first.raw).toBe(true)
        expect(first.rolled === undefined || first.rolled >= first.raw).toBe(true)
        expect(first.remindOn <= first.raw).toBe(true)
      }),
    )
  })
})

describe('a day that no period fits behind', () => {
  it('stands for no day: nothing is counted from it, and the others go on', () => {
    const far = { effectiveOn: d('2026-03-02'), lastPerformanceDay: d('9999-12-31') }
    expect(states(far, '2026-03-03')).toEqual(
      states({ ...far, lastPerformanceDay: undefined }, '2026-03-03'),
    )
    const told = { dates: [{ event: 'harmKnown', onDay: d('9999-12-31') }] }
    expect(states(told, '2026-03-03')).toEqual(states({}, '2026-03-03'))
  })
})

describe('datesWanted and limitationsOf', () => {
  it('ask for the day that the kind of claim brings up, until it is told', () => {
    const wage = facts({ typeCode: '10.02' })
    expect(datesWanted(law('2026-03-03'), wage).map(({ event }) => event)).toEqual([
      'employmentEnded',
    ])
    expect(limitationsOf(law('2026-03-03'), wage)).toMatchObject([
      { matter: '拖欠劳动报酬的仲裁时效', missing: '劳动关系终止之日' },
    ])
    const told = { ...wage, dates: [{ event: 'employmentEnded', onDay: d('2026-02-01') }] }
    expect(datesWanted(law('2026-03-03'), told)).toEqual([])
    expect(limitationsOf(law('2026-03-03'), told)).toMatchObject([
      { matter: '拖欠劳动报酬的仲裁时效', date: '2027-02-01' },
    ])
    const injury = datesWanted(law('2026-03-03'), facts({ typeCode: '11.08' }))
    expect(injury.map(({ event }) => event)).toEqual(expect.arrayContaining(['accident']))
  })

  it('ask for no day of a claim that is settled', () => {
    const settled = facts({ typeCode: '10.02', status: 'effective', effectiveOn: d('2026-03-20') })
    expect(datesWanted(law('2026-03-21'), settled)).toEqual([])
  })
})

describe('faultOfTable', () => {
  it('takes a table that adds up and names the day that does not', () => {
    const table = { year: 2027, holidays: [d('2027-01-01')], workdays: [d('2027-01-02')] }
    expect(faultOfTable(table)).toBeUndefined()
    expect(faultOfTable({ ...table, workdays: [d('2027-01-04')] })).toEqual({
      reason: 'notWeekend',
      path: '2027-01-04',
    })
  })
})
