import { z } from 'zod'
import { caseWorkers, command, query, task } from './operation.ts'
import { formId, id, instant, line } from './values.ts'

const scanPage = z.object({
  id,
  attachmentId: id,
  fileName: z.string(),
  filePage: z.int(),
  part: z.enum(['whole', 'left', 'right', 'top', 'bottom']),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  state: z.enum(['placed', 'loose', 'setAside']),
  form: formId.optional(),
  objectId: id.optional(),
  title: z.string().optional(),
  page: z.int().optional(),
  version: z.int().optional(),
  readBy: z.enum(['code', 'hand']).optional(),
  /** An older version than the one last printed. */
  outdated: z.boolean(),
  /** Another scan of the same page is there. */
  double: z.boolean(),
  lateReason: z.string().optional(),
  placedAt: instant,
})
export type ScanPage = z.infer<typeof scanPage>

const paperName = z.object({ form: formId, objectId: id, title: z.string() })
/** What became of the files that were dropped in. */
const report = z.object({
  files: z.int(),
  pages: z.int(),
  placed: z.array(paperName.extend({ pages: z.array(z.int()) })),
  missing: z.array(paperName.extend({ pages: z.array(z.int()) })),
  double: z.array(paperName.extend({ pages: z.array(z.int()) })),
  outdated: z.array(paperName.extend({ pages: z.array(z.int()), version: z.int() })),
  /** Pages of other cases, by their number: they were not kept here. */
  foreign: z.array(z.object({ fileName: z.string(), filePage: z.int(), caseNumber: z.string() })),
  /** Pages without a code that anybody could read. */
  loose: z.int(),
  /** Blank sides, laid aside. */
  blank: z.int(),
  /** Files that were here already: not kept twice. */
  again: z.array(z.string()),
  /** Files that could not be opened. */
  broken: z.array(
    z.object({ fileName: z.string(), why: z.enum(['kind', 'damaged', 'locked', 'tooLarge']) }),
  ),
})
export type ScanReport = z.infer<typeof report>

export const scans = {
  list: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.array(scanPage),
  }),
  /** Asks for files, reads every page's code and files what it can. */
  add: task({
    allow: ['mediator', 'head', 'receptionist'],
    touches: ['scans', 'dossiers', 'cases', 'clocks', 'attachments'],
    input: z.strictObject({ caseId: id, lateReason: line(200).optional() }),
    output: report,
  }),
  /** The same for files that were dropped on the window. */
  drop: task({
    allow: ['mediator', 'head', 'receptionist'],
    touches: ['scans', 'dossiers', 'cases', 'clocks', 'attachments'],
    input: z.strictObject({
      caseId: id,
      lateReason: line(200).optional(),
      files: z
        .array(z.object({ name: line(200), base64: z.string().max(30_000_000) }))
        .min(1)
        .max(50),
    }),
    output: report,
  }),
  /** The page upright, as a PNG no wider than asked. */
  image: task({
    allow: caseWorkers,
    touches: [],
    input: z.strictObject({ scanId: id, width: z.int().min(50).max(2400) }),
    output: z.object({ base64: z.string() }),
  }),
  /** By hand: this page is that page of that paper. */
  place: command({
    allow: ['mediator', 'head', 'receptionist'],
    touches: ['scans', 'dossiers'],
    input: z.strictObject({
      scanIds: z.array(id).min(1).max(500),
      form: formId,
      objectId: id,
      /** Of the first; the others follow. */
      page: z.int().min(1).max(9999),
    }),
    output: z.object({}),
  }),
  /** Not for the volume: a blank back, a wrong sheet. `loose` brings it back. */
  setState: command({
    allow: ['mediator', 'head', 'receptionist'],
    touches: ['scans', 'dossiers'],
    input: z.strictObject({
      scanIds: z.array(id).min(1).max(500),
      state: z.enum(['loose', 'setAside']),
    }),
    output: z.object({}),
  }),
  turn: command({
    allow: ['mediator', 'head', 'receptionist'],
    touches: ['scans'],
    input: z.strictObject({
      scanId: id,
      by: z.union([z.literal(90), z.literal(180), z.literal(270)]),
    }),
    output: z.object({}),
  }),
}
