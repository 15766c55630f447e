import { z } from 'zod'
import { type LocalDate, parseLocalDate } from '#db/domain/local-date.ts'
import type { Alignment } from '../paper.ts'

/** True when the field has a value and is no unticked flag; with `is`, when its words are among them. */
export type Condition = string | { field: string; is?: string[]; not?: boolean }

type Guarded = { when?: Condition }

/** A box to tick: ticked when the condition holds. */
export type FormChoice = { text: string; ticked?: Condition }

/** A label and what stands beside it. */
export type FormCell = {
  label: string
  value?: string
  choices?: FormChoice[]
  labelSpan?: number
  valueSpan?: number
}

export type FormRow = Guarded & {
  cells: FormCell[]
  /** Least height in points, for what is written by hand. */
  height?: number
  /** Free text of any length: too long for a row it stands after the table under its label. */
  long?: boolean
}

export type TableRow = Guarded & {
  each?: string
  /** Blank rows when the list is not known. */
  least?: number
  /** Blank rows are added up to this count. */
  pad?: number
  cells: string[]
}

export type PartySigner = {
  each?: string
  least?: number
  role: string
  name: string
  /** Legal representative and agents of a party, each on a line. */
  representatives?: boolean
}

export type StaffSigner = Guarded & {
  each?: string
  least?: number
  label: string
  name?: string
}

export type FormBlock = Guarded &
  (
    | { kind: 'title'; text: string; letterhead?: string }
    | { kind: 'numberLine' | 'heading'; text: string }
    | { kind: 'big'; text: string; cover?: boolean }
    | {
        kind: 'paragraph'
        text: string
        indent?: boolean
        align?: Alignment
        keepNext?: boolean
        small?: boolean
        bold?: boolean
      }
    /** Free text by paragraphs; `lines` ruled lines when there is none. */
    | { kind: 'prose'; text: string; label?: string; lines?: number }
    | { kind: 'lines'; count: number }
    | { kind: 'choices'; label?: string; choices: FormChoice[] }
    | { kind: 'fields'; caption?: string; columns: number[]; rows: FormRow[]; large?: boolean }
    | {
        kind: 'table'
        columns: { header: string; width: number; align?: Alignment }[]
        rows: TableRow[]
        sum?: { text: string; span?: number; align?: Alignment }[]
        rowHeight?: number
        /** Share of a page that one table may fill; more rows make another with the same head. */
        share?: number
      }
    | {
        kind: 'signatures'
        lead: FormBlock[]
        parties?: PartySigner[]
        staff?: StaffSigner[]
        seal?: { name: string; date: string }
      }
    | { kind: 'together'; blocks: FormBlock[] }
    | { kind: 'group'; blocks: FormBlock[] }
    | {
        kind: 'each'
        each: string
        least?: number
        /** Each on a page of its own. */
        newPage?: boolean
        blocks: FormBlock[]
      }
    | { kind: 'part'; part: string }
    | { kind: 'gap'; units: number }
    | { kind: 'pageBreak' }
  )

export const formSets = ['dossier', 'labour', 'court', 'letters', 'desk'] as const
export type FormSet = (typeof formSets)[number]

/** Whether a volume must hold it; `ifAgreed` and `ifNotAgreed` by the result of the case. */
export const presences = ['must', 'oneOf', 'asNeeded', 'ifAgreed', 'ifNotAgreed'] as const
export type Presence = (typeof presences)[number]

export type FormHead = {
  id: string
  title: string
  /** What it is for, in a sentence. */
  purpose: string
  set: FormSet
  /** Place among all forms; in the dossier the place in the volume. */
  order: number
  presence: Presence
  signers: string[]
  /** Where fields and wording come from. */
  source: string
  /** Compared with that source; what is not bears a note. */
  verified: boolean
  note?: string
  /** First day that this wording is used. */
  from: LocalDate
}

export type FormDefinition = FormHead & {
  page?: 'portrait' | 'landscape'
  footNote?: string
  /** No page number at the foot. */
  unnumbered?: boolean
  /** What tells the file from others of its form. */
  subject?: string
  blocks: FormBlock[]
}

const filled = z.string().refine((text) => text.trim() !== '' && text === text.trim())
const day = z.string().transform((text, context) => {
  const date = parseLocalDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: `no such day: ${text}` })
  return z.NEVER
})
const align = z.enum(['left', 'center', 'right', 'justify'])
const rows = z.int().min(0).max(60)
const condition = z.union([
  filled,
  z.strictObject({
    field: filled,
    is: z.array(filled).min(1).optional(),
    not: z.boolean().optional(),
  }),
])
const when = condition.optional()
const choices = z.array(z.strictObject({ text: filled, ticked: when })).min(1)

const cell = z
  .strictObject({
    label: filled,
    value: filled.optional(),
    choices: choices.optional(),
    labelSpan: z.int().min(1).max(12).optional(),
    valueSpan: z.int().min(1).max(12).optional(),
  })
  .refine(({ value, choices: boxes }) => value === undefined || boxes === undefined, {
    error: 'a cell has words or boxes, not both',
  })

const spanOf = (cells: readonly FormCell[]) =>
  cells.reduce((sum, each) => sum + (each.labelSpan ?? 1) + (each.valueSpan ?? 1), 0)

const row = z
  .strictObject({
    when,
    cells: z.array(cell).min(1),
    height: z.int().min(24).max(480).optional(),
    long: z.boolean().optional(),
  })
  .refine(({ cells, long }) => long !== true || cells.length === 1, {
    error: 'a long row has one cell',
  })

const headShape = {
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][A-Za-z0-9]*(?:-[a-z]+)*$/),
  title: filled,
  purpose: filled,
  set: z.enum(formSets),
  order: z.number().positive(),
  presence: z.enum(presences),
  signers: z.array(filled),
  source: filled,
  verified: z.boolean(),
  note: filled.optional(),
  from: day,
}

const blocks: z.ZodType<FormBlock[]> = z.lazy(() => z.array(block).min(1))

const block: z.ZodType<FormBlock> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('title'), when, text: filled, letterhead: filled.optional() }),
    z.strictObject({ kind: z.enum(['numberLine', 'heading']), when, text: filled }),
    z.strictObject({ kind: z.literal('big'), when, text: filled, cover: z.boolean().optional() }),
    z.strictObject({
      kind: z.literal('paragraph'),
      when,
      text: filled,
      indent: z.boolean().optional(),
      align: align.optional(),
      keepNext: z.boolean().optional(),
      small: z.boolean().optional(),
      bold: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('prose'),
      when,
      text: filled,
      label: filled.optional(),
      lines: z.int().min(1).max(40).optional(),
    }),
    z.strictObject({ kind: z.literal('lines'), when, count: z.int().min(1).max(40) }),
    z.strictObject({ kind: z.literal('choices'), when, label: filled.optional(), choices }),
    z
      .strictObject({
        kind: z.literal('fields'),
        when,
        caption: filled.optional(),
        columns: z.array(z.number().positive()).min(2),
        rows: z.array(row).min(1),
        large: z.boolean().optional(),
      })
      .refine(
        ({ caption, columns, rows: all }) => {
          const width = columns.length - (caption === undefined ? 0 : 1)
          return all.every(({ cells }) => spanOf(cells) === width)
        },
        { error: 'every row takes all columns' },
      ),
    z
      .strictObject({
        kind: z.literal('table'),
        when,
        columns: z
          .array(
            z.strictObject({
              header: filled,
              width: z.number().positive(),
              align: align.optional(),
            }),
          )
          .min(1),
        rows: z
          .array(
            z.strictObject({
              when,
              each: filled.optional(),
              least: rows.optional(),
              pad: rows.optional(),
              cells: z.array(z.string()),
            }),
          )
          .min(1),
        sum: z
          .array(
            z.strictObject({
              text: z.string(),
              span: z.int().min(1).optional(),
              align: align.optional(),
            }),
          )
          .optional(),
        rowHeight: z.int().min(24).max(120).optional(),
        share: z.number().min(0.3).max(0.9).optional(),
      })
      .refine(
        ({ columns, rows: all, sum }) =>
          all.every(({ cells }) => cells.length === columns.length) &&
          (sum === undefined ||
            sum.reduce((total, { span = 1 }) => total + span, 0) === columns.length),
        { error: 'every row takes all columns' },
      ),
    z.strictObject({
      kind: z.literal('signatures'),
      when,
      // Signatures stand on the page of what they are set under, so there is always something.
      lead: blocks,
      parties: z
        .array(
          z.strictObject({
            each: filled.optional(),
            least: rows.optional(),
            role: z.string(),
            name: z.string(),
            representatives: z.boolean().optional(),
          }),
        )
        .optional(),
      staff: z
        .array(
          z.strictObject({
            when,
            each: filled.optional(),
            least: rows.optional(),
            label: filled,
            name: z.string().optional(),
          }),
        )
        .optional(),
      seal: z.strictObject({ name: filled, date: filled }).optional(),
    }),
    z.strictObject({ kind: z.enum(['together', 'group']), when, blocks }),
    z.strictObject({
      kind: z.literal('each'),
      when,
      each: filled,
      least: rows.optional(),
      newPage: z.boolean().optional(),
      blocks,
    }),
    z.strictObject({ kind: z.literal('part'), when, part: filled }),
    z.strictObject({ kind: z.literal('gap'), when, units: z.int().min(1).max(60) }),
    z.strictObject({ kind: z.literal('pageBreak'), when }),
  ]),
)

export const formDefinition: z.ZodType<FormDefinition> = z
  .strictObject({
    ...headShape,
    page: z.enum(['portrait', 'landscape']).optional(),
    footNote: filled.optional(),
    unnumbered: z.boolean().optional(),
    subject: filled.optional(),
    blocks,
  })
  .refine(({ verified, note }) => verified || note !== undefined, {
    error: 'a form that was not compared says so in a note',
  })

/** Blocks that several forms hold, by name. */
export type FormParts = Readonly<Record<string, FormBlock[]>>
export const formParts: z.ZodType<FormParts> = z.record(filled, blocks)
