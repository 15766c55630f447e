import type { LocalDate } from '../local-date.ts'

/** The parts of the objective, in the order in which they are told. */
export const partNames = {
  gaps: '空缺',
  conflicts: '利益冲突提示',
  fairTotal: '总班次公平',
  fairWeekends: '休息日公平',
  fairBeforeHolidays: '节前班公平',
  wishes: '意愿',
  match: '专业对口',
  pairs: '搭档',
  firms: '律所分散',
  changes: '少改已发布',
} as const

export type PartName = keyof typeof partNames
export type Parts = Record<PartName, number>

/** Points of one unit of each kind: whole numbers, so that a proven optimum is exact. */
export type RotaWeights = {
  /** An empty seat. */
  gap: number
  /** A flagged firm on a half-day of its case. */
  conflict: number
  /** The square of one duty above or below the fair share. */
  fairTotal: number
  fairWeekends: number
  fairBeforeHolidays: number
  unmetWant: number
  metAvoid: number
  /** A booked case without anyone of its field or language. */
  unmetNeed: number
  /** A half-day on which one of a wanted pair sits without the other. */
  splitPair: number
  /** Each further duty of one firm on one day. */
  sameFirm: number
  /** A published half-day taken from somebody. */
  change: number
}

export type DatedWeights = { from: LocalDate; weights: RotaWeights; source: string }

/**
 * The weights in force on a day: the latest version that has begun.
 * @policy House weights are dated data, so that an old rota can be explained by what held then
 */
export const weightsOn = (
  versions: readonly DatedWeights[],
  on: LocalDate,
): RotaWeights | undefined =>
  versions.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
    ?.weights

/** @policy Every part is told, also when it costs nothing */
export const noParts = (): Parts => ({
  gaps: 0,
  conflicts: 0,
  fairTotal: 0,
  fairWeekends: 0,
  fairBeforeHolidays: 0,
  wishes: 0,
  match: 0,
  pairs: 0,
  firms: 0,
  changes: 0,
})

/** @policy The parts weigh against each other in points, after the hard rules */
export const totalOf = (parts: Parts): number =>
  Object.values(parts).reduce((sum, points) => sum + points, 0)
