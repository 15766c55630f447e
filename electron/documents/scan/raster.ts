import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { GreyImage, QuarterTurn } from './grey-image.ts'
import { imageToPdf } from './image-pdf.ts'
import { ScanFileError } from './scan-file-error.ts'

/** Four bytes a pixel: red, green, blue and one that says nothing. */
export type ColourImage = { width: number; height: number; data: Uint8Array }

/** Of a page: points for a PDF, pixels for a photo. */
export type PageSize = { width: number; height: number }
/** How large a page is drawn, as a factor of its size. */
export type Sizing = (size: PageSize) => number

/** An added file, open for drawing; `page` counts from 1. Close it: it holds memory of its own. */
export type Raster = {
  pages: number
  /** What the camera says of how a photo was held. */
  turn: QuarterTurn
  isPhoto: boolean
  grey(page: number, sizing: Sizing): Promise<GreyImage>
  colour(page: number, sizing: Sizing): Promise<ColourImage>
  close(): void
}

export type ScanMediaType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** A file with more is no scan of a case. */
const mostPages = 1000
/** The side of a drawn page in pixels, whatever is asked for. */
export const longestSide = 4800

let loading: Promise<ArrayBuffer> | undefined

async function readModule(): Promise<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(file)
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
}

/**
 * Opens a PDF or a photo in a library of its own: its memory goes when the file is closed, and a file that breaks
 * the library breaks it for no other.
 * @throws ScanFileError
 */
export async function openRaster(bytes: Uint8Array, mediaType: ScanMediaType): Promise<Raster> {
  const isPhoto = mediaType !== 'application/pdf'
  const { pdf, turn } = isPhoto
    ? imageToPdf(bytes, mediaType === 'image/png' ? 'png' : 'jpeg')
    : { pdf: bytes, turn: 0 as const }
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  loading ??= readModule()
  const library = await PDFiumLibrary.init({ wasmBinary: await loading })
  const document = await whenSound(() => library.loadDocument(pdf))
  const pages = await whenSound(() => document.getPageCount())
  const close = () => {
    try {
      document.destroy()
      library.destroy()
    } catch {
      // It broke while it drew; its memory goes with the library itself.
    }
  }
  if (pages === 0 || pages > mostPages) {
    close()
    throw new ScanFileError(pages === 0 ? 'damaged' : 'tooLarge')
  }
  const draw = (page: number, sizing: Sizing, colorSpace: 'Gray' | 'BGRA') =>
    whenSound(() => drawPage(document, page, sizing, colorSpace))
  return {
    pages,
    turn,
    isPhoto,
    grey: (page, sizing) => draw(page, sizing, 'Gray'),
    colour: (page, sizing) => draw(page, sizing, 'BGRA'),
    close,
  }
}

async function drawPage(
  document: PDFiumDocument,
  page: number,
  sizing: Sizing,
  colorSpace: 'Gray' | 'BGRA',
): Promise<GreyImage> {
  const drawn = document.getPage(page - 1)
  const { originalWidth: width, originalHeight: height } = drawn.getOriginalSize()
  if (!(width > 0 && height > 0)) throw new ScanFileError('damaged')
  const scale = Math.min(sizing({ width, height }), longestSide / Math.max(width, height))
  const pixels = (side: number) => Math.max(1, Math.round(side * scale))
  const target = { width: pixels(width), height: pixels(height) }
  const image = await drawn.render({ ...target, scale: 1, colorSpace, render: 'bitmap' })
  return { ...target, data: image.data }
}

/** The library tells what is wrong in words alone. */
async function whenSound<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ScanFileError) throw cause
    const words = cause instanceof Error ? cause.message : ''
    const isLocked = words.startsWith('Password') || words.startsWith('Unsupported security')
    throw new ScanFileError(isLocked ? 'locked' : 'damaged', { cause })
  }
}
