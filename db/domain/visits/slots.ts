import { type HolidayYear, rollBack, workingDayFrom } from '../deadline/period.ts'
import { addDays, compareDates, daysBetween, isCountable, type LocalDate } from '../local-date.ts'
import type { Risk, VisitSettings } from './settings.ts'

export const plannedCauses = ['beforeDue', 'afterDue', 'afterClosing'] as const
export type PlannedCause = (typeof plannedCauses)[number]

/** A visit that the settings ask for. */
export type Slot = {
  cause: PlannedCause
  /** The due date that it belongs to; absent after closing. */
  dueOn?: LocalDate | undefined
  /** The first day that counts: a visit from then on is this one. */
  from: LocalDate
  /** Up to this day it makes sense: a visit before a due date. */
  until?: LocalDate | undefined
  /** The working day that it falls on. */
  day: LocalDate
  /** The working day to plan it for: the same, or the next one from today when that has passed. */
  plannedOn: LocalDate
}

export type PlanFacts = {
  today: LocalDate
  calendar: readonly HolidayYear[]
  settings: VisitSettings
  risk: Risk
  /** Due dates of what is not done yet. */
  dueDays: readonly LocalDate[]
  /** The day on which the case came to its end; absent while it goes on or where nobody visits. */
  closedOn: LocalDate | undefined
}

/** A visit after closing that nobody planned in time is not made up after so many days. */
const staleDays = 30

const slot = (facts: PlanFacts, about: Omit<Slot, 'day' | 'plannedOn'>): Slot[] => {
  const { today, calendar } = facts
  const { from, until } = about
  // Before a due date the earlier working day, or the visit would come when it is due.
  const day = until === undefined ? workingDayFrom(from, calendar) : rollBack(from, calendar)
  const plannedOn = day < today ? workingDayFrom(today, calendar) : day
  if (until !== undefined && plannedOn > until) return []
  return [{ ...about, from: day < from ? day : from, day, plannedOn }]
}

const priority = (cause: PlannedCause): number =>
  ['afterDue', 'beforeDue', 'afterClosing'].indexOf(cause)

/** What a weekend throws onto one day is one visit, from the earlier of both days on. */
const onceEach = (slots: readonly Slot[]): Slot[] => {
  const found = new Map<string, Slot>()
  for (const one of slots) {
    const key = `${one.cause} ${one.dueOn ?? ''} ${one.day}`
    const other = found.get(key)
    if (!other || one.from < other.from) found.set(key, one)
  }
  return [...found.values()]
}

/**
 * The visits that settings and risk ask for, in the order of days; working days only, none before today. What a visit
 * already made or planned is worth is for `reconcile`.
 * @law 《人民调解法》第三十一条;《人民调解工作若干规定》第三十九条 (I1)
 * @policy I2: the days are settings
 */
export const slotsOf = (facts: PlanFacts): Slot[] => {
  const { settings, closedOn, today } = facts
  const due = [...new Set(facts.dueDays)]
    .filter(isCountable)
    .flatMap((dueOn) => [
      ...settings.beforeDue.flatMap((days) =>
        slot(facts, { cause: 'beforeDue', dueOn, from: addDays(dueOn, -days), until: dueOn }),
      ),
      ...settings.afterDue.flatMap((days) =>
        slot(facts, { cause: 'afterDue', dueOn, from: addDays(dueOn, days) }),
      ),
    ])
  const closing =
    closedOn === undefined
      ? []
      : settings.afterClosing[facts.risk]
          .map((days) => addDays(closedOn, days))
          .filter((from) => daysBetween(from, today) <= staleDays)
          .flatMap((from) => slot(facts, { cause: 'afterClosing', from }))
  return onceEach([...due, ...closing]).toSorted(
    (one, other) =>
      compareDates(one.plannedOn, other.plannedOn) ||
      priority(one.cause) - priority(other.cause) ||
      compareDates(one.from, other.from),
  )
}
