import { z } from 'zod'
import { command, nothing, query, task } from './operation.ts'
import { attachment } from './cases.ts'
import {
  agreementContent,
  agreementStatus,
  deadline,
  id,
  instant,
  localDate,
  party,
  prose,
  reason,
  signature,
} from './values.ts'

const review = z.object({
  id,
  at: instant,
  actorName: z.string(),
  decision: z.enum(['submitted', 'withdrawn', 'approved', 'returned']),
  words: z.string(),
})
const agreementRecord = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  typeCode: z.string(),
  version: z.int(),
  status: agreementStatus,
  revision: z.int(),
  fileNumber: z.string().optional(),
  content: agreementContent,
  parties: z.array(party),
  mediatorName: z.string(),
  recorderName: z.string(),
  /** Met by the present text? Blocking reasons stop the submission. */
  reasons: z.array(reason),
  reviews: z.array(review),
  signatures: z.array(signature.extend({ id })),
  missingSignatures: z.array(
    z.object({
      capacity: z.enum(['party', 'mediator', 'recorder', 'body']),
      partyId: id.optional(),
      name: z.string(),
    }),
  ),
  effectiveOn: localDate.optional(),
  deadlines: z.array(deadline),
  scans: z.array(attachment),
  printedCopies: z.int(),
  /** Key points and amounts of the record, offered for the facts. */
  keyPoints: z.array(z.object({ speaker: z.string(), text: z.string() })),
  mayEdit: z.boolean(),
  mayReview: z.boolean(),
})
export type AgreementRecord = z.infer<typeof agreementRecord>

const queueItem = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  version: z.int(),
  mediatorName: z.string(),
  submitterName: z.string(),
  status: agreementStatus,
  submittedAt: instant,
  fileNumber: z.string().optional(),
  copies: z.int(),
})
const workers = ['mediator', 'head'] as const

export const agreements = {
  get: query({ allow: workers, input: z.strictObject({ id }), output: agreementRecord }),
  /** What waits for the head: to review, and approved but not yet printed. */
  queue: query({
    allow: ['head'],
    input: nothing,
    output: z.object({ toReview: z.array(queueItem), toPrint: z.array(queueItem) }),
  }),
  /** A first draft from the case and its record, or the draft that is already there. */
  draft: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ caseId: id }),
    output: z.object({ id }),
  }),
  save: command({
    allow: workers,
    touches: ['agreements'],
    input: z.strictObject({ id, revision: z.int(), content: agreementContent }),
    output: z.object({ revision: z.int(), savedAt: instant }),
  }),
  submit: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id, revision: z.int() }),
    output: nothing,
  }),
  /** The mediator takes a submission back before the head decided. */
  recall: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  /** Gives the number and freezes the text. */
  approve: command({
    allow: ['head'],
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id, revision: z.int() }),
    output: z.object({ fileNumber: z.string() }),
  }),
  sendBack: command({
    allow: ['head'],
    touches: ['agreements', 'cases'],
    input: z.strictObject({
      id,
      words: prose(2000).refine((text) => text.trim() !== '', { error: 'blank' }),
    }),
    output: nothing,
  }),
  /** A later change: a new draft version beside the frozen one. */
  revise: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id }),
    output: z.object({ id }),
  }),
  /** Adds signatures; when none is missing the agreement is signed and takes effect (rule D2). */
  sign: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id, signatures: z.array(signature).min(1).max(450) }),
    output: z.object({ effectiveOn: localDate.optional() }),
  }),
  removeSignature: command({
    allow: workers,
    touches: ['agreements', 'cases'],
    input: z.strictObject({ id, signatureId: id }),
    output: nothing,
  }),
}

export const attachments = {
  /** Asks for files and keeps them in the store; answers the names that were added. */
  add: task({
    allow: ['receptionist', 'mediator', 'head'],
    touches: ['attachments', 'cases', 'agreements'],
    input: z.strictObject({
      caseId: id,
      agreementId: id.optional(),
      kind: z.enum(['signedScan', 'evidence', 'identity', 'other']),
    }),
    output: z.object({ added: z.array(z.string()) }),
  }),
  /** Bytes as base64, for viewing inside the app. */
  view: query({
    allow: workers,
    input: z.strictObject({ id }),
    output: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
}
