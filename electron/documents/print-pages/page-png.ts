import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import type { ColourImage } from '../scan/raster.ts'

const deflated = promisify(deflate)

function chunk(kind: string, body: Uint8Array): Buffer {
  const framed = Buffer.alloc(body.length + 12)
  framed.writeUInt32BE(body.length, 0)
  framed.write(kind, 4, 'latin1')
  framed.set(body, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, body.length + 8)), body.length + 8)
  return framed
}

/** Scanners see a little colour in every grey. */
const greyTolerance = 24

const isGrey = ({ data }: ColourImage): boolean => {
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > greyTolerance) return false
  }
  return true
}

/** Each line behind a byte that says it is not filtered. */
function rows({ width, height, data }: ColourImage, channels: 1 | 3): Uint8Array {
  const raw = new Uint8Array(height * (width * channels + 1))
  let to = 0
  let from = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (let x = 0; x < width; x += 1, from += 4) {
      // Of a grey pixel any of the three will do.
      raw[to++] = data[from + (channels === 1 ? 1 : 0)] ?? 0
      if (channels === 1) continue
      raw[to++] = data[from + 1] ?? 0
      raw[to++] = data[from + 2] ?? 0
    }
  }
  return raw
}

/** A drawn page as PNG, in one byte a pixel where it has no colour. */
export async function pagePng(image: ColourImage): Promise<Uint8Array> {
  const channels = isGrey(image) ? 1 : 3
  const head = Buffer.alloc(13)
  head.writeUInt32BE(image.width, 0)
  head.writeUInt32BE(image.height, 4)
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8)
  return Buffer.concat([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', await deflated(rows(image, channels), { level: 2 })),
    chunk('IEND', new Uint8Array()),
  ])
}
