import type { QuarterTurn } from './grey-image.ts'
import { ScanFileError } from './scan-file-error.ts'

/** What a JPEG says of itself before its pixels. */
export type JpegHead = {
  width: number
  height: number
  components: number
  /** Written by Adobe's programs; their four colours are upside down. */
  isAdobe: boolean
  /** Sharper with every pass: it is unpacked whole before the first row is drawn. */
  isProgressive: boolean
  /** Degrees clockwise that bring the pixels upright, by the EXIF of a phone. A mirroring is not undone. */
  turn: QuarterTurn
}

const progressive = 0xc2
const frames = new Set([0xc0, 0xc1, progressive])

/** @throws ScanFileError for a JPEG without a frame that is known, and for one that was cut off */
export function readJpegHead(bytes: Uint8Array): JpegHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let turn: QuarterTurn = 0
  let isAdobe = false
  let head: JpegHead | undefined
  let at = 2
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) break
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1) turn = exifTurn(segment) ?? turn
    if (marker === 0xee) isAdobe = new TextDecoder('latin1').decode(segment).startsWith('Adobe')
    if (frames.has(marker) && segment.length >= 6) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      if (width === 0 || height === 0) break
      head = {
        width,
        height,
        components: view.getUint8(at + 9),
        isProgressive: marker === progressive,
        isAdobe,
        turn,
      }
    }
    if (marker === 0xda && head && hasEnd(bytes, at)) return head
    if (marker === 0xda || length < 2) break
    at += 2 + length
  }
  throw new ScanFileError('damaged')
}

/** Without its end marker a photo was cut off on its way, and what is lacking would look like blank paper. */
const hasEnd = (bytes: Uint8Array, from: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('ffd9', from, 'hex') > 0

const turns: Readonly<Record<number, QuarterTurn>> = {
  1: 0,
  2: 0,
  3: 180,
  4: 180,
  5: 90,
  6: 90,
  7: 270,
  8: 270,
}
const orientationTag = 0x0112

/** Of the first directory in an EXIF segment; undefined where there is none. */
function exifTurn(segment: Uint8Array): QuarterTurn | undefined {
  const head = 'Exif\0\0'
  if (new TextDecoder('latin1').decode(segment.subarray(0, 6)) !== head) return undefined
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6)
  try {
    const isLittle = tiff.getUint16(0) === 0x4949
    const directory = tiff.getUint32(4, isLittle)
    const entries = tiff.getUint16(directory, isLittle)
    for (let index = 0; index < entries; index += 1) {
      const entry = directory + 2 + index * 12
      if (tiff.getUint16(entry, isLittle) === orientationTag)
        return turns[tiff.getUint16(entry + 8, isLittle)]
    }
  } catch {
    // Cut short: the photo then lies as it was taken.
  }
  return undefined
}
