import { crc32, inflateSync } from 'node:zlib'
import { ScanFileError } from './scan-file-error.ts'

/** The parts of a PNG that a PDF can hold as they are, and those that say whether it can. */
export type PngParts = {
  width: number
  height: number
  depth: number
  colour: 'grey' | 'rgb' | 'palette' | 'greyAlpha' | 'rgbAlpha'
  isInterlaced: boolean
  palette: Uint8Array | undefined
  /** Deflated. */
  pixels: Uint8Array
}

const colours = new Map<number, PngParts['colour']>([
  [0, 'grey'],
  [2, 'rgb'],
  [3, 'palette'],
  [4, 'greyAlpha'],
  [6, 'rgbAlpha'],
])
export const channels = { grey: 1, rgb: 3, palette: 1, greyAlpha: 2, rgbAlpha: 4 } as const

/** @throws ScanFileError when it is cut off or a part of it does not have the sum that it says */
export function readPng(bytes: Uint8Array): PngParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pixels: Uint8Array[] = []
  let head: Omit<PngParts, 'palette' | 'pixels'> | undefined
  let palette: Uint8Array | undefined
  let isWhole = false
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const kind = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8))
    const body = bytes.subarray(at + 8, at + 8 + length)
    const isSound = at + 12 + length <= bytes.length
    if (
      !isSound ||
      crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)
    )
      break
    if (kind === 'IHDR' && length >= 13) head = readHead(view, at + 8)
    if (kind === 'PLTE') palette = body
    if (kind === 'IDAT') pixels.push(body)
    if (kind === 'IEND') isWhole = true
    at += 12 + length
  }
  if (!isWhole || !head || pixels.length === 0 || head.width === 0 || head.height === 0)
    throw new ScanFileError('damaged')
  return { ...head, palette, pixels: Buffer.concat(pixels) }
}

function readHead(view: DataView, at: number): Omit<PngParts, 'palette' | 'pixels'> {
  const colour = colours.get(view.getUint8(at + 9))
  if (!colour) throw new ScanFileError('damaged')
  return {
    width: view.getUint32(at),
    height: view.getUint32(at + 4),
    depth: view.getUint8(at + 8),
    colour,
    isInterlaced: view.getUint8(at + 12) === 1,
  }
}

/** Columns and rows of a pass: where it starts and how far it steps. */
type Pass = { x: number; y: number; dx: number; dy: number }
const whole: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }]
const adam7: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
]

/**
 * Three bytes a pixel on white paper, for the PNGs that a PDF cannot hold: see-through and interlaced ones.
 * @throws ScanFileError when the pixels are not all there
 */
export function pngToRgb(png: PngParts): Uint8Array {
  const out = new Uint8Array(png.width * png.height * 3)
  const passes = (png.isInterlaced ? adam7 : whole).map((pass) => ({
    ...pass,
    columns: Math.ceil((png.width - pass.x) / pass.dx),
    rows: Math.ceil((png.height - pass.y) / pass.dy),
  }))
  const bits = channels[png.colour] * png.depth
  const rowBytes = (columns: number) => (columns > 0 ? Math.ceil((columns * bits) / 8) + 1 : 0)
  const total = passes.reduce((sum, { columns, rows }) => sum + rowBytes(columns) * rows, 0)
  const raw = inflated(png.pixels, total)
  let at = 0
  for (const pass of passes) {
    let above: Uint8Array = new Uint8Array(rowBytes(pass.columns))
    for (let row = 0; row < pass.rows && pass.columns > 0; row += 1) {
      const line = raw.subarray(at + 1, at + rowBytes(pass.columns))
      unfilter(raw[at] ?? 0, line, above, Math.max(1, bits >> 3))
      for (let column = 0; column < pass.columns; column += 1) {
        const pixel = (pass.y + row * pass.dy) * png.width + pass.x + column * pass.dx
        out.set(colourAt(png, line, column), pixel * 3)
      }
      above = line
      at += rowBytes(pass.columns)
    }
  }
  return out
}

function inflated(pixels: Uint8Array, length: number): Uint8Array {
  try {
    const raw = inflateSync(pixels, { maxOutputLength: length + 1 })
    if (raw.length >= length) return raw
  } catch (cause) {
    throw new ScanFileError('damaged', { cause })
  }
  throw new ScanFileError('damaged')
}

function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number) {
  for (let index = 0; index < line.length; index += 1) {
    const left = index < step ? 0 : (line[index - step] ?? 0)
    const up = above[index] ?? 0
    const corner = index < step ? 0 : (above[index - step] ?? 0)
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    line[index] = (line[index] ?? 0) + guess
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Channel values are brought to a byte; what is see-through shows white. */
function colourAt(png: PngParts, line: Uint8Array, column: number): [number, number, number] {
  const count = channels[png.colour]
  const sample = (channel: number): number => {
    const index = column * count + channel
    if (png.depth === 8) return line[index] ?? 0
    if (png.depth === 16) return line[index * 2] ?? 0
    const bit = index * png.depth
    const most = (1 << png.depth) - 1
    const value = ((line[bit >> 3] ?? 0) >> (8 - png.depth - (bit & 7))) & most
    return png.colour === 'palette' ? value : Math.round((value * 255) / most)
  }
  if (png.colour === 'palette') {
    const from = sample(0) * 3
    return [0, 1, 2].map((offset) => png.palette?.[from + offset] ?? 255) as [
      number,
      number,
      number,
    ]
  }
  const isGrey = count < 3
  const alpha = count % 2 === 0 ? sample(count - 1) / 255 : 1
  const onWhite = (value: number) => Math.round(255 + (value - 255) * alpha)
  const [red, green, blue] = isGrey ? [0, 0, 0] : [0, 1, 2]
  return [onWhite(sample(red)), onWhite(sample(green)), onWhite(sample(blue))]
}
