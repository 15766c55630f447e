import type { PDFDocument } from '@cantoo/pdf-lib'
import { toPoints } from '../flow.ts'
import { stampBox } from './page-stamps.ts'
import { openPdf } from './pdf-pages.ts'

/** `page` and `stamp` count from 0: which stamp of the sheet lies on which page. */
export type StampPlace = { page: number; stamp: number; corner: 'foot' | 'head' }

/** Lays pages of a stamp sheet over the right corners of a document; what stands there stays as it is. */
export async function layStamps(
  document: PDFDocument,
  sheet: Uint8Array,
  places: readonly StampPlace[],
): Promise<void> {
  if (places.length === 0) return
  const source = await openPdf(sheet)
  const wanted = [...new Set(places.map(({ stamp }) => stamp))]
  const embedded = await document.embedPdf(source, wanted)
  const stamps = new Map(wanted.map((stamp, index) => [stamp, embedded[index]]))
  const [width, height, edge] = [stampBox.width, stampBox.height, stampBox.edge].map(toPoints) as [
    number,
    number,
    number,
  ]
  for (const { page: index, stamp, corner } of places) {
    const drawn = stamps.get(stamp)
    if (!drawn) throw new RangeError(`the sheet has no stamp ${stamp}`)
    const page = document.getPage(index)
    const size = page.getSize()
    page.drawPage(drawn, {
      x: size.width - edge - width,
      y: corner === 'foot' ? edge : size.height - edge - height,
      width,
      height,
    })
  }
}
