import { type FairnessKind, fairnessKinds } from './fairness.ts'
import type { Prepared } from './prepared.ts'
import type { Assignment } from './problem.ts'
import { type Roster, rosterOf } from './roster.ts'

export type Load = {
  /** Before this rota, in the rolling year. */
  served: number
  assigned: number
  /** Fair share of both, to two decimals. */
  expected: number
  /** Above (+) or below (−) the fair share, to two decimals. */
  deviation: number
}

export type FairnessRow = { lawyer: string } & Record<FairnessKind, Load>

const rounded = (value: number) => Math.round(value * 100) / 100

/** @policy Fairness is shown as the distance from the fair share, over the rolling year */
export const loadOf = (
  prepared: Prepared,
  roster: Roster,
  lawyer: string,
  kind: FairnessKind,
): Load => {
  const served = prepared.lawyers.get(lawyer)?.history[kind] ?? 0
  const expected = prepared.expected[kind].get(lawyer) ?? 0
  const assigned = roster.ofLawyer(lawyer).filter(({ counts }) => counts[kind]).length
  return {
    served,
    assigned,
    expected: rounded(expected),
    deviation: rounded(served + assigned - expected),
  }
}

/** @policy Everybody may see everybody's turns */
export const fairnessTable = (
  prepared: Prepared,
  assignments: readonly Assignment[],
): FairnessRow[] => {
  const roster = rosterOf(prepared, assignments)
  const row = (lawyer: string) =>
    Object.fromEntries(fairnessKinds.map((kind) => [kind, loadOf(prepared, roster, lawyer, kind)]))
  return prepared.problem.lawyers.map(({ id }) => ({ lawyer: id, ...row(id) }) as FairnessRow)
}
