import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { GreyImage } from '#documents/scan/grey-image.ts'
import { boxOf } from '#documents/scan/page-parts.ts'
import { openRaster, type ScanMediaType } from '#documents/scan/raster.ts'
import { ScanFileError } from '#documents/scan/scan-file-error.ts'
import { uprightPng } from '#documents/scan/write-png.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { pngFile, toBilevelPng, toPng } from '#tests/support/scan/png.ts'
import { scanPdf } from '#tests/support/scan/scan-pdf.ts'

type Colour = readonly [number, number, number]
const [red, green, blue, white]: Colour[] = [
  [200, 10, 20],
  [10, 180, 30],
  [20, 30, 220],
  [255, 255, 255],
]
/** Four quarters: upper left, upper right, lower left, lower right. */
const quarters = [red, green, blue, white] as Colour[]
const side = 32
const colourAt = (x: number, y: number): Colour =>
  quarters[(y < side / 2 ? 0 : 2) + (x < side / 2 ? 0 : 1)] ?? [0, 0, 0]

const rows = (bytesAt: (x: number, y: number) => readonly number[]): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: side }, (_, y) => [
      0,
      ...Array.from({ length: side }, (__, x) => bytesAt(x, y)).flat(),
    ]).flat(),
  )

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const interlacedRows = Uint8Array.from(
  passes.flatMap(([x0, y0, dx, dy]) => {
    const lines: number[] = []
    for (let y = y0; y < side; y += dy) {
      lines.push(0)
      for (let x = x0; x < side; x += dx) lines.push(...colourAt(x, y))
    }
    return lines
  }),
)
const size = { width: side, height: side }
const palette = Uint8Array.from(quarters.flat())
const indexAt = (x: number, y: number) => quarters.indexOf(colourAt(x, y))

const pictures: Readonly<Record<string, Uint8Array>> = {
  'three bytes a pixel': pngFile({ ...size, depth: 8, colour: 2 }, rows(colourAt)),
  'sixteen bits a channel': pngFile(
    { ...size, depth: 16, colour: 2 },
    rows((x, y) => colourAt(x, y).flatMap((value) => [value, 0])),
  ),
  'a palette of bytes': pngFile(
    { ...size, depth: 8, colour: 3 },
    rows((x, y) => [indexAt(x, y)]),
    palette,
  ),
  'a palette of two bits': pngFile(
    { ...size, depth: 2, colour: 3 },
    Uint8Array.from(
      Array.from({ length: side }, (_, y) => [
        0,
        ...Array.from({ length: side / 4 }, (__, each) =>
          [0, 1, 2, 3].reduce((byte, part) => (byte << 2) | indexAt(each * 4 + part, y), 0),
        ),
      ]).flat(),
    ),
    palette,
  ),
  'a see-through white': pngFile(
    { ...size, depth: 8, colour: 6 },
    rows((x, y) => (colourAt(x, y) === white ? [9, 9, 9, 0] : [...colourAt(x, y), 255])),
  ),
  'interlaced rows': pngFile({ ...size, depth: 8, colour: 2, interlaced: true }, interlacedRows),
}

async function drawn(bytes: Uint8Array, mediaType: ScanMediaType) {
  const raster = await openRaster(bytes, mediaType)
  try {
    return await raster.colour(1, () => 1)
  } finally {
    raster.close()
  }
}
const pixel = ({ width, data }: { width: number; data: Uint8Array }, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]
const centres = [
  [8, 8],
  [24, 8],
  [8, 24],
  [24, 24],
] as const

const trouble = async (bytes: Uint8Array, mediaType: ScanMediaType): Promise<string> => {
  try {
    ;(await openRaster(bytes, mediaType)).close()
    return 'opened'
  } catch (error) {
    return error instanceof ScanFileError ? error.why : `not told: ${String(error)}`
  }
}
const grey = (width: number, height: number): GreyImage => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(230),
})

describe('openRaster', () => {
  it.each(Object.keys(pictures))('draws a PNG of %s in its colours', async (kind) => {
    const image = await drawn(pictures[kind] ?? new Uint8Array(), 'image/png')
    expect([image.width, image.height]).toEqual([side, side])
    for (const [index, [x, y]] of centres.entries())
      expect(pixel(image, x, y)).toEqual(quarters[index])
  })

  it('draws grey and black-and-white PNGs, and JPEGs, at any size', async () => {
    const half: GreyImage = {
      width: 64,
      height: 40,
      data: Uint8Array.from({ length: 64 * 40 }, (_, at) => (at % 64 < 32 ? 30 : 220)),
    }
    for (const [bytes, mediaType, dark, light] of [
      [toPng(half), 'image/png', 30, 220],
      [toBilevelPng(half), 'image/png', 0, 255],
      [toJpeg(half, 95), 'image/jpeg', 30, 220],
    ] as const) {
      const raster = await openRaster(bytes, mediaType)
      const image = await raster.grey(1, () => 0.5)
      expect([image.width, image.height]).toEqual([32, 20])
      expect(Math.abs((image.data[10 * 32 + 8] ?? 0) - dark)).toBeLessThan(4)
      expect(Math.abs((image.data[10 * 32 + 24] ?? 0) - light)).toBeLessThan(4)
      raster.close()
    }
  })

  it('counts the pages of a PDF and draws each by its number', async () => {
    const images = [60, 120, 180].map((ink) => ({
      ...grey(50, 70),
      data: new Uint8Array(3500).fill(ink),
    }))
    const raster = await openRaster(await scanPdf(images, { dpi: 72 }), 'application/pdf')
    expect([raster.pages, raster.isPhoto]).toEqual([3, false])
    const inks = await Promise.all(
      [1, 2, 3].map(async (page) => (await raster.grey(page, () => 1)).data[50 * 30 + 25] ?? 0),
    )
    expect(inks.map((ink) => Math.round(ink / 60))).toEqual([1, 2, 3])
    raster.close()
  })

  it('draws nothing larger than the memory stands, whatever is asked for', async () => {
    const raster = await openRaster(await scanPdf([grey(100, 50)], { dpi: 72 }), 'application/pdf')
    const image = await raster.grey(1, () => 1000)
    expect([image.width, image.height]).toEqual([4800, 2400])
    raster.close()
  })

  it('tells locked, damaged and cut-off files apart from sound ones', async () => {
    const page = grey(60, 80)
    const [jpeg, png] = [toJpeg(page, 60), toPng(page)]
    expect(await trouble(jpeg, 'image/jpeg')).toBe('opened')
    expect(await trouble(png, 'image/png')).toBe('opened')
    expect(await trouble(await scanPdf([page]), 'application/pdf')).toBe('opened')
    expect(await trouble(await scanPdf([page], { password: 'x' }), 'application/pdf')).toBe(
      'locked',
    )
    expect(await trouble(Buffer.from('%PDF-1.7\nnothing'), 'application/pdf')).toBe('damaged')
    for (const share of [0.1, 0.5, 0.9]) {
      const cut = <B extends Uint8Array>(bytes: B) => bytes.subarray(0, bytes.length * share)
      expect(await trouble(cut(jpeg), 'image/jpeg')).toBe('damaged')
      expect(await trouble(cut(png), 'image/png')).toBe('damaged')
    }
    const spoilt = Uint8Array.from(png)
    spoilt[spoilt.length - 30] = (spoilt[spoilt.length - 30] ?? 0) ^ 0xff
    expect(await trouble(spoilt, 'image/png')).toBe('damaged')
  })

  it('finds a see-through PNG damaged whose pixels are not all there', async () => {
    const short = pngFile({ ...size, depth: 8, colour: 6 }, new Uint8Array(100))
    expect(await trouble(short, 'image/png')).toBe('damaged')
  })

  it('refuses pictures that would fill the memory, before they are unpacked', async () => {
    const bomb = pngFile(
      { width: 60_000, height: 60_000, depth: 8, colour: 2 },
      deflateSync(new Uint8Array(10)),
    )
    expect(await trouble(bomb, 'image/png')).toBe('tooLarge')
    const alpha = pngFile({ width: 9000, height: 9000, depth: 8, colour: 6 }, new Uint8Array(10))
    expect(await trouble(alpha, 'image/png')).toBe('tooLarge')
    const jpeg = toJpeg(grey(16, 16), 60)
    const frame = Buffer.from(jpeg).indexOf('ffc0', 0, 'hex')
    new DataView(jpeg.buffer, jpeg.byteOffset).setUint16(frame + 5, 60_000)
    new DataView(jpeg.buffer, jpeg.byteOffset).setUint16(frame + 7, 60_000)
    expect(await trouble(jpeg, 'image/jpeg')).toBe('tooLarge')
  })

  it('draws a photo of 48 megapixels in little more memory than what is asked for', async () => {
    const bytes = toJpeg(grey(8000, 6000), 50)
    const before = process.memoryUsage().rss
    const raster = await openRaster(bytes, 'image/jpeg')
    const image = await raster.grey(1, ({ width }) => 2400 / width)
    const grown = process.memoryUsage().rss - before
    raster.close()
    expect([image.width, image.height]).toEqual([2400, 1800])
    expect(grown / 1_000_000).toBeLessThan(150)
  })

  it('does no harm to a file that is open when another breaks', async () => {
    const sound = await openRaster(toPng(grey(40, 40)), 'image/png')
    expect(await trouble(Buffer.from('%PDF-1.4\n%%EOF'), 'application/pdf')).toBe('damaged')
    expect((await sound.grey(1, () => 1)).data[0]).toBe(230)
    sound.close()
  })
})

describe('uprightPng', () => {
  it('turns a part clockwise and keeps its colours', async () => {
    const image = await drawn(pictures['three bytes a pixel'] ?? new Uint8Array(), 'image/png')
    const whole = boxOf('whole', image)
    const turnedTo = {
      0: [red, green, blue, white],
      90: [blue, red, white, green],
      180: [white, blue, green, red],
      270: [green, white, red, blue],
    } as const
    for (const by of [0, 90, 180, 270] as const) {
      const back = await drawn(uprightPng(image, whole, by), 'image/png')
      for (const [index, [x, y]] of centres.entries())
        expect(pixel(back, x, y), `turned by ${by}`).toEqual(turnedTo[by][index])
    }
    const lower = await drawn(uprightPng(image, boxOf('bottom', image), 90), 'image/png')
    expect([lower.width, lower.height]).toEqual([side / 2, side])
    expect(pixel(lower, 8, 8)).toEqual(blue)
    expect(pixel(lower, 8, 24)).toEqual(white)
  })

  it('cuts an image into two parts that together are the whole', () => {
    for (const [one, other] of [
      ['left', 'right'],
      ['top', 'bottom'],
    ] as const) {
      const [a, b] = [
        boxOf(one, { width: 101, height: 57 }),
        boxOf(other, { width: 101, height: 57 }),
      ]
      expect(a.width * a.height + b.width * b.height).toBe(101 * 57)
    }
  })
})
