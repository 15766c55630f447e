import { z } from 'zod'
import { entryMarks, helperKinds, partKinds } from '#db/domain/session/room.ts'
import { command, nothing, query } from './operation.ts'
import { answer, filledLine, id, instant, line, prose } from './values.ts'

export const attendeeForm = z.strictObject({
  capacity: z.enum(['mediator', 'party', 'representative', 'helper', 'lawyer']),
  partyId: id.optional(),
  name: filledLine(100),
  note: line(100),
  /** Of a helper or lawyer at the start of a session: every party consented. */
  consented: z.boolean(),
  helperKind: z.enum(helperKinds).optional(),
  /** A relation to a party that was disclosed (rule B5). */
  disclosure: line(200).optional(),
})
const attendee = attendeeForm.extend({
  id,
  position: z.int(),
  joinedAt: instant.optional(),
  leftAt: instant.optional(),
  /** Parties whose consent to this person is on record (rule B7). */
  consentsOf: z.array(id),
})
export type Attendee = z.infer<typeof attendee>

/** One line of the record: who said what. Position orders; a removed line stays and can be undone. */
export const entryForm = z.strictObject({
  id,
  position: z.number(),
  attendeeId: id,
  text: prose(),
  isKeyPoint: z.boolean(),
  mark: z.enum(entryMarks).optional(),
  removed: z.boolean(),
  /** The separate talk behind whose wall the line lies; absent for what both sides may see. */
  partId: id.optional(),
})
const entry = entryForm.extend({ createdAt: instant, updatedAt: instant })
export type Entry = z.infer<typeof entry>

const part = z.object({
  id,
  position: z.int(),
  kind: z.enum(partKinds),
  /** With whom a separate talk is held. */
  partyId: id.optional(),
  startedAt: instant,
  endedAt: instant.optional(),
})
export type SessionPart = z.infer<typeof part>

/** A fact that nobody disputes; both sides confirm this very wording. */
const undisputedFact = z.object({
  id,
  position: z.int(),
  text: z.string(),
  revision: z.int(),
  sessionId: id.optional(),
  entryId: id.optional(),
  /** The last answer of each party to this wording. */
  answers: z.array(z.object({ partyId: id, answer, at: instant })),
})
export type UndisputedFact = z.infer<typeof undisputedFact>

/** Where somebody was writing: the line, and how many characters stand before the cursor. */
const cursor = z.strictObject({ entryId: id, caret: z.int().min(0) })

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
  parties: z.array(z.object({ id, name: z.string(), role: z.string() })),
  parts: z.array(part),
  /** Lines of separate talks are among them only for the mediator of the case. */
  entries: z.array(entry),
  undisputedFacts: z.array(undisputedFact),
  /** Separate talks, offers and private notes are open to this actor. */
  mayOpenWall: z.boolean(),
  cursor: cursor.optional(),
})
export type SessionRecord = z.infer<typeof sessionRecord>
const factText = prose(4000).refine((text) => text.trim() !== '', { error: 'blank' })
const atTheTable = ['mediator', 'head'] as const

export const sessions = {
  get: query({ allow: atTheTable, input: z.strictObject({ id }), output: sessionRecord }),
  start: command({
    allow: atTheTable,
    touches: ['sessions', 'cases', 'clocks'],
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
    touches: ['sessions', 'cases', 'clocks'],
    input: z.strictObject({ sessionId: id }),
    output: z.object({ toldAt: instant }),
  }),
  /** Idempotent: the same lines sent twice are stored once. */
  saveEntries: command({
    allow: atTheTable,
    touches: [],
    input: z.strictObject({
      sessionId: id,
      entries: z.array(entryForm).min(1).max(500),
      cursor: cursor.optional(),
    }),
    output: z.object({ savedAt: instant }),
  }),
  /** Remembers where this person is writing, without a line having changed. */
  keepCursor: command({
    allow: atTheTable,
    touches: [],
    logged: false,
    input: z.strictObject({ sessionId: id, cursor }),
    output: nothing,
  }),
  /** The room was left on purpose: after a crash there is nothing to come back to. */
  leaveRoom: command({
    allow: atTheTable,
    touches: [],
    logged: false,
    input: z.strictObject({ sessionId: id }),
    output: nothing,
  }),
  /** The open room in which this person was writing when the app last ended without leaving it. */
  whereIWas: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({ sessionId: id.optional() }),
  }),
  /** Ends the present part and begins the next; a separate talk gets its own key. */
  beginPart: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({
      sessionId: id,
      kind: z.enum(partKinds),
      partyId: id.optional(),
    }),
    output: z.object({ id }),
  }),
  /** Consent of parties to somebody called in (rule B7). */
  consent: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ sessionId: id, attendeeId: id, partyIds: z.array(id).min(1).max(200) }),
    output: nothing,
  }),
  /** Somebody went before the end. */
  leave: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ sessionId: id, attendeeId: id }),
    output: nothing,
  }),
  addFact: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({
      caseId: id,
      sessionId: id.optional(),
      entryId: id.optional(),
      text: factText,
    }),
    output: z.object({ id }),
  }),
  /** Another wording: both sides are asked anew. */
  changeFact: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ id, revision: z.int(), text: factText }),
    output: z.object({ revision: z.int() }),
  }),
  removeFact: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  answerFact: command({
    allow: atTheTable,
    touches: ['sessions'],
    input: z.strictObject({ id, revision: z.int(), partyId: id, answer }),
    output: nothing,
  }),
  /** The mediator's own pad of a case; nobody else ever reads it. */
  privateNotes: query({
    allow: atTheTable,
    input: z.strictObject({ caseId: id }),
    output: z.object({ text: z.string(), revision: z.int() }),
  }),
  savePrivateNotes: command({
    allow: atTheTable,
    touches: [],
    input: z.strictObject({ caseId: id, revision: z.int(), text: prose() }),
    output: z.object({ revision: z.int(), savedAt: instant }),
  }),
  end: command({
    allow: atTheTable,
    touches: ['sessions', 'cases', 'clocks'],
    input: z.strictObject({
      sessionId: id,
      result: z.enum(['agreed', 'notAgreed', 'adjourned']),
      resultNote: prose(4000),
    }),
    output: nothing,
  }),
}
