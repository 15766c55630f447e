import type { PageCode } from '#db/domain/dossier/page-code.ts'
import type { GreyImage, QuarterTurn } from '#documents/scan/grey-image.ts'
import type { Part } from '#documents/scan/page-parts.ts'
import type { ScanMediaType } from '#documents/scan/raster.ts'
import { toJpeg } from './jpeg.ts'
import { codeOf, paperPage } from './paper-page.ts'
import { toBilevelPng, toPng } from './png.ts'
import { between, seeded } from './random.ts'
import { scanPdf } from './scan-pdf.ts'
import {
  photographed,
  scanned,
  turned,
  twoUp,
  withBlot,
  withContrast,
  withNoise,
  withShade,
  withSpecks,
  withStain,
} from './scanner.ts'

/** A file as a scanner or a phone makes it, and what is to be read on it. */
export type Shot = {
  bytes: Uint8Array
  mediaType: ScanMediaType
  parts: { part: Part; turn: QuarterTurn; code: PageCode }[]
}

type Page = { image: GreyImage; code: PageCode }
type Random = () => number

const forms = ['f10', 'undisputedFacts', 'f14-organisation', 'receipt'] as const
const drawn = new Map<string, Promise<Page>>()

/** One of four pages with their own writing and code; upright or lying. */
function anyPage(random: Random, way: 'upright' | 'lying' = 'upright'): Promise<Page> {
  const index = Math.floor(random() * forms.length)
  const key = `${index} ${way}`
  const known = drawn.get(key)
  if (known) return known
  const code = codeOf({ form: forms[index]?.toUpperCase() ?? '', page: index + 1, pages: 12 })
  const size = way === 'upright' ? {} : { width: 297, height: 210 }
  const other = index === 1 ? { otherCode: 'https://example.invalid/pay?amount=17048.28' } : {}
  const made = paperPage({ code, seed: index + 1, ...size, ...other }).then((image) => ({
    image,
    code,
  }))
  drawn.set(key, made)
  return made
}

const back = (by: number) => ((360 - by) % 360) as QuarterTurn
const anyTurn = (random: Random) => (Math.floor(random() * 4) * 90) as QuarterTurn
const askew = (random: Random, most: number) => between(random, -most, most)

type Sent = Pick<Shot, 'bytes' | 'mediaType'>
const asJpeg = (image: GreyImage, quality = 60): Sent => ({
  bytes: toJpeg(image, quality),
  mediaType: 'image/jpeg',
})
const asPng = (image: GreyImage): Sent => ({ bytes: toPng(image), mediaType: 'image/png' })
const asPdf = async (image: GreyImage, dpi: number): Promise<Sent> => ({
  bytes: await scanPdf([image], { dpi, quality: 40 }),
  mediaType: 'application/pdf',
})

/** One page, whole. */
async function single(
  random: Random,
  see: (page: GreyImage) => GreyImage,
  send: (image: GreyImage) => Sent | Promise<Sent>,
  by: QuarterTurn = 0,
): Promise<Shot> {
  const { image, code } = await anyPage(random)
  const sent = await send(turned(see(image), by))
  return { ...sent, parts: [{ part: 'whole', turn: back(by), code }] }
}

const around: readonly Part[] = ['left', 'top', 'right', 'bottom']

/** Two pages on one image, which is then turned. */
async function pair(
  random: Random,
  way: 'beside' | 'below',
  dpi: number,
  spoil: (image: GreyImage) => GreyImage = (image) => image,
): Promise<Shot> {
  const pages = await Promise.all(
    [0, 1].map(() => anyPage(random, way === 'beside' ? 'upright' : 'lying')),
  )
  const by = anyTurn(random)
  const [first, second] = pages.map(({ image }) => image)
  if (!first || !second) throw new Error('two pages are drawn')
  const seen = twoUp([first, second], way, { dpi, degrees: askew(random, 2) })
  const starts = way === 'beside' ? ['left', 'right'] : ['top', 'bottom']
  return {
    ...asJpeg(turned(spoil(seen), by)),
    parts: pages
      .map(({ code }, index) => {
        const start = around.indexOf((starts[index] ?? 'left') as Part)
        return { part: around[(start + by / 90) % 4] ?? 'whole', turn: back(by), code }
      })
      .toSorted((a) => (a.part === 'left' || a.part === 'top' ? -1 : 1)),
  }
}

/** Near the code, in pixels of an image of so many dots an inch; millimetres from the right foot. */
const nearFoot = (image: GreyImage, dpi: number, x: number, y: number) => ({
  x: image.width - (x / 25.4) * dpi,
  y: image.height - (y / 25.4) * dpi,
})

/** How pages come back, each with a seed of its own. */
export const shots: Readonly<Record<string, (random: Random) => Promise<Shot>>> = {
  'laid on a little askew, 150 dpi, JPEG quality 40': (random) =>
    single(
      random,
      (page) => scanned(page, { dpi: 150, degrees: askew(random, 3) }),
      (image) => asJpeg(image, 40),
    ),
  'laid on badly askew': (random) =>
    single(
      random,
      (page) =>
        scanned(page, { dpi: 200, degrees: (random() < 0.5 ? -1 : 1) * between(random, 6, 8) }),
      (image) => asPdf(image, 200),
    ),
  'turned by a quarter, a half or three quarters': (random) =>
    single(
      random,
      (page) => scanned(page, { dpi: 150, degrees: askew(random, 3) }),
      (image) => asPdf(image, 150),
      anyTurn(random),
    ),
  'black and white alone': (random) =>
    single(
      random,
      (page) => scanned(page, { dpi: 200, degrees: askew(random, 2) }),
      (image) => ({ bytes: toBilevelPng(image), mediaType: 'image/png' }),
      anyTurn(random),
    ),
  'with salt and pepper': (random) =>
    single(
      random,
      (page) =>
        withSpecks(
          scanned(page, { dpi: 150, degrees: askew(random, 2) }),
          between(random, 0.01, 0.06),
          random,
        ),
      asPng,
    ),
  'with grain': (random) =>
    single(
      random,
      (page) =>
        withNoise(
          scanned(page, { dpi: 150, degrees: askew(random, 2) }),
          between(random, 15, 40),
          random,
        ),
      (image) => asJpeg(image, 40),
    ),
  'pale grey on grey': (random) =>
    single(
      random,
      (page) =>
        withNoise(
          withContrast(
            scanned(page, { dpi: 150, degrees: askew(random, 2) }),
            130,
            between(random, 165, 185),
          ),
          3,
          random,
        ),
      (image) => asJpeg(image, 40),
    ),
  'coffee over part of the code': (random) =>
    single(
      random,
      (page) => {
        const seen = scanned(page, { dpi: 200, degrees: askew(random, 2) })
        const centre = nearFoot(seen, 200, between(random, 5, 30), between(random, 5, 30))
        const share = between(random, 0.35, 0.7)
        return withNoise(withStain(seen, centre, between(random, 40, 120), share), 4, random)
      },
      (image) => asJpeg(image, 40),
    ),
  'with a blot in the code': (random) =>
    single(
      random,
      (page) => {
        const seen = scanned(page, { dpi: 200 })
        const centre = nearFoot(seen, 200, between(random, 13, 17), between(random, 13, 17))
        return withBlot(seen, centre, (between(random, 0.5, 1.4) / 25.4) * 200, 0)
      },
      (image) => asJpeg(image, 60),
    ),
  'two beside each other on one sheet': (random) => pair(random, 'beside', 150),
  'two beside each other with grain': (random) =>
    pair(random, 'beside', 200, (image) => withNoise(image, between(random, 5, 15), random)),
  'two below each other on one sheet': (random) => pair(random, 'below', 200),
  'photographed aslant in poor light': (random) =>
    single(
      random,
      (page) =>
        withNoise(
          withShade(photographed(page, { width: 2000, height: 2667 }, 0.03, random), 0.5),
          6,
          random,
        ),
      (image) => asJpeg(image, 70),
    ),
}

export const shotOf = (kind: string, seed: number): Promise<Shot> => {
  const make = shots[kind]
  if (!make) throw new Error(`no shot ${kind}`)
  return make(seeded(seed * 7919 + Object.keys(shots).indexOf(kind)))
}
