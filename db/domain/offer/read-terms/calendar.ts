import { addDays, addMonths, type LocalDate, parseLocalDate, yearOf } from '../../local-date.ts'

const pad = (value: number) => String(value).padStart(2, '0')

/** The last day of a month for 'last'; undefined when the month has no such day. @policy calendar */
export const dateIn = (
  year: number,
  month: number,
  day: number | 'last',
): LocalDate | undefined => {
  const first = parseLocalDate(`${year}-${pad(month)}-01`)
  if (!first || year > 9000) return undefined
  if (day === 'last') return addDays(addMonths(first, 1), -1)
  return parseLocalDate(`${year}-${pad(month)}-${pad(day)}`)
}

/** The first such day on or after `on`. @policy 12月5日 is the next one, this day counted */
export const nextDate = (
  on: LocalDate,
  { month, day }: { month: number; day: number | 'last' },
): LocalDate | undefined => {
  for (let year = yearOf(on); year <= yearOf(on) + 8; year += 1) {
    const date = dateIn(year, month, day)
    if (date && date >= on) return date
  }
  return undefined
}

/** The such day that is closest to `on`. @policy for facts confirmed, which may be past or to come */
export const closestDate = (
  on: LocalDate,
  { month, day }: { month: number; day: number | 'last' },
): LocalDate | undefined => {
  const half = addMonths(on, -6)
  const date = nextDate(half, { month, day })
  return date
}
