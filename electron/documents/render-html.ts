import type { Borders, Flow, FlowCell, FlowGrid, FlowLine, FlowPiece, TextStyle } from './flow.ts'
import { borderWidth, cellPadding, drawingLine, edgePt, styles } from './flow.ts'
import { pathOf, penWidth, type Drawing } from './drawing.ts'
import { escapeHtml } from './html-text.ts'
import { flowOf } from './lay-out.ts'
import { isBold, type PaperFonts } from './paper-fonts.ts'
import { markText } from './paper-text.ts'
import type { PageSetup, Paper, Run } from './paper.ts'

const family = (name: string): string => `"${name.replaceAll(/["\\<>&]/gu, '')}", serif`

const textRule = (name: string, style: TextStyle, fonts: PaperFonts): string =>
  `.t-${name}{font-family:${family(fonts[style.face])};font-size:${style.size}pt;line-height:${style.line}pt;` +
  `min-height:${style.line}pt;text-align:${style.align};text-indent:${style.firstIndent}pt;` +
  `font-weight:${isBold(style, fonts) ? 'bold' : 'normal'};color:${style.grey ? '#666' : '#000'}}` +
  `.t-${name} .s{word-spacing:${style.size / 5}pt}`

const pageRules = ({ width, height, margins }: PageSetup): string => {
  const sides = `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`
  return `@page{size:${width}mm ${height}mm;margin:${sides}}
@media print{.mark{display:none}}
@media screen{body{width:${width}mm;min-height:${height}mm;padding:${sides};margin:0 auto;position:relative;background:#fff}
.mark{position:absolute;top:12mm;left:0;right:0;text-align:center;font-size:16pt;font-weight:bold;color:#666}}`
}

// Full-width marks keep their whole width, as Word is told to do.
const baseRules = `*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;padding:0 ${edgePt}pt 0 0;color:#000;orphans:2;widows:2;font-kerning:none;font-variant-ligatures:none;text-spacing-trim:space-all;text-autospace:no-autospace;text-rendering:geometricPrecision;line-break:normal;overflow-wrap:anywhere;word-break:normal;hyphens:none;-webkit-text-size-adjust:none;font-synthesis:weight}
p.drawn{height:${drawingLine}pt;line-height:0;text-align:left}
.drawn svg{display:block;fill:none;stroke:#000;stroke-width:${penWidth};stroke-linecap:round;stroke-linejoin:round}
h1,h2,p{margin:0;padding:0;font-weight:normal}
b{font-weight:bold}
u{text-decoration:underline}
.s{font-size:0;line-height:0}
.keep{break-after:avoid}
.group,.whole{break-inside:avoid}
.gap{break-inside:avoid}
.break{break-after:page;height:0}
table{border-collapse:collapse;table-layout:fixed;margin:0}
tr{break-inside:avoid}
thead{display:table-header-group}
td,th{padding:${cellPadding.top}pt ${cellPadding.side}pt ${cellPadding.bottom}pt;font-weight:normal;text-align:inherit}
.v-top{vertical-align:top}.v-center{vertical-align:middle}.v-bottom{vertical-align:bottom}`

/** Classes made on the way, so that no element needs a style attribute (style-src may name a hash). */
type Sheet = Map<string, string>

const classFor = (sheet: Sheet, prefix: string, rule: string): string => {
  const known = sheet.get(rule)
  if (known !== undefined) return known
  const name = `${prefix}${sheet.size}`
  sheet.set(rule, name)
  return name
}

const asian = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}'
const western = 'A-Za-z0-9\\u00C0-\\u024F\\u0370-\\u03FF\\u0400-\\u04FF'
const joint = new RegExp(`(?<=[${asian}])(?=[${western}])|(?<=[${western}])(?=[${asian}])`, 'gu')

/**
 * Word sets a fifth of an em between Chinese and Latin letters or digits. Chromium learned that late,
 * so a space of no size and that width stands there; it vanishes at the end of a line.
 */
const spaced = (text: string): string => text.replaceAll(joint, '\u0000')

const runHtml = (run: Run, text: string): string => {
  let html = escapeHtml(text).replaceAll('\u0000', '<span class="s"> </span>')
  if (run.underline) html = `<u>${html}</u>`
  return run.bold ? `<b>${html}</b>` : html
}

const runsHtml = (runs: readonly Run[]): string => {
  // Joints between runs count too, so the text is spaced as a whole and cut again.
  const limits = runs.map((run) => run.text.length)
  const whole = spaced(runs.map((run) => run.text).join(''))
  let at = 0
  return runs
    .map((run, index) => {
      let left = limits[index] ?? 0
      const from = at
      while (at < whole.length && (left > 0 || whole[at] === '\u0000')) {
        if (whole[at] !== '\u0000') left -= 1
        at += 1
      }
      return runHtml(run, whole.slice(from, at))
    })
    .join('')
}

const drawingHtml = (drawing: Drawing): string => {
  const { width, height, label } = drawing
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`
  return `<p class="drawn"><svg role="img" aria-label="${escapeHtml(label)}" ${size}><path d="${pathOf(drawing)}"/></svg></p>`
}

const lineHtml = (line: FlowLine, inCell: boolean): string => {
  if (line.drawing) return drawingHtml(line.drawing)
  const classes = [`t-${line.style}`]
  if (line.align !== undefined) classes.push(`a-${line.align}`)
  if (line.keepNext && !inCell) classes.push('keep')
  if (line.whole && !inCell) classes.push('whole')
  const isTitle = line.style === 'title' || line.style === 'wallTitle'
  const tag = isTitle ? 'h1' : line.style === 'heading' ? 'h2' : 'p'
  return `<${tag} class="${classes.join(' ')}">${runsHtml(line.runs)}</${tag}>`
}

const borderRule = (borders: Borders): string =>
  (['top', 'right', 'bottom', 'left'] as const)
    .map((side) => `border-${side}:${borders[side] ? `${borderWidth}pt solid #000` : 'none'}`)
    .join(';')

const cellHtml = (cell: FlowCell, header: boolean, sheet: Sheet): string => {
  const border = classFor(sheet, 'b', borderRule(cell.borders))
  const span = cell.span > 1 ? ` colspan="${cell.span}"` : ''
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
  const tag = header ? 'th' : 'td'
  const lines = cell.lines.map((line) => lineHtml(line, true)).join('')
  return `<${tag} class="v-${cell.vertical} ${border}"${span}${rows}>${lines}</${tag}>`
}

const gridHtml = (grid: FlowGrid, sheet: Sheet): string => {
  const width = grid.columns.reduce((a, b) => a + b, 0)
  const table = classFor(sheet, 'w', `width:${width.toFixed(2)}pt`)
  const columns = grid.columns
    .map((column) => `<col class="${classFor(sheet, 'c', `width:${column}pt`)}">`)
    .join('')
  const rowHtml = (row: FlowGrid['rows'][number]) =>
    `<tr class="${classFor(sheet, 'r', `height:${row.minHeight}pt`)}">` +
    `${row.cells.map((cell) => cellHtml(cell, row.header, sheet)).join('')}</tr>`
  const head = grid.rows.filter((row) => row.header)
  const body = grid.rows.filter((row) => !row.header)
  const thead = head.length > 0 ? `<thead>${head.map(rowHtml).join('')}</thead>` : ''
  return `<table class="${table}"><colgroup>${columns}</colgroup>${thead}<tbody>${body.map(rowHtml).join('')}</tbody></table>`
}

const pieceHtml = (piece: FlowPiece, sheet: Sheet): string => {
  if (piece.kind === 'line') return lineHtml(piece, false)
  if (piece.kind === 'grid') return gridHtml(piece, sheet)
  const keep = piece.keepNext ? ' keep' : ''
  return `<div class="gap${keep} ${classFor(sheet, 'g', `height:${piece.height}pt`)}"></div>`
}

const flowHtml = (flow: Flow, sheet: Sheet): string => {
  if (flow.kind === 'pageBreak') return '<div class="break"></div>'
  if (flow.kind !== 'group') return pieceHtml(flow, sheet)
  return `<div class="group">${flow.pieces.map((piece) => pieceHtml(piece, sheet)).join('')}</div>`
}

/** A whole page of HTML without scripts or anything remote; printed with `pdfOptions`. */
export const renderHtml = (paper: Paper, fonts: PaperFonts): string => {
  const sheet: Sheet = new Map()
  const body = flowOf(paper)
    .map((flow) => flowHtml(flow, sheet))
    .join('\n')
  const mark = markText(paper)
  const markHtml = mark === '' ? '' : `<div class="mark">${escapeHtml(mark)}</div>\n`
  const alignRules = `.a-left{text-align:left}.a-center{text-align:center}.a-right{text-align:right}.a-justify{text-align:justify}`
  const textRules = Object.entries(styles).map(([name, style]) => textRule(name, style, fonts))
  const made = [...sheet].map(([rule, name]) => `.${name}{${rule}}`)
  const css = [baseRules, pageRules(paper.page), ...textRules, alignRules, ...made].join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(paper.title)}</title>
<style>
${css}
</style>
</head>
<body>
${markHtml}${body}
</body>
</html>
`
}
