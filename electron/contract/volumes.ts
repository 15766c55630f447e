import { z } from 'zod'
import { caseWorkers, query, task } from './operation.ts'
import { formId, id } from './values.ts'

const part = z.object({
  form: formId,
  objectId: id,
  title: z.string(),
  /** As the paper wants: parties and centre each one of an agreement, and so on. */
  copies: z.int().min(0).max(99),
})

export const volumes = {
  /** What a whole print would hold and how many copies of each part are usual. */
  plan: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({ parts: z.array(part) }),
  }),
  /** Makes the whole volume; long work, see `progress`. */
  preview: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject({ caseId: id }),
    output: z.object({
      base64: z.string(),
      pages: z.int(),
      contents: z.array(
        z.object({
          form: formId,
          objectId: id.optional(),
          title: z.string(),
          /** First sheet of the file, from 1. */
          sheet: z.int(),
          /** 3 or 5-8; absent for cover, contents and back. */
          pages: z.string().optional(),
        }),
      ),
      unprintable: z.array(z.object({ character: z.string(), codePoint: z.string() })),
    }),
  }),
  /** Of the work that is under way for this case; absent when there is none. */
  progress: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject({ caseId: id }),
    output: z.object({
      work: z.object({ step: z.string(), done: z.int(), total: z.int() }).optional(),
    }),
  }),
  cancel: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject({ caseId: id }),
    output: z.object({ cancelled: z.boolean() }),
  }),
  /** One PDF with bookmarks, or a folder of Word files in dossier order. */
  save: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'clocks', 'dossiers'],
    input: z.strictObject({ caseId: id, channel: z.enum(['pdf', 'docx']) }),
    output: z.object({ saved: z.string().optional() }),
  }),
  /** Each part with its copies into the print queue, in order. */
  print: task({
    allow: caseWorkers,
    touches: ['papers', 'cases', 'clocks', 'printing', 'dossiers'],
    input: z.strictObject({
      caseId: id,
      parts: z
        .array(z.object({ form: formId, objectId: id, copies: z.int().min(1).max(99) }))
        .min(1)
        .max(500),
      printer: z.string().max(200).optional(),
    }),
    output: z.object({ jobIds: z.array(id) }),
  }),
}
