import type { Alignment, PageSetup, Run, WallStyle } from './paper.ts'
import type { Drawing } from './drawing.ts'
import { oneLine } from './paper.ts'

/** Points of a gap; with its padding and border a table row is its lines and one unit. */
export const unitPt = 6

export type StyleName =
  | 'title'
  | 'letterhead'
  | 'number'
  | 'heading'
  | 'body'
  | 'plain'
  | 'note'
  | 'big'
  | 'cover'
  | 'cell'
  | 'label'
  | 'largeCell'
  | 'largeLabel'
  | 'hint'
  | 'fine'
  | 'wallTitle'
  | WallStyle

/** Points. */
export type TextStyle = {
  /** Its name in Word's list of styles. */
  name: string
  face: 'body' | 'heading' | 'title'
  size: number
  line: number
  align: Alignment
  firstIndent: number
  bold: boolean
  grey: boolean
}

const base = { face: 'body', align: 'left', firstIndent: 0, bold: false, grey: false } as const

/**
 * Every line and row is an even number of points high and the page is an odd one, so that
 * a rounding of one engine cannot turn a page that the other does not turn.
 */
export const styles: Record<StyleName, TextStyle> = {
  title: { ...base, name: '文书标题', face: 'title', size: 22, line: 36, align: 'center' },
  letterhead: { ...base, name: '文书机构', size: 16, line: 30, align: 'center' },
  number: { ...base, name: '文书编号', size: 12, line: 22, align: 'right' },
  heading: { ...base, name: '文书小标题', face: 'heading', size: 14, line: 22 },
  body: { ...base, name: '文书正文', size: 14, line: 22, align: 'justify', firstIndent: 28 },
  plain: { ...base, name: '文书顶格正文', size: 14, line: 22, align: 'justify' },
  note: { ...base, name: '文书说明', size: 12, line: 18, align: 'justify', firstIndent: 24 },
  big: { ...base, name: '文书大字', size: 26, line: 42, align: 'center' },
  cover: { ...base, name: '卷宗封面大字', face: 'title', size: 40, line: 64, align: 'center' },
  cell: { ...base, name: '文书表格', size: 12, line: 18 },
  label: { ...base, name: '文书表格标签', size: 12, line: 18, align: 'center' },
  largeCell: { ...base, name: '卷宗封面栏目', size: 15, line: 24 },
  largeLabel: { ...base, name: '卷宗封面标签', size: 15, line: 24, align: 'center' },
  hint: { ...base, name: '文书表格提示', size: 9, line: 18, align: 'center', grey: true },
  fine: { ...base, name: '文书表格小字', size: 7.5, line: 12 },
  wallTitle: { ...base, name: '张贴标题', face: 'title', size: 34, line: 48, align: 'center' },
  wall28: { ...base, name: '张贴特大字', size: 28, line: 38, align: 'center' },
  wall24: { ...base, name: '张贴大字', size: 24, line: 32, align: 'center' },
  wall20: { ...base, name: '张贴中字', size: 20, line: 28, align: 'center' },
  wall16: { ...base, name: '张贴小字', size: 16, line: 22, align: 'center' },
  wall14: { ...base, name: '张贴细字', size: 14, line: 18, align: 'center' },
}

export type FlowLine = {
  kind: 'line'
  style: StyleName
  runs: Run[]
  align?: Alignment
  keepNext: boolean
  /** Never broken over pages. */
  whole: boolean
  /** Goes on with the words of the line before it: a label that was parted. */
  continues?: boolean
  /** Stands in place of words, in a line of `drawingLine` points. */
  drawing?: Drawing
}

/** Points: a drawing of at most `drawingHeight` with white above and below, a whole number of units. */
export const drawingLine = 30
export const drawingHeight = 24

export type Borders = { top: boolean; right: boolean; bottom: boolean; left: boolean }

export type FlowCell = {
  lines: FlowLine[]
  span: number
  rowSpan: number
  borders: Borders
  vertical: 'top' | 'center' | 'bottom'
}

/** `minHeight` in points; a row never breaks over pages. */
export type FlowRow = { cells: FlowCell[]; minHeight: number; header: boolean; keepNext: boolean }

export type FlowGrid = { kind: 'grid'; columns: number[]; rows: FlowRow[] }

export type FlowGap = { kind: 'gap'; height: number; keepNext: boolean }

export type FlowPiece = FlowLine | FlowGrid | FlowGap

export type Flow = FlowPiece | { kind: 'group'; pieces: FlowPiece[] } | { kind: 'pageBreak' }

/** Points of white between a cell's border and its text; with a border of 0.75 they make one unit. */
export const cellPadding = { top: 2.5, bottom: 2.75, side: 4 }
export const borderWidth = 0.75

export const boxed: Borders = { top: true, right: true, bottom: true, left: true }
export const unboxed: Borders = { top: false, right: false, bottom: false, left: false }

const pointsPerMm = 72 / 25.4

export const toPoints = (mm: number): number => {
  return mm * pointsPerMm
}

/** White at the right edge, since half of a table's outer border is drawn outside of it; points. */
export const edgePt = 1

export const textWidth = (page: PageSetup): number => {
  return toPoints(page.width - page.margins.left - page.margins.right) - edgePt
}

export const textHeight = (page: PageSetup): number => {
  return toPoints(page.height - page.margins.top - page.margins.bottom)
}

export const line = (
  style: StyleName,
  text: string,
  options: { align?: Alignment; keepNext?: boolean; bold?: boolean } = {},
): FlowLine => {
  return {
    kind: 'line',
    style,
    runs: [{ text: oneLine(text), bold: options.bold }],
    align: options.align,
    keepNext: options.keepNext ?? false,
    whole: true,
  }
}

export const drawn = (drawing: Drawing): FlowLine => ({ ...line('cell', ''), drawing })

export const cell = (
  lines: FlowLine[],
  options: Partial<Omit<FlowCell, 'lines'>> = {},
): FlowCell => {
  return { lines, span: 1, rowSpan: 1, borders: boxed, vertical: 'center', ...options }
}

/** Width of a text in ems: a Chinese character is one, any other `narrow`. */
export const ems = (text: string, narrow: number): number => {
  let sum = 0
  for (const char of text) sum += (char.codePointAt(0) ?? 0) < 0x2000 ? narrow : 1
  return sum
}

/**
 * Whether a text surely takes more than three lines. One of three is never broken: two lines at least
 * stand at the foot of a page and two at the head of the next, but Chromium gives up the second.
 */
export const isLong = (runs: readonly Run[], style: StyleName, width: number): boolean => {
  const { size, firstIndent } = styles[style]
  const text = runs.map((run) => run.text).join('')
  return ems(text, 0.35) * size + firstIndent > 3 * width
}

/** A cautious guess at the height of a piece, in points; used only to keep groups below a page. */
export const estimateHeight = (piece: FlowPiece, width: number): number => {
  if (piece.kind === 'gap') return piece.height
  if (piece.kind === 'line') {
    if (piece.drawing) return drawingLine
    const style = styles[piece.style]
    const text = piece.runs.map((run) => run.text).join('')
    const count = Math.ceil(
      (ems(text, 0.6) * style.size + style.firstIndent) / (width - style.size),
    )
    return Math.max(1, count) * style.line
  }
  return piece.rows.reduce((sum, row) => sum + estimateRow(row, piece.columns), 0)
}

export const estimateRow = (row: FlowRow, columns: number[]): number => {
  let height = row.minHeight
  let at = 0
  for (const each of row.cells) {
    const width = columns.slice(at, at + each.span).reduce((a, b) => a + b, 0)
    at += each.span
    if (each.rowSpan > 1) continue
    const inner = each.lines.reduce(
      (sum, entry) => sum + estimateHeight(entry, width - 2 * cellPadding.side),
      unitPt,
    )
    height = Math.max(height, inner)
  }
  return height
}

/** Columns given as weights, stretched to the whole width; whole twentieths of a point. */
export const stretch = (weights: number[], width: number): number[] => {
  const total = weights.reduce((a, b) => a + b, 0)
  const full = Math.floor(width * 20)
  const columns = weights.map((weight) => Math.floor((weight / total) * full))
  columns[columns.length - 1]! += full - columns.reduce((a, b) => a + b, 0)
  return columns.map((twips) => twips / 20)
}

export const gap = (units: number): FlowGap => {
  return { kind: 'gap', height: units * unitPt, keepNext: false }
}

/** Holds pieces to one page, if they fit one: each but the last is kept with the next. */
export const group = (pieces: FlowPiece[]): Flow => {
  return {
    kind: 'group',
    pieces: pieces.map((piece, index) => keep(piece, index < pieces.length - 1)),
  }
}

const keep = (piece: FlowPiece, withNext: boolean): FlowPiece => {
  if (piece.kind !== 'grid') return { ...piece, keepNext: withNext }
  const last = piece.rows.length - 1
  return {
    ...piece,
    rows: piece.rows.map((each, index) => ({ ...each, keepNext: withNext || index < last })),
  }
}
