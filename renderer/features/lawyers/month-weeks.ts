import { addDays, addMonths, weekday, type LocalDate } from '#db/domain/local-date.ts'

const firstOfMonth = (date: LocalDate): LocalDate => addDays(date, 1 - Number(date.slice(8)))

/** The month of a day in whole weeks, Monday first. */
export const monthWeeks = (date: LocalDate): LocalDate[][] => {
  const first = firstOfMonth(date)
  const last = addDays(addMonths(first, 1), -1)
  const weeks: LocalDate[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)))
  return weeks
}
