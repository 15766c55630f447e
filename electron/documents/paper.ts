import type { Drawing } from './drawing.ts'

/** A paper of the centre, said once: Word and print are two renderers of this model. */

/** Millimetres. */
export type Margins = { top: number; right: number; bottom: number; left: number }

export type PageSetup = { width: number; height: number; margins: Margins }

export type Run = { text: string; bold?: boolean; underline?: boolean }

export type Alignment = 'left' | 'center' | 'right' | 'justify'

/** One label and what is written beside it, lines parted by `\n`; `span` counts columns of the block. */
export type Field = {
  label: string
  value: string
  labelSpan: number
  valueSpan: number
  /** Points, for what is written by hand. */
  minHeight?: number
}

/** A row of a block with one label and one value. */
export const fieldRow = (label: string, value: string): Field[] => [
  { label, value, labelSpan: 1, valueSpan: 1 },
]

export type TableColumn = { header: string; width: number; align: Alignment }

/** Letters of what hangs on a wall, named by their points. */
export type WallStyle = 'wall28' | 'wall24' | 'wall20' | 'wall16' | 'wall14'

/** A line of a cell with letters of its own; else those of tables. */
export type CellLine = { runs: Run[]; style: WallStyle | undefined }

/** Where `lines` are given, they are set instead of the text that they say. */
export type TableCell = {
  text: string
  span?: number
  align?: Alignment
  lines?: readonly CellLine[]
}

/** A signature that was written on the screen: its lines, and by whom, before whom and when. */
export type ScreenMark = { drawing: Drawing; note: string; time: string }

/** Who signs: a party with a place for the fingerprint. */
export type PartySignature = {
  role: string
  name: string
  representatives: string[]
  /** Signs through somebody and sets its seal, so its place is no fingerprint's alone. */
  isOrganisation?: boolean
  screens?: ScreenMark[]
}

/** Who signs by hand beside the parties: mediator, recorder, invited persons. */
export type StaffSignature = { label: string; name: string; screens?: ScreenMark[] }

export type SealPlace = { sealName: string; date: string }

export type Block =
  | { kind: 'title'; text: string; letterhead?: string; large?: boolean }
  | { kind: 'numberLine'; text: string }
  | { kind: 'heading'; text: string }
  | {
      kind: 'paragraph'
      runs: Run[]
      indent?: boolean
      align?: Alignment
      keepNext?: boolean
      small?: boolean
      style?: WallStyle | undefined
    }
  | { kind: 'big'; text: string; cover?: boolean }
  | {
      kind: 'fields'
      caption?: string
      columns: number[]
      rows: Field[][]
      /** In the letters of a cover. */
      large?: boolean
    }
  | {
      kind: 'table'
      columns: TableColumn[]
      rows: TableCell[][]
      sum?: TableCell[]
      headStyle?: WallStyle | undefined
      /** Least height of a row without its head in points. */
      rowHeight?: number
    }
  | {
      kind: 'signatures'
      /** Blocks that must stand on the page where the signatures begin. */
      lead: Block[]
      parties: PartySignature[]
      staff: StaffSignature[]
      seal?: SealPlace
    }
  | { kind: 'together'; blocks: Block[] }
  | { kind: 'gap'; units: number }
  | { kind: 'pageBreak' }

export type Paper = {
  formId: string
  title: string
  /** Without extension; free of characters that file systems refuse. */
  fileName: string
  page: PageSetup
  /** Printed at the head of every page: draft, practice. */
  mark?: string
  /** Printed at the foot of every page beside the page number. */
  footNote?: string
  /** No page number at the foot: covers and contents of a volume. */
  unnumbered?: boolean
  /** Printed at the foot of every page: what `tanxin verify` proves the paper by. */
  code?: string
  blocks: Block[]
}

/**
 * A4 with the binding edge of letters, tighter at the other edges.
 * A line holds 31.8 characters: a whole number, or one and a half, would be a hair's breadth that
 * Word files and print break differently.
 * @policy forms.md §8
 */
export const formPage: PageSetup = {
  width: 210,
  height: 297,
  margins: { top: 28, right: 24.5, bottom: 26, left: 28 },
}

/**
 * Text that both renderers set alike: no control characters, which no Word file may hold,
 * no lone surrogates, and single spaces, since HTML folds them.
 */
export const cleanText = (text: string): string => {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF\u00AD\u200B-\u200F\u2060\uFEFF]/gu,
      ' ',
    )
    .replaceAll(/[ \u00A0]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim()
}

/** Free text as its paragraphs, empty lines left out. */
export const paragraphsOf = (text: string): string[] => {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/^\u3000+/u, '').trim())
    .filter((line) => line !== '')
}

/** Free text on one line. */
export const oneLine = (text: string): string => {
  return paragraphsOf(text).join(' ')
}

export const paragraph = (
  text: string,
  options: Omit<Extract<Block, { kind: 'paragraph' }>, 'kind' | 'runs'> = {},
): Block => {
  return { kind: 'paragraph', runs: [{ text: oneLine(text) }], indent: true, ...options }
}

export const paragraphs = (text: string): Block[] => {
  return paragraphsOf(text).map((line) => paragraph(line))
}

/** A file name that Windows, Linux and mail programs take. */
export const safeFileName = (text: string): string => {
  const name = oneLine(text)
    .replaceAll(/[\\/:*?"<>|\s]+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/gu, '')
  return [...name].slice(0, 80).join('') || '文书'
}
