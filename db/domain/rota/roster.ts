import { type Prepared, type PreparedShift, shiftOf } from './prepared.ts'
import type { Assignment } from './problem.ts'

/** Who sits where, looked up from every side; changed by `put` and `take` only. */
export type Roster = {
  ofLawyer: (lawyer: string) => readonly PreparedShift[]
  ofShift: (shift: string) => readonly string[]
  /** Lawyers on a half-day, whatever the desk. */
  ofHalf: (half: string) => readonly string[]
  ofDay: (date: string) => readonly string[]
  put: (assignment: Assignment) => void
  take: (assignment: Assignment) => void
  list: () => Assignment[]
}

type Index<V> = Map<string, V[]>

const nothing: readonly never[] = []
const at = <V>(index: Index<V>, key: string): readonly V[] => index.get(key) ?? nothing

const add = <V>(index: Index<V>, key: string, value: V) => {
  const there = index.get(key)
  if (there) there.push(value)
  else index.set(key, [value])
}

const remove = <V>(index: Index<V>, key: string, value: V) => {
  const there = index.get(key)
  const place = there?.lastIndexOf(value) ?? -1
  if (place >= 0) there?.splice(place, 1)
}

/** @policy What is judged is who sits where, not in which order it was written */
export const rosterOf = (prepared: Prepared, assignments: readonly Assignment[]): Roster => {
  const byLawyer: Index<PreparedShift> = new Map()
  const byShift: Index<string> = new Map()
  const byHalf: Index<string> = new Map()
  const byDay: Index<string> = new Map()
  const roster: Roster = {
    ofLawyer: (lawyer) => at(byLawyer, lawyer),
    ofShift: (shift) => at(byShift, shift),
    ofHalf: (half) => at(byHalf, half),
    ofDay: (date) => at(byDay, date),
    put({ lawyer, shift: id }) {
      const shift = shiftOf(prepared, id)
      add(byLawyer, lawyer, shift)
      add(byShift, id, lawyer)
      add(byHalf, shift.halfDay, lawyer)
      add(byDay, shift.date, lawyer)
    },
    take({ lawyer, shift: id }) {
      const shift = shiftOf(prepared, id)
      remove(byLawyer, lawyer, shift)
      remove(byShift, id, lawyer)
      remove(byHalf, shift.halfDay, lawyer)
      remove(byDay, shift.date, lawyer)
    },
    list: () =>
      prepared.problem.shifts.flatMap(({ id }) =>
        at(byShift, id).map((lawyer) => ({ lawyer, shift: id })),
      ),
  }
  for (const assignment of assignments) roster.put(assignment)
  return roster
}
