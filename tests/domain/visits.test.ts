import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollBack } from '#db/domain/deadline/period.ts'
import { addDays, localDate, type LocalDate } from '#db/domain/local-date.ts'
import { reconcile, type KnownVisit } from '#db/domain/visits/reconcile.ts'
import { proposeRisk, type RiskFacts } from '#db/domain/visits/risk.ts'
import { firstVisitSettings, risks, tidySettings } from '#db/domain/visits/settings.ts'
import { slotsOf, type PlanFacts } from '#db/domain/visits/slots.ts'
import { riskReasonWords } from '#db/domain/visits/words.ts'
import { loadCalendar } from '#db/law.ts'

const calendar = loadCalendar(new URL('../../resources/law', import.meta.url).pathname)
const today = localDate('2026-11-22')

const facts = (part: Partial<PlanFacts> = {}): PlanFacts => ({
  today,
  calendar,
  settings: firstVisitSettings,
  risk: 'normal',
  dueDays: [],
  closedOn: undefined,
  ...part,
})

const days = (part: Partial<PlanFacts>) =>
  slotsOf(facts(part)).map(({ cause, plannedOn }) => `${cause} ${plannedOn}`)

/** What stands in the store after the plan was carried out. */
function carriedOut(plan: PlanFacts, visits: readonly KnownVisit[]): KnownVisit[] {
  const changes = reconcile(slotsOf(plan), visits, plan.today)
  const changed = visits.map((visit): KnownVisit => {
    if (changes.drop.includes(visit.id)) return { ...visit, state: 'dropped' }
    const change = changes.change.find(({ id }) => id === visit.id)
    if (!change) return visit
    const { cause, dueOn, plannedOn } = change.slot
    return { ...visit, cause, dueOn, plannedOn, state: 'planned' }
  })
  const added = changes.add.map((slot, index): KnownVisit => {
    const { cause, dueOn, plannedOn } = slot
    const id = `${plan.today}-${visits.length + index}`
    return { id, cause, dueOn, plannedOn, state: 'planned' }
  })
  return [...changed, ...added]
}

const planned = (visits: readonly KnownVisit[]) =>
  visits.filter(({ state }) => state === 'planned').map(({ plannedOn }) => plannedOn)

const someDay = fc.integer({ min: 0, max: 150 }).map((count) => addDays(today, count - 40))
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 4 })
const someSettings = fc.record({
  beforeDue: offsets,
  afterDue: offsets,
  afterClosing: fc.record({ low: offsets, normal: offsets, high: offsets }),
})
const somePlan = fc.record({
  today: fc.integer({ min: 0, max: 30 }).map((count) => addDays(today, count)),
  calendar: fc.constant(calendar),
  settings: someSettings,
  risk: fc.constantFrom(...risks),
  dueDays: fc.array(someDay, { maxLength: 6 }),
  closedOn: fc.option(someDay, { nil: undefined }),
})
const isWorkingDay = (day: LocalDate) => rollBack(day, calendar) === day

describe('slotsOf', () => {
  it('asks for a visit three days before and one after each due date, on working days', () => {
    // 2026-12-20 is a Sunday, 2027-01-17 too.
    const dueDays = [localDate('2026-12-20'), localDate('2027-01-20')]
    expect(days({ dueDays })).toEqual([
      'beforeDue 2026-12-17',
      'afterDue 2026-12-21',
      'beforeDue 2027-01-15',
      'afterDue 2027-01-21',
    ])
  })

  it('goes round the days off of a table: before a due date back, after it on', () => {
    const dueDays = [localDate('2026-10-09')]
    expect(days({ today: localDate('2026-09-01'), dueDays })).toEqual([
      'beforeDue 2026-09-30',
      'afterDue 2026-10-10',
    ])
  })

  it('asks after closing by the risk', () => {
    const closedOn = localDate('2026-11-20')
    expect(days({ closedOn })).toEqual(['afterClosing 2026-12-21'])
    expect(days({ closedOn, risk: 'high' })).toEqual([
      'afterClosing 2026-11-27',
      'afterClosing 2026-12-21',
      'afterClosing 2027-02-18',
    ])
  })

  it('asks for no visit before a due date that has passed, and makes up none of long ago', () => {
    expect(days({ dueDays: [localDate('2026-11-10')] })).toEqual(['afterDue 2026-11-23'])
    expect(days({ closedOn: localDate('2026-08-01') })).toEqual([])
  })

  it('plans no visit before today and none on a day off', () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        for (const { plannedOn, dueOn, cause } of slotsOf(plan)) {
          expect(plannedOn >= plan.today).toBe(true)
          expect(isWorkingDay(plannedOn)).toBe(true)
          if (cause === 'beforeDue') expect(plannedOn <= (dueOn ?? '')).toBe(true)
          if (cause === 'afterDue') expect(plannedOn >= (dueOn ?? '')).toBe(true)
        }
      }),
    )
  })
})

describe('reconcile', () => {
  it('gives no day two visits, and changes nothing when asked again', () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const once = carriedOut(plan, [])
        expect(new Set(planned(once)).size).toBe(planned(once).length)
        expect(reconcile(slotsOf(plan), once, plan.today)).toEqual({
          add: [],
          change: [],
          drop: [],
        })
      }),
    )
  })

  it('never plans anew what was made, whatever comes due or is paid afterwards', () => {
    fc.assert(
      fc.property(somePlan, fc.array(someDay, { maxLength: 6 }), fc.nat(), (plan, later, which) => {
        const first = carriedOut(plan, [])
        const open = first.filter(({ state }) => state === 'planned')
        const chosen = open[which % Math.max(open.length, 1)]
        const visited = first.map((visit): KnownVisit =>
          visit === chosen ? { ...visit, state: 'done', doneOn: visit.plannedOn } : visit,
        )
        const at = chosen?.plannedOn ?? plan.today
        const next = { ...plan, today: at, dueDays: [...plan.dueDays, ...later] }
        const after = carriedOut(next, visited)
        expect(new Set(planned(after)).size).toBe(planned(after).length)
        // Of what the made visit was about nothing new stands on that very day or before it.
        const again = after.filter(
          ({ state, cause, dueOn, plannedOn }) =>
            state === 'planned' &&
            cause === chosen?.cause &&
            dueOn === chosen.dueOn &&
            plannedOn <= chosen.plannedOn,
        )
        expect(again).toEqual([])
        expect(after.filter(({ state }) => state === 'done')).toHaveLength(chosen ? 1 : 0)
        expect(reconcile(slotsOf(next), after, next.today)).toEqual({
          add: [],
          change: [],
          drop: [],
        })
      }),
    )
  })

  const dueOn = localDate('2026-12-20')
  const visit = (part: Partial<KnownVisit>): KnownVisit => ({
    id: 'one',
    cause: 'beforeDue',
    dueOn,
    plannedOn: localDate('2026-12-17'),
    state: 'planned',
    ...part,
  })
  const after = visit({ id: 'two', cause: 'afterDue', plannedOn: localDate('2026-12-21') })
  const slots = slotsOf(facts({ dueDays: [dueOn] }))

  it('leaves a visit on the day that somebody chose', () => {
    const moved = visit({ plannedOn: localDate('2026-12-12'), movedFrom: localDate('2026-12-17') })
    expect(reconcile(slots, [moved, after], today)).toEqual({ add: [], change: [], drop: [] })
  })

  it('leaves a missed visit where it was missed', () => {
    const later = localDate('2026-12-18')
    const late = slotsOf(facts({ dueDays: [dueOn], today: later }))
    expect(reconcile(late, [visit({}), after], later)).toEqual({ add: [], change: [], drop: [] })
  })

  it('asks for one that was given up no more, though others are planned', () => {
    const given = visit({ state: 'skipped' })
    expect(reconcile(slots, [given, after], today)).toEqual({ add: [], change: [], drop: [] })
  })

  it('counts an unplanned visit for the one that was planned', () => {
    const byHand = visit({
      id: 'own',
      cause: 'byHand',
      dueOn: undefined,
      state: 'done',
      doneOn: localDate('2026-12-18'),
    })
    const changes = reconcile(slots, [visit({}), after, byHand], today)
    expect(changes).toEqual({ add: [], change: [], drop: ['one'] })
  })

  it('takes back what is paid, and brings the same visits again when the payment is undone', () => {
    const gone = reconcile([], [visit({}), after], today)
    expect(gone.drop).toEqual(['one', 'two'])
    const dropped = [visit({ state: 'dropped' }), { ...after, state: 'dropped' as const }]
    const back = reconcile(slots, dropped, today)
    expect(back.add).toEqual([])
    expect(back.change.map(({ id, slot }) => [id, slot.plannedOn])).toEqual([
      ['one', '2026-12-17'],
      ['two', '2026-12-21'],
    ])
  })
})

describe('tidySettings', () => {
  it('keeps each day once and the shortest first', () => {
    const { afterClosing, beforeDue } = tidySettings({
      ...firstVisitSettings,
      beforeDue: [3, 7, 3],
      afterClosing: { low: [], normal: [30], high: [90, 7, 30, 7] },
    })
    expect([beforeDue, afterClosing.high]).toEqual([
      [3, 7],
      [7, 30, 90],
    ])
  })
})

describe('proposeRisk', () => {
  const calm: RiskFacts = {
    typeCode: '10.02',
    peopleCount: 1,
    amountFen: 1_704_828,
    words: '三个月的工资没有发放。',
    earlierCases: 0,
  }
  const riskOf = (part: Partial<RiskFacts>) => proposeRisk({ ...calm, ...part }).risk

  it('is high for ten people and more, and for words of danger', () => {
    expect(riskOf({ peopleCount: 9 })).toBe('normal')
    expect(riskOf({ peopleCount: 10 })).toBe('high')
    expect(riskOf({ words: '扬言要跳楼' })).toBe('high')
  })

  it('is high when two lesser things meet: injury, a large sum, earlier cases', () => {
    expect(riskOf({ typeCode: '11.08' })).toBe('normal')
    expect(riskOf({ typeCode: '11.08', amountFen: 10_000_000 })).toBe('high')
    expect(riskOf({ earlierCases: 1 })).toBe('normal')
    expect(riskOf({ earlierCases: 1, words: '摔倒后骨折' })).toBe('high')
  })

  it('is low for a small matter with nothing of that, but not within a family', () => {
    expect(riskOf({ amountFen: 999_999 })).toBe('low')
    expect(riskOf({ amountFen: 1_000_000 })).toBe('normal')
    expect(riskOf({ amountFen: undefined, typeCode: '01.04' })).toBe('normal')
  })

  it('says why in sentences, a word within another once', () => {
    const { reasons } = proposeRisk({
      ...calm,
      peopleCount: 12,
      amountFen: 12_345_678,
      words: '说要喝农药自杀，孩子受伤',
      earlierCases: 2,
    })
    expect(reasons.map(riskReasonWords)).toEqual([
      '涉及 12 人，十人以上',
      '登记的情况里写到“自杀”“喝农药”',
      '有人受伤或者死亡',
      '金额较大，123,456.78 元',
      '同一当事人以前还有 2 件纠纷',
    ])
  })
})
