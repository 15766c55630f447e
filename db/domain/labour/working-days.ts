import type { HolidayYear } from '../deadline/period.ts'
import { addDays, type LocalDate, weekday, yearOf } from '../local-date.ts'

/**
 * Days worked by the yearly tables from `from` to `to`, both included: weekdays and weekend days worked in exchange,
 * without days off. Undefined when a year has no table.
 * @law 国务院办公厅年度放假通知;《全国年节及纪念日放假办法》
 */
export const workingDays = (
  from: LocalDate,
  to: LocalDate,
  calendar: readonly HolidayYear[],
): number | undefined => {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const table = calendar.find(({ year }) => year === yearOf(day))
    if (!table) return undefined
    if (table.workdays.includes(day)) count += 1
    else if (weekday(day) <= 5 && !table.holidays.includes(day)) count += 1
  }
  return count
}
