import { crc32, deflateSync } from 'node:zlib'
import {
  degrees,
  grayscale,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { newPdf } from '#documents/pdf/pdf-pages.ts'
import { addScan, type ScanSheet } from '#documents/pdf/scan-page.ts'
import { greyAt, rasters } from '#tests/support/pdf-raster.ts'

const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Greys of the four quarters as they are read: upper left, upper right, lower left, lower right. */
const quarters = [0, 80, 160, 240] as const

const quarterPng = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] =
        quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** The sheet as PDFium shows it: its size in points, and the grey of its four quarters. */
async function sheetOf(scan: ScanSheet) {
  const document = await newPdf('scan')
  await addScan(document, scan)
  const { width, height } = document.getPage(0).getSize()
  for await (const raster of rasters(await document.save(), 36)) {
    const corners = [
      [0.3, 0.3],
      [0.7, 0.3],
      [0.3, 0.7],
      [0.7, 0.7],
    ] as const
    return {
      size: [Math.round(width), Math.round(height)],
      greys: corners.map(([x, y]) => greyAt(raster, x, y)),
    }
  }
  throw new Error('no page')
}

const standing = { bytes: quarterPng(210, 297), type: 'png' } as const
const lying = { bytes: quarterPng(297, 210), type: 'png' } as const
const [a, b, c, d] = quarters

describe('addScan', () => {
  it('lays a standing picture on standing A4 and a lying one on lying A4', async () => {
    const whole = { part: 'whole', turn: 0 } as const
    expect(await sheetOf({ source: standing, ...whole })).toEqual({
      size: [595, 842],
      greys: [a, b, c, d],
    })
    expect(await sheetOf({ source: lying, ...whole })).toEqual({
      size: [842, 595],
      greys: [a, b, c, d],
    })
  })

  const turns = [
    [90, [842, 595], [c, a, d, b]],
    [180, [595, 842], [d, c, b, a]],
    [270, [842, 595], [b, d, a, c]],
  ] as const
  it.each(turns)(
    'sets a picture upright that was laid %i degrees wrong',
    async (turn, size, greys) => {
      expect(await sheetOf({ source: standing, part: 'whole', turn })).toEqual({ size, greys })
    },
  )

  const parts = [
    ['left', [a, a, c, c]],
    ['right', [b, b, d, d]],
  ] as const
  it.each(parts)('takes the %s page of two that lie side by side', async (part, greys) => {
    expect(await sheetOf({ source: lying, part, turn: 0 })).toEqual({ size: [595, 842], greys })
  })

  it('cuts before it turns', async () => {
    const source = { bytes: quarterPng(420, 594), type: 'png' } as const
    expect(await sheetOf({ source, part: 'top', turn: 90 })).toEqual({
      size: [595, 842],
      greys: [a, a, b, b],
    })
    expect(await sheetOf({ source, part: 'bottom', turn: 270 })).toEqual({
      size: [595, 842],
      greys: [d, d, c, c],
    })
  })

  it('takes a page of a file as viewers show it, turned as the file says', async () => {
    const file = await PDFDocument.create()
    file.addPage([100, 100])
    const page = file.addPage([210, 297])
    const at = [
      [0, 148],
      [105, 148],
      [0, 0],
      [105, 0],
    ] as const
    for (const [index, [x, y]] of at.entries())
      page.drawRectangle({
        x,
        y,
        width: 105,
        height: 149,
        color: grayscale((quarters[index] ?? 0) / 255),
      })
    page.setRotation(degrees(90))
    const pdf = await file.save()
    const sheet = await sheetOf({ source: { pdf, filePage: 2 }, part: 'whole', turn: 0 })
    expect(sheet).toEqual({ size: [842, 595], greys: [c, a, d, b] })
    const upright = await sheetOf({ source: { pdf, filePage: 2 }, part: 'whole', turn: 270 })
    expect(upright).toEqual({ size: [595, 842], greys: [a, b, c, d] })
  })

  it('draws what it cannot take over: locked against changes, without words for the page, in odd filters', async () => {
    const make = async (change: (file: PDFDocument) => void) => {
      const file = await PDFDocument.create()
      file.addPage([210, 297]).drawRectangle({ width: 105, height: 149, color: grayscale(0) })
      change(file)
      return file.save({ useObjectStreams: false })
    }
    const contents = (stream: PDFStream | undefined) => (file: PDFDocument) => {
      const { node } = file.getPage(0)
      if (stream) node.set(PDFName.of('Contents'), file.context.register(stream))
      else node.delete(PDFName.of('Contents'))
    }
    const white = [255, 255, 255, 255]
    const greysOf = async (pdf: Uint8Array) =>
      (await sheetOf({ source: { pdf, filePage: 1 }, part: 'whole', turn: 0 })).greys
    const locked = await make((file) => file.encrypt({ ownerPassword: 'x', userPassword: '' }))
    expect(await greysOf(locked)).toEqual([255, 255, 0, 255])
    expect(await greysOf(await make(contents(undefined)))).toEqual(white)
    const odd = PDFRawStream.of(
      (await PDFDocument.create()).context.obj({ Filter: 'FlateDecode' }),
      new Uint8Array([1, 2, 3]),
    )
    expect(await greysOf(await make(contents(odd)))).toEqual(white)
  })

  it('leaves no page behind when the picture cannot be read', async () => {
    const document = await newPdf('scan')
    const source = { bytes: new TextEncoder().encode('no picture'), type: 'jpeg' } as const
    await expect(addScan(document, { source, part: 'whole', turn: 0 })).rejects.toThrow()
    expect(document.getPageCount()).toBe(0)
  })
})
