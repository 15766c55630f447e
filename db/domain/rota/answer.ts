import { yearOf } from '../local-date.ts'
import { type FairnessRow, fairnessTable } from './fairness-table.ts'
import { objectiveOf } from './objective.ts'
import { daysOf, type Prepared } from './prepared.ts'
import type { Assignment } from './problem.ts'
import { type AssignmentReason, reasonOf } from './reasons.ts'
import { rosterOf } from './roster.ts'
import { relaxText, ruleText, shiftName } from './rule-words.ts'
import type { Rule } from './rules.ts'
import { type Parts, totalOf } from './weights.ts'

export type ToldAssignment = Assignment & { reason: AssignmentReason }

export type SolvedRota = {
  outcome: 'solved'
  /** No rota that keeps the rules is better. */
  proven: boolean
  /** Points by which a better one could be better at most; 0 when proven. */
  gap: number
  seconds: number
  assignments: readonly ToldAssignment[]
  objective: { total: number; parts: Parts }
  fairness: readonly FairnessRow[]
  gaps: readonly { shift: string; missing: number; text: string }[]
  notices: readonly string[]
}

export type ToldRule = {
  id: string
  kind: Rule['kind']
  /** What the rule asks. */
  text: string
  relax: string
  /** Setting this one rule aside is enough for a rota. */
  suffices: boolean
}

export type InfeasibleRota = {
  outcome: 'infeasible'
  seconds: number
  /** A set of rules that cannot be kept together. */
  clash: readonly ToldRule[]
  /** None of them can be left out; false when time ran out while looking. */
  minimal: boolean
  /** Rules that, all set aside, make a rota possible, when found in time. */
  relax: readonly string[]
  text: string
}

/** Time ran out, or somebody stopped it, before anything was found. */
export type UnknownRota = { outcome: 'unknown'; seconds: number; cancelled: boolean }

export type RotaAnswer = SolvedRota | InfeasibleRota | UnknownRota

/**
 * Notices about what the answer rests on.
 * @policy A year without a table of days off is told, not guessed (rules.md §L.2)
 */
export const noticesOf = (prepared: Prepared): string[] => {
  const { holidays, workdays } = prepared.problem.calendar
  const known = new Set([...holidays, ...workdays].map(yearOf))
  return [...new Set(daysOf(prepared).map(yearOf))]
    .filter((year) => !known.has(year))
    .map((year) => `${year}年的放假安排还没有导入，休息日和节前班只按周末计算。`)
}

/** @policy A solved rota tells its proof, its parts and its reasons */
export const tellSolved = (
  prepared: Prepared,
  assignments: readonly Assignment[],
  { proven, gap, seconds }: Pick<SolvedRota, 'proven' | 'gap' | 'seconds'>,
): SolvedRota => {
  const parts = objectiveOf(prepared, assignments)
  const roster = rosterOf(prepared, assignments)
  return {
    outcome: 'solved',
    proven,
    gap,
    seconds,
    assignments: roster
      .list()
      .map((each) => ({ ...each, reason: reasonOf(prepared, roster, each) })),
    objective: { total: totalOf(parts), parts },
    fairness: fairnessTable(prepared, assignments),
    gaps: prepared.problem.shifts.flatMap(({ id, demand }) => {
      const missing = demand - roster.ofShift(id).length
      return missing > 0
        ? [{ shift: id, missing, text: `${shiftName(prepared, id)}还缺 ${missing} 人` }]
        : []
    }),
    notices: noticesOf(prepared),
  }
}

/** @policy A clash is told as rules in words, each with what could be done about it */
export const tellClash = (
  prepared: Prepared,
  rules: readonly Rule[],
  found: { suffices: ReadonlySet<string>; relax: readonly string[]; minimal: boolean },
  seconds: number,
): InfeasibleRota => {
  const clash = rules.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    text: ruleText(prepared, rule),
    relax: relaxText(prepared, rule),
    suffices: found.suffices.has(rule.id),
  }))
  const ways = clash.filter(({ suffices }) => suffices).map(({ relax }) => relax)
  const advice =
    ways.length > 0
      ? `放宽其中任意一条就能排出：${ways.join('；')}。`
      : '只放宽其中一条还不够，还有别的规则互相冲突。'
  return {
    outcome: 'infeasible',
    seconds,
    clash,
    minimal: found.minimal,
    relax: found.relax,
    text: `这些要求不能同时满足：${clash.map(({ text }) => text).join('；')}。${advice}`,
  }
}
