import { z } from 'zod'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { paperKey } from './papers.ts'
import { caseWorkers, command, query } from './operation.ts'
import { formId, id, prose } from './values.ts'

const name = z.string().min(1).max(60)
const words = z.record(name, prose(20_000))
export const sheetWords = z.strictObject({
  fields: words,
  lists: z.record(name, z.array(words).max(500)),
}) satisfies z.ZodType<SheetWords>

const kind = z.enum(['text', 'long', 'date', 'time', 'money', 'number', 'flag'])
/** A blank of a form: `value` as the record fills it, in the words that the form prints; absent for a blank. */
const question = z.object({ name, label: z.string(), kind, value: z.string().optional() })
const listQuestion = z.object({
  name,
  label: z.string(),
  columns: z.array(question),
  /** As the record fills it. */
  rows: z.array(z.record(name, z.string())),
})

export const sheets = {
  /** What a form of a case asks, what the record knows of it and what somebody wrote over that. */
  get: query({
    allow: caseWorkers,
    input: z.strictObject(paperKey),
    output: z.object({
      caseId: id,
      form: formId,
      title: z.string(),
      questions: z.array(question),
      lists: z.array(listQuestion),
      words: sheetWords,
      /** 0 while nothing was written. */
      revision: z.int(),
      removed: z.boolean(),
      mayEdit: z.boolean(),
    }),
  }),
  /** One more sheet of a form; the first is the case's own id. */
  add: command({
    allow: caseWorkers,
    touches: ['sheets', 'dossiers', 'cases', 'clocks'],
    input: z.strictObject({ caseId: id, form: formId }),
    output: z.object({ objectId: id }),
  }),
  save: command({
    allow: caseWorkers,
    touches: ['sheets', 'dossiers', 'papers', 'cases', 'clocks'],
    input: z.strictObject({ ...paperKey, words: sheetWords, revision: z.int().min(0) }),
    output: z.object({ revision: z.int() }),
  }),
  /** Out of the volume; brought back by `restore`. */
  remove: command({
    allow: caseWorkers,
    touches: ['sheets', 'dossiers', 'cases', 'clocks'],
    input: z.strictObject(paperKey),
    output: z.object({}),
  }),
  restore: command({
    allow: caseWorkers,
    touches: ['sheets', 'dossiers', 'cases', 'clocks'],
    input: z.strictObject(paperKey),
    output: z.object({}),
  }),
}
