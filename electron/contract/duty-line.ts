import { z } from 'zod'
import { half, wallTime } from './lawyers.ts'
import { id, instant, localDate } from './values.ts'

/** A published half-day of one person. */
export const dutyLine = z.object({
  dutyId: id,
  shiftId: id,
  date: localDate,
  half,
  startsAt: wallTime,
  endsAt: wallTime,
  deskName: z.string(),
  place: z.string(),
  state: z.enum(['planned', 'cancelled']),
  insteadOfName: z.string().optional(),
  signedInAt: instant.optional(),
  signedOutAt: instant.optional(),
})
export type DutyLine = z.infer<typeof dutyLine>
