import { PDFDocument } from '@cantoo/pdf-lib'
import type { GreyImage } from '#documents/scan/grey-image.ts'
import { toJpeg } from './jpeg.ts'

/** As a scanner sends a stack: a JPEG a page, on pages of the size that so many dots an inch make. */
export async function scanPdf(
  images: readonly GreyImage[],
  { dpi = 150, quality = 40, password }: { dpi?: number; quality?: number; password?: string } = {},
): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const image of images) {
    const embedded = await document.embedJpg(toJpeg(image, quality))
    const size = { width: (image.width / dpi) * 72, height: (image.height / dpi) * 72 }
    document.addPage([size.width, size.height]).drawImage(embedded, { x: 0, y: 0, ...size })
  }
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password })
  return Buffer.from(await document.save())
}
