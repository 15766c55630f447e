import { crc32, deflateSync } from 'node:zlib'
import type { Box, QuarterTurn } from './grey-image.ts'
import type { ColourImage } from './raster.ts'

/** A part of a drawn page, turned upright, as a PNG of three bytes a pixel. */
export function uprightPng(image: ColourImage, box: Box, turn: QuarterTurn): Uint8Array {
  const isSideways = turn === 90 || turn === 270
  const width = isSideways ? box.height : box.width
  const height = isSideways ? box.width : box.height
  const raw = new Uint8Array(height * (width * 3 + 1))
  let at = 0
  for (let y = 0; y < height; y += 1) {
    at += 1
    for (let x = 0; x < width; x += 1) {
      const [column, row] = source(x, y, box, turn)
      const from = ((box.y + row) * image.width + box.x + column) * 4
      raw[at++] = image.data[from] ?? 0
      raw[at++] = image.data[from + 1] ?? 0
      raw[at++] = image.data[from + 2] ?? 0
    }
  }
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 3 })),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Where a pixel of the turned part comes from. */
function source(x: number, y: number, box: Box, turn: QuarterTurn): [number, number] {
  switch (turn) {
    case 0:
      return [x, y]
    case 90:
      return [y, box.height - 1 - x]
    case 180:
      return [box.width - 1 - x, box.height - 1 - y]
    case 270:
      return [box.width - 1 - y, x]
  }
}

function chunk(kind: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}
