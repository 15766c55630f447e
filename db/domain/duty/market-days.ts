import { type LocalDate, weekday } from '../local-date.ts'
import type { MarketDays } from './settings.ts'

const endingOf = (day: number): number => day % 10

/**
 * Whether the market is held; any one of the ways is enough.
 * @param lunarDay day of the lunar month, 1 to 30
 * @policy 逢集日: a market town counts by weekday, by the last digit of the day (逢一四七), solar or lunar
 */
export const isMarketDay = (market: MarketDays, date: LocalDate, lunarDay: number): boolean =>
  market.weekdays.includes(weekday(date)) ||
  market.solarEndings.includes(endingOf(Number(date.slice(8)))) ||
  market.lunarEndings.includes(endingOf(lunarDay)) ||
  market.dates.includes(date)
