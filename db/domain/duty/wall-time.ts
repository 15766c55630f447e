import {
  daysBetween,
  formatChineseTime,
  type LocalDate,
  localDate,
  localDateOf,
} from '../local-date.ts'

export type WallTime = { date: LocalDate; minute: number }

/** @policy HH:MM as minutes since midnight */
export const minuteOfDay = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** @policy The clock on the wall is that of Shanghai, the same all year */
export const wallOf = (isoInstant: string): WallTime => ({
  date: localDateOf(isoInstant),
  minute: minuteOfDay(formatChineseTime(isoInstant).slice(-5)),
})

const epoch = localDate('2000-01-01')
const secondsOf = (iso: string): number =>
  daysBetween(epoch, localDate(iso.slice(0, 10))) * 86_400 +
  minuteOfDay(iso.slice(11, 16)) * 60 +
  Number(iso.slice(17, 19))

/** @policy Whole minutes from one instant to a later one; a minute that was begun does not count */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((secondsOf(to) - secondsOf(from)) / 60)
