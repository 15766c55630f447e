import { addDays, daysBetween, weekday, yearOf, type LocalDate } from '#db/domain/local-date.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'

export type DayRange = { from: LocalDate; to: LocalDate; days: number }

/** The table of one year while a person looks it over. */
export type YearDraft = {
  year: number
  holidays: readonly LocalDate[]
  workdays: readonly LocalDate[]
  source: string
}

/** Consecutive days as one stretch each, in order. */
export const rangesOf = (days: readonly LocalDate[]): DayRange[] => {
  const ranges: DayRange[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === day) {
      last.to = day
      last.days += 1
    } else ranges.push({ from: day, to: day, days: 1 })
  }
  return ranges
}

const longest = 30

/** Every day from the first to the last; nothing for a stretch that is reversed or longer than any holiday. */
export const daysBetweenBoth = (from: LocalDate, to: LocalDate): LocalDate[] => {
  const count = daysBetween(from, to) + 1
  return count > longest
    ? []
    : Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index))
}

export const withDays = (days: readonly LocalDate[], more: readonly LocalDate[]): LocalDate[] =>
  [...new Set([...days, ...more])].toSorted()

export const withoutRange = (days: readonly LocalDate[], range: DayRange): LocalDate[] =>
  days.filter((day) => day < range.from || day > range.to)

/** 2月6日… – …（共 7 天） */
export const rangeWords = ({ from, to, days }: DayRange): string =>
  days === 1
    ? formatDateWithWeekday(from)
    : `${formatDateWithWeekday(from)} 至 ${formatDateWithWeekday(to)}，共 ${days} 天`

/** What in the table cannot be, in words; an empty list may be saved. */
export const draftFaults = ({ year, holidays, workdays, source }: YearDraft): string[] => {
  const both = workdays.filter((day) => holidays.includes(day))
  const onWeekdays = workdays.filter((day) => weekday(day) < 6)
  const elsewhere = [...holidays, ...workdays].filter((day) => yearOf(day) !== year)
  const words = (days: readonly LocalDate[]) => days.map(formatDateWithWeekday).join('、')
  return [
    ...(holidays.length === 0 ? ['还没有放假的日子'] : []),
    ...(both.length > 0 ? [`${words(both)}既放假又上班，请去掉一个`] : []),
    ...(onWeekdays.length > 0 ? [`${words(onWeekdays)}不是周末，本来就上班，不用列`] : []),
    ...(elsewhere.length > 0 ? [`${words(elsewhere)}不在 ${year} 年，请放到那一年的表里`] : []),
    ...(source.trim() === '' ? ['请写依据哪一个通知'] : []),
  ]
}

/** The year that a notice is about: as its title says, else as its number does; a notice is numbered the year before. */
export const yearOfNotice = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const title = /(\d{4})年部分节假日/.exec(plain)?.[1]
  if (title !== undefined) return Number(title)
  const number = /国办发明电[〔[(](\d{4})[〕\])]/.exec(plain)?.[1]
  return number === undefined ? undefined : Number(number) + 1
}

/** The next year that has no table. */
export const nextYear = (years: readonly number[], today: LocalDate): number => {
  let year = yearOf(today)
  while (years.includes(year)) year += 1
  return year
}

/** Days of other years that a notice disposes of as well. */
export type OtherDays = { holidays: readonly LocalDate[]; workdays: readonly LocalDate[] }

/** A table of another year with the days that it still lacks. */
export type Completed = YearDraft & { added: readonly LocalDate[] }

const sourceLength = 200

/** The tables that stand already and lack days that the notice names; a year without a table waits for its own notice. */
export const otherTables = (
  source: string,
  other: OtherDays,
  years: readonly YearDraft[],
): Completed[] =>
  years.flatMap((row) => {
    const of = (days: readonly LocalDate[], known: readonly LocalDate[]) =>
      days.filter((day) => yearOf(day) === row.year && !known.includes(day))
    const holidays = of(other.holidays, row.holidays)
    const workdays = of(other.workdays, row.workdays)
    const added = [...holidays, ...workdays]
    if (added.length === 0) return []
    return [
      {
        year: row.year,
        holidays: withDays(row.holidays, holidays),
        workdays: withDays(row.workdays, workdays),
        source: `${row.source}；${source}`.slice(0, sourceLength),
        added,
      },
    ]
  })
