import { cellPadding, ems, stretch, styles, textHeight, textWidth, unitPt } from '../flow.ts'
import { paragraphsOf } from '../paper.ts'
import type { Block, PageSetup, TableCell, TableColumn } from '../paper.ts'
import { blankItem } from './fields.ts'
import { fillCell, fillText, holds } from './fill-text.ts'
import type { FormBlock, TableRow } from './form-definition.ts'
import { type Scope, listItems, listShape, within } from './form-scope.ts'

type TableBlock = Extract<FormBlock, { kind: 'table' }>

/** `isSpare`: a blank line after the last thing, to make a table look whole. */
type RowScope = { inner: Scope; isSpare: boolean }

const rowScopes = (row: TableRow, scope: Scope): RowScope[] => {
  const shape = row.each === undefined ? undefined : listShape(scope, row.each)
  if (!shape) return [{ inner: scope, isSpare: false }]
  const items = [...listItems(scope, row.each ?? '', row.least)]
  const { length } = items
  while (items.length < (row.pad ?? 0)) items.push(blankItem(shape, items.length + 1))
  return items.map((item, index) => ({
    inner: within(scope, shape, item),
    isSpare: length > 0 && index >= length,
  }))
}

/** A guess: a page that a table does not fill to the end allows for a line more or less. */
const lineCount = (text: string, width: number): number => {
  const lines = paragraphsOf(text).map((each) =>
    Math.ceil((ems(each, 0.56) * styles.cell.size) / width),
  )
  return Math.max(
    1,
    lines.reduce((sum, count) => sum + count, 0),
  )
}

/** Share of a page that a table may fill, unless its form says more. */
const usualShare = 0.58

/**
 * A table of any length as tables that each are held on a page, all with the same head: LibreOffice
 * breaks a long one elsewhere than print does.
 */
export const fillTable = (block: TableBlock, scope: Scope, page: PageSetup): Block[] => {
  const columns = block.columns.map(({ header, width, align = 'center' }): TableColumn => ({
    header: fillText(header, scope),
    width,
    align,
  }))
  const widths = stretch(
    columns.map(({ width }) => width),
    textWidth(page),
  )
  const rows = block.rows
    .filter((row) => holds(row.when, scope))
    .flatMap((row) =>
      rowScopes(row, scope).map(({ inner, isSpare }) => ({
        isSpare,
        cells: row.cells.map((text): TableCell => ({ text: fillCell(text, inner) })),
      })),
    )
  const heightOf = (cells: readonly TableCell[]) =>
    Math.max(
      block.rowHeight ?? 0,
      ...cells.map(({ text }, index) => {
        const width = (widths[index] ?? 0) - 2 * cellPadding.side
        return unitPt + lineCount(text, width) * styles.cell.line
      }),
    )
  const chunks: TableCell[][][] = []
  let used = Infinity
  for (const { cells, isSpare } of rows) {
    const height = heightOf(cells)
    if (used + height > textHeight(page) * (block.share ?? usualShare)) {
      // No table is begun for spare lines alone.
      if (isSpare) continue
      chunks.push([])
      used = heightOf(columns.map(({ header }) => ({ text: header })))
    }
    chunks.at(-1)?.push(cells)
    used += height
  }
  const sum = block.sum?.map(({ text, ...rest }) => ({ text: fillCell(text, scope), ...rest }))
  return chunks.map((chunk, index) => ({
    kind: 'together',
    blocks: [
      {
        kind: 'table',
        columns,
        rows: chunk,
        rowHeight: block.rowHeight,
        sum: index === chunks.length - 1 ? sum : undefined,
      },
    ],
  }))
}
