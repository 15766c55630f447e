import { z } from 'zod'
import { caseWorkers, managers, nothing, query, task } from './operation.ts'
import { formId, id, instant, localDate } from './values.ts'

/** Form id and the object it is made from: a case, a session, an agreement, or a sheet of a case. */
export const paperKey = { form: formId, objectId: id }
export type PaperForm = z.infer<typeof formId>

const formHead = z.object({
  id: formId,
  title: z.string(),
  purpose: z.string(),
  set: z.enum(['dossier', 'labour', 'court', 'letters', 'desk']),
  presence: z.enum(['must', 'oneOf', 'asNeeded', 'ifAgreed', 'ifNotAgreed']),
  signers: z.array(z.string()),
  source: z.string(),
  verified: z.boolean(),
  note: z.string().optional(),
  from: localDate,
  /** The centre's own wording holds. */
  ownWording: z.boolean(),
  /** The centre's own Word file holds instead of the built-in form. */
  template: z.object({ name: z.string(), from: localDate }).optional(),
  /** May be printed without a case. */
  blank: z.boolean(),
  /** May be added to a case by hand. */
  addable: z.boolean(),
})
export type FormHead = z.infer<typeof formHead>

/** A character that no installed font can print. */
const unprintable = z.object({ character: z.string(), codePoint: z.string() })
const previewed = z.object({
  base64: z.string(),
  title: z.string(),
  pages: z.int(),
  unprintable: z.array(unprintable),
  /** Made through an office program from the centre's own template; Word may break lines otherwise. */
  approximate: z.boolean(),
})
const channel = z.enum(['pdf', 'docx'])
const saved = z.object({ saved: z.string().optional() })
const printOptions = {
  copies: z.int().min(1).max(99),
  /** A printer's name; the one that is set for this kind of paper when absent. */
  printer: z.string().max(200).optional(),
  sides: z.enum(['one', 'long', 'short']).optional(),
}

export const papers = {
  /** Every form of the house, in order. */
  forms: query({ allow: 'signedIn', input: nothing, output: z.array(formHead) }),
  /** The very PDF that prints, as base64. */
  preview: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject(paperKey),
    output: previewed,
  }),
  /** Into the print queue; `jobId` tells which. */
  print: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'clocks', 'agreements', 'printing', 'dossiers'],
    input: z.strictObject({ ...paperKey, ...printOptions }),
    output: z.object({ jobId: id }),
  }),
  /** Asks where; `saved` is the file's name, undefined when cancelled. */
  save: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'clocks', 'agreements', 'dossiers'],
    input: z.strictObject({ ...paperKey, channel }),
    output: saved,
  }),
  previewBlank: task({
    allow: 'signedIn',
    touches: [],
    input: z.strictObject({ form: formId }),
    output: previewed,
  }),
  printBlank: task({
    allow: 'signedIn',
    touches: ['printing'],
    input: z.strictObject({ form: formId, ...printOptions }),
    output: z.object({ jobId: id }),
  }),
  saveBlank: task({
    allow: 'signedIn',
    touches: [],
    input: z.strictObject({ form: formId, channel }),
    output: saved,
  }),
  /** Which families papers are set in on this machine, and which of the wished ones are missing. */
  fonts: task({
    allow: 'signedIn',
    touches: [],
    input: nothing,
    output: z.object({
      uses: z.array(
        z.object({
          use: z.enum(['body', 'heading', 'title']),
          family: z.string(),
          wished: z.string(),
          installed: z.boolean(),
        }),
      ),
    }),
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
