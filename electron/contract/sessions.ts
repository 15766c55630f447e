import { z } from 'zod'
import { command, nothing, query } from './operation.ts'
import { filledLine, id, instant, line, prose } from './values.ts'

export const attendeeForm = z.strictObject({
  capacity: z.enum(['mediator', 'party', 'representative', 'helper', 'lawyer']),
  partyId: id.optional(),
  name: filledLine(100),
  note: line(100),
  consented: z.boolean(),
})
const attendee = attendeeForm.extend({ id, position: z.int() })
export type Attendee = z.infer<typeof attendee>

/** One line of the record: who said what. Position orders; a removed line stays and can be undone. */
export const entryForm = z.strictObject({
  id,
  position: z.number(),
  attendeeId: id,
  text: prose(),
  isKeyPoint: z.boolean(),
  removed: z.boolean(),
})
const entry = entryForm.extend({ createdAt: instant, updatedAt: instant })
export type Entry = z.infer<typeof entry>

const sessionRecord = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  ordinal: z.int(),
  status: z.enum(['open', 'ended']),
  place: z.string(),
  isOpen: z.boolean(),
  mediatorId: id,
  mediatorName: z.string(),
  recorderName: z.string(),
  startedAt: instant,
  rightsToldAt: instant.optional(),
  endedAt: instant.optional(),
  result: z.enum(['agreed', 'notAgreed', 'adjourned']).optional(),
  resultNote: z.string(),
  attendees: z.array(attendee),
  entries: z.array(entry),
})
export type SessionRecord = z.infer<typeof sessionRecord>
const atTheTable = ['mediator', 'head'] as const

export const sessions = {
  get: query({ allow: atTheTable, input: z.strictObject({ id }), output: sessionRecord }),
  start: command({
    allow: atTheTable,
    touches: ['sessions', 'cases'],
    input: z.strictObject({
      caseId: id,
      place: filledLine(100),
      isOpen: z.boolean(),
      recorderName: filledLine(30),
      attendees: z.array(attendeeForm).min(2).max(50),
    }),
    output: z.object({ id }),
  }),
  addAttendee: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ sessionId: id, attendee: attendeeForm }),
    output: z.object({ id }),
  }),
  /** Rights and duties told (rule C1): before this no line can be recorded. */
  tellRights: command({
    allow: atTheTable,
    touches: ['sessions', 'cases'],
    input: z.strictObject({ sessionId: id }),
    output: z.object({ toldAt: instant }),
  }),
  /** Idempotent: the same lines sent twice are stored once. */
  saveEntries: command({
    allow: atTheTable,
    touches: [],
    input: z.strictObject({ sessionId: id, entries: z.array(entryForm).min(1).max(500) }),
    output: z.object({ savedAt: instant }),
  }),
  end: command({
    allow: atTheTable,
    touches: ['sessions', 'cases'],
    input: z.strictObject({
      sessionId: id,
      result: z.enum(['agreed', 'notAgreed', 'adjourned']),
      resultNote: prose(4000),
    }),
    output: nothing,
  }),
}
