import { z } from 'zod'
import { command, nothing, query } from './operation.ts'
import { id, prose } from './values.ts'

const writers = ['mediator', 'head'] as const
const draftKey = {
  kind: z.enum([
    'offer',
    'passedWarnings',
    'visit',
    'relapse',
    'clockChange',
    'handOver',
    'calculation',
  ]),
  objectId: id,
}

/** What one person has begun to write and not yet recorded; sealed, and read by nobody else. No record: not logged. */
export const drafts = {
  get: query({
    allow: writers,
    input: z.strictObject(draftKey),
    output: z.object({ text: z.string().optional() }),
  }),
  keep: command({
    allow: writers,
    touches: [],
    logged: false,
    input: z.strictObject({ ...draftKey, text: prose(200_000) }),
    output: nothing,
  }),
  drop: command({
    allow: writers,
    touches: [],
    logged: false,
    input: z.strictObject(draftKey),
    output: nothing,
  }),
}
