import { pagedTable } from '../paged-table.ts'
import type { Block, PageSetup, TableCell, TableColumn } from '../paper.ts'
import { blankItem } from './fields.ts'
import { fillCell, fillText, holds } from './fill-text.ts'
import type { FormBlock, TableRow } from './form-definition.ts'
import { type Scope, listItems, listShape, within } from './form-scope.ts'

type TableBlock = Extract<FormBlock, { kind: 'table' }>

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

/** A table of a form, over as many pages as it takes. */
export const fillTable = (block: TableBlock, scope: Scope, page: PageSetup): Block[] => {
  const { rowHeight, share } = block
  const columns = block.columns.map(({ header, width, align = 'center' }): TableColumn => ({
    header: fillText(header, scope),
    width,
    align,
  }))
  const rows = block.rows
    .filter((row) => holds(row.when, scope))
    .flatMap((row) =>
      rowScopes(row, scope).map(({ inner, isSpare }) => ({
        isSpare,
        cells: row.cells.map((text): TableCell => ({ text: fillCell(text, inner) })),
      })),
    )
  const sum = block.sum?.map(({ text, ...rest }) => ({ text: fillCell(text, scope), ...rest }))
  return pagedTable({ columns, rows, page, rowHeight, share, sum })
}
