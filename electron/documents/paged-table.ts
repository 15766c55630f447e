import { cellPadding, ems, stretch, styles, textHeight, textWidth, unitPt } from './flow.ts'
import {
  paragraphsOf,
  type Block,
  type PageSetup,
  type TableCell,
  type TableColumn,
  type WallStyle,
} from './paper.ts'

/** `isSpare`: a blank line after the last thing, to make a table look whole. */
export type PagedRow = { cells: TableCell[]; isSpare?: boolean }

type PagedTable = {
  columns: TableColumn[]
  rows: readonly PagedRow[]
  page: PageSetup
  /** Least height of a row without its head in points. */
  rowHeight?: number | undefined
  /** Of a page that the table may fill. */
  share?: number | undefined
  sum?: TableCell[] | undefined
  headStyle?: WallStyle | undefined
}

/** A guess: a page that a table does not fill to the end allows for a line more or less. */
const lineCount = (text: string, width: number, size: number): number => {
  const lines = paragraphsOf(text).map((each) => Math.ceil((ems(each, 0.56) * size) / width))
  return Math.max(
    1,
    lines.reduce((sum, count) => sum + count, 0),
  )
}

const cellHeight = ({ text, lines }: TableCell, width: number): number =>
  (lines ?? [{ runs: [{ text }], style: undefined }]).reduce((sum, { runs, style }) => {
    const { size, line } = styles[style ?? 'cell']
    return sum + lineCount(runs.map((run) => run.text).join(''), width, size) * line
  }, unitPt)

type Measured = Pick<PagedTable, 'columns' | 'page'>

/** Points of a row of these cells. */
export const rowHeightOf = ({ columns, page }: Measured, cells: readonly TableCell[]): number => {
  const widths = stretch(
    columns.map(({ width }) => width),
    textWidth(page),
  )
  return Math.max(
    ...cells.map((cell, index) => cellHeight(cell, (widths[index] ?? 0) - 2 * cellPadding.side)),
  )
}

export const headCells = (
  columns: readonly TableColumn[],
  style: WallStyle | undefined,
): TableCell[] =>
  columns.map(({ header }) => ({ text: header, lines: [{ runs: [{ text: header }], style }] }))

/** Share of a page that a table may fill, unless its form says more. */
const usualShare = 0.58

/**
 * A table of any length as tables that each are held on a page, all with the same head: LibreOffice
 * breaks a long one elsewhere than print does.
 */
export const pagedTable = (table: PagedTable): Block[] => {
  const { columns, rows, page, rowHeight, share, sum, headStyle } = table
  const heightOf = (cells: readonly TableCell[]) =>
    Math.max(rowHeight ?? 0, rowHeightOf(table, cells))
  const chunks: TableCell[][][] = []
  let used = Infinity
  for (const { cells, isSpare } of rows) {
    const height = heightOf(cells)
    if (used + height > textHeight(page) * (share ?? usualShare)) {
      // No table is begun for spare lines alone.
      if (isSpare) continue
      chunks.push([])
      used = heightOf(headCells(columns, headStyle))
    }
    chunks.at(-1)?.push(cells)
    used += height
  }
  return chunks.map((chunk, index) => ({
    kind: 'together',
    blocks: [
      {
        kind: 'table',
        columns,
        rows: chunk,
        rowHeight,
        headStyle,
        sum: index === chunks.length - 1 ? sum : undefined,
      },
    ],
  }))
}
