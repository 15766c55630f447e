import { cropped, flattened, shrunk, type GreyImage } from './grey-image.ts'

/** Pixels of the longer side at which a page is looked at: a letter is some pixels, a speck is none. */
const lookedAt = 700
/** Of the sides, where scanners leave shadows and folders their holes. */
const edge = 0.06
/** How much darker than its paper a pixel of writing is, of 255. */
const writing = 34
/** Of all pixels; a short signature is five times that. */
const mostInk = 0.00025

/**
 * Nothing is written on it, apart from specks, shadows, a page number and what shines through from the other side.
 * @policy A page is only called blank when it surely is: what is called so is laid aside.
 */
export function isBlankPage(image: GreyImage): boolean {
  const small = shrunk(
    image,
    Math.max(1, Math.round(Math.max(image.width, image.height) / lookedAt)),
  )
  const [x, y] = [Math.round(small.width * edge), Math.round(small.height * edge)]
  const inner = cropped(small, { x, y, width: small.width - 2 * x, height: small.height - 2 * y })
  const flat = flattened(inner, Math.round(lookedAt / 12))
  const dark = flat.data.reduce((count, value) => (value < 255 - writing ? count + 1 : count), 0)
  return dark <= flat.data.length * mostInk
}
