import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readableText } from '#db/domain/readable-text.ts'

export type PdfPageView = {
  number: number
  /** Points. */
  width: number
  height: number
  text: string
  page: PDFPageProxy
}

export type PdfPages = { pages: PdfPageView[]; close: () => void }

const bytesOf = (base64: string): Uint8Array => {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

const loadPdfjs = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    import.meta.url,
  ).toString()
  return pdfjs
}

const textOf = async (page: PDFPageProxy): Promise<string> => {
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
  return readableText(text.join(''))
}

const viewOf = async (document: PDFDocumentProxy, number: number): Promise<PdfPageView> => {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  return { number, width, height, text: await textOf(page), page }
}

/**
 * Opens a PDF without evaluating any code of it.
 * @throws Error when the bytes are not a PDF.
 */
export const openPdf = async (base64: string): Promise<PdfPages> => {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    data: bytesOf(base64),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
  })
  const document = await task.promise
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map((number) => viewOf(document, number)))
  return { pages, close: () => void task.destroy() }
}
