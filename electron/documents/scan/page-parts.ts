import type { PageCode } from '#db/domain/dossier/page-code.ts'
import type { Box, QuarterTurn } from './grey-image.ts'
import type { FoundCode } from './page-codes.ts'

export type Part = 'whole' | 'left' | 'right' | 'top' | 'bottom'

/** Of an image as it is stored, before any turning. */
export type PagePart = { part: Part; code?: PageCode | undefined; turn: QuarterTurn }

type Size = { width: number; height: number }

export function boxOf(part: Part, { width, height }: Size): Box {
  const [halfWidth, halfHeight] = [Math.floor(width / 2), Math.floor(height / 2)]
  switch (part) {
    case 'whole':
      return { x: 0, y: 0, width, height }
    case 'left':
      return { x: 0, y: 0, width: halfWidth, height }
    case 'right':
      return { x: halfWidth, y: 0, width: width - halfWidth, height }
    case 'top':
      return { x: 0, y: 0, width, height: halfHeight }
    case 'bottom':
      return { x: 0, y: halfHeight, width, height: height - halfHeight }
  }
}

/** Both halves of an image that holds two pages. */
export type Halves = readonly [Part, Part]
const beside: Halves = ['left', 'right']
const below: Halves = ['top', 'bottom']

const halfOf = ({ centre }: FoundCode, halves: Halves): Part =>
  (halves === beside ? centre.x : centre.y) < 0.5 ? halves[0] : halves[1]

/** Undefined for codes that do not lie one in each half. */
function halvesBetween([one, other]: readonly FoundCode[], size: Size): Halves | undefined {
  if (!one || !other) return undefined
  // In pixels: of two pages foot to head the codes lie in corners across.
  const across = Math.abs(one.centre.x - other.centre.x) * size.width
  const down = Math.abs(one.centre.y - other.centre.y) * size.height
  const halves = across > down ? beside : below
  return halfOf(one, halves) === halfOf(other, halves) ? undefined : halves
}

/** Where the code of a page stands, as shares of its width and height: 14.8 mm from the right foot of A4. */
const foot = { x: 0.93, y: 0.95 }
/** How far off a page may lie that was laid on askew. */
const slack = 0.06
/** Of the longer side: that of a page of its own is 0.044, of half a sheet 0.031. */
const smallCode = 0.037

/**
 * Whether the only code on an image is that of one half: it stands at the foot of that half, too small for a page of
 * its own. Then the other half is a page that nobody could read.
 */
export function halvesAround(found: FoundCode, size: Size): Halves | undefined {
  if (found.side > smallCode) return undefined
  const isSideways = found.turn === 90 || found.turn === 270
  const upright = isSideways ? { width: size.height, height: size.width } : size
  const place = uprightPlace(found)
  const isBeside = upright.width > upright.height
  const along = isBeside ? place.x : place.y
  const across = isBeside ? place.y : place.x
  const within = (value: number, wanted: number) => Math.abs(value - wanted) < slack
  const [main, other] = isBeside ? [foot.x, foot.y] : [foot.y, foot.x]
  const atFoot = within(along, main / 2) || within(along, 0.5 + main / 2)
  if (!atFoot || !within(across, other)) return undefined
  return isBeside === isSideways ? below : beside
}

/** Where the centre comes to lie when the image is turned so that the code is upright. */
function uprightPlace({ centre: { x, y }, turn }: FoundCode): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x, y }
    case 90:
      return { x: 1 - y, y: x }
    case 180:
      return { x: 1 - x, y: 1 - y }
    case 270:
      return { x: y, y: 1 - x }
  }
}

/** In the right lower quarter; elsewhere it is that of another page whose corner got into the picture. */
function isAtFoot(found: FoundCode): boolean {
  const { x, y } = uprightPlace(found)
  return x > 0.5 && y > 0.5
}

/** One page or two, each with its code; a half without one is turned as the other. */
export function partsOf(found: readonly FoundCode[], size: Size, turn: QuarterTurn): PagePart[] {
  const [first] = found
  if (!first) return [{ part: 'whole', turn }]
  // More than two pages on one image: somebody has to look.
  if (found.length > 2) return [{ part: 'whole', turn: first.turn }]
  const halves = found.length === 2 ? halvesBetween(found, size) : halvesAround(first, size)
  if (!halves)
    return [
      found.length === 1 && isAtFoot(first)
        ? { part: 'whole', code: first.code, turn: first.turn }
        : { part: 'whole', turn: first.turn },
    ]
  return halves.map((part) => {
    const own = found.find((each) => halfOf(each, halves) === part)
    return own ? { part, code: own.code, turn: own.turn } : { part, turn: first.turn }
  })
}
