import { type LocalDate, weekday, yearOf } from '../local-date.ts'

export type HolidayTable = { year: number; holidays: LocalDate[]; workdays: LocalDate[] }

/** `path` names the day that is wrong. */
export type TableFault = { reason: 'otherYear' | 'twice' | 'notWeekend'; path: string }

/**
 * The first day of a table that cannot be so: of another year, named twice, or worked in exchange without being a
 * weekend day.
 * @law 国务院办公厅关于部分节假日安排的通知 (L2)
 */
export const faultOfTable = ({
  year,
  holidays,
  workdays,
}: HolidayTable): TableFault | undefined => {
  const days = [...holidays, ...workdays]
  const other = days.find((day) => yearOf(day) !== year)
  if (other !== undefined) return { reason: 'otherYear', path: other }
  const twice = days.find((day, index) => days.indexOf(day) !== index)
  if (twice !== undefined) return { reason: 'twice', path: twice }
  const worked = workdays.find((day) => weekday(day) < 6)
  return worked === undefined ? undefined : { reason: 'notWeekend', path: worked }
}
