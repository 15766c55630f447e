import type { Flow, FlowCell, FlowGrid, FlowPiece, FlowRow } from './flow.ts'
import {
  borderWidth,
  cell,
  estimateHeight,
  gap,
  group,
  isLong,
  line,
  stretch,
  textHeight,
  textWidth,
  unitPt,
} from './flow.ts'
import type { Block, Field, PageSetup, Paper, TableCell } from './paper.ts'
import { oneLine } from './paper.ts'
import { signatureFlow } from './signature-flow.ts'

const lowest = 24

const row = (cells: FlowCell[], header = false, minHeight = lowest): FlowRow => {
  return { cells, minHeight, header, keepNext: false }
}

const fieldGrid = (block: Extract<Block, { kind: 'fields' }>, width: number): FlowGrid => {
  const columns = stretch(block.columns, width)
  const lead = block.caption === undefined ? 0 : 1
  const fieldCells = (field: Field) => [
    cell([line('label', field.label)], { span: field.labelSpan }),
    cell([line('cell', field.value)], { span: field.valueSpan }),
  ]
  const rows = block.rows.map((fields, index) => {
    const cells = fields.flatMap(fieldCells)
    if (lead === 1 && index === 0) {
      cells.unshift(
        cell([line('label', block.caption ?? '', { bold: true })], { rowSpan: block.rows.length }),
      )
    }
    return row(cells, false, Math.max(lowest, ...fields.map(({ minHeight = 0 }) => minHeight)))
  })
  return { kind: 'grid', columns, rows }
}

const tableGrid = (block: Extract<Block, { kind: 'table' }>, width: number): FlowGrid => {
  const columns = stretch(
    block.columns.map((column) => column.width),
    width,
  )
  const header = row(
    block.columns.map((column) => cell([line('label', column.header, { bold: true })])),
    true,
  )
  const textRow = (cells: TableCell[], bold: boolean) => {
    let at = 0
    return row(
      cells.map((each) => {
        const align = each.align ?? block.columns[at]?.align ?? 'left'
        at += each.span ?? 1
        return cell([line('cell', each.text, { align, bold })], { span: each.span ?? 1 })
      }),
      false,
      block.rowHeight,
    )
  }
  const rows = [header, ...block.rows.map((cells) => textRow(cells, false))]
  if (block.sum) rows.push(textRow(block.sum, true))
  return { kind: 'grid', columns, rows }
}

/** Together with the outer border of the table a whole number of points. */
const afterTable: FlowPiece = { ...gap(1), height: unitPt - borderWidth }

const blockPieces = (block: Block, page: PageSetup): FlowPiece[] => {
  const width = textWidth(page)
  switch (block.kind) {
    case 'title': {
      const title = line('title', block.text, { keepNext: true })
      const letterhead = block.letterhead === undefined ? '' : oneLine(block.letterhead)
      return letterhead === ''
        ? [title]
        : [line('letterhead', letterhead, { keepNext: true }), title]
    }
    case 'numberLine':
      return [line('number', block.text, { keepNext: true }), gap(1)]
    case 'heading':
      return [line('heading', block.text, { keepNext: true })]
    case 'paragraph': {
      const style = block.small ? 'note' : block.indent === false ? 'plain' : 'body'
      const { runs, align, keepNext = false } = block
      const whole = !isLong(runs, style, width)
      return [{ kind: 'line', style, runs, align, keepNext, whole }]
    }
    case 'big':
      return [line('big', block.text)]
    case 'fields':
      return [fieldGrid(block, width), afterTable]
    case 'table':
      return [tableGrid(block, width), afterTable]
    case 'gap':
      return [gap(block.units)]
    case 'together':
      return block.blocks.flatMap((inner) => blockPieces(inner, page))
    case 'signatures':
    case 'pageBreak':
      throw new RangeError(`A ${block.kind} cannot stand inside another block`)
  }
}

/** The paper as a renderer sets it. */
export const flowOf = (paper: Paper): Flow[] => {
  const { page } = paper
  const width = textWidth(page)
  return paper.blocks.flatMap((block): Flow[] => {
    if (block.kind === 'pageBreak') return [{ kind: 'pageBreak' }]
    if (block.kind === 'signatures') {
      const lead = block.lead.flatMap((each) => blockPieces(each, page))
      return signatureFlow(block, lead, page)
    }
    const pieces = blockPieces(block, page)
    if (block.kind !== 'together') return pieces
    const height = pieces.reduce((sum, piece) => sum + estimateHeight(piece, width), 0)
    if (height > textHeight(page) * 0.6) return pieces
    // White after a table may go to the next page alone; it must not take the table along.
    const after = pieces.at(-1)?.kind === 'gap' ? pieces.splice(-1) : []
    return [group(pieces), ...after]
  })
}
