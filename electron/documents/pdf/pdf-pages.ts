import type * as PdfLibrary from '@cantoo/pdf-lib'
import type { PDFDocument } from '@cantoo/pdf-lib'

/** Loaded when the first PDF is worked on: it takes as long as the rest of a start. */
export const pdfLibrary = (): Promise<typeof PdfLibrary> => import('@cantoo/pdf-lib')

/** Objects that are read or written before others have their turn. */
const perTurn = 1500

/**
 * Also one that is locked against changes, as copiers send them, and opens without a password.
 * @throws when the bytes are no PDF that can be read
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument: Documents } = await pdfLibrary()
  return Documents.load(bytes, { updateMetadata: false, parseSpeed: perTurn, password: '' })
}

export const pdfBytes = (document: PDFDocument): Promise<Uint8Array> =>
  document.save({ objectsPerTick: perTurn })

/** Some pages of a file as a file of their own; `pages` count from 0. */
export async function extractPages(
  document: PDFDocument,
  pages: readonly number[],
  title: string,
): Promise<Uint8Array> {
  const part = await newPdf(title)
  for (const page of await part.copyPages(document, [...pages])) part.addPage(page)
  return pdfBytes(part)
}

/** An empty file that says its language and nothing of who made it and when. */
export async function newPdf(title: string): Promise<PDFDocument> {
  const { PDFDocument: Documents } = await pdfLibrary()
  const made = await Documents.create({ updateMetadata: false })
  made.setTitle(title, { showInWindowTitleBar: true })
  made.setLanguage('zh-CN')
  return made
}
