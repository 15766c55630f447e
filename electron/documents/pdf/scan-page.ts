import type { PDFDocument, PDFEmbeddedPage, PDFImage } from '@cantoo/pdf-lib'
import { toPoints } from '../flow.ts'
import { boxOf } from '../scan/page-parts.ts'
import { openRaster } from '../scan/raster.ts'
import { uprightPng } from '../scan/write-png.ts'
import { newPdf, openPdf, pdfLibrary } from './pdf-pages.ts'

/** What a scanner or a camera gave: a picture, or a page of a file, from 1. */
export type ScanSource =
  | { bytes: Uint8Array; type: 'jpeg' | 'png' }
  | { pdf: Uint8Array; filePage: number }

/** `part`: of a picture with two pages, which, as the file shows it; `turn`: degrees clockwise that then set it upright. */
export type ScanSheet = {
  source: ScanSource
  part: 'whole' | 'left' | 'right' | 'top' | 'bottom'
  turn: 0 | 90 | 180 | 270
}

type Size = { width: number; height: number }
/** As PDF writes it: x' = ax + cy + e, y' = bx + dy + f; y grows upwards. */
type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** `second` after `first`. */
const then = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[1] * second[2],
  first[0] * second[1] + first[1] * second[3],
  first[2] * second[0] + first[3] * second[2],
  first[2] * second[1] + first[3] * second[3],
  first[4] * second[0] + first[5] * second[2] + second[4],
  first[4] * second[1] + first[5] * second[3] + second[5],
]

/** Turns a sheet whose lower left corner is the origin, so that it is so again. */
const turned = ({ width, height }: Size, turn: number): Matrix => {
  if (turn === 90) return [0, -1, 1, 0, 0, width]
  if (turn === 180) return [-1, 0, 0, -1, width, height]
  return turn === 270 ? [0, 1, -1, 0, height, 0] : [1, 0, 0, 1, 0, 0]
}

const sizeTurned = ({ width, height }: Size, turn: number): Size =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width }

/** The wanted part: its size, and where its lower left corner lies. */
const partOf = (
  { width, height }: Size,
  part: ScanSheet['part'],
): Size & { x: number; y: number } => {
  const whole = { x: 0, y: 0, width, height }
  if (part === 'left') return { ...whole, width: width / 2 }
  if (part === 'right') return { ...whole, x: width / 2, width: width / 2 }
  if (part === 'top') return { ...whole, y: height / 2, height: height / 2 }
  return part === 'bottom' ? { ...whole, height: height / 2 } : whole
}

/** `shown` is the sheet as a viewer shows it, `toShown` leads there from how it is drawn. */
type Drawn = { object: PDFImage | PDFEmbeddedPage; shown: Size; toShown: Matrix }

/** As it is where the library can take it over, so that nothing of it is lost; else drawn as a picture. */
async function draw(document: PDFDocument, source: ScanSource): Promise<Drawn> {
  try {
    return 'bytes' in source
      ? await drawPicture(document, source)
      : await drawPdfPage(document, source)
  } catch {
    return drawAnew(document, source)
  }
}

type Picture = Extract<ScanSource, { bytes: Uint8Array }>
type PdfPage = Exclude<ScanSource, Picture>

async function drawPicture(document: PDFDocument, { bytes, type }: Picture): Promise<Drawn> {
  const object = await (type === 'jpeg' ? document.embedJpg(bytes) : document.embedPng(bytes))
  const shown = { width: object.width, height: object.height }
  // A picture is drawn into a square of one unit.
  return { object, shown, toShown: [shown.width, 0, 0, shown.height, 0, 0] }
}

/** A stack is often one file: it is read once and not for each of its pages. */
const opened = new WeakMap<Uint8Array, Promise<PDFDocument>>()

function openedOnce(pdf: Uint8Array): Promise<PDFDocument> {
  const file = opened.get(pdf) ?? openPdf(pdf)
  opened.set(pdf, file)
  return file
}

async function drawPdfPage(document: PDFDocument, source: PdfPage): Promise<Drawn> {
  const page = (await openedOnce(source.pdf)).getPage(source.filePage - 1)
  // What stands on a page is read only when it is written: too late to do without that page.
  const trial = await newPdf('trial')
  await trial.embedPage(page)
  await trial.flush()
  const { x, y, width, height } = page.getCropBox()
  const object = await document.embedPage(page, {
    left: x,
    bottom: y,
    right: x + width,
    top: y + height,
  })
  const rotation = ((page.getRotation().angle % 360) + 360) % 360
  const raw = { width, height }
  return { object, shown: sizeTurned(raw, rotation), toShown: turned(raw, rotation) }
}

/** Pixels of the longer side: 205 to the inch of A4. */
const drawnSide = 2400

/** What only a reader understands: pages without words, odd filters, damaged streams. */
async function drawAnew(document: PDFDocument, source: ScanSource): Promise<Drawn> {
  const raster = await ('bytes' in source
    ? openRaster(source.bytes, `image/${source.type}`)
    : openRaster(source.pdf, 'application/pdf'))
  try {
    const image = await raster.colour('filePage' in source ? source.filePage : 1, (size) => {
      const scale = drawnSide / Math.max(size.width, size.height)
      return raster.isPhoto ? Math.min(1, scale) : scale
    })
    const bytes = uprightPng(image, boxOf('whole', image), 0)
    return await drawPicture(document, { bytes, type: 'png' })
  } finally {
    raster.close()
  }
}

const [short, long] = [toPoints(210), toPoints(297)]

/**
 * Adds a scan as a sheet of A4, upright, standing or lying as it is, as large as it goes.
 * @throws when nobody can read the picture or the file
 */
export async function addScan(document: PDFDocument, scan: ScanSheet): Promise<void> {
  const { object, shown, toShown } = await draw(document, scan.source)
  const part = partOf(shown, scan.part)
  const upright = sizeTurned(part, scan.turn)
  const [width, height] = upright.width > upright.height ? [long, short] : [short, long]
  const scale = Math.min(width / upright.width, height / upright.height)
  const x = (width - upright.width * scale) / 2
  const y = (height - upright.height * scale) / 2
  const matrix = [
    [1, 0, 0, 1, -part.x, -part.y] satisfies Matrix,
    turned(part, scan.turn),
    [scale, 0, 0, scale, x, y] satisfies Matrix,
  ].reduce<Matrix>((made, next) => then(made, next), toShown)
  const library = await pdfLibrary()
  const page = document.addPage([width, height])
  page.pushOperators(
    library.pushGraphicsState(),
    library.rectangle(x, y, upright.width * scale, upright.height * scale),
    library.clip(),
    library.endPath(),
    library.concatTransformationMatrix(...matrix),
    library.drawObject(page.node.newXObject('Scan', object.ref)),
    library.popGraphicsState(),
  )
}
