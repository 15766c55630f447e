import { fairnessKinds, fairnessParts, fairnessWeight, loadCost } from './fairness.ts'
import { lawyerOf, type Prepared, type PreparedShift, shiftOf } from './prepared.ts'
import type { Assignment } from './problem.ts'
import { type Roster, rosterOf } from './roster.ts'
import { isInConflict, meetsNeed } from './rules.ts'
import { noParts, type Parts } from './weights.ts'

/** @policy Fairness, wishes and changes are points of one person */
export const pointsOfLawyer = (
  prepared: Prepared,
  roster: Roster,
  id: string,
  parts: Parts,
): void => {
  const { problem, expected } = prepared
  const lawyer = lawyerOf(prepared, id)
  const shifts = roster.ofLawyer(id)
  for (const kind of fairnessKinds) {
    let duties = lawyer.history[kind]
    for (const { counts } of shifts) if (counts[kind]) duties += 1
    parts[fairnessParts[kind]] += loadCost(
      fairnessWeight(problem.weights, kind),
      duties,
      expected[kind].get(id) ?? 0,
    )
  }
  for (const wish of lawyer.wishes) {
    const met = shifts.filter(
      ({ date, half }) => date === wish.date && (wish.half === undefined || wish.half === half),
    ).length
    if (wish.kind === 'avoid') parts.wishes += problem.weights.metAvoid * met
    else if (met === 0) parts.wishes += problem.weights.unmetWant
  }
  for (const told of prepared.published.get(id) ?? [])
    if (!shifts.some(({ halfDay }) => halfDay === told)) parts.changes += problem.weights.change
}

/** @policy Empty seats, unmet needs and flagged conflicts are points of one shift */
export const pointsOfShift = (
  prepared: Prepared,
  roster: Roster,
  shift: PreparedShift,
  parts: Parts,
): void => {
  const { weights } = prepared.problem
  const there = roster.ofShift(shift.id).map((id) => lawyerOf(prepared, id))
  parts.gaps += weights.gap * Math.max(0, shift.demand - there.length)
  parts.conflicts += weights.conflict * there.filter((lawyer) => isInConflict(lawyer, shift)).length
  parts.match +=
    weights.unmetNeed *
    shift.needs.filter((need) => !there.some((lawyer) => meetsNeed(lawyer, need))).length
}

/** @policy Firms are spread over each day: every further duty of one firm costs */
export const pointsOfDay = (
  prepared: Prepared,
  roster: Roster,
  date: string,
  parts: Parts,
): void => {
  const counts = new Map<string, number>()
  for (const id of roster.ofDay(date)) {
    const { firm } = lawyerOf(prepared, id)
    if (firm !== undefined) counts.set(firm, (counts.get(firm) ?? 0) + 1)
  }
  for (const count of counts.values())
    parts.firms += prepared.problem.weights.sameFirm * (count - 1)
}

/** @policy A wanted pair is split on a half-day on which only one of the two sits */
export const pointsOfHalf = (
  prepared: Prepared,
  roster: Roster,
  half: string,
  parts: Parts,
): void => {
  const there = roster.ofHalf(half)
  for (const { lawyers, kind } of prepared.problem.pairings)
    if (kind === 'together' && there.includes(lawyers[0]) !== there.includes(lawyers[1]))
      parts.pairs += prepared.problem.weights.splitPair
}

/** @policy All parts of the objective of a rota, by the same formula for solver and person */
export const objectiveOf = (prepared: Prepared, assignments: readonly Assignment[]): Parts => {
  const roster = rosterOf(prepared, assignments)
  const parts = noParts()
  const { lawyers, shifts } = prepared.problem
  for (const { id } of lawyers) pointsOfLawyer(prepared, roster, id, parts)
  for (const shift of prepared.shifts.values()) pointsOfShift(prepared, roster, shift, parts)
  for (const date of new Set(shifts.map((shift) => shift.date)))
    pointsOfDay(prepared, roster, date, parts)
  for (const half of new Set([...prepared.shifts.values()].map(({ halfDay }) => halfDay)))
    pointsOfHalf(prepared, roster, half, parts)
  return parts
}

const pointsAround = (prepared: Prepared, roster: Roster, touched: readonly Assignment[]) => {
  const parts = noParts()
  const shifts = touched.map(({ shift }) => shiftOf(prepared, shift))
  for (const id of new Set(touched.map(({ lawyer }) => lawyer)))
    pointsOfLawyer(prepared, roster, id, parts)
  for (const shift of new Set(shifts)) pointsOfShift(prepared, roster, shift, parts)
  for (const date of new Set(shifts.map((shift) => shift.date)))
    pointsOfDay(prepared, roster, date, parts)
  for (const half of new Set(shifts.map(({ halfDay }) => halfDay)))
    pointsOfHalf(prepared, roster, half, parts)
  return parts
}

export type Move = { out: readonly Assignment[]; into: readonly Assignment[] }

/**
 * What a move would cost, by part; the roster is as before when this returns.
 * @policy A cost is the difference of the whole objective, positive for worse
 */
export const costOfMove = (prepared: Prepared, roster: Roster, { out, into }: Move): Parts => {
  const touched = [...out, ...into]
  const before = pointsAround(prepared, roster, touched)
  for (const each of out) roster.take(each)
  for (const each of into) roster.put(each)
  const after = pointsAround(prepared, roster, touched)
  for (const each of into) roster.take(each)
  for (const each of out) roster.put(each)
  for (const name of Object.keys(after) as (keyof Parts)[]) after[name] -= before[name]
  return after
}
