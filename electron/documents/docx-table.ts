import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { drawingPng } from './drawing-png.ts'
import type { Drawing } from './drawing.ts'
import { styleId } from './docx-parts.ts'
import type { Borders, FlowCell, FlowGap, FlowGrid, FlowLine } from './flow.ts'
import { borderWidth, cellPadding, drawingLine, line, unboxed } from './flow.ts'
import type { Alignment } from './paper.ts'

export const twips = (points: number): number => Math.round(points * 20)

const alignments: Record<Alignment, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
}

/** Pixels, of which 96 make an inch, from points. */
const pixels = (points: number): number => (points * 96) / 72

const drawingParagraph = (drawing: Drawing, keepNext: boolean): Paragraph =>
  new Paragraph({
    // At least, since a line of exact height cuts a picture off.
    spacing: { line: twips(drawingLine), lineRule: 'atLeast', before: 0, after: 0 },
    keepNext: keepNext || undefined,
    keepLines: true,
    run: { size: 2 },
    children: [
      new ImageRun({
        type: 'png',
        data: drawingPng(drawing),
        transformation: { width: pixels(drawing.width), height: pixels(drawing.height) },
        altText: { id: String(drawing.id), name: drawing.label, description: drawing.label },
      }),
    ],
  })

export const lineParagraph = (source: FlowLine, keepNext = source.keepNext): Paragraph =>
  source.drawing ? drawingParagraph(source.drawing, keepNext) : wordsParagraph(source, keepNext)

const wordsParagraph = (source: FlowLine, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: styleId(source.style),
    alignment: source.align === undefined ? undefined : alignments[source.align],
    keepNext: keepNext || undefined,
    keepLines: source.whole || undefined,
    children: source.runs.map(
      (run) =>
        new TextRun({
          text: run.text,
          bold: run.bold,
          underline: run.underline ? {} : undefined,
        }),
    ),
  })

export const gapParagraph = (gap: FlowGap, keepNext = gap.keepNext): Paragraph =>
  new Paragraph({
    spacing: { line: twips(gap.height), lineRule: 'exact', before: 0, after: 0 },
    keepNext: keepNext || undefined,
    children: [],
    run: { size: 2 },
  })

const cellBorders = (borders: Borders) => {
  const side = (drawn: boolean) =>
    drawn
      ? { style: BorderStyle.SINGLE, size: borderWidth * 8, color: '000000' }
      : { style: BorderStyle.NIL, size: 0 }
  return {
    top: side(borders.top),
    right: side(borders.right),
    bottom: side(borders.bottom),
    left: side(borders.left),
  }
}

const verticals = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
}

type Placed = { cell: FlowCell; width: number; continues: boolean }

/**
 * Every cell of every row, those that reach down from a row above among them: docx would make
 * these itself, but without keepNext, and then LibreOffice splits the table.
 */
const placedRows = (grid: FlowGrid): Placed[][] => {
  const reaching: (Placed & { left: number })[] = []
  return grid.rows.map((row) => {
    const placed: Placed[] = []
    const own = [...row.cells]
    for (let at = 0; at < grid.columns.length;) {
      const above = reaching[at]
      if (above && above.left > 0) {
        above.left -= 1
        placed.push({ cell: above.cell, width: above.width, continues: true })
        at += above.cell.span
        continue
      }
      const cell = own.shift()
      if (!cell) break
      const width = grid.columns.slice(at, at + cell.span).reduce((a, b) => a + b, 0)
      const entry = { cell, width, continues: false }
      placed.push(entry)
      if (cell.rowSpan > 1) reaching[at] = { ...entry, left: cell.rowSpan - 1 }
      at += cell.span
    }
    return placed
  })
}

const gridCell = ({ cell, width, continues }: Placed, keepNext: boolean): TableCell => {
  const merge = continues ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan: cell.span,
    verticalMerge: cell.rowSpan > 1 ? merge : undefined,
    borders: cellBorders(cell.borders),
    verticalAlign: verticals[cell.vertical],
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(cellPadding.top),
      bottom: twips(cellPadding.bottom),
      left: twips(cellPadding.side),
      right: twips(cellPadding.side),
    },
    children: (continues ? [line('cell', '')] : cell.lines).map((each) =>
      lineParagraph(each, keepNext),
    ),
  })
}

type Held = readonly (FlowLine | FlowGap)[]

/**
 * What is held together with a table stands in its first row: LibreOffice keeps rows together,
 * but not a long chain of paragraphs.
 */
const heldRow = (held: Held, grid: FlowGrid, width: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: twips(width), type: WidthType.DXA },
        columnSpan: grid.columns.length,
        borders: cellBorders(unboxed),
        margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
        children: held.map((piece) =>
          piece.kind === 'line' ? lineParagraph(piece, true) : gapParagraph(piece, true),
        ),
      }),
    ],
  })

export const gridTable = (grid: FlowGrid, held: Held = []): Table => {
  const width = grid.columns.reduce((a, b) => a + b, 0)
  const placed = placedRows(grid)
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: grid.columns.map(twips),
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    rows: [
      ...(held.length > 0 ? [heldRow(held, grid, width)] : []),
      ...grid.rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            tableHeader: (row.header && held.length === 0) || undefined,
            height: { value: twips(row.minHeight), rule: HeightRule.ATLEAST },
            children: (placed[index] ?? []).map((each) => gridCell(each, row.keepNext)),
          }),
      ),
    ],
  })
}
