import { addDays, type LocalDate, yearOf } from '../local-date.ts'
import { type Happenings, runPeriod, type Step } from './course.ts'
import {
  type Deadline,
  type HolidayYear,
  lastDay,
  rollBack,
  rollForward,
  tableOf,
} from './period.ts'
import { type DeadlineRefusal, type DeadlineRule, refuse } from './rule.ts'

/** A day set by a person instead of the counted one; the counted ones stay. */
export type Override = { date: LocalDate; reason: string }

export type DeadlineInput = Happenings & { override?: Override }

export type ComputedDeadline = Omit<Deadline, 'raw'> & {
  rule: DeadlineRule
  /** Day from which the period counts: the event, or the last interruption. */
  countedFrom: LocalDate
  /** Last day as counted; undefined when working days run into a year without a table. */
  raw: LocalDate | undefined
  /** Where `raw` is not known: the day before which it cannot be. */
  notBefore?: LocalDate
  /** What the house goes by: the day set by a person, else `raw`. */
  dueOn: LocalDate | undefined
  /** Days to remind on, working days, the last of them `remindOn`. */
  reminders: LocalDate[]
  /** Years that a table has to be entered for. */
  missingYears: number[]
  /** Tables of days off that the dates rest on. */
  tables: { year: number; source?: string; verified?: boolean }[]
  pausedDays: number
  /** The clock still stands: the dates move on with every day. */
  isPaused: boolean
  verified: boolean
  override?: Override
  steps: Step[]
}

export type DeadlineAnswer = { ok: true; deadline: ComputedDeadline } | DeadlineRefusal

/** A day on which the period surely still runs: every day of the calendar taken for a working day. */
const earliestEnd = ({ period }: DeadlineRule, from: LocalDate): LocalDate =>
  lastDay(from, period.unit === 'workday' ? { unit: 'day', count: period.count } : period)

const remindersOf = (
  { remind, direction }: DeadlineRule,
  {
    base,
    countedFrom,
    anchor,
    shift,
  }: Record<'base' | 'countedFrom' | 'anchor', LocalDate> & {
    shift: number
  },
  calendar: readonly HolidayYear[],
): LocalDate[] => {
  const days =
    'daysBefore' in remind
      ? remind.daysBefore.map((count) => addDays(anchor, -count))
      : remind.onDays.map((count) => addDays(countedFrom, count + shift))
  const last = rollBack(anchor, calendar)
  const early = days
    .filter((day) => day <= anchor)
    .map((day) => rollBack(day, calendar))
    .filter((day) => (direction === 'before' || day >= base) && day < last)
  return [...new Set([...early, last])].toSorted()
}

const rolledOf = (
  rule: DeadlineRule,
  raw: LocalDate | undefined,
  calendar: readonly HolidayYear[],
): Pick<Deadline, 'rolled' | 'needsCalendar' | 'rollsOverWeekend'> => {
  if (raw === undefined) return { rolled: undefined, needsCalendar: true, rollsOverWeekend: false }
  if (rule.rolls) return rollForward(raw, calendar)
  return { rolled: raw, needsCalendar: false, rollsOverWeekend: false }
}

/** The years that decide the rolled day and the day to remind on. */
const yearsBetween = (first: LocalDate, last: LocalDate): number[] =>
  Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index) => yearOf(first) + index)

/** Where the roll stopped for want of a table: the first of January of that year. */
const stoppedAt = (raw: LocalDate, calendar: readonly HolidayYear[]): LocalDate => {
  let day = raw
  while (tableOf(day, calendar)) day = addDays(day, 1)
  return day
}

/**
 * One deadline from its rule and what happened: last day as counted, rolled day, days to remind on, where from.
 * @law 《民法典》第二百零一条至第二百零三条;《民事诉讼法》第八十五条 (L1–L3)
 */
export const computeDeadline = (
  rule: DeadlineRule,
  input: DeadlineInput,
  calendar: readonly HolidayYear[],
): DeadlineAnswer => {
  const { base, override } = input
  if (override && override.reason.trim() === '') return refuse('deadline.overrideWithoutReason')
  if (override && rule.direction === 'after' && override.date < base)
    return refuse('deadline.overrideBeforeBase', { base, date: override.date })
  const course = runPeriod(rule, input, calendar)
  if (!course.ok) return course
  const { countedFrom, last: raw, shift } = course
  const roll = rolledOf(rule, raw, calendar)
  const end = raw ?? earliestEnd(rule, countedFrom)
  const anchor = override && override.date < end ? override.date : end
  const reminders = remindersOf(rule, { base, countedFrom, anchor, shift }, calendar)
  const remindOn = reminders.at(-1) ?? anchor
  const farthest =
    roll.rolled ?? (raw === undefined || !rule.rolls ? end : stoppedAt(raw, calendar))
  const years = yearsBetween(remindOn, farthest)
  const missing = years.filter((year) => !calendar.some((table) => table.year === year))
  const missingYears = [
    ...new Set(course.missingYear === undefined ? missing : [...missing, course.missingYear]),
  ].toSorted((a, b) => a - b)
  return {
    ok: true,
    deadline: {
      rule,
      ruleId: rule.ruleId,
      base,
      countedFrom,
      raw,
      ...(raw === undefined ? { notBefore: end } : {}),
      ...roll,
      dueOn: override?.date ?? raw,
      remindOn,
      reminders,
      needsCalendar: roll.needsCalendar || missingYears.length > 0,
      missingYears,
      tables: calendar
        .filter(({ year }) => years.includes(year))
        .map(({ year, source, verified }) => ({ year, source, verified })),
      pausedDays: course.pausedDays,
      isPaused: course.isPaused,
      verified: rule.verified,
      source: rule.source,
      ...(override ? { override } : {}),
      steps: course.steps,
    },
  }
}
