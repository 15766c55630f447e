import { z } from 'zod'
import { command, nothing, query } from './operation.ts'
import { id, instant, line, localDate } from './values.ts'

const atTheTable = ['mediator', 'head'] as const

/** Sound of a session, optional: only with the consent of every party, never of a separate talk. */
export const recordings = {
  /** How many days sound is kept; undefined keeps it with the case. */
  settings: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({ allowed: z.boolean(), keepDays: z.int().optional() }),
  }),
  saveSettings: command({
    allow: ['head', 'administrator'],
    touches: ['recordings'],
    input: z.strictObject({ allowed: z.boolean(), keepDays: z.int().min(1).max(3650).optional() }),
    output: nothing,
  }),
  list: query({
    allow: atTheTable,
    input: z.strictObject({ sessionId: id }),
    output: z.array(
      z.object({
        id,
        position: z.int(),
        mediaType: z.string(),
        startedAt: instant,
        endedAt: instant.optional(),
        keepUntil: localDate.optional(),
        purgedAt: instant.optional(),
        slices: z.int(),
        durationMs: z.int(),
      }),
    ),
  }),
  start: command({
    allow: atTheTable,
    touches: ['recordings'],
    input: z.strictObject({ sessionId: id, mediaType: line(60), consentsOf: z.array(id).max(200) }),
    output: z.object({ id }),
  }),
  /** One slice as base64; the same position sent twice is stored once. */
  addSlice: command({
    allow: atTheTable,
    touches: [],
    input: z.strictObject({
      recordingId: id,
      position: z.int().min(0),
      startedMs: z.int().min(0),
      base64: z.base64().max(4_000_000),
    }),
    output: nothing,
  }),
  stop: command({
    allow: atTheTable,
    touches: ['recordings'],
    input: z.strictObject({ recordingId: id }),
    output: nothing,
  }),
  /** All slices in order, as one sound file. */
  sound: query({
    allow: atTheTable,
    input: z.strictObject({ recordingId: id }),
    output: z.object({ mediaType: z.string(), base64: z.string() }),
  }),
  /** Deletes the sound, keeps the fact that there was one. */
  purge: command({
    allow: atTheTable,
    touches: ['recordings'],
    input: z.strictObject({ recordingId: id }),
    output: nothing,
  }),
}
