import { crc32, deflateSync } from 'node:zlib'
import type { GreyImage } from '#documents/scan/grey-image.ts'

const chunk = (kind: string, body: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(kind), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

/** Rows as they are in the file, filter bytes included, under a head of the caller's choice. */
export function pngFile(
  head: { width: number; height: number; depth: number; colour: number; interlaced?: boolean },
  rows: Uint8Array,
  palette?: Uint8Array,
): Uint8Array {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(head.width, 0)
  ihdr.writeUInt32BE(head.height, 4)
  ihdr.set([head.depth, head.colour, 0, 0, head.interlaced === true ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', ihdr),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ])
}

export function toPng({ width, height, data }: GreyImage): Uint8Array {
  const rows = new Uint8Array(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return pngFile({ width, height, depth: 8, colour: 0 }, rows)
}

/** Black and white alone, eight pixels a byte, as office scanners send text. */
export function toBilevelPng({ width, height, data }: GreyImage, threshold = 140): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const rows = new Uint8Array(height * (rowBytes + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 0) >= threshold) {
        const at = y * (rowBytes + 1) + 1 + (x >> 3)
        rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
      }
  return pngFile({ width, height, depth: 1, colour: 0 }, rows)
}
