import { type Break, breaksOf } from './breaks.ts'
import { type FairnessRow, fairnessTable } from './fairness-table.ts'
import { type Move, objectiveOf } from './objective.ts'
import { assignmentKey, type Prepared } from './prepared.ts'
import type { Assignment, RotaProblem } from './problem.ts'
import { breakText } from './rule-words.ts'
import { type Parts, totalOf } from './weights.ts'

export type ToldBreak = Break & { text: string }

export type Appraisal = {
  breaks: readonly ToldBreak[]
  parts: Parts
  total: number
  fairness: readonly FairnessRow[]
}

/**
 * What a rota is worth as it stands, whoever made it; nothing is solved.
 * @policy A rota made by hand is judged by the same rules and the same points
 */
export const appraise = (prepared: Prepared, assignments: readonly Assignment[]): Appraisal => {
  const parts = objectiveOf(prepared, assignments)
  return {
    breaks: breaksOf(prepared, assignments).map((each) => ({
      ...each,
      text: breakText(prepared, each),
    })),
    parts,
    total: totalOf(parts),
    fairness: fairnessTable(prepared, assignments),
  }
}

export type WhatIf = {
  /** Broken by the move and not before; mended by it. */
  broken: readonly ToldBreak[]
  mended: readonly ToldBreak[]
  /** After less before, by part: positive is worse. */
  parts: Parts
  cost: number
  /** Those whose fairness moves, before and after. */
  fairness: readonly { before: FairnessRow; after: FairnessRow }[]
}

/** @policy A move takes away and adds; what it does not name stays */
export const moved = (assignments: readonly Assignment[], { out, into }: Move): Assignment[] => {
  const gone = new Set(out.map(assignmentKey))
  return [...assignments.filter((each) => !gone.has(assignmentKey(each))), ...into]
}

/**
 * What a move would break and mend and how fairness would move, before anybody lets go of the name.
 * @policy Nothing is forbidden while dragging; what it breaks is told
 */
export const whatIf = (
  prepared: Prepared,
  assignments: readonly Assignment[],
  move: Move,
): WhatIf => {
  const before = appraise(prepared, assignments)
  const after = appraise(prepared, moved(assignments, move))
  const keyOf = ({ rule, shifts }: ToldBreak) => `${rule.id} ${shifts.toSorted().join()}`
  const keysOf = ({ breaks }: Appraisal) => new Set(breaks.map(keyOf))
  const [old, now] = [keysOf(before), keysOf(after)]
  const parts = { ...after.parts }
  for (const name of Object.keys(parts) as (keyof Parts)[]) parts[name] -= before.parts[name]
  return {
    broken: after.breaks.filter((each) => !old.has(keyOf(each))),
    mended: before.breaks.filter((each) => !now.has(keyOf(each))),
    parts,
    cost: after.total - before.total,
    fairness: before.fairness.flatMap((row, index) => {
      const next = after.fairness[index]
      return next && next.total.assigned !== row.total.assigned
        ? [{ before: row, after: next }]
        : []
    }),
  }
}

/**
 * The same problem with everything that stands kept as it is: only empty seats are filled.
 * @policy What a person put there stays, even beside a rule; only the gaps are the solver's
 */
export const keepingAll = (
  problem: RotaProblem,
  assignments: readonly Assignment[],
): RotaProblem => {
  const pinned = new Set(problem.pins.map(assignmentKey))
  return {
    ...problem,
    pins: [
      ...problem.pins,
      ...assignments
        .filter((each) => !pinned.has(assignmentKey(each)))
        .map((each) => ({ ...each, knowingly: true })),
    ],
  }
}
