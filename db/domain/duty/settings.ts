import type { LocalDate } from '../local-date.ts'

/** Days on which the market is held; several ways count together. */
export type MarketDays = {
  weekdays: readonly number[]
  /** Last digit of the day of the month. */
  solarEndings: readonly number[]
  lunarEndings: readonly number[]
  dates: readonly LocalDate[]
}

export type RotaSettings = {
  allowGaps: boolean
  conflicts: 'forbid' | 'flag'
  headApproves: boolean
  /** Hour of the evening before until which lawyers may ask for a change. */
  changesUntilHour: number
  lateAfterMinutes: number
  solveSeconds: number
  phonesOnPaper: boolean
  lockScreen: boolean
  marketDays: MarketDays
}

export const firstRotaSettings: RotaSettings = {
  allowGaps: true,
  conflicts: 'forbid',
  headApproves: true,
  changesUntilHour: 20,
  lateAfterMinutes: 15,
  solveSeconds: 30,
  phonesOnPaper: true,
  lockScreen: true,
  marketDays: { weekdays: [], solarEndings: [], lunarEndings: [], dates: [] },
}
