import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Pixels of one page, four bytes each, rows from the top. */
export type Raster = { width: number; height: number; data: Uint8Array; dpi: number }

const resolve = (name: string) => createRequire(import.meta.url).resolve(name)
const wasmOf = (name: string): ArrayBuffer => new Uint8Array(readFileSync(resolve(name))).buffer

let pdfium: Promise<PDFiumLibrary> | undefined

/** Every page as PDFium shows it, one after the other: all of them at once would fill the memory. */
export async function* rasters(pdf: Uint8Array, dpi: number): AsyncGenerator<Raster> {
  pdfium ??= PDFiumLibrary.init({ wasmBinary: wasmOf('@hyzyla/pdfium/pdfium.wasm') })
  const document = await (await pdfium).loadDocument(pdf)
  try {
    for (let index = 0; index < document.getPageCount(); index += 1) {
      const page = document.getPage(index)
      const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap' })
      yield { width, height, data, dpi }
    }
  } finally {
    document.destroy()
  }
}

const isDark = ({ data, width }: Raster, x: number, y: number): boolean =>
  (data[(y * width + x) * 4] ?? 255) < 128

/** Grey of the pixel at a share of width and height. */
export const greyAt = ({ data, width, height }: Raster, x: number, y: number): number =>
  data[(Math.floor(y * height) * width + Math.floor(x * width)) * 4] ?? -1

/** Millimetres from the upper left corner of the sheet. */
export type Area = { left: number; top: number; right: number; bottom: number }

/** What is dark within an area; undefined where it is white. */
export function inkIn(raster: Raster, within: Area): Area | undefined {
  const pixels = (mm: number) => (mm / 25.4) * raster.dpi
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const right = Math.min(raster.width, pixels(within.right))
  const bottom = Math.min(raster.height, pixels(within.bottom))
  for (let y = Math.max(0, Math.floor(pixels(within.top))); y < bottom; y += 1)
    for (let x = Math.max(0, Math.floor(pixels(within.left))); x < right; x += 1) {
      if (!isDark(raster, x, y)) continue
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x + 1)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y + 1)
    }
  const mm = (count: number) => (count * 25.4) / raster.dpi
  return found.right < 0
    ? undefined
    : {
        left: mm(found.left),
        top: mm(found.top),
        right: mm(found.right),
        bottom: mm(found.bottom),
      }
}

/** Texts of the QR codes on a page. */
export async function codesOn({ width, height, data }: Raster): Promise<string[]> {
  await prepareZXingModule({
    overrides: { wasmBinary: wasmOf('zxing-wasm/reader/zxing_reader.wasm') },
    fireImmediately: true,
  })
  const image = { width, height, data: new Uint8ClampedArray(data) } as ImageData
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })
  return found.map(({ text }) => text)
}
