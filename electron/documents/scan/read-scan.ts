import { setImmediate } from 'node:timers/promises'
import {
  blurred,
  cropped,
  doubled,
  flattened,
  withoutSpecks,
  type Box,
  type GreyImage,
  type QuarterTurn,
} from './grey-image.ts'
import { isBlankPage } from './is-blank.ts'
import { readPageCodes, type FoundCode } from './page-codes.ts'
import { boxOf, partsOf, type PagePart, type Part } from './page-parts.ts'
import type { Raster, Sizing } from './raster.ts'

export type ReadPart = PagePart & { isBlank: boolean }
/** `filePage` counts from 1. */
export type ReadPage = { filePage: number; parts: ReadPart[] }

/** Pixels of the longer side: 200 and 300 to the inch of an A4 page. */
const usual = 2400
export const fine = 3600

/** No larger than the pixels of a photo, which has no more to show. */
const sized =
  (raster: Raster, side: number): Sizing =>
  ({ width, height }) => {
    const scale = side / Math.max(width, height)
    return raster.isPhoto ? Math.min(1, scale) : scale
  }

/** About five modules of a code at the usual size. */
const shadowReach = 9

type Remedy = (image: GreyImage) => GreyImage
/** Against shadows and stains, and against specks; both make small codes larger. */
const remedies: readonly Remedy[] = [
  (image) => doubled(flattened(image, shadowReach)),
  (image) => doubled(withoutSpecks(image)),
]
/** For the foot where the code most likely stands, also against both noise and specks. */
const moreRemedies: readonly Remedy[] = [...remedies, (image) => blurred(doubled(image), 2)]

/** Of the sides: how much of a page is its foot, a photo's margin included. */
const footShare = 0.25

/** Where the foot of a page lies that has to be turned so far. */
function footBox({ width, height }: GreyImage, turn: QuarterTurn): Box {
  const [wide, high] = [Math.round(width * footShare), Math.round(height * footShare)]
  switch (turn) {
    case 0:
      return { x: 0, y: height - high, width, height: high }
    case 90:
      return { x: width - wide, y: 0, width: wide, height }
    case 180:
      return { x: 0, y: 0, width, height: high }
    case 270:
      return { x: 0, y: 0, width: wide, height }
  }
}

const isSame = (one: FoundCode, other: FoundCode) =>
  Math.hypot(one.centre.x - other.centre.x, one.centre.y - other.centre.y) < one.side

const joined = (known: readonly FoundCode[], more: readonly FoundCode[]): FoundCode[] => [
  ...known,
  ...more.filter((each) => !known.some((other) => isSame(each, other))),
]

/**
 * Reads a file page by page: which pages of papers it shows, how they lie, and which are blank. Between two steps
 * others are let through: a step is some tens of milliseconds.
 * @throws ScanFileError
 */
export async function* readScan(raster: Raster): AsyncGenerator<ReadPage> {
  for (let filePage = 1; filePage <= raster.pages; filePage += 1)
    yield { filePage, parts: await readPage(raster, filePage) }
}

async function readPage(raster: Raster, filePage: number): Promise<ReadPart[]> {
  const image = await raster.grey(filePage, sized(raster, usual))
  let found = await readPageCodes(image)
  const parts = () => partsOf(found, image, raster.turn)
  const blank = new Map<Part, boolean>()
  const isBlank = ({ part, code }: PagePart) => {
    if (code) return false
    const known = blank.get(part) ?? isBlankPage(cropped(image, boxOf(part, image)))
    blank.set(part, known)
    return known
  }
  const isSettled = () => parts().every((part) => part.code !== undefined || isBlank(part))
  for (const way of [0, 90, 180, 270])
    for (const remedy of way === 0 ? moreRemedies : remedies) {
      if (isSettled()) break
      await setImmediate()
      const box = footBox(image, ((raster.turn + way) % 360) as QuarterTurn)
      const foot = remedy(cropped(image, box))
      found = joined(found, await readPageCodes(foot, { box, size: image }))
    }
  if (!isSettled()) {
    await setImmediate()
    const larger = await raster.grey(filePage, sized(raster, fine))
    if (larger.width > image.width) found = joined(found, await readPageCodes(larger))
  }
  await setImmediate()
  return parts().map((part) => ({ ...part, isBlank: isBlank(part) }))
}
