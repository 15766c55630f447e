import { lawyerOf, type Prepared, type PreparedShift, shiftOf } from './prepared.ts'
import type { Assignment, RotaLawyer, RotaShift } from './problem.ts'
import { type Roster, rosterOf } from './roster.ts'
import { monthOf, weekOf } from './days.ts'
import {
  apartRule,
  barriersOf,
  mayServeTwice,
  mayStayEmpty,
  meetsNeed,
  needRule,
  onePlaceRule,
  personRule,
  pinRule,
  restOf,
  type Rule,
  shiftRule,
} from './rules.ts'

/** A hard rule that a rota does not keep, and where. */
export type Break = { rule: Rule; lawyers: readonly string[]; shifts: readonly string[] }

const at = (rule: Rule, lawyers: readonly string[], shifts: readonly RotaShift[]): Break => ({
  rule,
  lawyers,
  shifts: shifts.map(({ id }) => id),
})

/** A limit, raised to what was pinned knowingly beyond it. */
const overLimit = (
  prepared: Prepared,
  lawyer: RotaLawyer,
  shifts: readonly PreparedShift[],
  kind: 'weekLimit' | 'monthLimit',
  only?: string,
): Break[] => {
  const limit = kind === 'weekLimit' ? lawyer.limits.perWeek : lawyer.limits.perMonth
  if (limit === undefined || prepared.relaxed.has(`${kind}:${lawyer.id}`)) return []
  const spanOf = (shift: PreparedShift) => (kind === 'weekLimit' ? shift.week : shift.month)
  const dateSpan = kind === 'weekLimit' ? weekOf : monthOf
  const spans = only === undefined ? new Set(shifts.map(spanOf)) : [only]
  return [...spans].flatMap((span) => {
    const within = shifts.filter((shift) => spanOf(shift) === span)
    const pinned = within.filter(({ id }) => prepared.knowingly.has(`${lawyer.id}|${id}`)).length
    const around = (prepared.adjacent.get(lawyer.id) ?? []).filter(
      ({ date }) => dateSpan(date) === span,
    ).length
    return within.length > Math.max(limit - around, pinned)
      ? [at(personRule(kind, lawyer.id), [lawyer.id], within)]
      : []
  })
}

const tooNear = (
  prepared: Prepared,
  lawyer: RotaLawyer,
  one: PreparedShift,
  other: PreparedShift,
): Rule | undefined => {
  const days = Math.abs(one.day - other.day)
  if (days > restOf(prepared, lawyer)) return undefined
  if (days === 0 && one.half === other.half) return onePlaceRule(lawyer.id)
  const isKnown = [one, other].every(({ id }) => prepared.knowingly.has(`${lawyer.id}|${id}`))
  if (isKnown) return undefined
  if (days === 0)
    return mayServeTwice(prepared, lawyer) ? undefined : personRule('twice', lawyer.id)
  return personRule('rest', lawyer.id)
}

/** @policy Rules about one person: absences, limits, rest, one place at a time */
export const breaksOfLawyer = (prepared: Prepared, roster: Roster, id: string): Break[] => {
  const lawyer = lawyerOf(prepared, id)
  const shifts = roster.ofLawyer(id)
  const found = shifts.flatMap((shift) =>
    barriersOf(prepared, lawyer, shift).map((rule) => at(rule, [id], [shift])),
  )
  for (const [index, one] of shifts.entries())
    for (const other of shifts.slice(index + 1)) {
      const rule = tooNear(prepared, lawyer, one, other)
      if (rule) found.push(at(rule, [id], [one, other]))
    }
  return [
    ...found,
    ...overLimit(prepared, lawyer, shifts, 'weekLimit'),
    ...overLimit(prepared, lawyer, shifts, 'monthLimit'),
  ]
}

/** @policy Two who are to sit apart share no half-day */
export const breaksOfPairs = (
  prepared: Prepared,
  roster: Roster,
  lawyer: string,
  shift: PreparedShift,
): Break[] => {
  return (prepared.partners.get(lawyer) ?? []).flatMap(({ other, kind }) => {
    const rule = apartRule(lawyer, other)
    if (kind !== 'apart' || prepared.relaxed.has(rule.id)) return []
    const theirs = roster
      .ofLawyer(other)
      .filter(({ halfDay }) => halfDay === shift.halfDay)
      .filter(
        ({ id }) =>
          !prepared.knowingly.has(`${other}|${id}`) ||
          !prepared.knowingly.has(`${lawyer}|${shift.id}`),
      )
    return theirs.map((each) => at(rule, rule.lawyers, [shift, each]))
  })
}

/** @policy Rules about one shift: its seats and what its booked cases must have */
export const breaksOfShift = (prepared: Prepared, roster: Roster, id: string): Break[] => {
  const shift = shiftOf(prepared, id)
  const there = roster.ofShift(id)
  const found: Break[] = []
  if (there.length > shift.demand) found.push(at(shiftRule('seats', id), there, [shift]))
  if (there.length < shift.demand && !mayStayEmpty(prepared, id))
    found.push(at(shiftRule('demand', id), [], [shift]))
  for (const [index, need] of shift.needs.entries()) {
    const rule = needRule(id, index)
    const isMet = there.some((lawyer) => meetsNeed(lawyerOf(prepared, lawyer), need))
    if (need.required && !isMet && !prepared.relaxed.has(rule.id)) found.push(at(rule, [], [shift]))
  }
  return found
}

/**
 * Every hard rule that these assignments do not keep; empty when the rota may stand.
 * @policy A rota is judged by the same rules whether a person or the solver made it
 */
export const breaksOf = (prepared: Prepared, assignments: readonly Assignment[]): Break[] => {
  const roster = rosterOf(prepared, assignments)
  const found = [
    ...prepared.problem.lawyers.flatMap(({ id }) => breaksOfLawyer(prepared, roster, id)),
    ...prepared.problem.shifts.flatMap(({ id }) => breaksOfShift(prepared, roster, id)),
    ...assignments.flatMap(({ lawyer, shift }) =>
      breaksOfPairs(prepared, roster, lawyer, shiftOf(prepared, shift)).filter(
        ({ rule }) => rule.lawyers[0] === lawyer,
      ),
    ),
  ]
  for (const { lawyer, shift } of prepared.problem.pins) {
    const rule = pinRule(lawyer, shift)
    if (!prepared.relaxed.has(rule.id) && !roster.ofShift(shift).includes(lawyer))
      found.push(at(rule, [lawyer], [shiftOf(prepared, shift)]))
  }
  return found
}

/**
 * What sitting there would break, given all the others; nothing of what is broken already elsewhere.
 * @policy Whoever steps in must keep every rule
 */
export const breaksOfPutting = (
  prepared: Prepared,
  roster: Roster,
  assignment: Assignment,
): Break[] => {
  const lawyer = lawyerOf(prepared, assignment.lawyer)
  const shift = shiftOf(prepared, assignment.shift)
  const others = roster.ofLawyer(lawyer.id)
  const near = others.flatMap((other) => {
    const rule = tooNear(prepared, lawyer, shift, other)
    return rule ? [at(rule, [lawyer.id], [shift, other])] : []
  })
  roster.put(assignment)
  const all = roster.ofLawyer(lawyer.id)
  const found = [
    ...barriersOf(prepared, lawyer, shift).map((rule) => at(rule, [lawyer.id], [shift])),
    ...near,
    ...overLimit(prepared, lawyer, all, 'weekLimit', shift.week),
    ...overLimit(prepared, lawyer, all, 'monthLimit', shift.month),
    ...breaksOfPairs(prepared, roster, lawyer.id, shift),
    ...breaksOfShift(prepared, roster, shift.id).filter(({ rule }) => rule.kind !== 'demand'),
  ]
  roster.take(assignment)
  return found
}
