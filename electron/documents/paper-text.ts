import type { Flow, FlowCell, FlowPiece } from './flow.ts'
import { flowOf } from './lay-out.ts'
import type { Paper } from './paper.ts'
import { oneLine } from './paper.ts'

export const codeLabel = '核验码'

/** A mark as it is printed. */
export const markLine = (text: string): string => {
  const mark = oneLine(text)
  return mark === '' ? '' : `【${mark}】`
}

/** What stands at the head of every page; empty when nothing does. */
export const markText = (paper: Paper): string => markLine(paper.mark ?? '')

/** What the foot of every page says beside the number; empty when the paper has no code. */
export const codeText = ({ code }: Paper): string =>
  code === undefined ? '' : `${codeLabel} ${oneLine(code)}`

const cellText = ({ lines }: FlowCell): string =>
  lines
    .map((line, index) => `${index === 0 || line.continues ? '' : '\n'}${pieceText(line).join('')}`)
    .join('')

const pieceText = (piece: FlowPiece): string[] => {
  if (piece.kind === 'gap') return []
  if (piece.kind === 'line') return [piece.runs.map((run) => run.text).join('')]
  return piece.rows.map((row) => row.cells.map(cellText).join('\t'))
}

const flowText = (flow: Flow): string[] => {
  if (flow.kind === 'pageBreak') return []
  if (flow.kind === 'group') return flow.pieces.flatMap(pieceText)
  return pieceText(flow)
}

/** The words of a paper in reading order, without what repeats on every page. */
export const paperText = (paper: Paper): string => flowOf(paper).flatMap(flowText).join('\n')
