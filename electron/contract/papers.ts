import { z } from 'zod'
import { caseWorkers, managers, nothing, query, task } from './operation.ts'
import { id, instant } from './values.ts'

/** Form id and the object it is made from: a case (also of undisputed facts), a session or an agreement. */
const paperKey = {
  form: z.enum(['f03', 'f04', 'f09', 'f10', 'receipt', 'undisputedFacts']),
  objectId: id,
}
export type PaperForm = z.infer<typeof paperKey.form>

export const papers = {
  /** The very PDF that prints, as base64, with its page count. */
  preview: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject(paperKey),
    output: z.object({ base64: z.string(), title: z.string() }),
  }),
  print: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'agreements'],
    input: z.strictObject({ ...paperKey, copies: z.int().min(1).max(99) }),
    output: z.object({ printed: z.boolean() }),
  }),
  /** Asks where; `saved` is the file's name, undefined when cancelled. */
  save: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'agreements'],
    input: z.strictObject({ ...paperKey, channel: z.enum(['pdf', 'docx']) }),
    output: z.object({ saved: z.string().optional() }),
  }),
}

const backupFile = z.object({
  name: z.string(),
  createdAt: instant,
  size: z.int(),
  caseCount: z.int(),
})

export const backups = {
  status: task({
    allow: 'signedIn',
    touches: [],
    input: nothing,
    output: z.object({
      lastSuccessAt: instant.optional(),
      running: z.boolean(),
      lastError: z.string().optional(),
    }),
  }),
  list: task({
    allow: managers,
    touches: [],
    input: nothing,
    output: z.array(backupFile),
  }),
  /** Into the store's backup folder, or to a place that is asked for (a USB stick). */
  make: task({
    allow: managers,
    touches: ['backups'],
    input: z.strictObject({ elsewhere: z.boolean() }),
    output: z.object({ name: z.string().optional(), size: z.int().optional() }),
  }),
}

const auditRow = z.object({
  seq: z.int(),
  at: instant,
  actorName: z.string(),
  actorRole: z.string(),
  operation: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  result: z.string(),
})
export const audit = {
  list: query({
    allow: managers,
    input: z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(500) }),
    output: z.object({ items: z.array(auditRow), next: z.int().optional() }),
  }),
  /** The alarm of the opened store was looked into: it goes into the log, and the anchor follows the file again. */
  acknowledgeAlarm: task({
    allow: managers,
    touches: ['store', 'audit'],
    input: nothing,
    output: nothing,
  }),
  /** Integrity, foreign keys, audit chain, anchor and sums of the open store. */
  verify: task({
    allow: managers,
    touches: [],
    input: nothing,
    output: z.object({
      clean: z.boolean(),
      findings: z.array(z.object({ check: z.string(), detail: z.string() })),
    }),
  }),
}
