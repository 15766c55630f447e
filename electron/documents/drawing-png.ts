import { crc32, deflateSync } from 'node:zlib'
import { penWidth, type Drawing } from './drawing.ts'

/** Pixels per point: 288 to the inch. */
const resolution = 4

type Canvas = { width: number; height: number; ink: Uint8Array }

const distanceTo = (px: number, py: number, from: readonly number[], to: readonly number[]) => {
  const [ax = 0, ay = 0] = from
  const [bx = 0, by = 0] = to
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square
  const at = Math.max(0, Math.min(1, along))
  return Math.hypot(px - ax - at * dx, py - ay - at * dy)
}

/** Inks every pixel near a piece of line, softly at its border. */
const inkLine = (canvas: Canvas, from: readonly number[], to: readonly number[]) => {
  const radius = (penWidth * resolution) / 2
  const reach = radius + 1
  const [ax = 0, ay = 0] = from
  const [bx = 0, by = 0] = to
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach))
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(ax, bx) + reach))
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach))
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(ay, by) + reach))
  for (let y = top; y <= bottom; y += 1)
    for (let x = left; x <= right; x += 1) {
      const cover = radius + 0.5 - distanceTo(x + 0.5, y + 0.5, from, to)
      const ink = Math.round(255 * Math.max(0, Math.min(1, cover)))
      const at = y * canvas.width + x
      if (ink > (canvas.ink[at] ?? 0)) canvas.ink[at] = ink
    }
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The drawing as a grey PNG on white, for programs that show no vectors. @source PNG (ISO/IEC 15948) */
export const drawingPng = (drawing: Drawing): Buffer => {
  const width = Math.ceil(drawing.width * resolution)
  const height = Math.ceil(drawing.height * resolution)
  const canvas: Canvas = { width, height, ink: new Uint8Array(width * height) }
  for (const line of drawing.lines) {
    const places = line.map((at) => at.map((value) => value * resolution))
    for (const [index, place] of places.entries()) {
      const before = places[index - 1]
      if (before) inkLine(canvas, before, place)
      else if (places.length === 1) inkLine(canvas, place, place)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits of grey, deflated, unfiltered, not interlaced.
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = 255 - (canvas.ink[y * width + x] ?? 0)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
