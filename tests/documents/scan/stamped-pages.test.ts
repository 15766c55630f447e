import { beforeAll, describe, expect, it } from 'vitest'
import { pageCodeText, type PageCode } from '#db/domain/dossier/page-code.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { Paper } from '#documents/paper.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { layStamps } from '#documents/pdf/lay-stamps.ts'
import { stampSheet } from '#documents/pdf/page-stamps.ts'
import { openPdf } from '#documents/pdf/pdf-pages.ts'
import { renderHtml } from '#documents/render-html.ts'
import type { GreyImage } from '#documents/scan/grey-image.ts'
import { openRaster, type ScanMediaType } from '#documents/scan/raster.ts'
import { readScan } from '#documents/scan/read-scan.ts'
import { printHtml } from '#tests/support/print-html.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { between, seeded } from '#tests/support/scan/random.ts'
import { scanned, turned, twoUp, withNoise } from '#tests/support/scan/scanner.ts'
import { allForms, fullData } from '../form-samples.ts'
import { agreementWith, notoFonts, sampleContext } from '../samples.ts'

const hasElectron = Boolean(process.env.ELECTRON_EXEC_PATH)
const title = hasElectron
  ? 'pages that the product prints'
  : 'pages that the product prints (skipped: ELECTRON_EXEC_PATH is not set)'

const lyingForm = allForms
  .map((form) => fillForm(form, fullData, { ...sampleContext, practice: true }))
  .find(({ page }) => page.width > page.height)

type Printed = { pdf: Uint8Array; codes: PageCode[]; images: GreyImage[] }

/** Laid out and stamped as it leaves the house, then seen at 300 dots an inch. */
async function stamped(papers: readonly Paper[]): Promise<Printed[]> {
  const pdfs = await printHtml(
    papers.map((paper) => ({
      html: renderHtml(paper, notoFonts),
      options: pdfOptions(paper, notoFonts),
    })),
  )
  const documents = await Promise.all(pdfs.map((pdf) => openPdf(pdf)))
  const codes = documents.map((document, index) =>
    Array.from({ length: document.getPageCount() }, (_, page) => ({
      caseNumber: 'MT-2026-000123',
      form: ['F10', 'F14-ORGANISATION'][index] ?? '',
      object: '0A1B2C3D',
      version: 12,
      page: page + 1,
      pages: document.getPageCount(),
    })),
  )
  const sheets = await printHtml(
    await Promise.all(
      codes.map((each) =>
        stampSheet(
          each.map((code) => ({ kind: 'code', code })),
          notoFonts,
        ),
      ),
    ),
  )
  return Promise.all(
    documents.map(async (document, index) => {
      const own = codes[index] ?? []
      const places = own.map((_, page) => ({ page, stamp: page, corner: 'foot' as const }))
      await layStamps(document, sheets[index] ?? new Uint8Array(), places)
      const pdf = await document.save()
      const raster = await openRaster(pdf, 'application/pdf')
      const images: GreyImage[] = []
      for (const { page } of own) images.push(await raster.grey(page, () => 300 / 72))
      raster.close()
      return { pdf, codes: own, images }
    }),
  )
}

async function read(bytes: Uint8Array, mediaType: ScanMediaType = 'image/jpeg') {
  const raster = await openRaster(bytes, mediaType)
  const found: string[] = []
  for await (const { parts } of readScan(raster))
    found.push(
      ...parts.map(({ part, turn, code }) =>
        [part, turn, code ? pageCodeText(code) : '-'].join(' '),
      ),
    )
  raster.close()
  return found
}

describe.skipIf(!hasElectron)(title, () => {
  let standing: Printed
  let lying: Printed
  beforeAll(async () => {
    if (!lyingForm) throw new Error('no form lies')
    const [one, other] = await stamped([agreementWith(6, 12), lyingForm])
    if (!one || !other) throw new Error('both papers are printed')
    standing = one
    lying = other
  }, 240_000)
  const whole = ({ codes }: Printed) => codes.map((code) => `whole 0 ${pageCodeText(code)}`)

  it('are read from the PDF itself, standing and lying', async () => {
    expect(standing.codes.length).toBeGreaterThan(2)
    expect(await read(standing.pdf, 'application/pdf')).toEqual(whole(standing))
    expect(await read(lying.pdf, 'application/pdf')).toEqual(whole(lying))
  }, 240_000)

  it('are read when they come back from a scanner of 150 dpi, askew, grainy and turned', async () => {
    const random = seeded(5)
    for (const printed of [standing, lying])
      for (const [index, image] of printed.images.slice(0, 3).entries()) {
        const code = printed.codes[index]
        if (!code) throw new Error('each page has its code')
        const degrees = between(random, -3, 3)
        const seen = withNoise(scanned(image, { dpi: 150, degrees }), 12, random)
        const by = ([0, 90, 180, 270] as const)[index % 4] ?? 0
        expect(await read(toJpeg(turned(seen, by), 40))).toEqual([
          `whole ${(360 - by) % 360} ${pageCodeText(code)}`,
        ])
      }
  }, 240_000)

  it('are read when two of them lie on one sheet', async () => {
    const [first, second] = standing.images
    const [a, b] = standing.codes
    if (!first || !second || !a || !b) throw new Error('the agreement has two pages')
    const seen = twoUp([first, second], 'beside', { dpi: 150, degrees: 1 })
    expect(await read(toJpeg(seen, 50))).toEqual([
      `left 0 ${pageCodeText(a)}`,
      `right 0 ${pageCodeText(b)}`,
    ])
  }, 240_000)
})
