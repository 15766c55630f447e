import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { pageCodeText, type PageCode } from '#db/domain/dossier/page-code.ts'
import type { GreyImage } from '#documents/scan/grey-image.ts'
import { between, seeded } from './random.ts'

const wasm = readFileSync(
  createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'),
)
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** Dots of the drawn page to a millimetre: 300 dpi. */
export const dotsPerMm = 300 / 25.4
const dots = (mm: number) => Math.round(mm * dotsPerMm)

/** As C's stamp lies: right foot, 13 mm, ECC M. */
export const codePlace = { size: 13, edge: 8.3 }

export const codeOf = (part: Partial<PageCode> = {}): PageCode => ({
  caseNumber: 'MT-2026-000123',
  form: 'f10',
  object: '1A2B3C4D',
  version: 1,
  page: 1,
  pages: 3,
  ...part,
})

const fill = (
  image: GreyImage,
  x: number,
  y: number,
  width: number,
  height: number,
  ink: number,
) => {
  for (let row = Math.max(0, y); row < Math.min(image.height, y + height); row += 1)
    image.data.fill(
      ink,
      row * image.width + Math.max(0, x),
      row * image.width + Math.min(image.width, x + width),
    )
}

export type PageLook = {
  code?: PageCode
  /** Millimetres; A4 upright. */
  width?: number
  height?: number
  /** Lines of what looks like writing. */
  lines?: number
  seed?: number
  /** A code of somebody else, such as one to pay with, in the middle of the page. */
  otherCode?: string
}

/** A page as it leaves the printer: writing of strokes and boxes, a table, the code at its foot. */
export async function paperPage(look: PageLook = {}): Promise<GreyImage> {
  const { width = 210, height = 297, lines = 24, seed = 1 } = look
  const random = seeded(seed)
  const image = { width: dots(width), height: dots(height), data: new Uint8Array(0) }
  image.data = new Uint8Array(image.width * image.height).fill(255)
  const character = dots(5)
  for (let line = 0; line < lines; line += 1) {
    const top = dots(30 + line * 9)
    if (top > image.height - dots(30)) break
    const length = Math.floor(between(random, 8, (width - 50) / 5.5))
    for (let each = 0; each < length; each += 1)
      drawCharacter(image, dots(25 + each * 5.5), top, character, random)
  }
  if (lines > 10) drawTable(image, dots(25), dots(height - 62), dots(width - 50), dots(24))
  if (look.otherCode !== undefined) {
    const size = dots(30)
    await drawCode(image, look.otherCode, { left: dots(60), top: dots(120), size })
  }
  if (look.code) {
    const size = codePlace.size * dotsPerMm
    const foot = codePlace.edge * dotsPerMm + size
    const place = { left: image.width - foot, top: image.height - foot, size }
    await drawCode(image, pageCodeText(look.code), place)
  }
  return image
}

/** Strokes in a square, as many as a common character has. */
function drawCharacter(image: GreyImage, x: number, y: number, size: number, random: () => number) {
  const strokes = Math.floor(between(random, 3, 9))
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const at = Math.floor(between(random, 0, size))
    const from = Math.floor(between(random, 0, size / 2))
    const long = Math.floor(between(random, size / 4, size - from))
    if (stroke % 2 === 0) fill(image, x + from, y + at, long, 4, 20)
    else fill(image, x + at, y + from, 4, long, 20)
  }
}

function drawTable(image: GreyImage, x: number, y: number, width: number, height: number) {
  for (let row = 0; row <= 3; row += 1)
    fill(image, x, y + Math.round((row * height) / 3), width, 3, 0)
  for (let column = 0; column <= 4; column += 1)
    fill(image, x + Math.round((column * width) / 4), y, 3, height, 0)
}

type Place = { left: number; top: number; size: number }

async function drawCode(image: GreyImage, text: string, { left, top, size }: Place) {
  const { symbol, error } = await writeBarcode(text, {
    format: 'QRCode',
    options: 'ecLevel=M',
    addQuietZones: false,
  })
  if (error !== '') throw new Error(error)
  const edge = (origin: number, module: number) =>
    Math.round(origin + (module * size) / symbol.width)
  for (let row = 0; row < symbol.height; row += 1)
    for (let column = 0; column < symbol.width; column += 1)
      if (symbol.data[row * symbol.width + column] === 0) {
        const [x, y] = [edge(left, column), edge(top, row)]
        fill(image, x, y, edge(left, column + 1) - x, edge(top, row + 1) - y, 0)
      }
}
