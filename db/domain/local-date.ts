/** A calendar date `YYYY-MM-DD` of Asia/Shanghai, without time or zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

type Ymd = { year: number; month: number; day: number }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z$/
const shanghaiOffsetHours = 8

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const compose = (year: number, month: number, day: number): LocalDate => {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

const split = (date: LocalDate): Ymd => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, days_from_civil). */
const toDayNumber = ({ year, month, day }: Ymd): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const fromDayNumber = (dayNumber: number): LocalDate => {
  const z = dayNumber + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return compose(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** Whether every period fits before and behind it: 9999-12-31 stands for no day that anybody waits for. */
export const isCountable = (date: LocalDate): boolean => '1000-01-01' <= date && date < '9900-01-01'

/** The date, or undefined when the text is not a real date in the form YYYY-MM-DD. */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined
  return text as LocalDate
}

/** @throws RangeError when the text is not a real date. */
export const localDate = (text: string): LocalDate => {
  const date = parseLocalDate(text)
  if (!date) throw new RangeError(`not a date: ${text}`)
  return date
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromDayNumber(toDayNumber(split(date)) + days)

/**
 * The corresponding day; when the month has none, its last day.
 * @law 《民法典》第二百零二条 (L1)
 */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = split(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return compose(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/**
 * The corresponding day of a later or earlier year; 29 February falls back to the 28th.
 * @law 《民法典》第二百零二条 (L1)
 */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12)

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number =>
  toDayNumber(split(b)) - toDayNumber(split(a))

/** 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => {
  const fromThursday = (toDayNumber(split(date)) + 3) % 7
  return ((fromThursday + 7) % 7) + 1
}

export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const yearOf = (date: LocalDate): number => split(date).year

/** Whole years lived on `on`, the birthday itself counted. */
export const ageOn = (birthDate: LocalDate, on: LocalDate): number => {
  const born = split(birthDate)
  const now = split(on)
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day)
  return now.year - born.year - (hadBirthday ? 0 : 1)
}

const shanghaiClock = (isoInstant: string): { date: LocalDate; hour: number; minute: number } => {
  const match = instantPattern.exec(isoInstant)
  const utcDate = match && parseLocalDate(isoInstant.slice(0, 10))
  if (!match || !utcDate) throw new RangeError(`not an instant in UTC: ${isoInstant}`)
  const hour = Number(match[4]) + shanghaiOffsetHours
  const overflow = hour >= 24
  return {
    date: overflow ? addDays(utcDate, 1) : utcDate,
    hour: overflow ? hour - 24 : hour,
    minute: Number(match[5]),
  }
}

/**
 * The date in China at an instant `…Z` (UTC+8 all year).
 * @throws RangeError when the text is not an instant in UTC.
 */
export const localDateOf = (isoInstant: string): LocalDate => shanghaiClock(isoInstant).date

/** 2026年11月22日, no leading zeros (forms.md §8). */
export const formatChineseDate = (date: LocalDate): string => {
  const { year, month, day } = split(date)
  return `${year}年${month}月${day}日`
}

/**
 * 2026年11月22日 09:30 in China.
 * @throws RangeError when the text is not an instant in UTC.
 */
export const formatChineseTime = (isoInstant: string): string => {
  const { date, hour, minute } = shanghaiClock(isoInstant)
  return `${formatChineseDate(date)} ${pad(hour, 2)}:${pad(minute, 2)}`
}
