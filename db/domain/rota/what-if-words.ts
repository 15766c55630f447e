import { fairnessNames } from './fairness.ts'
import type { FairnessRow, Load } from './fairness-table.ts'
import { lawyerName } from './rule-words.ts'
import type { Prepared } from './prepared.ts'
import { partNames, type Parts } from './weights.ts'

const distance = (value: number): string => {
  const text = Math.abs(value).toFixed(1)
  if (Number(text) === 0) return '正好'
  return value > 0 ? `多 ${text} 班` : `少 ${text} 班`
}

const shift = (before: Load, after: Load): string =>
  `${distance(before.deviation)} → ${distance(after.deviation)}`

/** @policy A move says how the distance from the fair share changes, for those whose share it touches */
export const fairnessWords = (
  prepared: Prepared,
  rows: readonly { before: FairnessRow; after: FairnessRow }[],
): string[] =>
  rows.map(({ before, after }) => {
    const others = (['weekends', 'beforeHolidays'] as const).filter(
      (kind) => before[kind].assigned !== after[kind].assigned,
    )
    const more = others.map(
      (kind) => `，${fairnessNames[kind]} ${shift(before[kind], after[kind])}`,
    )
    return `${lawyerName(prepared, before.lawyer)}与应值相比 ${shift(before.total, after.total)}${more.join('')}`
  })

/** @policy The whole of a move in one line: it makes the rota better, worse, or neither */
export const costLine = ({ cost, parts }: { cost: number; parts: Parts }): string => {
  if (cost === 0) return '整张表和现在一样好'
  const [main] = (Object.entries(parts) as [keyof Parts, number][]).toSorted(
    ([, a], [, b]) => Math.sign(cost) * (b - a),
  )
  const name = partNames[main?.[0] ?? 'fairTotal']
  return cost > 0
    ? `整张表不如现在，主要差在${name}（多 ${cost} 分）`
    : `整张表比现在好，主要好在${name}（少 ${-cost} 分）`
}
