import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ReadResult, readBarcodes } from 'zxing-wasm/reader'
import { readPageCode, type PageCode } from '#db/domain/dossier/page-code.ts'
import type { Box, GreyImage, QuarterTurn } from './grey-image.ts'

/** A code of ours on an image, with places as shares of the image's width and height. */
export type FoundCode = {
  code: PageCode
  centre: { x: number; y: number }
  /** Mean side as a share of the longer side of the image. */
  side: number
  /** Degrees clockwise that bring it upright. */
  turn: QuarterTurn
}

/** What of a whole image is looked at: the box it was cut out of, and the size of the whole. */
export type Frame = { box: Box; size: { width: number; height: number } }

export const frameOf = ({ width, height }: GreyImage): Frame => ({
  box: { x: 0, y: 0, width, height },
  size: { width, height },
})

type Reader = typeof readBarcodes

/** Loaded when the first scan is read; the module comes from the disk and never from the net. */
let loading: Promise<Reader> | undefined

async function loadReader(): Promise<Reader> {
  const library = await import('zxing-wasm/reader')
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(file)
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  await library.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return library.readBarcodes
}

/** Our codes on an image or a piece of one; those of others, of which papers are full, are passed over. */
export async function readPageCodes(
  image: GreyImage,
  frame: Frame = frameOf(image),
): Promise<FoundCode[]> {
  loading ??= loadReader()
  const read = await loading
  // The plainest file there is, so that the pixels go in as they are.
  const head = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`)
  const results = await read(Buffer.concat([head, image.data]), {
    formats: ['QRCode'],
    binarizer: 'LocalAverage',
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: true,
    maxNumberOfSymbols: 16,
  })
  const found: FoundCode[] = []
  for (const result of results) {
    const code = result.isValid ? readPageCode(result.text) : undefined
    if (code) found.push({ code, ...placeOf(result, image.width, frame) })
  }
  return found
}

function placeOf(
  { position }: ReadResult,
  width: number,
  { box, size }: Frame,
): Omit<FoundCode, 'code'> {
  const { topLeft, topRight, bottomLeft, bottomRight } = position
  const corners = [topLeft, topRight, bottomRight, bottomLeft]
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const sides = corners.map((corner, index) => {
    const next = corners[(index + 1) % 4] ?? corner
    return Math.hypot(next.x - corner.x, next.y - corner.y)
  })
  // Both the upper and the lower edge: a photo leans.
  const across = topRight.x - topLeft.x + bottomRight.x - bottomLeft.x
  const down = topRight.y - topLeft.y + bottomRight.y - bottomLeft.y
  const degrees = (Math.atan2(down, across) * 180) / Math.PI
  const scale = box.width / width
  return {
    centre: {
      x: (box.x + mean(corners.map(({ x }) => x)) * scale) / size.width,
      y: (box.y + mean(corners.map(({ y }) => y)) * scale) / size.height,
    },
    side: (mean(sides) * scale) / Math.max(size.width, size.height),
    turn: ((((Math.round(-degrees / 90) % 4) + 4) % 4) * 90) as QuarterTurn,
  }
}
