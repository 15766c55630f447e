import type { LocalDate } from '../local-date.ts'
import { hasBegun } from './half-day.ts'
import { minuteOfDay, minutesBetween, wallOf } from './wall-time.ts'

export type ServedDuty = {
  date: LocalDate
  /** HH:MM */
  startsAt: string
  endsAt: string
  state: 'planned' | 'cancelled'
  signedInAt?: string | undefined
  signedOutAt?: string | undefined
  correctedMinutes?: number | undefined
  noShow: boolean
}

/** @policy Minutes as corrected, else between the two signs; without a sign-out none until they are corrected */
export const minutesServed = (duty: ServedDuty): number => {
  if (duty.correctedMinutes !== undefined) return duty.correctedMinutes
  const { signedInAt, signedOutAt } = duty
  if (signedInAt === undefined || signedOutAt === undefined) return 0
  return Math.max(0, minutesBetween(signedInAt, signedOutAt))
}

/** @policy A half-day is over when its last minute is */
export const isOver = ({ date, endsAt }: ServedDuty, now: string): boolean => {
  const today = wallOf(now)
  return date < today.date || (date === today.date && minuteOfDay(endsAt) <= today.minute)
}

/** @policy Somebody was there who signed in, or whose minutes the head set down */
const wasAttended = ({ signedInAt, correctedMinutes = 0, noShow }: ServedDuty): boolean =>
  !noShow && (signedInAt !== undefined || correctedMinutes > 0)

/** @policy A duty counts as served once it has begun and somebody was there */
export const sumServed = (duties: readonly ServedDuty[], now: string) => {
  const begun = duties.filter((duty) => hasBegun(duty, now))
  const served = begun.filter((duty) => duty.state === 'planned' && wasAttended(duty))
  return {
    duties: served.length,
    minutes: served.reduce((sum, duty) => sum + minutesServed(duty), 0),
    corrected: served.filter(({ correctedMinutes }) => correctedMinutes !== undefined).length,
    noShows: begun.filter(({ noShow }) => noShow).length,
  }
}

/** @policy Begun longer than is set without a sign-in: somebody has to ring */
export const isAtRisk = (duty: ServedDuty, now: string, lateAfterMinutes: number): boolean => {
  if (duty.state === 'cancelled' || duty.noShow || duty.signedInAt !== undefined) return false
  if (duty.correctedMinutes !== undefined) return false
  const { date, minute } = wallOf(now)
  if (duty.date !== date) return duty.date < date
  return minute >= minuteOfDay(duty.startsAt) + lateAfterMinutes
}
