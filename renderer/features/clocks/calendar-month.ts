import type { BoardLine } from '#contract/clocks.ts'
import { addDays, addMonths, weekday, yearOf, type LocalDate } from '#db/domain/local-date.ts'

/** A line of the calendar always has its day. */
export type DatedLine = BoardLine & { dueOn: LocalDate }

export type DayOfMonth = {
  date: LocalDate
  lines: readonly DatedLine[]
  /** A legal day off, a weekend day that is worked, a plain weekend; nothing said of an ordinary day. */
  mark?: '休' | '班' | '周末'
}

type CalendarData = {
  lines: readonly DatedLine[]
  daysOff: readonly LocalDate[]
  workdays: readonly LocalDate[]
}

export const firstOfMonth = (date: LocalDate): LocalDate => addDays(date, 1 - Number(date.slice(8)))

export const lastOfMonth = (date: LocalDate): LocalDate =>
  addDays(addMonths(firstOfMonth(date), 1), -1)

/** The stretch that the month's sheet shows: whole weeks from Monday. */
export const sheetOf = (date: LocalDate): { from: LocalDate; to: LocalDate } => {
  const first = firstOfMonth(date)
  const last = lastOfMonth(date)
  return { from: addDays(first, 1 - weekday(first)), to: addDays(last, 7 - weekday(last)) }
}

const markOf = (date: LocalDate, { daysOff, workdays }: CalendarData): DayOfMonth['mark'] => {
  if (workdays.includes(date)) return '班'
  if (weekday(date) >= 6 && !daysOff.includes(date)) return '周末'
  return daysOff.includes(date) ? '休' : undefined
}

/** The sheet of a month, week by week, each day with what falls on it. */
export const weeksOf = (month: LocalDate, data: CalendarData): DayOfMonth[][] => {
  const { from, to } = sheetOf(month)
  const weeks: DayOfMonth[][] = []
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = addDays(monday, index)
        const mark = markOf(date, data)
        return {
          date,
          lines: data.lines.filter((line) => line.dueOn === date),
          ...(mark === undefined ? {} : { mark }),
        }
      }),
    )
  }
  return weeks
}

/** Only the days of the month that hold something, in order. */
export const busyDays = (
  month: LocalDate,
  lines: readonly DatedLine[],
): { date: LocalDate; lines: readonly DatedLine[] }[] => {
  const inMonth = lines.filter(({ dueOn }) => dueOn.slice(0, 7) === month.slice(0, 7))
  const dates = [...new Set(inMonth.map(({ dueOn }) => dueOn))].toSorted()
  return dates.map((date) => ({ date, lines: inMonth.filter(({ dueOn }) => dueOn === date) }))
}

/** 2026年12月 */
export const monthName = (date: LocalDate): string =>
  `${yearOf(date)}年${Number(date.slice(5, 7))}月`

/** The next day after this one that holds something, as far as is known. */
export const nextBusyDay = (at: LocalDate, lines: readonly DatedLine[]): LocalDate | undefined =>
  lines
    .map(({ dueOn }) => dueOn)
    .filter((day) => day > at)
    .toSorted()[0]
