import { type HolidayYear, tableOf } from '../deadline/period.ts'
import { addDays, type LocalDate, weekday } from '../local-date.ts'
import type { HalfDay } from '../rota/problem.ts'
import { holidayName, type LunarDay } from './holiday-names.ts'
import { isMarketDay } from './market-days.ts'
import type { MarketDays } from './settings.ts'

export type DayKind = '1' | '2' | '3' | '4' | '5' | '6' | '7' | 'market'

/** Times are those of the clock on the wall, HH:MM. */
export type ShiftPattern = {
  deskId: string
  dayKind: DayKind
  half: HalfDay
  startsAt: string
  endsAt: string
  demand: number
}

/** A day opened or closed by hand, against the calendar. */
export type OpeningDay = { date: LocalDate; open: boolean; words: string }

export type PlannedShift = Omit<ShiftPattern, 'dayKind'>
export type PlannedDay = {
  date: LocalDate
  open: boolean
  /** 国庆节放假, 调休上班, 集市日, or what was written by hand; '' on a usual day. */
  words: string
  shifts: PlannedShift[]
}

export type Opening = {
  calendar: readonly HolidayYear[]
  market: MarketDays
  openingDays: readonly OpeningDay[]
  /** In the order in which they are shown. */
  deskIds: readonly string[]
  patterns: readonly ShiftPattern[]
  lunarDayOf: (date: LocalDate) => LunarDay
}

const halves: readonly HalfDay[] = ['morning', 'afternoon']

type Standing = {
  hand: OpeningDay | undefined
  isHoliday: boolean
  /** A weekend day that is worked in exchange. */
  isSwapped: boolean
  isMarket: boolean
}

const standingOf = (date: LocalDate, opening: Opening): Standing => {
  const table = tableOf(date, opening.calendar)
  return {
    hand: opening.openingDays.find((day) => day.date === date),
    isHoliday: table?.holidays.includes(date) ?? false,
    isSwapped: table?.workdays.includes(date) ?? false,
    isMarket: isMarketDay(opening.market, date, opening.lunarDayOf(date).day),
  }
}

const isClosed = ({ hand, isHoliday }: Standing): boolean => (hand ? !hand.open : isHoliday)

/** The weekday whose patterns a desk follows: worked against the calendar, it is like a Monday. */
const patternsOf = (
  date: LocalDate,
  deskId: string,
  { hand, isSwapped }: Standing,
  patterns: readonly ShiftPattern[],
): readonly ShiftPattern[] => {
  const ofDesk = patterns.filter((pattern) => pattern.deskId === deskId)
  const own = ofDesk.filter(({ dayKind }) => dayKind === String(weekday(date)))
  const isExtra = isSwapped || hand?.open === true
  return own.length === 0 && isExtra ? ofDesk.filter(({ dayKind }) => dayKind === '1') : own
}

const shiftsOf = (date: LocalDate, standing: Standing, opening: Opening): PlannedShift[] =>
  opening.deskIds.flatMap((deskId) => {
    const usual = patternsOf(date, deskId, standing, opening.patterns)
    return halves.flatMap((half) => {
      const market = standing.isMarket
        ? opening.patterns.find(
            (pattern) =>
              pattern.deskId === deskId && pattern.dayKind === 'market' && pattern.half === half,
          )
        : undefined
      const pattern = market ?? usual.find((each) => each.half === half)
      if (!pattern || pattern.demand === 0) return []
      const { startsAt, endsAt, demand } = pattern
      return [{ deskId, half, startsAt, endsAt, demand }]
    })
  })

const wordsOf = (date: LocalDate, standing: Standing, opening: Opening): string => {
  const { hand, isHoliday, isSwapped, isMarket } = standing
  if (hand && hand.words !== '') return hand.words
  if (hand && !hand.open) return '临时关门'
  const said = [
    ...(isHoliday ? [`${holidayName(date, opening.calendar, opening.lunarDayOf)}放假`] : []),
    ...(isSwapped ? ['调休上班'] : []),
    ...(hand ? ['临时开门'] : []),
    ...(isMarket && !isClosed(standing) ? ['集市日'] : []),
  ]
  return said.join('，')
}

/**
 * What is open on each day of a stretch.
 * @policy Legal days off are closed unless opened by hand; a day worked in exchange follows its own weekday where the
 * desk has one, else Monday; on a market day the market's pattern takes the place of the weekday's
 * @law 国务院办公厅关于部分节假日安排的通知 (L2)
 */
export const planDays = (from: LocalDate, to: LocalDate, opening: Opening): PlannedDay[] => {
  const days: PlannedDay[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const standing = standingOf(date, opening)
    const closed = isClosed(standing)
    const shifts = closed ? [] : shiftsOf(date, standing, opening)
    const isWorked = weekday(date) < 6 || standing.isSwapped || standing.hand?.open === true
    days.push({
      date,
      open: !closed && (isWorked || shifts.length > 0),
      words: wordsOf(date, standing, opening),
      shifts,
    })
  }
  return days
}
