import { daysBetween, type LocalDate, localDate } from '../local-date.ts'
import { type Calendar, calendarOf, halfKey, monthOf, weekOf } from './days.ts'
import { countsAs, expectedLoads, type ExpectedLoads, type FairnessKind } from './fairness.ts'
import type { Assignment, RotaFirm, RotaLawyer, RotaProblem, RotaShift } from './problem.ts'

/** A shift with what every rule asks of its day. */
export type PreparedShift = RotaShift & {
  /** Half-day and day as keys, and the day counted from a fixed one. */
  halfDay: string
  day: number
  week: LocalDate
  month: string
  counts: Readonly<Record<FairnessKind, boolean>>
}

/** A problem with what every rule looks up in it. */
export type Prepared = {
  problem: RotaProblem
  lawyers: ReadonlyMap<string, RotaLawyer>
  firms: ReadonlyMap<string, RotaFirm>
  shifts: ReadonlyMap<string, PreparedShift>
  desks: ReadonlyMap<string, string>
  calendar: Calendar
  relaxed: ReadonlySet<string>
  pinned: ReadonlySet<string>
  knowingly: ReadonlySet<string>
  expected: ExpectedLoads
  /** Half-days by lawyer that people have been told. */
  published: ReadonlyMap<string, ReadonlySet<string>>
  adjacent: ReadonlyMap<string, RotaProblem['adjacent']>
  partners: ReadonlyMap<string, readonly { other: string; kind: 'together' | 'apart' }[]>
}

/** @policy One lawyer on one shift is one assignment, whoever made it */
export const assignmentKey = ({ lawyer, shift }: Assignment): string => `${lawyer}|${shift}`

const byId = <T extends { id: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.id, item]))

const grouped = <T, V>(items: readonly T[], keyOf: (item: T) => string, of: (item: T) => V) => {
  const groups = new Map<string, V[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(of(item))
    else groups.set(keyOf(item), [of(item)])
  }
  return groups
}

const epoch = localDate('2000-01-01')

const preparedShift = (shift: RotaShift, calendar: Calendar): PreparedShift => ({
  ...shift,
  halfDay: halfKey(shift.date, shift.half),
  day: daysBetween(epoch, shift.date),
  week: weekOf(shift.date),
  month: monthOf(shift.date),
  counts: {
    total: true,
    weekends: countsAs('weekends', shift.date, calendar),
    beforeHolidays: countsAs('beforeHolidays', shift.date, calendar),
  },
})

/**
 * @policy Everything that a rule asks of a problem is looked up in one place
 */
export const prepare = (problem: RotaProblem, relaxed: readonly string[] = []): Prepared => {
  const calendar = calendarOf(problem.calendar)
  const shifts = byId(problem.shifts.map((shift) => preparedShift(shift, calendar)))
  const halfOf = (shift: string) => shifts.get(shift)?.halfDay ?? ''
  const ties = problem.pairings.flatMap(({ lawyers: [one, other], kind }) => [
    { lawyer: one, other, kind },
    { lawyer: other, other: one, kind },
  ])
  return {
    problem,
    lawyers: byId(problem.lawyers),
    firms: byId(problem.firms),
    shifts,
    desks: new Map(problem.desks.map(({ id, name }) => [id, name])),
    calendar,
    relaxed: new Set([...problem.relaxed, ...relaxed]),
    pinned: new Set(problem.pins.map(assignmentKey)),
    knowingly: new Set(problem.pins.filter((pin) => pin.knowingly).map(assignmentKey)),
    expected: expectedLoads(problem, calendar),
    published: new Map(
      [
        ...grouped(
          problem.published,
          ({ lawyer }) => lawyer,
          ({ shift }) => halfOf(shift),
        ),
      ].map(([lawyer, halves]) => [lawyer, new Set(halves.filter((half) => half !== ''))]),
    ),
    adjacent: grouped(
      problem.adjacent,
      ({ lawyer }) => lawyer,
      (duty) => duty,
    ),
    partners: grouped(
      ties,
      ({ lawyer }) => lawyer,
      ({ other, kind }) => ({ other, kind }),
    ),
  }
}

const missing = (what: string, id: string) => new RangeError(`no such ${what}: ${id}`)

/** @policy @throws RangeError when the rota does not know the id */
export const lawyerOf = ({ lawyers }: Prepared, id: string): RotaLawyer => {
  const lawyer = lawyers.get(id)
  if (!lawyer) throw missing('lawyer', id)
  return lawyer
}

/** @policy @throws RangeError when the rota does not know the id */
export const shiftOf = ({ shifts }: Prepared, id: string): PreparedShift => {
  const shift = shifts.get(id)
  if (!shift) throw missing('shift', id)
  return shift
}

/** @policy The days of the rota are those of its shifts */
export const daysOf = ({ problem }: Prepared): LocalDate[] =>
  [...new Set(problem.shifts.map(({ date }) => date))].toSorted()
