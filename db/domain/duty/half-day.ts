import { formatChineseTime, type LocalDate, localDateOf } from '../local-date.ts'

/** HH:MM of the wall clock in Shanghai. */
const wallTimeOf = (isoInstant: string): string => formatChineseTime(isoInstant).slice(-5)

/** @policy A half-day has begun from its first minute on; from then on only the desk changes it */
export const hasBegun = (
  { date, startsAt }: { date: LocalDate; startsAt: string },
  now: string,
): boolean => {
  const today = localDateOf(now)
  return date < today || (date === today && startsAt <= wallTimeOf(now))
}
