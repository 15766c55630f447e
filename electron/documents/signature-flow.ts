import type { Flow, FlowCell, FlowLine, FlowPiece, FlowRow } from './flow.ts'
import {
  cell,
  drawn,
  estimateHeight,
  estimateRow,
  gap,
  group,
  line,
  stretch,
  textHeight,
  textWidth,
  unboxed,
} from './flow.ts'
import type {
  Block,
  PageSetup,
  PartySignature,
  ScreenMark,
  SealPlace,
  StaffSignature,
} from './paper.ts'

type Signatures = Extract<Block, { kind: 'signatures' }>

/** Points: 30 mm for a fingerprint and 45 mm for a seal, rounded up. */
const fingerprintHeight = 90
const sealHeight = 128
const staffHeight = 36
/** Signers beside one seal; more stand above it. */
const besideSeal = 4

/**
 * One table for parties and staff, since LibreOffice keeps rows of a table together but not two tables.
 * Party cells take columns 1 | 2+3 | 4+5 | 6, staff cells 1+2 | 3+4 | 5+6; points.
 */
const columnWeights = [135, 37, 49, 37, 97, 86]

const blankDate = '　　年　　月　　日'

/** As high as the place for the hand, so that a paper has the same pages however it was signed. */
const screenLines = ({ drawing, note, time }: ScreenMark): FlowLine[] => [
  drawn(drawing),
  line('fine', note),
  line('fine', time),
]

const signingPlace: FlowLine[] = [
  line('hint', '签名、盖章或按指印', { align: 'left' }),
  line('cell', ''),
  line('cell', blankDate, { align: 'right' }),
]

const partyCells = (party: PartySignature | undefined, side: 'left' | 'right'): FlowCell[] => {
  const [textSpan, boxSpan] = side === 'left' ? [1, 2] : [2, 1]
  if (!party) return [cell([line('cell', '')], { span: 3, borders: unboxed })]
  const { screens = [] } = party
  const name = party.role === '' ? party.name : `${party.role}：${party.name}`
  return [
    cell(
      [
        line('cell', name, { bold: true }),
        ...party.representatives.map((text) => line('cell', text)),
        ...(screens.length > 0 ? screens.flatMap(screenLines) : signingPlace),
      ],
      {
        span: textSpan,
        vertical: 'top',
        borders: { top: true, right: false, bottom: true, left: true },
      },
    ),
    cell([line('hint', party.isOrganisation ? '（盖章、指印处）' : '（指印处）')], {
      span: boxSpan,
      vertical: 'bottom',
    }),
  ]
}

const partyRows = (parties: readonly PartySignature[]): FlowRow[] => {
  const rows: FlowRow[] = []
  for (let at = 0; at < parties.length; at += 2) {
    const cells = [...partyCells(parties[at], 'left'), ...partyCells(parties[at + 1], 'right')]
    rows.push({ cells, minHeight: fingerprintHeight, header: false, keepNext: false })
  }
  return rows
}

const staffCells = (signer: StaffSignature | undefined): FlowCell[] => {
  const label = signer
    ? `${signer.label}${signer.name === '' ? '' : ` ${signer.name}`}（签名）：`
    : ''
  const screens = signer?.screens ?? []
  const notes = screens.flatMap(({ note, time }) => [line('fine', note), line('fine', time)])
  return [
    cell([line('cell', label), ...notes], { span: 2, vertical: 'bottom', borders: unboxed }),
    cell(screens.length > 0 ? screens.map(({ drawing }) => drawn(drawing)) : [line('cell', '')], {
      span: 2,
      vertical: screens.length > 0 ? 'bottom' : 'center',
      borders: { ...unboxed, bottom: signer !== undefined },
    }),
  ]
}

const staffRow = (signer: StaffSignature): FlowRow => ({
  cells: [...staffCells(signer), cell([line('cell', '')], { span: 2, borders: unboxed })],
  minHeight: staffHeight,
  header: false,
  keepNext: false,
})

/** Signers by hand on the left, the place of the seal over name and date on the right. */
const sealRows = (staff: readonly StaffSignature[], seal: SealPlace): FlowRow[] => {
  const count = Math.max(1, staff.length)
  const sealCell = cell(
    [
      line('label', seal.sealName),
      line('hint', '（印章）'),
      line('label', seal.date === '' ? blankDate : seal.date),
    ],
    { span: 2, rowSpan: count, borders: unboxed, vertical: 'bottom' },
  )
  return Array.from({ length: count }, (_, index) => ({
    cells: [...staffCells(staff[index]), ...(index === 0 ? [sealCell] : [])],
    minHeight: Math.max(staffHeight, Math.ceil(sealHeight / count / 2) * 2),
    header: false,
    keepNext: false,
  }))
}

/**
 * Splits the block into groups that each fit a page; the first holds the text that the
 * signatures belong to, so that no page of signatures stands without it while they fit one page.
 */
export const signatureFlow = (block: Signatures, lead: FlowPiece[], page: PageSetup): Flow[] => {
  const width = textWidth(page)
  const limit = textHeight(page) * 0.95
  const columns = stretch(columnWeights, width)
  const free: FlowPiece[] = []
  const held = [...lead]
  const heightOf = (pieces: readonly FlowPiece[]) =>
    pieces.reduce((sum, piece) => sum + estimateHeight(piece, width), 0)

  const above = block.seal ? Math.max(0, block.staff.length - besideSeal) : block.staff.length
  const last = block.seal ? sealRows(block.staff.slice(above), block.seal) : []
  const batches: FlowRow[][] = [
    ...[...partyRows(block.parties), ...block.staff.slice(0, above).map(staffRow)].map((row) => [
      row,
    ]),
    ...(last.length > 0 ? [last] : []),
  ]
  const rowsHeight = (rows: readonly FlowRow[]) =>
    rows.reduce((sum, row) => sum + estimateRow(row, columns), 0)

  // What precedes flows freely when it would not fit a page with the first signatures.
  const first = rowsHeight(batches[0] ?? [])
  while (held.length > 1 && heightOf(held) + first > limit) {
    const piece = held.shift()
    if (piece) free.push(piece)
  }

  const flows: Flow[] = [...free]
  let pieces: FlowPiece[] = [...held, gap(1)]
  let rows: FlowRow[] = []
  let used = heightOf(pieces)
  const flush = () => {
    flows.push(group(rows.length > 0 ? [...pieces, { kind: 'grid', columns, rows }] : pieces))
    pieces = [gap(1)]
    rows = []
    used = heightOf(pieces)
  }
  for (const batch of batches) {
    const height = rowsHeight(batch)
    if (used + height > limit && rows.length > 0) flush()
    rows.push(...batch)
    used += height
  }
  flush()
  return flows
}
