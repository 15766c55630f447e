import { addDays, type LocalDate } from '../local-date.ts'
import type { HalfDay } from '../rota/problem.ts'

/** HH:MM between which somebody sits at a desk in a half-day. */
export type HalfHours = Readonly<Record<HalfDay, readonly [string, string]>>

/** @policy Until the centre has desks */
export const usualHours: HalfHours = {
  morning: ['08:30', '12:00'],
  afternoon: ['13:30', '17:30'],
}

/**
 * The longest half-days of the desks.
 * @policy Somebody who is busy at lunch or at night is not kept away from a desk
 */
export const hoursOfHalves = (
  patterns: readonly { half: HalfDay; startsAt: string; endsAt: string }[],
): HalfHours => {
  const of = (half: HalfDay): readonly [string, string] => {
    const own = patterns.filter((pattern) => pattern.half === half)
    const starts = own.map(({ startsAt }) => startsAt).toSorted()
    const ends = own.map(({ endsAt }) => endsAt).toSorted()
    return [starts[0] ?? usualHours[half][0], ends.at(-1) ?? usualHours[half][1]]
  }
  return { morning: of('morning'), afternoon: of('afternoon') }
}

export type WallTime = { date: LocalDate; time: string }
export type BusyPart = { fromOn: LocalDate; toOn: LocalDate; half: HalfDay | undefined }

const halfOf = (from: string, to: string, hours: HalfHours): HalfDay | 'day' | undefined => {
  const meets = (half: HalfDay) => from < hours[half][1] && hours[half][0] < to
  const [morning, afternoon] = [meets('morning'), meets('afternoon')]
  if (morning && afternoon) return 'day'
  return morning ? 'morning' : afternoon ? 'afternoon' : undefined
}

/**
 * The half-days that an appointment falls into: its first and last day by the clock, those between them whole.
 * @policy As `hoursOfHalves`
 */
export const busyParts = (start: WallTime, end: WallTime, hours: HalfHours): BusyPart[] => {
  const part = (date: LocalDate, from: string, to: string): BusyPart[] => {
    const half = halfOf(from, to, hours)
    if (half === undefined) return []
    return [{ fromOn: date, toOn: date, half: half === 'day' ? undefined : half }]
  }
  if (end.date <= start.date) return part(start.date, start.time, end.time)
  const [first, last] = [addDays(start.date, 1), addDays(end.date, -1)]
  return [
    ...part(start.date, start.time, '24:00'),
    ...(first <= last ? [{ fromOn: first, toOn: last, half: undefined }] : []),
    ...part(end.date, '00:00', end.time),
  ]
}
