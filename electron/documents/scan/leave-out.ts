import { newPdf, openPdf, pdfLibrary } from '../pdf/pdf-pages.ts'
import { boxOf } from './page-parts.ts'
import { fine, type ReadPage, type ReadPart } from './read-scan.ts'
import type { Raster, ScanMediaType } from './raster.ts'
import { ScanFileError } from './scan-file-error.ts'
import { uprightPng } from './write-png.ts'

export type ScanFile = { bytes: Uint8Array; mediaType: ScanMediaType; pages: ReadPage[] }

/** The kept half of a page, drawn anew and upright. */
async function halfPng(raster: Raster, filePage: number, { part, turn }: ReadPart) {
  const image = await raster.colour(filePage, ({ width, height }) =>
    Math.min(raster.isPhoto ? 1 : Infinity, fine / Math.max(width, height)),
  )
  return uprightPng(image, boxOf(part, image), turn)
}

const alone = (filePage: number, part: ReadPart): ReadPage => ({
  filePage,
  parts: [{ ...part, part: 'whole', turn: 0 }],
})

/**
 * The file without the pages that must not be kept; of an image with two pages the other one stays. Undefined when
 * nothing stays. The same file gives the same bytes each time.
 * @throws ScanFileError
 */
export async function leaveOut(
  file: ScanFile,
  raster: Raster,
  mustGo: (part: ReadPart) => boolean,
): Promise<ScanFile | undefined> {
  const kept = file.pages
    .map(({ filePage, parts }) => ({
      filePage,
      parts: parts.filter((part) => !mustGo(part)),
      isWhole: !parts.some(mustGo),
    }))
    .filter(({ parts }) => parts.length > 0)
  if (kept.length === 0) return undefined
  if (kept.length === file.pages.length && kept.every(({ isWhole }) => isWhole)) return file
  const [first] = kept
  const [half] = first?.parts ?? []
  if (raster.isPhoto && first && half)
    return {
      bytes: await halfPng(raster, first.filePage, half),
      mediaType: 'image/png',
      pages: [alone(1, half)],
    }
  return { ...file, ...(await keepPages(file.bytes, raster, kept)) }
}

type KeptPage = ReadPage & { isWhole: boolean }

async function keepPages(bytes: Uint8Array, raster: Raster, kept: readonly KeptPage[]) {
  const { PageSizes } = await pdfLibrary()
  const [source, made] = [await opened(bytes), await newPdf('scan')]
  const pages: ReadPage[] = []
  for (const { filePage, parts, isWhole } of kept) {
    if (isWhole) {
      const [page] = await made.copyPages(source, [filePage - 1])
      if (page) made.addPage(page)
      pages.push({ filePage: pages.length + 1, parts })
      continue
    }
    for (const part of parts) {
      const image = await made.embedPng(await halfPng(raster, filePage, part))
      const scale = PageSizes.A4[1] / Math.max(image.width, image.height)
      const size = { width: image.width * scale, height: image.height * scale }
      made.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size })
      pages.push(alone(pages.length + 1, part))
    }
  }
  return { bytes: await made.save(), pages }
}

/** Some files that can be looked at cannot be taken apart. */
async function opened(bytes: Uint8Array) {
  try {
    return await openPdf(bytes)
  } catch (cause) {
    throw new ScanFileError('locked', { cause })
  }
}
