import { minuteOfDay, wallOf } from '#db/domain/duty/wall-time.ts'
import type { DayDuty } from './presence.ts'

/** As counted; of a forgotten sign-out until the planned end, from the planned start or when somebody came later. */
export const proposedMinutes = (
  duty: Pick<
    DayDuty,
    'minutes' | 'correctedMinutes' | 'signedInAt' | 'signedOutAt' | 'startsAt' | 'endsAt'
  >,
): number => {
  const { signedInAt, signedOutAt, startsAt, endsAt } = duty
  if (duty.correctedMinutes !== undefined) return duty.correctedMinutes
  if (signedInAt === undefined || signedOutAt !== undefined) return duty.minutes
  const from = Math.max(minuteOfDay(startsAt), wallOf(signedInAt).minute)
  return Math.max(0, minuteOfDay(endsAt) - from)
}
