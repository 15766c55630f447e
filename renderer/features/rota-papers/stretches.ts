import { addDays, addMonths, localDate, type LocalDate } from '#db/domain/local-date.ts'

export type Stretch = { from: LocalDate; to: LocalDate }

const monthFrom = (first: LocalDate): Stretch => ({
  from: first,
  to: addDays(addMonths(first, 1), -1),
})

export const yearOf = (year: number): Stretch => ({
  from: localDate(`${year}-01-01`),
  to: localDate(`${year}-12-31`),
})

/** What is usually asked for, each under the word of its button. */
export const usualStretches = (today: LocalDate): { word: string; stretch: Stretch }[] => {
  const month = localDate(`${today.slice(0, 8)}01`)
  const year = Number(today.slice(0, 4))
  return [
    { word: '本月', stretch: monthFrom(month) },
    { word: '上月', stretch: monthFrom(addMonths(month, -1)) },
    { word: '今年', stretch: yearOf(year) },
    { word: '去年', stretch: yearOf(year - 1) },
  ]
}

/** Kept words of an earlier visit to the page, if they still are two days in order. */
export const readStretch = (kept: unknown): Stretch | undefined => {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { from, to } = kept as Partial<Stretch>
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}

/** 18 小时 30 分 */
export const minutesWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
