import { addDays, addMonths, addYears, type LocalDate, weekday, yearOf } from '../local-date.ts'

/** One year's table of legal days off and of weekend days that are worked (调休). */
export type HolidayYear = {
  year: number
  holidays: readonly LocalDate[]
  workdays: readonly LocalDate[]
  /** The notice of the State Council, as cited. */
  source?: string
  /** The notice itself has been read and compared. */
  verified?: boolean
}

/** Counted in days of the calendar: the last day is known without a table of days off. */
export type Period =
  | { unit: 'day'; count: number }
  | { unit: 'month'; count: number }
  | { unit: 'year'; count: number }

/** What a rule may count in; working days (工作日) need the tables of all years they run through. */
export type RulePeriod = Period | { unit: 'workday'; count: number }

export type Deadline = {
  ruleId: string
  /** Day of the event; not counted itself. */
  base: LocalDate
  /** Last day as counted: the safe date, the only one to tell a party. */
  raw: LocalDate
  /** The next working day when the last day is off; undefined when a needed year has no table. */
  rolled: LocalDate | undefined
  /** The working day on or before `raw`: when to remind. */
  remindOn: LocalDate
  /** No table for a year that decides `rolled`. */
  needsCalendar: boolean
  /** `rolled` rests on a plain weekend counting as a legal day off: common practice, not settled. */
  rollsOverWeekend: boolean
  /** The article, as cited. */
  source: string
}

type DayKind = 'work' | 'holiday' | 'weekend'

/**
 * The table of days off for the year of a date; a year that nobody entered has none.
 * @policy A year without a table is told, not guessed (rules.md §L.2)
 */
export const tableOf = (
  date: LocalDate,
  calendar: readonly HolidayYear[],
): HolidayYear | undefined => calendar.find(({ year }) => year === yearOf(date))

const dayKind = (date: LocalDate, calendar: readonly HolidayYear[]): DayKind => {
  const table = tableOf(date, calendar)
  if (table?.holidays.includes(date)) return 'holiday'
  if (table?.workdays.includes(date)) return 'work'
  return weekday(date) >= 6 ? 'weekend' : 'work'
}

/**
 * The last day of a period: the day of the event is not counted; month and year periods end on the corresponding
 * day, or on the month's last where there is none.
 * @law 《民法典》第二百零一条、第二百零二条;《民事诉讼法》第八十五条 (L1)
 */
export const lastDay = (base: LocalDate, period: Period): LocalDate => {
  switch (period.unit) {
    case 'day':
      return addDays(base, period.count)
    case 'month':
      return addMonths(base, period.count)
    case 'year':
      return addYears(base, period.count)
  }
}

export type WorkdayCount =
  | { ok: true; day: LocalDate }
  /** A year on the way has no table. */
  | { ok: false; missingYear: number }

/**
 * The last of `count` working days after `base`; weekend days worked in exchange count, days off do not.
 * @law 《民法典》第二百零一条；国务院办公厅年度放假通知 (L2)
 */
export const addWorkdays = (
  base: LocalDate,
  count: number,
  calendar: readonly HolidayYear[],
): WorkdayCount => {
  let day = base
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (!tableOf(day, calendar)) return { ok: false, missingYear: yearOf(day) }
    if (dayKind(day, calendar) === 'work') left -= 1
  }
  return { ok: true, day }
}

type Roll = Pick<Deadline, 'rolled' | 'needsCalendar' | 'rollsOverWeekend'>

/**
 * When the last day is off, the next working day is the last.
 * @law 《民法典》第二百零三条;《民事诉讼法》第八十五条 (L1)
 */
export const rollForward = (raw: LocalDate, calendar: readonly HolidayYear[]): Roll => {
  let day = raw
  let rollsOverWeekend = false
  for (;;) {
    if (!tableOf(day, calendar)) {
      return { rolled: undefined, needsCalendar: true, rollsOverWeekend }
    }
    const kind = dayKind(day, calendar)
    if (kind === 'work') return { rolled: day, needsCalendar: false, rollsOverWeekend }
    rollsOverWeekend ||= kind === 'weekend'
    day = addDays(day, 1)
  }
}

/**
 * The working day on or before a day; in a year without a table weekends only are known to be off.
 * @policy Remind on the earlier date (rules.md §L)
 */
export const rollBack = (raw: LocalDate, calendar: readonly HolidayYear[]): LocalDate => {
  let day = raw
  while (dayKind(day, calendar) !== 'work') day = addDays(day, -1)
  return day
}

/**
 * The working day on or after a day; in a year without a table weekends only are known to be off.
 * @law 《民法典》第二百零三条 (L1)
 */
export const workingDayFrom = (day: LocalDate, calendar: readonly HolidayYear[]): LocalDate => {
  let next = day
  while (dayKind(next, calendar) !== 'work') next = addDays(next, 1)
  return next
}

export type StatutoryPeriod = { ruleId: string; period: Period; source: string }

/**
 * Base day, rule, last day, rolled day and source in one record.
 * @law rules.md §L: dates of Asia/Shanghai only, remind on the earlier date (L1–L3)
 */
export const deadlineOf = (
  { ruleId, period, source }: StatutoryPeriod,
  base: LocalDate,
  calendar: readonly HolidayYear[],
): Deadline => {
  const raw = lastDay(base, period)
  return {
    ruleId,
    base,
    raw,
    ...rollForward(raw, calendar),
    remindOn: rollBack(raw, calendar),
    source,
  }
}

/** @policy Never tell a party "still in time" on a rolled date: the raw day decides. */
export const isInTime = (deadline: Deadline, on: LocalDate): boolean => on <= deadline.raw
