import {
  type Break,
  breaksOfLawyer,
  breaksOfPairs,
  breaksOfPutting,
  breaksOfShift,
} from './breaks.ts'
import { costOfMove, type Move } from './objective.ts'
import { assignmentKey, type Prepared, shiftOf } from './prepared.ts'
import type { Assignment } from './problem.ts'
import { type Roster, rosterOf } from './roster.ts'
import { type Parts, totalOf } from './weights.ts'

export type Candidate = {
  lawyer: string
  /** Rules that would be broken; empty when this person may step in. */
  breaks: readonly Break[]
  cost: number
  parts: Parts
}

const fewestBreaksThenCost = (a: Candidate, b: Candidate): number =>
  Number(a.breaks.length > 0) - Number(b.breaks.length > 0) ||
  a.cost - b.cost ||
  (a.lawyer < b.lawyer ? -1 : 1)

/**
 * Who could sit on a shift in somebody's stead (or on an empty seat), the fairest and fittest first and those
 * whom a rule keeps away last. The roster is as before when this returns.
 * @policy Substitutes are asked in the order of fairness and fit together: what the whole rota loses least by
 */
export const candidatesFor = (
  prepared: Prepared,
  roster: Roster,
  shift: string,
  instead?: string,
): Candidate[] => {
  const there = roster.ofShift(shift)
  const out = instead === undefined ? [] : [{ lawyer: instead, shift }]
  const wanted = prepared.problem.lawyers.filter(({ id }) => !there.includes(id))
  // Leaving costs the same whoever comes, so it is reckoned once.
  const leaving = costOfMove(prepared, roster, { out, into: [] })
  for (const each of out) roster.take(each)
  const found = wanted.map(({ id }) => {
    const into = { lawyer: id, shift }
    const parts = costOfMove(prepared, roster, { out: [], into: [into] })
    for (const name of Object.keys(parts) as (keyof Parts)[]) parts[name] += leaving[name]
    const breaks = breaksOfPutting(prepared, roster, into)
    return { lawyer: id, breaks, cost: totalOf(parts), parts }
  })
  for (const each of out) roster.put(each)
  return found.toSorted(fewestBreaksThenCost)
}

/** @policy The order in which people are asked to step in for an absent one, by the same costs as the solver's */
export const rankSubstitutes = (
  prepared: Prepared,
  assignments: readonly Assignment[],
  { lawyer, shift }: { lawyer?: string; shift: string },
): Candidate[] => candidatesFor(prepared, rosterOf(prepared, assignments), shift, lawyer)

export type Exchange = {
  /** Whose shift is taken in return, and which. */
  partner: Assignment
  breaks: readonly Break[]
  cost: number
  parts: Parts
}

/** Rules broken around a move after it that were kept before. */
const breaksOfMove = (prepared: Prepared, roster: Roster, { out, into }: Move): Break[] => {
  const touched = [...out, ...into]
  const around = () => [
    ...[...new Set(touched.map(({ lawyer }) => lawyer))].flatMap((lawyer) => [
      ...breaksOfLawyer(prepared, roster, lawyer),
      ...roster.ofLawyer(lawyer).flatMap((shift) => breaksOfPairs(prepared, roster, lawyer, shift)),
    ]),
    ...[...new Set(touched.map(({ shift }) => shiftOf(prepared, shift).id))].flatMap((shift) =>
      breaksOfShift(prepared, roster, shift),
    ),
  ]
  const keyOf = ({ rule, shifts }: Break) => `${rule.id} ${shifts.toSorted().join()}`
  const before = new Set(around().map(keyOf))
  for (const each of out) roster.take(each)
  for (const each of into) roster.put(each)
  const after = new Map(around().map((each) => [keyOf(each), each]))
  for (const each of into) roster.take(each)
  for (const each of out) roster.put(each)
  return [...after].filter(([key]) => !before.has(key)).map(([, each]) => each)
}

/**
 * True swaps for one assignment: each sits where the other was, checked on both sides; best first.
 * @policy A swap must keep every rule for both
 */
export const rankExchanges = (
  prepared: Prepared,
  assignments: readonly Assignment[],
  own: Assignment,
): Exchange[] => {
  const roster = rosterOf(prepared, assignments)
  return assignments
    .filter(({ lawyer, shift }) => lawyer !== own.lawyer && shift !== own.shift)
    .filter(
      ({ lawyer, shift }) =>
        !roster.ofShift(own.shift).includes(lawyer) && !roster.ofShift(shift).includes(own.lawyer),
    )
    .map((partner) => {
      const move = {
        out: [own, partner],
        into: [
          { lawyer: own.lawyer, shift: partner.shift },
          { lawyer: partner.lawyer, shift: own.shift },
        ],
      }
      const parts = costOfMove(prepared, roster, move)
      return {
        partner,
        breaks: breaksOfMove(prepared, roster, move),
        cost: totalOf(parts),
        parts,
      }
    })
    .toSorted(
      (a, b) =>
        Number(a.breaks.length > 0) - Number(b.breaks.length > 0) ||
        a.cost - b.cost ||
        (assignmentKey(a.partner) < assignmentKey(b.partner) ? -1 : 1),
    )
}
