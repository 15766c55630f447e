import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readPageCode, type PageCode } from '#db/domain/dossier/page-code.ts'
import { cropped, type GreyImage } from '#documents/scan/grey-image.ts'
import { codesOn, type Raster } from '#tests/support/pdf-raster.ts'

const run = promisify(execFile)

export const scanDpi = 150

/** Every page of a PDF as poppler shows it in grey. */
export async function pictures(file: string, dpi = scanDpi): Promise<GreyImage[]> {
  const { stdout } = await run('pdftoppm', ['-r', String(dpi), '-gray', file], {
    encoding: 'buffer',
    maxBuffer: 512_000_000,
  })
  const found: GreyImage[] = []
  for (let at = 0; at < stdout.length;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(stdout.subarray(at, at + 40).toString('latin1'))
    if (!head) throw new Error('not a picture')
    const [width, height] = [Number(head[1]), Number(head[2])]
    const from = at + head[0].length
    at = from + width * height
    found.push({ width, height, data: new Uint8Array(stdout.subarray(from, at)) })
  }
  return found
}

type Area = { left: number; top: number; right: number; bottom: number }

/** Millimetres from the upper left corner: where a page bears its code, and where its number in the volume. */
const codeCorner = { left: 165, top: 252, right: 210, bottom: 297 }
const numberCorner = { left: 185, top: 5, right: 205, bottom: 16 }

const cut = (image: GreyImage, area: Area): GreyImage => {
  const pixels = (mm: number) => Math.floor((mm / 25.4) * scanDpi)
  const [x, y] = [pixels(area.left), pixels(area.top)]
  return cropped(image, { x, y, width: pixels(area.right) - x, height: pixels(area.bottom) - y })
}

function rasterOf({ width, height, data }: GreyImage): Raster {
  const colours = new Uint8Array(data.length * 4)
  for (const [index, grey] of data.entries()) colours.set([grey, grey, grey, 255], index * 4)
  return { width, height, data: colours, dpi: scanDpi }
}

const dark = 128
const hasInk = ({ data }: GreyImage): boolean => data.some((grey) => grey < dark)

export type PrintedPage = {
  image: GreyImage
  code: PageCode | undefined
  /** A number of the volume stands in its corner. */
  isNumbered: boolean
}

async function pageOf(image: GreyImage): Promise<PrintedPage> {
  const corner = rasterOf(cut(image, codeCorner))
  const codes = (await codesOn(corner)).flatMap((text) => readPageCode(text) ?? [])
  return { image, code: codes[0], isNumbered: hasInk(cut(image, numberCorner)) }
}

/** What lies in the printer's tray, in the order in which it came out, without the files of `before`. */
export async function tray(folder: string, before: readonly string[] = []): Promise<PrintedPage[]> {
  const names = (await readdir(folder)).filter((name) => !before.includes(name))
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  )
  const pages: PrintedPage[] = []
  for (const { name } of files.toSorted((a, b) => a.at - b.at))
    for (const image of await pictures(join(folder, name)))
      // The white back of a last page is none.
      if (hasInk(image)) pages.push(await pageOf(image))
  return pages
}

/** Dots whose mean is compared: printers set a letter a dot further. */
const cell = 8

const coarse = ({ width, height, data }: GreyImage): GreyImage => {
  const size = { width: Math.floor(width / cell), height: Math.floor(height / cell) }
  const sums = new Float64Array(size.width * size.height)
  for (let y = 0; y < size.height * cell; y += 1)
    for (let x = 0; x < size.width * cell; x += 1) {
      const at = Math.floor(y / cell) * size.width + Math.floor(x / cell)
      sums[at] = (sums[at] ?? 0) + (data[y * width + x] ?? 0)
    }
  return { ...size, data: Uint8Array.from(sums, (sum) => sum / (cell * cell)) }
}

/** How far two pictures of a page are from each other: 0 for the same, 255 for black and white. */
function distance(a: GreyImage, b: GreyImage): number {
  if (a.width !== b.width || a.height !== b.height) return 255
  const sum = a.data.reduce((all, grey, at) => all + Math.abs(grey - (b.data[at] ?? 0)), 0)
  return sum / a.data.length
}

/** For each picture the place of the one that it looks like most. */
export function alikes(images: readonly GreyImage[], others: readonly GreyImage[]): number[] {
  const looks = others.map(coarse)
  return images.map((image) => {
    const look = coarse(image)
    const distances = looks.map((other) => distance(look, other))
    return distances.indexOf(Math.min(...distances))
  })
}
