import { z } from 'zod'
import { command, managers, nothing, query, task } from './operation.ts'
import { filledLine, formId, id, instant, localDate, prose } from './values.ts'

const template = z.object({
  id,
  form: formId,
  formTitle: z.string(),
  name: z.string(),
  from: localDate,
  addedByName: z.string(),
  addedAt: instant,
  /** In force today. */
  inForce: z.boolean(),
})
export type WordTemplate = z.infer<typeof template>

/** What is wrong with a template: where, and what was probably meant. */
const fault = z.object({
  kind: z.enum([
    'unknown',
    'unclosed',
    'unopened',
    'fullWidth',
    'empty',
    'loop',
    'notWord',
    'damaged',
  ]),
  tag: z.string(),
  /** The words around it, so that it can be found in Word. */
  near: z.string(),
  meant: z.string().optional(),
})
export type TemplateFault = z.infer<typeof fault>

const tag = z.object({
  name: z.string(),
  kind: z.enum(['text', 'long', 'date', 'time', 'money', 'number', 'flag', 'list']),
  /** The list that must be gone through around it. */
  loop: z.string().optional(),
  /** As it would print with sample data. */
  sample: z.string(),
})

const wording = z.object({
  /** Where it stands in the definition. */
  path: z.string(),
  kind: z.enum(['title', 'heading', 'label', 'text', 'note']),
  text: z.string(),
})

const ownForm = z.object({
  id,
  form: formId,
  formTitle: z.string(),
  from: localDate,
  madeByName: z.string(),
  madeAt: instant,
  inForce: z.boolean(),
})
export type OwnForm = z.infer<typeof ownForm>

const wordingsInput = {
  form: formId,
  /** What is not named stays. An order lists the places of a table's rows. */
  texts: z.record(z.string().max(200), prose(4000)),
  /** Rows and blocks moved, hidden or brought back, by the path of their list: places in their new order. */
  orders: z.record(z.string().max(200), z.array(z.int().min(0)).max(500)),
}

export const templates = {
  list: query({ allow: managers, input: nothing, output: z.array(template) }),
  /** Every tag that a template may hold. */
  tags: query({ allow: managers, input: nothing, output: z.array(tag) }),
  /** Asks for a Word file and looks it over: `handle` is for `add`, the sample shows it filled. */
  check: task({
    allow: managers,
    touches: [],
    input: z.strictObject({ form: formId }),
    output: z.object({
      picked: z
        .object({
          handle: z.string(),
          name: z.string(),
          faults: z.array(fault),
          tags: z.array(z.string()),
          /** The file filled with sample data, as base64; absent when it could not be filled. */
          sample: z.string().optional(),
        })
        .optional(),
    }),
  }),
  /** @refuses when it has faults */
  add: task({
    allow: managers,
    touches: ['templates', 'papers'],
    input: z.strictObject({
      handle: z.string().max(100),
      form: formId,
      name: filledLine(60),
      from: localDate,
    }),
    output: z.object({ id }),
  }),
  remove: command({
    allow: managers,
    touches: ['templates', 'papers'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  /** A kept template filled with sample data, as base64. */
  sample: query({
    allow: managers,
    input: z.strictObject({ id }),
    output: z.object({ base64: z.string(), name: z.string() }),
  }),
  /** The built-in form as a Word file with its tags in place, to start from. Asks where. */
  saveStart: task({
    allow: managers,
    touches: [],
    input: z.strictObject({ form: formId }),
    output: z.object({ saved: z.string().optional() }),
  }),
  /** Every text of a form as it holds today, in order, and the lists whose rows may be moved. */
  wordings: query({
    allow: managers,
    input: z.strictObject({ form: formId }),
    output: z.object({
      form: formId,
      title: z.string(),
      from: localDate,
      texts: z.array(wording),
      lists: z.array(
        z.object({
          path: z.string(),
          items: z.array(z.object({ place: z.int(), words: z.string() })),
        }),
      ),
    }),
  }),
  previewWordings: task({
    allow: managers,
    touches: [],
    input: z.strictObject(wordingsInput),
    output: z.object({ base64: z.string() }),
  }),
  saveWordings: command({
    allow: managers,
    touches: ['templates', 'papers'],
    input: z.strictObject({ ...wordingsInput, from: localDate }),
    output: z.object({ id }),
  }),
  ownForms: query({ allow: managers, input: nothing, output: z.array(ownForm) }),
  removeOwnForm: command({
    allow: managers,
    touches: ['templates', 'papers'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
}
