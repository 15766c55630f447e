import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import { pdfLibrary } from './pdf-pages.ts'

/** `page` counts from 0. */
export type Bookmark = { title: string; page: number }

/** The list at the side of a reader, one line a paper, open when the file is opened. */
export async function addBookmarks(
  document: PDFDocument,
  bookmarks: readonly Bookmark[],
): Promise<void> {
  if (bookmarks.length === 0) return
  const { PDFHexString, PDFName, PDFNull } = await pdfLibrary()
  const { context } = document
  const outlines = context.nextRef()
  const refs = bookmarks.map(() => context.nextRef())
  const link = (name: string, ref: PDFRef | undefined) => (ref ? { [name]: ref } : {})
  for (const [index, { title, page }] of bookmarks.entries()) {
    const ref = refs[index]
    if (!ref) continue
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outlines,
      Dest: [document.getPage(page).ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull],
      ...link('Prev', refs[index - 1]),
      ...link('Next', refs[index + 1]),
    })
    context.assign(ref, item)
  }
  const [first, last] = [refs[0], refs.at(-1)]
  context.assign(
    outlines,
    context.obj({
      Type: 'Outlines',
      Count: refs.length,
      ...link('First', first),
      ...link('Last', last),
    }),
  )
  document.catalog.set(PDFName.of('Outlines'), outlines)
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
