import { fairnessNames } from './fairness.ts'
import { loadOf } from './fairness-table.ts'
import { lawyerOf, type Prepared, type PreparedShift, shiftOf } from './prepared.ts'
import type { Assignment } from './problem.ts'
import type { Roster } from './roster.ts'
import { barrierNames, lawyerName } from './rule-words.ts'
import { isInConflict, meetsNeed } from './rules.ts'
import { type Candidate, candidatesFor } from './substitutes.ts'
import { partNames, type Parts } from './weights.ts'

export type AssignmentReason = {
  /** One sentence: why this person, who else could, what it would cost. */
  text: string
  /** Who else could without breaking a rule, cheapest first, with the points it would cost. */
  others: readonly { lawyer: string; cost: number }[]
  /** The firm is in conflict; the case itself is not told. */
  conflict: boolean
}

const shownOthers = 2
const listedOthers = 5

const standing = (deviation: number): string => {
  if (deviation <= -0.5) return `比应值少 ${Math.abs(deviation).toFixed(1)} 班`
  return deviation >= 0.5 ? `比应值多 ${deviation.toFixed(1)} 班` : '与应值相当'
}

const kindOfDay = ({ counts }: PreparedShift) => {
  if (counts.weekends) return 'weekends'
  return counts.beforeHolidays ? 'beforeHolidays' : undefined
}

/** Why this person: what speaks for the choice, the strongest first. */
const grounds = (prepared: Prepared, roster: Roster, given: Assignment): string[] => {
  const lawyer = lawyerOf(prepared, given.lawyer)
  const shift = shiftOf(prepared, given.shift)
  const found: string[] = []
  if (prepared.pinned.has(`${given.lawyer}|${given.shift}`)) found.push('按固定安排')
  if (prepared.published.get(lawyer.id)?.has(shift.halfDay)) found.push('维持已发布的安排')
  const met = shift.needs.filter((need) => meetsNeed(lawyer, need))
  if (met.length > 0) found.push(`当天预约需要${met.map(({ value }) => value).join('、')}`)
  const wishes = lawyer.wishes.filter(
    ({ date, half }) => date === shift.date && (half === undefined || half === shift.half),
  )
  if (wishes.some(({ kind }) => kind === 'want')) found.push('本人愿意值这一班')
  if (wishes.some(({ kind }) => kind === 'avoid')) found.push('本人希望不值，但没有更合适的安排')
  const total = loadOf(prepared, roster, lawyer.id, 'total')
  found.push(`近一年连同本期共 ${total.served + total.assigned} 班，${standing(total.deviation)}`)
  const kind = kindOfDay(shift)
  if (kind) {
    const load = loadOf(prepared, roster, lawyer.id, kind)
    found.push(
      `其中${fairnessNames[kind]} ${load.served + load.assigned} 次，${standing(load.deviation)}`,
    )
  }
  return found
}

const mainPart = (parts: Parts): string => {
  const [name] = (Object.entries(parts) as [keyof Parts, number][]).toSorted(
    ([, a], [, b]) => b - a,
  )[0] ?? ['fairTotal']
  return partNames[name]
}

const costWords = ({ cost, parts }: Candidate): string => {
  if (cost === 0) return '一样合适'
  return cost > 0
    ? `不如现在，多 ${cost} 分，主要差在${mainPart(parts)}`
    : `比现在合适，少 ${-cost} 分`
}

/** Who is kept away by what: counted, not named, so that nobody's absence is told to all. */
const keptAway = (barred: readonly Candidate[]): string => {
  const counts = new Map<string, number>()
  for (const { breaks } of barred) {
    const kind = breaks[0]?.rule.kind
    if (kind) counts.set(barrierNames[kind], (counts.get(barrierNames[kind]) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count} 人`)
    .join('，')
}

/**
 * Why this person sits there. Nobody whom `mayName` denies is named beside.
 * @policy Every assignment says why this person, who else could, and what it would cost
 */
export const reasonOf = (
  prepared: Prepared,
  roster: Roster,
  given: Assignment,
  mayName: (lawyer: string) => boolean = () => true,
): AssignmentReason => {
  const candidates = candidatesFor(prepared, roster, given.shift, given.lawyer)
  const able = candidates.filter(({ lawyer, breaks }) => breaks.length === 0 && mayName(lawyer))
  const barred = candidates.filter(({ breaks }) => breaks.length > 0)
  const conflict = isInConflict(lawyerOf(prepared, given.lawyer), shiftOf(prepared, given.shift))
  const name = lawyerName(prepared, given.lawyer)
  const why = `${name}：${grounds(prepared, roster, given).join('；')}`
  const named = able
    .slice(0, shownOthers)
    .map((each) => `${lawyerName(prepared, each.lawyer)}（${costWords(each)}）`)
  const others =
    named.length > 0
      ? `另可排${named.join('、')}${able.length > shownOthers ? `等 ${able.length} 人` : ''}`
      : `没有别人可换${barred.length > 0 ? `（${keptAway(barred)}）` : ''}`
  return {
    text: `${why}；${others}${conflict ? '；所在律所与当天预约有利益关系，请回避' : ''}。`,
    others: able.slice(0, listedOthers).map(({ lawyer, cost }) => ({ lawyer, cost })),
    conflict,
  }
}
