import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { corePropertiesXml, settingsXml, stylesXml, withoutTimes } from './docx-parts.ts'
import { gapParagraph, gridTable, lineParagraph, twips } from './docx-table.ts'
import type { Flow, FlowGap, FlowLine, FlowPiece } from './flow.ts'
import { edgePt, textWidth, toPoints } from './flow.ts'
import { flowOf } from './lay-out.ts'
import type { PaperFonts } from './paper-fonts.ts'
import { codeText, markText } from './paper-text.ts'
import type { Paper } from './paper.ts'

const mmTwips = (mm: number): number => twips(toPoints(mm))

/** Millimetres from the edge of the sheet to header and footer. */
const edgeDistance = 12

const pieceChild = (piece: FlowPiece): Paragraph | Table => {
  if (piece.kind === 'line') return lineParagraph(piece)
  return piece.kind === 'grid' ? gridTable(piece) : gapParagraph(piece)
}

const groupChildren = (pieces: readonly FlowPiece[]): (Paragraph | Table)[] => {
  const children: (Paragraph | Table)[] = []
  let held: (FlowLine | FlowGap)[] = []
  for (const piece of pieces) {
    if (piece.kind === 'grid') {
      children.push(gridTable(piece, held))
      held = []
    } else {
      held.push(piece)
    }
  }
  return [...children, ...held.map(pieceChild)]
}

const flowChildren = (flow: Flow): (Paragraph | Table)[] => {
  if (flow.kind === 'pageBreak') {
    return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } })]
  }
  return flow.kind === 'group' ? groupChildren(flow.pieces) : [pieceChild(flow)]
}

const headerOf = (paper: Paper, fonts: PaperFonts): Header => {
  const text = markText(paper)
  const run = new TextRun({ text, bold: true, size: 32, color: '666666', font: fonts.body })
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: text === '' ? [] : [run] }),
    ],
  })
}

const pageNumber = (size: number): TextRun[] => [
  new TextRun({ text: '第 ', size }),
  new TextRun({ children: [PageNumber.CURRENT], size }),
  new TextRun({ text: ' 页 共 ', size }),
  new TextRun({ children: [PageNumber.TOTAL_PAGES], size }),
  new TextRun({ text: ' 页', size }),
]

const footerOf = (paper: Paper): Footer => {
  const size = 21
  const code = codeText(paper)
  const number = new Paragraph({
    alignment: code === '' ? AlignmentType.CENTER : AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.CENTER, position: twips(textWidth(paper.page) / 2) }],
    children: [
      ...(code === ''
        ? []
        : [new TextRun({ text: code, size }), new TextRun({ children: [new Tab()], size })]),
      ...(paper.unnumbered ? [] : pageNumber(size)),
    ],
  })
  if (paper.footNote === undefined) return new Footer({ children: [number] })
  const note = new Paragraph({ children: [new TextRun({ text: paper.footNote, size })] })
  return new Footer({ children: [note, number] })
}

/** A Word file; the same paper and fonts always give the same bytes. */
export const renderDocx = async (paper: Paper, fonts: PaperFonts): Promise<Buffer> => {
  const { width, height, margins } = paper.page
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { width: mmTwips(width), height: mmTwips(height) },
            margin: {
              top: mmTwips(margins.top),
              right: twips(toPoints(margins.right) + edgePt),
              bottom: mmTwips(margins.bottom),
              left: mmTwips(margins.left),
              header: mmTwips(edgeDistance),
              footer: mmTwips(edgeDistance),
              gutter: 0,
            },
          },
        },
        headers: { default: headerOf(paper, fonts) },
        footers: { default: footerOf(paper) },
        children: flowOf(paper).flatMap(flowChildren),
      },
    ],
  })
  const buffer = await Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: stylesXml(fonts) },
    { path: 'word/settings.xml', data: settingsXml() },
    { path: 'docProps/core.xml', data: corePropertiesXml(paper.title) },
  ])
  return withoutTimes(buffer)
}
