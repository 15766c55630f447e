import { addDays, daysBetween, type LocalDate } from '../local-date.ts'
import {
  addWorkdays,
  type HolidayYear,
  lastDay,
  type RulePeriod,
  workingDayFrom,
} from './period.ts'
import {
  type Consent,
  type DeadlineRefusal,
  type DeadlineRule,
  type PauseReason,
  refuse,
} from './rule.ts'

/** The period starts anew on the day; the day itself is not counted. */
export type Interruption = { on: LocalDate; cause: string }

/** The clock stands from `from` to `to`, both included; without `to` it still stands. */
export type Pause = { from: LocalDate; to?: LocalDate; reason: PauseReason }

/** A longer period: by so much, or until a day. */
export type Extension = {
  by?: RulePeriod
  until?: LocalDate
  consents: readonly Consent[]
  /** Day on which it was agreed or decided. */
  on?: LocalDate
}

/** What has happened to a period besides its base event. */
export type Happenings = {
  base: LocalDate
  /** Needed while a clock stands still. */
  today?: LocalDate
  interruptions?: readonly Interruption[]
  pauses?: readonly Pause[]
  extensions?: readonly Extension[]
}

export type Step =
  | { kind: 'interrupted'; on: LocalDate; cause: string }
  | { kind: 'counted'; from: LocalDate; to: LocalDate }
  | {
      kind: 'paused'
      from: LocalDate
      to: LocalDate
      reason: PauseReason
      days: number
      last: LocalDate
    }
  | { kind: 'extended'; consents: readonly Consent[]; last: LocalDate }

/** How a period ran: `last` is undefined when a year of working days has no table. */
export type Course =
  | {
      ok: true
      countedFrom: LocalDate
      last: LocalDate | undefined
      missingYear?: number
      /** Days by which pauses and extensions moved the last day. */
      shift: number
      pausedDays: number
      isPaused: boolean
      steps: Step[]
    }
  | DeadlineRefusal

type Last = { day: LocalDate | undefined; missingYear?: number }

const after = (from: LocalDate, period: RulePeriod, calendar: readonly HolidayYear[]): Last => {
  if (period.unit !== 'workday') return { day: lastDay(from, period) }
  const counted = addWorkdays(from, period.count, calendar)
  return counted.ok ? { day: counted.day } : { day: undefined, missingYear: counted.missingYear }
}

const endOf = (rule: DeadlineRule, from: LocalDate, calendar: readonly HolidayYear[]): Last => {
  const { period, direction } = rule
  if (direction === 'after' || period.unit === 'workday') return after(from, period, calendar)
  return { day: lastDay(from, { ...period, count: -period.count }) }
}

/**
 * The last day on which something done is still in time.
 * @law 《民法典》第二百零三条 (L1)
 */
const lastInTime = (rule: DeadlineRule, last: LocalDate, calendar: readonly HolidayYear[]) =>
  rule.rolls ? workingDayFrom(last, calendar) : last

type Restart = { ok: true; from: LocalDate; steps: Step[] } | DeadlineRefusal

const restart = (
  rule: DeadlineRule,
  { base, interruptions = [] }: Happenings,
  calendar: readonly HolidayYear[],
): Restart => {
  if (interruptions.length > 0 && !rule.interruptible)
    return refuse('deadline.notInterruptible', { rule: rule.id })
  let from = base
  const steps: Step[] = []
  for (const { on, cause } of interruptions.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const end = endOf(rule, from, calendar).day
    if (on < from || (end !== undefined && on > lastInTime(rule, end, calendar)))
      return refuse('deadline.interruptedOutside', { on, from, last: end })
    from = on
    steps.push({ kind: 'interrupted', on, cause })
  }
  return { ok: true, from, steps }
}

type ClosedPause = Pause & { to: LocalDate }

type Pauses = { ok: true; pauses: ClosedPause[]; isPaused: boolean } | DeadlineRefusal

/** Pauses with an end, in order, no day twice. */
const closed = (rule: DeadlineRule, { pauses = [], today }: Happenings): Pauses => {
  const result: ClosedPause[] = []
  let isPaused = false
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!rule.pauses.some(({ reason }) => reason === pause.reason))
      return refuse('deadline.notPausable', { rule: rule.id, reason: pause.reason })
    const to = pause.to ?? today
    if (to === undefined) return refuse('deadline.pauseOpen', { from: pause.from })
    if (to < pause.from) return refuse('deadline.pauseReversed', { from: pause.from, to })
    isPaused ||= pause.to === undefined
    const before = result.at(-1)
    const from = before && pause.from <= before.to ? addDays(before.to, 1) : pause.from
    if (from <= to) result.push({ ...pause, from, to })
  }
  return { ok: true, pauses: result, isPaused }
}

type Extended = { ok: true; last: LocalDate | undefined; missingYear?: number } | DeadlineRefusal

const extended = (
  rule: DeadlineRule,
  last: LocalDate,
  { by, until, consents, on }: Extension,
  calendar: readonly HolidayYear[],
): Extended => {
  const law = rule.extension
  if (!law) return refuse('deadline.notExtendable', { rule: rule.id })
  const missing = law.needs.filter((one) => !consents.includes(one))
  if (missing.length > 0) return refuse('deadline.consentMissing', { rule: rule.id, missing })
  if (on !== undefined && on > lastInTime(rule, last, calendar))
    return refuse('deadline.extendedTooLate', { on, last })
  if ((by === undefined) === (until === undefined)) return refuse('deadline.extensionUnclear')
  const end: Last = by === undefined ? { day: until } : after(last, by, calendar)
  const latest = law.upTo && after(last, law.upTo, calendar)
  const missingYear = end.missingYear ?? latest?.missingYear
  if (end.day === undefined || (latest && latest.day === undefined))
    return { ok: true, last: undefined, ...(missingYear === undefined ? {} : { missingYear }) }
  if (end.day < last) return refuse('deadline.extensionBackwards', { last, until: end.day })
  if (latest?.day !== undefined && end.day > latest.day)
    return refuse('deadline.extensionTooLong', { until: end.day, latest: latest.day })
  return { ok: true, last: end.day }
}

/**
 * Runs a period from its event to its last day: an interruption starts it anew, a pause adds exactly its days, an
 * extension only with the consents that the rule wants.
 * @law 《民法典》第一百九十五条、第二百零一条、第二百零二条;《人民法院在线调解规则》第二十六条 (C8, G1, G4, L1)
 */
export const runPeriod = (
  rule: DeadlineRule,
  given: Happenings,
  calendar: readonly HolidayYear[],
): Course => {
  const start = restart(rule, given, calendar)
  if (!start.ok) return start
  const stops = closed(rule, given)
  if (!stops.ok) return stops
  const plain = endOf(rule, start.from, calendar)
  const steps = start.steps
  let last = plain.day
  let missingYear = plain.missingYear
  let pausedDays = 0
  if (last !== undefined) steps.push({ kind: 'counted', from: start.from, to: last })
  const waiting = [...stops.pauses]
  const pause = (): DeadlineRefusal | undefined => {
    for (
      let next = waiting[0];
      next && last !== undefined && next.from <= last;
      next = waiting[0]
    ) {
      waiting.shift()
      const { to, reason } = next
      const from = next.from > start.from ? next.from : addDays(start.from, 1)
      if (to < from) return refuse('deadline.pauseOutside', { from: next.from, to, last })
      const days = daysBetween(from, to) + 1
      last = addDays(last, days)
      pausedDays += days
      steps.push({ kind: 'paused', from, to, reason, days, last })
    }
    return undefined
  }
  const early = pause()
  if (early) return early
  for (const extension of given.extensions ?? []) {
    if (last === undefined) break
    const longer = extended(rule, last, extension, calendar)
    if (!longer.ok) return longer
    last = longer.last
    missingYear = longer.missingYear
    if (last !== undefined) steps.push({ kind: 'extended', consents: extension.consents, last })
    const late = pause()
    if (late) return late
  }
  if (waiting[0]) return refuse('deadline.pauseOutside', { ...waiting[0], last })
  return {
    ok: true,
    countedFrom: start.from,
    last,
    ...(missingYear === undefined ? {} : { missingYear }),
    shift: last === undefined || plain.day === undefined ? 0 : daysBetween(plain.day, last),
    pausedDays,
    isPaused: stops.isPaused,
    steps,
  }
}
