import {
  estimateHeight,
  line,
  stretch,
  textHeight,
  textWidth,
  unitPt,
  cellPadding,
} from '../flow.ts'
import type { Block, PageSetup, TableCell, TableColumn } from '../paper.ts'
import { blankItem } from './fields.ts'
import { fillCell, fillText, holds } from './fill-text.ts'
import type { FormBlock, TableRow } from './form-definition.ts'
import { type Scope, listItems, listShape, within } from './form-scope.ts'

type TableBlock = Extract<FormBlock, { kind: 'table' }>

const rowScopes = (row: TableRow, scope: Scope): Scope[] => {
  const shape = row.each === undefined ? undefined : listShape(scope, row.each)
  if (!shape) return [scope]
  const items = [...listItems(scope, row.each ?? '', row.least)]
  while (items.length < (row.pad ?? 0)) items.push(blankItem(shape, items.length + 1))
  return items.map((item) => within(scope, shape, item))
}

/** Share of a page that a table may fill and still be held together. */
const share = 0.58

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
      rowScopes(row, scope).map((inner) =>
        row.cells.map((text): TableCell => ({ text: fillCell(text, inner) })),
      ),
    )
  const heightOf = (cells: readonly TableCell[]) =>
    Math.max(
      block.rowHeight ?? 0,
      ...cells.map(
        ({ text }, index) =>
          unitPt + estimateHeight(line('cell', text), (widths[index] ?? 0) - 2 * cellPadding.side),
      ),
    )
  const chunks: TableCell[][][] = []
  let used = Infinity
  for (const row of rows) {
    const height = heightOf(row)
    if (used + height > textHeight(page) * share) {
      chunks.push([])
      used = heightOf(columns.map(({ header }) => ({ text: header })))
    }
    chunks.at(-1)?.push(row)
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
