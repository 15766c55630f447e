import type { LocalDate } from '../local-date.ts'
import { minuteOfDay, wallOf } from './wall-time.ts'

export type SignKind = 'in' | 'out'

/** What of a duty decides who may sign when. */
export type SignedDuty = {
  id: string
  date: LocalDate
  /** HH:MM */
  startsAt: string
  endsAt: string
  state: 'planned' | 'cancelled'
  signedInAt?: string | undefined
  signedOutAt?: string | undefined
}

export type SignTrouble =
  | 'duties.cancelled'
  | 'duties.notToday'
  | 'duties.alreadySignedIn'
  | 'duties.alreadySignedOut'
  | 'duties.notSignedIn'
  | 'duties.outBeforeIn'
  | 'duties.tooEarly'

const earliestMinutes = 60

const mayBegin = ({ startsAt }: SignedDuty, minute: number): boolean =>
  minute >= minuteOfDay(startsAt) - earliestMinutes

/**
 * Why this duty cannot be signed at that moment; undefined when it can.
 * @policy In from an hour before the start, once; out once, after it; both on the day itself
 */
export const signTrouble = (
  duty: SignedDuty,
  kind: SignKind,
  at: string,
): SignTrouble | undefined => {
  if (duty.state === 'cancelled') return 'duties.cancelled'
  const { date, minute } = wallOf(at)
  if (date !== duty.date) return 'duties.notToday'
  if (kind === 'in') {
    if (duty.signedInAt !== undefined) return 'duties.alreadySignedIn'
    return mayBegin(duty, minute) ? undefined : 'duties.tooEarly'
  }
  if (duty.signedInAt === undefined) return 'duties.notSignedIn'
  if (duty.signedOutAt !== undefined) return 'duties.alreadySignedOut'
  return at < duty.signedInAt ? 'duties.outBeforeIn' : undefined
}

/**
 * Which of somebody's duties is to be signed now, and how.
 * @policy Whoever is there signs out before signing in to the next one; what is over is left to the window
 */
export const nextSign = (
  duties: readonly SignedDuty[],
  now: string,
): { dutyId: string; kind: SignKind } | undefined => {
  const { minute } = wallOf(now)
  const open = duties.find((duty) => signTrouble(duty, 'out', now) === undefined)
  if (open) return { dutyId: open.id, kind: 'out' }
  const coming = duties
    .filter((duty) => signTrouble(duty, 'in', now) === undefined)
    .filter(({ endsAt }) => minute < minuteOfDay(endsAt))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
  return coming && { dutyId: coming.id, kind: 'in' }
}
