import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pageCodeText, readPageCode, type PageCode } from '#db/domain/dossier/page-code.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { assembleVolume, type VolumePart } from '#documents/pdf/assemble-volume.ts'
import { layStamps } from '#documents/pdf/lay-stamps.ts'
import { stampBox, stampSheet, stampWords, type PageStamp } from '#documents/pdf/page-stamps.ts'
import { openPdf } from '#documents/pdf/pdf-pages.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import type { Paper } from '#documents/paper.ts'
import { renderHtml } from '#documents/render-html.ts'
import { codesOn, inkIn, rasters } from '#tests/support/pdf-raster.ts'
import { hasPaperTools, looseFonts, pageTexts } from '#tests/support/pdf-text.ts'
import { printHtml } from '#tests/support/print-html.ts'
import { allForms, fullData } from '../form-samples.ts'
import {
  agreementWith,
  everyForm,
  minutesWith,
  notoFonts,
  sampleCode,
  sampleContext,
} from '../samples.ts'

const filled = allForms.map((form) =>
  fillForm(form, fullData, { ...sampleContext, practice: true }),
)
const lyingForm = filled.find(({ page }) => page.width > page.height)
if (!lyingForm) throw new Error('no form lies')

const bound: { title: string; paper: Paper }[] = [
  { title: '人民调解协议书（第一次）', paper: { ...agreementWith(6, 12), code: sampleCode } },
  { title: lyingForm.title, paper: lyingForm },
  { title: '人民调解记录 𠮷 “引号” ()\\', paper: { ...minutesWith(20), code: sampleCode } },
]
/** The longest words that a stamp may have. */
const longest: PageCode = {
  caseNumber: 'MT-2026-000123',
  form: 'f14-organisation',
  object: '0A1B2C3D',
  version: 12,
  page: 1,
  pages: 12,
}

const hasTools = process.env.ELECTRON_EXEC_PATH ? await hasPaperTools() : false
const lacking = process.env.ELECTRON_EXEC_PATH
  ? 'soffice and pdftotext are not installed'
  : 'ELECTRON_EXEC_PATH is not set'

const title = (name: string) => (hasTools ? name : `${name} (skipped: ${lacking})`)

const printed = async (papers: readonly Paper[]) =>
  printHtml(
    papers.map((paper) => ({
      html: renderHtml(paper, notoFonts),
      options: pdfOptions(paper, notoFonts),
    })),
  )

const never = () => Promise.reject(new Error('every page can be read'))

describe.skipIf(!hasTools)(title('a bound volume'), () => {
  let single: Buffer[] = []
  let volume: Uint8Array = new Uint8Array()
  let codes: PageCode[] = []
  let firstPages: number[] = []

  beforeAll(async () => {
    single = await printed(bound.map(({ paper }) => paper))
    const parts: VolumePart[] = []
    for (const [index, { title: name }] of bound.entries()) {
      const pdf = single[index] ?? Buffer.alloc(0)
      const file = await openPdf(pdf)
      const count = file.getPageCount()
      codes.push(
        ...Array.from({ length: count }, (_, page) => ({
          ...longest,
          version: index + 1,
          page: page + 1,
          pages: count,
        })),
      )
      parts.push({
        title: name,
        file,
        sheets: Array.from({ length: count }, (_, page) => ({ kind: 'page', page })),
      })
    }
    const made = await assembleVolume('卷', parts, { unreadable: never, onPart: () => undefined })
    firstPages = made.firstPages
    const stamps: PageStamp[] = [
      ...codes.map((code) => ({ kind: 'code', code }) as const),
      ...codes.map((_, index) => ({ kind: 'number', number: index + 101 }) as const),
    ]
    const [sheet = Buffer.alloc(0)] = await printHtml([await stampSheet(stamps, notoFonts)])
    await layStamps(
      made.document,
      sheet,
      stamps.map(({ kind }, stamp) => ({
        stamp,
        page: stamp % codes.length,
        corner: kind === 'code' ? 'foot' : 'head',
      })),
    )
    volume = await made.document.save()
  }, 120_000)

  it('has every page of every paper, as large and as it lay', async () => {
    const pages: number[][] = []
    for (const pdf of single) {
      const file = await PDFDocument.load(pdf)
      pages.push(...file.getPages().map((page) => Object.values(page.getSize())))
    }
    const made = await PDFDocument.load(volume)
    expect(made.getPages().map((page) => Object.values(page.getSize()))).toEqual(pages)
    expect(pages.some(([width = 0, height = 0]) => width > height)).toBe(true)
    expect(pages.some(([width = 0, height = 0]) => width < height)).toBe(true)
  })

  it('has the words of each paper in its place and order, and the words of its stamps', async () => {
    const texts = await pageTexts(volume)
    const before: string[] = []
    for (const pdf of single) before.push(...(await pageTexts(pdf)))
    expect(texts).toHaveLength(codes.length)
    for (const [index, text] of texts.entries()) {
      const code = codes[index] ?? longest
      const words = stampWords(code).replaceAll(' ', '')
      // What was laid over comes after what was there.
      expect(text).toBe(`${before[index]}${words}${index + 101}`)
    }
  })

  it('carries every font', async () => {
    expect(await looseFonts(volume)).toEqual([])
  })

  it('opens with a bookmark for each paper, in any characters, that leads to its first page', async () => {
    const task = getDocument({ data: volume.slice(), verbosity: 0, useSystemFonts: false })
    const file = await task.promise
    const outline = await file.getOutline()
    const found: [string, number][] = []
    for (const { title: name, dest, items } of outline ?? []) {
      expect(items).toEqual([])
      if (!Array.isArray(dest)) throw new Error('a bookmark leads nowhere')
      const [page] = dest as [Parameters<typeof file.getPageIndex>[0]]
      found.push([name, await file.getPageIndex(page)])
    }
    expect(found).toEqual(bound.map(({ title: name }, index) => [name, firstPages[index]]))
    expect(await file.getPageMode()).toBe('UseOutlines')
    await task.destroy()
  })

  it('has on each page the code of that page, which a coarse scan still shows', async () => {
    for (const dpi of [100, 200]) {
      const read: string[] = []
      for await (const raster of rasters(volume, dpi)) read.push(...(await codesOn(raster)))
      expect(read).toEqual(codes.map(pageCodeText))
      expect(read.map((text) => readPageCode(text)?.page)).toEqual(codes.map(({ page }) => page))
    }
  })
})

describe.skipIf(!hasTools)(title('the place of the stamps'), () => {
  /** Millimetres that printers may leave white. */
  const unprinted = 8
  const papers = [
    ...filled,
    ...everyForm({ ...sampleContext, practice: true, code: sampleCode }),
    agreementWith(9, 36),
  ]
  let pdfs: Buffer[] = []
  let sheet: Buffer = Buffer.alloc(0)

  beforeAll(async () => {
    pdfs = await printed(papers)
    const stamps: PageStamp[] = [
      { kind: 'code', code: longest },
      { kind: 'number', number: 9999 },
      { kind: 'number', number: 7, onScan: true },
    ]
    ;[sheet = sheet] = await printHtml([await stampSheet(stamps, notoFonts)])
  }, 300_000)

  it('is white on every page of every form, standing and lying', async () => {
    for (const [index, pdf] of pdfs.entries()) {
      for await (const raster of rasters(pdf, 60)) {
        const width = (raster.width / raster.dpi) * 25.4
        const height = (raster.height / raster.dpi) * 25.4
        const { edge } = stampBox
        const left = width - edge - stampBox.width
        const foot = {
          left,
          right: width,
          top: height - edge - stampBox.height - 1.2,
          bottom: height,
        }
        // Only the square itself is so high; its words are one line beside it.
        const square = { ...foot, left: width - edge - 13.5 }
        const words = { ...foot, top: height - edge - 3.2 }
        const name = papers[index]?.formId
        expect(inkIn(raster, square), name).toBeUndefined()
        expect(inkIn(raster, words), name).toBeUndefined()
        expect(
          inkIn(raster, { left: width - 22, right: width, top: 0, bottom: edge + 8 }),
          name,
        ).toBeUndefined()
      }
    }
  }, 120_000)

  it('keeps away from the edges that printers leave white, and from the binding edge', async () => {
    for (const size of [
      [595.28, 841.89],
      [841.89, 595.28],
    ] as const) {
      const document = await PDFDocument.create()
      document.addPage([...size])
      await layStamps(document, sheet, [
        { page: 0, stamp: 0, corner: 'foot' },
        { page: 0, stamp: 1, corner: 'head' },
      ])
      const [width, height] = size.map((points) => (points * 25.4) / 72) as [number, number]
      for await (const raster of rasters(await document.save(), 150)) {
        const ink = inkIn(raster, { left: 0, top: 0, right: width, bottom: height })
        expect(ink?.left).toBeGreaterThan(width / 2)
        expect(ink?.top).toBeGreaterThan(unprinted)
        expect(ink?.right).toBeLessThan(width - unprinted)
        expect(ink?.bottom).toBeLessThan(height - unprinted)
      }
    }
  })

  it('has white ground under a number on a scan, whatever the scan shows there', async () => {
    const grey = rgb(0.2, 0.2, 0.2)
    const { edge } = stampBox
    for (const [stamp, isWhite] of [
      [1, false],
      [2, true],
    ] as const) {
      const document = await PDFDocument.create()
      const page = document.addPage([595.28, 841.89])
      page.drawRectangle({ x: 0, y: 0, width: 595.28, height: 841.89, color: grey })
      await layStamps(document, sheet, [{ page: 0, stamp, corner: 'head' }])
      for await (const raster of rasters(await document.save(), 150)) {
        const leftOfDigits = { left: 210 - edge - 15, right: 210 - edge - 11 }
        const ink = inkIn(raster, { ...leftOfDigits, top: edge + 1, bottom: edge + 7 })
        expect(ink === undefined).toBe(isWhite)
      }
    }
  })
})
