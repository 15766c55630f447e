import { addDays, addMonths, localDate, type LocalDate } from '#db/domain/local-date.ts'

/** The first and the last day of the month of this day. */
export const monthAround = (day: LocalDate): { from: LocalDate; to: LocalDate } => {
  const from = localDate(`${day.slice(0, 8)}01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** From New Year's Day until this day: a statement is of what was done. */
export const yearUntil = (day: LocalDate): { from: LocalDate; to: LocalDate } => ({
  from: localDate(`${day.slice(0, 4)}-01-01`),
  to: day,
})
