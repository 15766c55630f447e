import { z } from 'zod'
import { half, wallTime } from './lawyers.ts'
import { caseWorkers, command, query } from './operation.ts'
import { filledLine, id, line, localDate } from './values.ts'

const bookingForm = z.strictObject({
  date: localDate,
  half,
  atTime: wallTime.optional(),
  deskId: id.optional(),
  /** What the lawyer of that half-day should know, and speak. */
  field: line(30),
  language: line(30),
  required: z.boolean(),
  words: line(200),
})
const booking = bookingForm.extend({
  id,
  revision: z.int(),
  caseId: id,
  deskName: z.string().optional(),
  cancelled: z.boolean(),
  cancelledWords: z.string(),
  /** Lawyers on duty then, and whether their firm has to do with a party. */
  lawyers: z.array(z.object({ name: z.string(), conflict: z.boolean() })),
})
export type Booking = z.infer<typeof booking>
const touches = ['bookings', 'rotas', 'cases'] as const

export const bookings = {
  ofCase: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({ bookings: z.array(booking), mayEdit: z.boolean() }),
  }),
  /** Open half-days of a fortnight from today for a case: who sits there, and what the lawyers know and speak. */
  choices: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      halfDays: z.array(
        z.object({
          date: localDate,
          half,
          /** Holiday, swapped workday, market or the words of a day set by hand. */
          words: z.string(),
          desks: z.array(
            z.object({ deskId: id, name: z.string(), startsAt: wallTime, endsAt: wallTime }),
          ),
          lawyers: z.array(z.object({ name: z.string(), conflict: z.boolean() })),
          /** All bookings of that half-day, whatever the case. */
          booked: z.int(),
        }),
      ),
      fields: z.array(z.string()),
      languages: z.array(z.string()),
    }),
  }),
  /** Booked cases of a stretch: of those that this person may read. */
  between: query({
    allow: caseWorkers,
    input: z.strictObject({ from: localDate, to: localDate }),
    output: z.array(booking.extend({ caseNumber: z.string(), title: z.string() })),
  }),
  save: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      id: id.optional(),
      revision: z.int().min(0),
      caseId: id,
      booking: bookingForm,
    }),
    output: z.object({ id, revision: z.int() }),
  }),
  cancel: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, revision: z.int().min(1), words: filledLine(200) }),
    output: z.object({ revision: z.int() }),
  }),
}
