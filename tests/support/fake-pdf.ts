import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import type { PrintablePage } from '#ipc/host.ts'

/** The page that `pageSize` and `stampSheet` wish for, in points. */
const sizeIn = (html: string): [number, number] => {
  const found = /@page\{size:([\d.]+)mm ([\d.]+)mm/u.exec(html)
  const points = (text: string | undefined) => (Number(text ?? 0) * 72) / 25.4
  return [points(found?.[1]), points(found?.[2])]
}

/**
 * Stands for Chromium: a real PDF with a page for each section or page break of the HTML, which is kept with its
 * first page as it is, so that a test can read in the bytes what would have been printed.
 */
export async function fakePdf({ html }: Pick<PrintablePage, 'html'>): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  const sections = html.match(/<section>/gu)?.length
  const count = sections ?? (html.match(/class="break"/gu)?.length ?? 0) + 1
  for (let index = 0; index < count; index += 1) {
    const page = made.addPage(sizeIn(html))
    page.drawSquare({ x: 10, y: 10, size: 10 })
    if (index > 0) continue
    const dictionary = made.context.obj({ Type: 'Html' })
    const stream = PDFRawStream.of(dictionary, new TextEncoder().encode(html))
    page.node.set(PDFName.of('Html'), made.context.register(stream))
  }
  return made.save()
}
