import { describe, expect, it } from 'vitest'
import { pageCodeText } from '#db/domain/dossier/page-code.ts'
import { shrunk } from '#documents/scan/grey-image.ts'
import { openRaster, type ScanMediaType } from '#documents/scan/raster.ts'
import { readScan, type ReadPart } from '#documents/scan/read-scan.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { codeOf, paperPage } from '#tests/support/scan/paper-page.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { seeded } from '#tests/support/scan/random.ts'
import { scanPdf } from '#tests/support/scan/scan-pdf.ts'
import { scanned, turned, twoUp, withBlot, withNoise } from '#tests/support/scan/scanner.ts'
import { shotOf, shots, type Shot } from '#tests/support/scan/shots.ts'

async function partsOf(bytes: Uint8Array, mediaType: ScanMediaType): Promise<ReadPart[]> {
  const raster = await openRaster(bytes, mediaType)
  const found: ReadPart[] = []
  for await (const { parts } of readScan(raster)) found.push(...parts)
  raster.close()
  return found
}

const words = ({ part, turn, code }: Shot['parts'][number] | ReadPart) =>
  `${part} ${turn} ${code ? pageCodeText(code) : '-'}`

const seeds = [0, 1, 2, 3, 4, 5]
/** Of all shots of the family; what cannot be read is left to a person. */
const leastRead = 0.98
let [read, made] = [0, 0]

describe('readScan', () => {
  it.each(Object.keys(shots))(
    'reads pages %s, and none of them as another',
    async (kind) => {
      for (const seed of seeds) {
        const shot = await shotOf(kind, seed)
        const found = (await partsOf(shot.bytes, shot.mediaType)).map(words)
        const wanted = shot.parts.map(words)
        made += 1
        if (found.join() === wanted.join()) read += 1
        // Nothing wrong is ever read: what is told of a part is true of it.
        const told = found.filter((each) => !each.endsWith('-'))
        expect(
          told.filter((each) => !wanted.includes(each)),
          `${kind}, seed ${seed}`,
        ).toEqual([])
      }
    },
    240_000,
  )

  it('read almost all of them, so that little is left to a person', () => {
    expect(made).toBe(seeds.length * Object.keys(shots).length)
    expect(read / made).toBeGreaterThanOrEqual(leastRead)
  })

  it('takes a page without a code, and one with the code of somebody else, for loose', async () => {
    const page = await paperPage({ lines: 8, otherCode: 'TX2:MT-2026-000123:F10:1A2B3C4D:1:1:1' })
    const image = shrunk(page, 2)
    expect(await partsOf(toJpeg(image, 60), 'image/jpeg')).toEqual([
      { part: 'whole', turn: 0, isBlank: false },
    ])
  })

  it('knows half of a sheet by the size and place of its code when the other half cannot be read', async () => {
    const pages = [
      await paperPage({ code: codeOf({ page: 1 }), lines: 8, seed: 1 }),
      await paperPage({ lines: 8, seed: 2 }),
    ] as const
    const image = turned(twoUp(pages, 'beside', { dpi: 200 }), 180)
    expect((await partsOf(toJpeg(image, 60), 'image/jpeg')).map(words)).toEqual([
      'left 180 -',
      `right 180 ${pageCodeText(codeOf({ page: 1 }))}`,
    ])
  })

  it('takes a lying sheet for one page', async () => {
    const page = await paperPage({ code: codeOf(), width: 297, height: 210, lines: 8 })
    const found = await partsOf(toPng(shrunk(page, 2)), 'image/png')
    expect(found.map(({ part, turn }) => [part, turn])).toEqual([['whole', 0]])
  })

  it('leaves to a person an image on which more than two pages lie', async () => {
    const four = ['1', '2', '3', '4'].map(async (page) =>
      paperPage({ code: codeOf({ page: Number(page), pages: 4 }), lines: 4 }),
    )
    const [a, b, c, d] = await Promise.all(four)
    if (!a || !b || !c || !d) throw new Error('four pages are drawn')
    const [upper, lower] = [
      twoUp([a, b], 'beside', { dpi: 300 }),
      twoUp([c, d], 'beside', { dpi: 300 }),
    ]
    const image = twoUp([upper, lower], 'below', { dpi: 300 })
    const found = await partsOf(toJpeg(image, 80), 'image/jpeg')
    expect(found).toMatchObject([{ part: 'whole', isBlank: false }])
    expect(found[0]?.code).toBeUndefined()
  })

  it('turns a photo without a code as the camera was held', async () => {
    const image = scanned(await paperPage({ lines: 8 }), { dpi: 100 })
    const turns: [number, number][] = [
      [1, 0],
      [3, 180],
      [6, 90],
      [8, 270],
    ]
    for (const [orientation, turn] of turns)
      expect(await partsOf(toJpeg(image, 50, orientation), 'image/jpeg')).toMatchObject([{ turn }])
  })

  it('believes the code more than the camera', async () => {
    const page = shrunk(await paperPage({ code: codeOf(), lines: 8 }), 2)
    const found = await partsOf(toJpeg(turned(page, 180), 60, 6), 'image/jpeg')
    expect(found.map(({ turn }) => turn)).toEqual([180])
  })

  it('reads all pages of a file in their order, a two-sided stack with its blank backs', async () => {
    const random = seeded(4)
    const images = [
      shrunk(await paperPage({ code: codeOf({ page: 1 }), lines: 6 }), 2),
      withNoise(shrunk(await paperPage({ lines: 0 }), 2), 4, random),
      shrunk(await paperPage({ code: codeOf({ page: 2 }), lines: 6 }), 2),
    ]
    const found = await partsOf(await scanPdf(images), 'application/pdf')
    expect(found.map(({ code, isBlank }) => [code?.page, isBlank])).toEqual([
      [1, false],
      [undefined, true],
      [2, false],
    ])
  })

  it('lets others in between two steps', async () => {
    const image = scanned(await paperPage({ lines: 20 }), { dpi: 200 })
    const bytes = toJpeg(image, 60)
    let turns = 0
    let isReading = true
    const others = (async () => {
      while (isReading) {
        await new Promise((done) => {
          setImmediate(done)
        })
        turns += 1
      }
    })()
    await partsOf(bytes, 'image/jpeg')
    isReading = false
    await others
    expect(turns).toBeGreaterThan(8)
  })

  it('is not led astray by a code that is covered whole', async () => {
    const page = shrunk(await paperPage({ code: codeOf(), lines: 6 }), 2)
    const covered = withBlot(page, { x: page.width - 88, y: page.height - 88 }, 60, 0)
    expect(await partsOf(toJpeg(covered, 60), 'image/jpeg')).toEqual([
      { part: 'whole', turn: 0, isBlank: false },
    ])
  })
})
