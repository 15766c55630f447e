import { addDays, weekday, type LocalDate } from '../domain/local-date.ts'
import type { Random } from './seed-random.ts'

const opensAt = 9 * 60
const closesAt = 17 * 60 + 30
const shanghaiOffset = 8 * 60

const two = (value: number) => String(value).padStart(2, '0')

/** Walks through office hours: every instant lies on a weekday between 9:00 and 17:30 in China. */
export type OfficeClock = {
  readonly day: LocalDate
  /** Moves on and answers the new instant; days first, then minutes, over to the next morning at need. */
  later(days: number, minutes: number): string
  /** No earlier than this day. */
  waitFor(day: LocalDate): void
}

const firstWeekday = (day: LocalDate): LocalDate =>
  weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day

export function officeClock(random: Random, start: LocalDate): OfficeClock {
  let day = firstWeekday(start)
  let minute = opensAt + random.int(0, 300)
  return {
    get day() {
      return day
    },
    waitFor(least) {
      if (day < least) day = firstWeekday(least)
    },
    later(days, minutes) {
      if (days > 0) {
        day = firstWeekday(addDays(day, days))
        minute = opensAt + random.int(0, 240)
      }
      minute += minutes
      if (minute > closesAt) {
        day = firstWeekday(addDays(day, 1))
        minute = opensAt + random.int(0, 60)
      }
      const utc = minute - shanghaiOffset
      const second = two(random.int(0, 59))
      const part = String(random.int(0, 999)).padStart(3, '0')
      return `${day}T${two(Math.floor(utc / 60))}:${two(utc % 60)}:${second}.${part}Z`
    },
  }
}
