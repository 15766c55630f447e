import { z } from 'zod'
import type { StatutorySum } from '#db/domain/agreement/lint/facts.ts'
import { command, nothing, query, task } from './operation.ts'
import { attachment } from './cases.ts'
import { stepRecord } from './offers.ts'
import {
  agreementContent,
  agreementStatus,
  deadline,
  fen,
  filledLine,
  id,
  instant,
  line,
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
/** A warning that was passed, and why. */
const passedWarning = z.strictObject({
  ruleId: line(20),
  code: line(60),
  path: line(200),
  words: filledLine(500),
})
export type PassedWarning = z.infer<typeof passedWarning>

/** Points of one stroke: place in CSS pixels, ms since the first point, pressure 0 to 1. */
const strokePoint = z.strictObject({
  x: z.number().min(-10_000).max(10_000),
  y: z.number().min(-10_000).max(10_000),
  t: z.number().min(0).max(3_600_000),
  pressure: z.number().min(0).max(1),
})
const screenSigning = z.strictObject({
  strokes: z.array(z.array(strokePoint).min(1).max(5000)).min(1).max(200),
  /** The paper that was in sight: its frozen digest. */
  paperSha256: z.string().length(64),
  place: filledLine(100),
  witnessName: filledLine(30),
  pointer: z.enum(['pen', 'touch', 'mouse']),
})
/** A signature as it is recorded; one written on screen brings its strokes. */
export const signatureForm = signature.extend({ screen: screenSigning.optional() })
/** Why a signature on screen wants a second look. */
export const strokeFlags = ['identical', 'tooFast', 'tooFewPoints', 'changedText'] as const

const statutorySum = z.object({
  amountFen: fen,
  title: z.string(),
  claimant: z.enum(['worker', 'employer']),
  warnBelowPercent: z.number(),
}) satisfies z.ZodType<StatutorySum>

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
  /** The table that the interest rule looks into (I10), for judging the text while it is written. */
  lprTables: z.array(z.object({ from: localDate, to: localDate, percent: z.string() })),
  /** What the law would give, with the line of the centre, for the same (D11). */
  statutory: statutorySum.optional(),
  /** Met by the present text? Blocking reasons stop the submission. */
  reasons: z.array(reason),
  reviews: z.array(review),
  /** Warnings passed at the last submission. */
  passedWarnings: z.array(passedWarning.extend({ byName: z.string(), at: instant })),
  /** The text of the submission before the present one: what the head saw last. */
  lastSubmitted: z.object({ at: instant, content: agreementContent }).optional(),
  /** Digest of the approved text; its short form is the code printed on the paper. */
  sha256: z.string().optional(),
  paperCode: z.string().optional(),
  /** How the clauses keep step with the agreed package; only for the mediator of the case. */
  step: stepRecord.optional(),
  signatures: z.array(
    signature.extend({
      id,
      screen: z
        .object({
          place: z.string(),
          witnessName: z.string(),
          pointer: z.enum(['pen', 'touch', 'mouse']),
          durationMs: z.int(),
          signedAt: instant,
          flags: z.array(z.enum(strokeFlags)),
        })
        .optional(),
    }),
  ),
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
  keyPoints: z.array(
    z.object({
      speaker: z.string(),
      text: z.string(),
      /** A fact that every party confirmed: it stands in the agreement as such. */
      isUndisputed: z.boolean().optional(),
    }),
  ),
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
    touches: ['agreements', 'offers', 'cases', 'clocks', 'calculations'],
    input: z.strictObject({ caseId: id }),
    output: z.object({ id }),
  }),
  save: command({
    allow: workers,
    touches: ['agreements', 'offers', 'calculations'],
    input: z.strictObject({ id, revision: z.int(), content: agreementContent }),
    output: z.object({ revision: z.int(), savedAt: instant }),
  }),
  submit: command({
    allow: workers,
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({
      id,
      revision: z.int(),
      passedWarnings: z.array(passedWarning).max(500).optional(),
    }),
    output: nothing,
  }),
  /** Every version and every submission of the case's agreement, newest first, to lay side by side. */
  versions: query({
    allow: workers,
    input: z.strictObject({ caseId: id }),
    output: z.array(
      z.object({
        key: z.string(),
        agreementId: id,
        version: z.int(),
        status: agreementStatus,
        /** Set for the text of a submission. */
        submittedAt: instant.optional(),
        fileNumber: z.string().optional(),
        updatedAt: instant,
        content: agreementContent,
      }),
    ),
  }),
  /** Clauses that differ from the agreed package are set to it again. */
  followPackage: command({
    allow: workers,
    touches: ['agreements', 'offers', 'calculations'],
    input: z.strictObject({ id, revision: z.int() }),
    output: z.object({ revision: z.int() }),
  }),
  /** The strokes of one signature, for looking at. */
  strokes: query({
    allow: workers,
    input: z.strictObject({ id, signatureId: id }),
    output: screenSigning,
  }),
  /** The mediator takes a submission back before the head decided. */
  recall: command({
    allow: workers,
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  /** Gives the number and freezes the text. */
  approve: command({
    allow: ['head'],
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({ id, revision: z.int() }),
    output: z.object({ fileNumber: z.string() }),
  }),
  sendBack: command({
    allow: ['head'],
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({
      id,
      words: prose(2000).refine((text) => text.trim() !== '', { error: 'blank' }),
    }),
    output: nothing,
  }),
  /** A later change: a new draft version beside the frozen one. */
  revise: command({
    allow: workers,
    touches: ['agreements', 'offers', 'cases', 'clocks', 'calculations'],
    input: z.strictObject({ id }),
    output: z.object({ id }),
  }),
  /** Adds signatures; when none is missing the agreement is signed and takes effect (rule D2). */
  sign: command({
    allow: workers,
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({ id, signatures: z.array(signatureForm).min(1).max(450) }),
    output: z.object({ effectiveOn: localDate.optional() }),
  }),
  removeSignature: command({
    allow: workers,
    touches: ['agreements', 'offers', 'cases', 'clocks'],
    input: z.strictObject({ id, signatureId: id }),
    output: nothing,
  }),
}

export const attachments = {
  /** Asks for files and keeps them in the store; answers the names that were added, and their ids. */
  add: task({
    allow: ['receptionist', 'mediator', 'head'],
    touches: ['attachments', 'cases', 'clocks', 'agreements', 'scans', 'dossiers'],
    input: z.strictObject({
      caseId: id,
      agreementId: id.optional(),
      kind: z.enum(['signedScan', 'evidence', 'identity', 'other']),
    }),
    output: z.object({ added: z.array(z.string()), ids: z.array(id) }),
  }),
  /** Bytes as base64, for viewing inside the app. */
  view: query({
    allow: workers,
    input: z.strictObject({ id }),
    output: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
}
