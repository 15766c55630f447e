import { z } from 'zod'
import { half, rotaKeepers, wallTime } from './lawyers.ts'
import { dutyLine } from './duty-line.ts'
import { command, nothing, query, task } from './operation.ts'
import { rotaRequest } from './requests.ts'
import { id, instant, line, filledLine, localDate } from './values.ts'

const touches = ['duties', 'rotas', 'requests', 'lawyers'] as const
const revision = z.int().min(1)

const weekShift = z.object({
  shiftId: id,
  half,
  startsAt: wallTime,
  endsAt: wallTime,
  deskId: id,
  deskName: z.string(),
  demand: z.int(),
  /** Names without ids for whom only the head sees. */
  people: z.array(z.object({ lawyerId: id.optional(), name: z.string(), insteadOf: z.boolean() })),
})
const week = z.object({
  /** Monday to Sunday of today. */
  days: z.array(z.object({ date: localDate, words: z.string(), shifts: z.array(weekShift) })),
  people: z.array(
    z.object({
      lawyerId: id,
      name: z.string(),
      initials: z.string(),
      hasPin: z.boolean(),
      /** The account that the lock screen already has a button for. */
      userId: id.optional(),
    }),
  ),
  /** When what is shown was written; it is a copy while the store is closed. */
  asOf: instant.optional(),
  /** Sign-ins that wait for the store to be opened. */
  waiting: z.int(),
})
export type DutyWeek = z.infer<typeof week>

const minutesOf = z.object({
  duties: z.int(),
  minutes: z.int(),
  corrected: z.int(),
  noShows: z.int(),
})
const counted = z.object({ category: z.string(), name: z.string(), count: z.int() })

export const duties = {
  /** This week, before anybody signed in; from the copy beside the store while that is closed. */
  week: task({ allow: 'anyone', touches: [], input: nothing, output: week }),
  /** One person's next shift and those after it, eight weeks ahead; before signing in. */
  person: task({
    allow: 'anyone',
    touches: [],
    input: z.strictObject({ lawyerId: id }),
    output: z.object({
      lawyerId: id,
      name: z.string(),
      firmName: z.string(),
      hasPin: z.boolean(),
      userId: id.optional(),
      next: dutyLine.optional(),
      duties: z.array(dutyLine),
      /** Which of today's can be signed now, and how. */
      sign: z.object({ dutyId: id, kind: z.enum(['in', 'out']) }).optional(),
    }),
  }),
  /** With the PIN; while the store is closed it is sealed beside it and recorded with the next sign-in. */
  sign: task({
    allow: 'anyone',
    touches,
    input: z.strictObject({
      lawyerId: id,
      dutyId: id,
      kind: z.enum(['in', 'out']),
      pin: z.string().max(20),
    }),
    output: z.object({ at: instant, waiting: z.boolean() }),
  }),
  /** The own shifts of a lawyer, or those of a desk, as a calendar file; the same ids every time. */
  exportIcs: task({
    allow: 'anyone',
    touches: [],
    input: z.strictObject({ lawyerId: id.optional(), deskId: id.optional() }),
    output: z.object({ saved: z.string().optional(), count: z.int() }),
  }),
  /** Of the lawyer who is signed in, or of anybody for a keeper. */
  mine: query({
    allow: ['lawyer', 'head', 'receptionist'],
    input: z.strictObject({ lawyerId: id.optional() }),
    output: z.object({
      lawyerId: id,
      name: z.string(),
      firmName: z.string(),
      hasPin: z.boolean(),
      next: dutyLine.optional(),
      coming: z.array(dutyLine),
      past: z.array(
        dutyLine.extend({ minutes: z.int(), noShow: z.boolean(), corrected: z.boolean() }),
      ),
      month: minutesOf,
      year: minutesOf,
      /** Of the last duty with any. */
      lastCounts: z.object({ date: localDate, counts: z.array(counted) }).optional(),
      requests: z.array(rotaRequest),
      /** Changes that this person has not been told yet. */
      news: z.array(
        z.object({ id, kind: z.enum(['added', 'removed', 'changed']), duty: dutyLine }),
      ),
    }),
  }),
  /** The lawyer has seen the changes. */
  seen: command({
    allow: ['lawyer'],
    touches,
    input: z.strictObject({ ids: z.array(id).max(200) }),
    output: nothing,
  }),
  /** One day at the desk: who is there, who is late, whom to call. */
  day: query({
    allow: ['head', 'receptionist', 'mediator'],
    input: z.strictObject({ date: localDate }),
    output: z.object({
      date: localDate,
      shifts: z.array(
        z.object({
          shiftId: id,
          half,
          startsAt: wallTime,
          endsAt: wallTime,
          deskId: id,
          deskName: z.string(),
          missing: z.int(),
          hidden: z.int(),
          duties: z.array(
            dutyLine.extend({
              lawyerId: id,
              lawyerName: z.string(),
              firmName: z.string(),
              phone: z.string(),
              revision: z.int(),
              minutes: z.int(),
              correctedMinutes: z.int().optional(),
              correctedReason: z.string(),
              noShow: z.boolean(),
              noShowWords: z.string(),
              /** Begun without a sign-in for longer than is set. */
              atRisk: z.boolean(),
              /** The half-day has ended: nobody can be put in any more. */
              over: z.boolean(),
              /** A sign from the lock screen whose PIN was not the stored one. */
              doubted: z.boolean(),
              visitors: z.int(),
            }),
          ),
        }),
      ),
    }),
  }),
  signFor: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({ dutyId: id, revision, kind: z.enum(['in', 'out']), at: instant }),
    output: z.object({ revision: z.int() }),
  }),
  /** Minutes of service as they really were; without `minutes` those of the signs count again. */
  correct: command({
    allow: ['head'],
    touches,
    input: z.strictObject({
      dutyId: id,
      revision,
      minutes: z.int().min(0).max(1440).optional(),
      reason: filledLine(200),
    }),
    output: z.object({ revision: z.int() }),
  }),
  noShow: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({ dutyId: id, revision, noShow: z.boolean(), words: line(200) }),
    output: z.object({ revision: z.int() }),
  }),
  /** Who could take this duty now, in the order in which they are asked; also one that has begun. */
  substitutes: query({
    allow: rotaKeepers,
    input: z.strictObject({ dutyId: id }),
    output: z.array(
      z.object({
        lawyerId: id,
        name: z.string(),
        firmName: z.string(),
        phone: z.string(),
        breaks: z.array(z.string()),
        cost: z.int(),
        served: z.int(),
        deviation: z.number(),
        lastServedOn: localDate.optional(),
        mayKnowingly: z.boolean(),
      }),
    ),
  }),
  /** Puts a substitute in and publishes it. */
  substitute: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({
      dutyId: id,
      revision,
      lawyerId: id,
      knowingly: z.boolean(),
      words: line(200),
    }),
    output: z.object({ dutyId: id }),
  }),
  /** Changes that people must still be told of, and those told in the last month. */
  notices: query({
    allow: rotaKeepers,
    input: z.strictObject({ rotaId: id.optional() }),
    output: z.array(
      z.object({
        id,
        lawyerId: id,
        lawyerName: z.string(),
        phone: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        duty: dutyLine,
        cause: z.enum(['publish', 'leave', 'cover', 'swap', 'substitute']),
        publishedAt: instant,
        toldAt: instant.optional(),
        toldByName: z.string().optional(),
        channel: z.enum(['phone', 'message', 'inPerson', 'seen']).optional(),
      }),
    ),
  }),
  told: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({
      ids: z.array(id).min(1).max(500),
      channel: z.enum(['phone', 'message', 'inPerson']),
    }),
    output: nothing,
  }),
  /** Hours of everybody in a stretch. */
  hours: query({
    allow: ['head', 'receptionist'],
    input: z.strictObject({ from: localDate, to: localDate }),
    output: z.array(
      minutesOf.extend({
        lawyerId: id,
        name: z.string(),
        firmName: z.string(),
        consultations: z.int(),
      }),
    ),
  }),
}
