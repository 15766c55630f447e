import { deflateSync } from 'node:zlib'
import type { QuarterTurn } from './grey-image.ts'
import { readJpegHead } from './jpeg-head.ts'
import { channels, pngToRgb, readPng, type PngParts } from './png-pixels.ts'
import { ScanFileError } from './scan-file-error.ts'

/** A photo as a PDF of one page, a point a pixel; `turn` is what the camera says. */
export type ImagePdf = { pdf: Uint8Array; turn: QuarterTurn }

/** A phone's best photo today; beyond that one picture would fill the memory. */
const mostPixels = 110_000_000
/** Those that must be unpacked whole. */
const mostUnpacked = 40_000_000

/**
 * Puts a photo into a PDF, so that one program draws pages and photos alike, at any size and row by row.
 * @throws ScanFileError
 */
export function imageToPdf(bytes: Uint8Array, type: 'jpeg' | 'png'): ImagePdf {
  return type === 'jpeg' ? jpegToPdf(bytes) : pngToPdf(bytes)
}

function jpegToPdf(bytes: Uint8Array): ImagePdf {
  const { width, height, components, isAdobe, isProgressive, turn } = readJpegHead(bytes)
  requireSize(width * height, isProgressive ? mostUnpacked : mostPixels)
  const space = ({ 1: '/DeviceGray', 4: '/DeviceCMYK' } as Record<number, string>)[components]
  const decode = components === 4 && isAdobe ? '/Decode [1 0 1 0 1 0 1 0]' : ''
  const words = `/ColorSpace ${space ?? '/DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode ${decode}`
  return { pdf: onePage(width, height, words, bytes), turn }
}

function pngToPdf(bytes: Uint8Array): ImagePdf {
  const png = readPng(bytes)
  const isPlain = !png.isInterlaced && !png.colour.endsWith('Alpha')
  requireSize(png.width * png.height, isPlain ? mostPixels : mostUnpacked)
  const image = isPlain ? plainPng(png) : unpackedPng(png)
  return { pdf: onePage(png.width, png.height, image.words, image.bytes), turn: 0 }
}

const plainPng = (png: PngParts) => {
  const count = channels[png.colour]
  const hex = Buffer.from(png.palette ?? []).toString('hex')
  const palette = `[/Indexed /DeviceRGB ${(hex.length / 6 || 1) - 1} <${hex}>]`
  const spaces = { grey: '/DeviceGray', rgb: '/DeviceRGB', palette } as Record<string, string>
  const predictor = `/Predictor 15 /Colors ${count} /BitsPerComponent ${png.depth} /Columns ${png.width}`
  return {
    words: `/ColorSpace ${spaces[png.colour] ?? ''} /BitsPerComponent ${png.depth} /Filter /FlateDecode /DecodeParms <<${predictor}>>`,
    bytes: png.pixels,
  }
}

const unpackedPng = (png: PngParts) => ({
  words: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
  bytes: deflateSync(pngToRgb(png), { level: 1 }),
})

function requireSize(pixels: number, most: number) {
  if (pixels > most) throw new ScanFileError('tooLarge')
}

function onePage(width: number, height: number, image: string, bytes: Uint8Array): Uint8Array {
  const draw = `${width} 0 0 ${height} 0 0 cm /I Do`
  const objects: (readonly (string | Uint8Array)[])[] = [
    ['<</Type /Catalog /Pages 2 0 R>>'],
    ['<</Type /Pages /Kids [3 0 R] /Count 1>>'],
    [
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources <</XObject <</I 5 0 R>>>> /Contents 4 0 R>>`,
    ],
    [`<</Length ${draw.length}>>\nstream\n${draw}\nendstream`],
    [
      `<</Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${image} /Length ${bytes.length}>>\nstream\n`,
      bytes,
      '\nendstream',
    ],
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const put = (part: string | Uint8Array) => {
    const piece = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
    parts.push(piece)
    length += piece.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    put(`${index + 1} 0 obj\n`)
    object.forEach(put)
    put('\nendobj\n')
  }
  const start = length
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}
