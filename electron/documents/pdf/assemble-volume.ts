import type { PDFDocument } from '@cantoo/pdf-lib'
import { addBookmarks } from './bookmarks.ts'
import { newPdf, openPdf } from './pdf-pages.ts'
import { addScan, type ScanSheet } from './scan-page.ts'

/** One side of paper: a page of the rendered paper, counted from 0, or a scan, which may stand in place of one. */
export type VolumeSheet =
  | { kind: 'page'; page: number }
  | { kind: 'scan'; scan: ScanSheet; page?: number }

/** A paper of the volume; without its printed `file` it is scans only. */
export type VolumePart = { title: string; file?: PDFDocument | undefined; sheets: VolumeSheet[] }

export type Assembled = {
  document: PDFDocument
  /** First page of each part, counted from 0. */
  firstPages: number[]
}

type Watch = {
  /** A PDF whose first page says that a scan cannot be shown. */
  unreadable(): Promise<Uint8Array>
  /** A part lies in the volume; may throw to stop. */
  onPart(done: number): void
}

/**
 * Papers one behind the other, each with its bookmark; fonts stay embedded and pages as large as they were.
 * A scan that cannot be read gives way to the page it stood for, else to the page that says so.
 */
export async function assembleVolume(
  title: string,
  parts: readonly VolumePart[],
  watch: Watch,
): Promise<Assembled> {
  const document = await newPdf(title)
  const firstPages: number[] = []
  for (const [index, part] of parts.entries()) {
    firstPages.push(document.getPageCount())
    await addPart(document, part, watch)
    watch.onPart(index + 1)
  }
  await addBookmarks(
    document,
    parts.map((part, index) => ({ title: part.title, page: firstPages[index] ?? 0 })),
  )
  return { document, firstPages }
}

async function addPart(document: PDFDocument, { file, sheets }: VolumePart, watch: Watch) {
  // Copied in one go, so that pages share their fonts.
  const wanted = sheets.flatMap((sheet) => (sheet.kind === 'page' ? [sheet.page] : []))
  const copied = file && wanted.length > 0 ? await document.copyPages(file, wanted) : []
  for (const sheet of sheets) {
    if (sheet.kind === 'page') {
      const page = copied.shift()
      if (!page) throw new RangeError(`no page ${sheet.page} to bind`)
      document.addPage(page)
      continue
    }
    try {
      await addScan(document, sheet.scan)
    } catch {
      const [source, at] =
        file && sheet.page !== undefined
          ? [file, sheet.page]
          : [await openPdf(await watch.unreadable()), 0]
      for (const page of await document.copyPages(source, [at])) document.addPage(page)
    }
  }
}
