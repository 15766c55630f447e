import type { Flow, FlowCell, FlowGrid, FlowLine, FlowPiece, FlowRow, StyleName } from './flow.ts'
import {
  borderWidth,
  cell,
  cellPadding,
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
import { labelLines } from './label-lines.ts'
import type { Block, Field, PageSetup, Paper, TableCell } from './paper.ts'
import { oneLine, paragraphsOf } from './paper.ts'
import { signatureFlow } from './signature-flow.ts'

const lowest = 24
/** Points of a row that waits for the hand: one that is empty or holds a blank. */
const byHand = 28
const waits = ({ value }: Field): boolean => value.trim() === '' || value.includes('＿')

const row = (cells: FlowCell[], header = false, minHeight = lowest): FlowRow => {
  return { cells, minHeight, header, keepNext: false }
}

const labelOf = (
  text: string,
  style: StyleName,
  columns: readonly number[],
  options: { bold?: boolean } = {},
): FlowLine[] => {
  const width = columns.reduce((a, b) => a + b, 0) - 2 * cellPadding.side - borderWidth
  return labelLines(text, style, width).map((each, index) => {
    const made = line(style, each, options)
    return index === 0 ? made : { ...made, continues: true }
  })
}

/** Each paragraph of a text on lines of its own. */
const valueOf = (
  text: string,
  style: StyleName,
  options: Parameters<typeof line>[2] = {},
): FlowLine[] => {
  const lines = paragraphsOf(text)
  return (lines.length === 0 ? [''] : lines).map((each) => line(style, each, options))
}

const fieldGrid = (block: Extract<Block, { kind: 'fields' }>, width: number): FlowGrid => {
  const columns = stretch(block.columns, width)
  const lead = block.caption === undefined ? 0 : 1
  const [labelStyle, valueStyle]: [StyleName, StyleName] = block.large
    ? ['largeLabel', 'largeCell']
    : ['label', 'cell']
  const rows = block.rows.map((fields, index) => {
    let at = lead
    const cells = fields.flatMap((field) => {
      const own = columns.slice(at, at + field.labelSpan)
      at += field.labelSpan + field.valueSpan
      return [
        cell(labelOf(field.label, labelStyle, own), { span: field.labelSpan }),
        cell(valueOf(field.value, valueStyle), { span: field.valueSpan }),
      ]
    })
    if (lead === 1 && index === 0) {
      const caption = labelOf(block.caption ?? '', labelStyle, columns.slice(0, 1), { bold: true })
      cells.unshift(cell(caption, { rowSpan: block.rows.length }))
    }
    const least = fields.some(waits) ? byHand : lowest
    return row(cells, false, Math.max(least, ...fields.map(({ minHeight = 0 }) => minHeight)))
  })
  return { kind: 'grid', columns, rows }
}

const tableGrid = (block: Extract<Block, { kind: 'table' }>, width: number): FlowGrid => {
  const columns = stretch(
    block.columns.map((column) => column.width),
    width,
  )
  const header = row(
    block.columns.map((column, index) =>
      cell(
        labelOf(column.header, block.headStyle ?? 'label', columns.slice(index, index + 1), {
          bold: true,
        }),
      ),
    ),
    true,
  )
  const textRow = (cells: TableCell[], bold: boolean) => {
    let at = 0
    return row(
      cells.map((each) => {
        const align = each.align ?? block.columns[at]?.align ?? 'left'
        at += each.span ?? 1
        const lines = each.lines?.map(({ runs, style }) => ({
          ...line(style ?? 'cell', '', { align }),
          runs,
        }))
        return cell(lines ?? valueOf(each.text, 'cell', { align, bold }), { span: each.span ?? 1 })
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
      const title = line(block.large ? 'wallTitle' : 'title', block.text, { keepNext: true })
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
      const usual = block.indent === false ? 'plain' : 'body'
      const style = block.style ?? (block.small ? 'note' : usual)
      const { runs, align, keepNext = false } = block
      const whole = !isLong(runs, style, width)
      return [{ kind: 'line', style, runs, align, keepNext, whole }]
    }
    case 'big':
      return [line(block.cover ? 'cover' : 'big', block.text)]
    case 'fields':
      return [fieldGrid(block, width), afterTable]
    case 'table':
      return [tableGrid(block, width), afterTable]
    case 'gap':
      return [gap(block.units)]
    case 'together':
      return piecesOf(block.blocks, page)
    case 'signatures':
    case 'pageBreak':
      throw new RangeError(`A ${block.kind} cannot stand inside another block`)
  }
}

const isTable = (block: Block | undefined): boolean => {
  if (block?.kind === 'together') return isTable(block.blocks[0])
  return block?.kind === 'fields' || block?.kind === 'table'
}

/** White that parts a block from the one before it, which stays with it. */
const before = (block: Block, previous: Block | undefined): FlowPiece[] => {
  const white = (units: number): FlowPiece[] => [{ ...gap(units), keepNext: true }]
  if (previous?.kind === 'title') {
    return block.kind === 'numberLine' || block.kind === 'gap' ? [] : white(2)
  }
  const follows = previous?.kind === 'paragraph' || previous?.kind === 'heading'
  return follows && isTable(block) ? white(1) : []
}

const piecesOf = (blocks: readonly Block[], page: PageSetup): FlowPiece[] =>
  blocks.flatMap((block, index) => [
    ...before(block, blocks[index - 1]),
    ...blockPieces(block, page),
  ])

/**
 * How much of a page is held together, by a cautious guess at its height. A table alone was cut to less than
 * a page when it was made.
 */
const heldShare = ({ blocks }: Extract<Block, { kind: 'together' }>): number =>
  blocks.length === 1 && blocks[0]?.kind === 'table' ? 1.4 : 0.6

/** The paper as a renderer sets it. */
export const flowOf = (paper: Paper): Flow[] => {
  const { page } = paper
  const width = textWidth(page)
  return paper.blocks.flatMap((block, index): Flow[] => {
    if (block.kind === 'pageBreak') return [{ kind: 'pageBreak' }]
    if (block.kind === 'signatures') return signatureFlow(block, piecesOf(block.lead, page), page)
    const pieces = [...before(block, paper.blocks[index - 1]), ...blockPieces(block, page)]
    if (block.kind !== 'together') return pieces
    const height = pieces.reduce((sum, piece) => sum + estimateHeight(piece, width), 0)
    if (height > textHeight(page) * heldShare(block)) return pieces
    // White after a table may go to the next page alone; it must not take the table along.
    const after = pieces.at(-1)?.kind === 'gap' ? pieces.splice(-1) : []
    return [group(pieces), ...after]
  })
}
