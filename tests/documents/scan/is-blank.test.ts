import { describe, expect, it } from 'vitest'
import { blurred, type GreyImage } from '#documents/scan/grey-image.ts'
import { isBlankPage } from '#documents/scan/is-blank.ts'
import { paperPage } from '#tests/support/scan/paper-page.ts'
import { seeded } from '#tests/support/scan/random.ts'
import {
  scanned,
  turned,
  withBlot,
  withContrast,
  withNoise,
  withShade,
  withSpecks,
} from '#tests/support/scan/scanner.ts'

const random = seeded(11)
const empty = async () => scanned(await paperPage({ lines: 0 }), { dpi: 150 })

/** A line as a pen draws it, half a millimetre thick. */
function signed(image: GreyImage, x: number, y: number, length: number): GreyImage {
  const data = new Uint8Array(image.data)
  for (let along = 0; along < length; along += 1) {
    const top = Math.round(y + Math.sin(along / 9) * 18)
    for (let thick = 0; thick < 3; thick += 1) data[(top + thick) * image.width + x + along] = 60
  }
  return { ...image, data }
}

describe('isBlankPage', () => {
  it('calls white, grey and grainy paper blank, in an even light or not', async () => {
    const page = await empty()
    expect(isBlankPage(page)).toBe(true)
    expect(isBlankPage(withNoise(withContrast(page, 0, 200), 8, random))).toBe(true)
    expect(isBlankPage(withShade(withNoise(page, 5, random), 0.5))).toBe(true)
    expect(isBlankPage(withSpecks(page, 0.0002, random))).toBe(true)
  })

  it('passes over the dark edge of a scanner and the holes of a folder', async () => {
    const askew = scanned(await paperPage({ lines: 0 }), { dpi: 150, degrees: 1, ground: 40 })
    expect(isBlankPage(askew)).toBe(true)
    const page = await empty()
    const holed = [0.36, 0.64].reduce(
      (image, share) => withBlot(image, { x: 45, y: image.height * share }, 18, 30),
      page,
    )
    expect(isBlankPage(holed)).toBe(true)
  })

  it('passes over what shines through from the other side', async () => {
    const front = scanned(await paperPage({ lines: 24 }), { dpi: 150 })
    expect(isBlankPage(withContrast(blurred(front, 2), 236, 255))).toBe(true)
  })

  it('never calls a page blank that holds writing, a signature, or writing in a pencil', async () => {
    const written = scanned(await paperPage({ lines: 1 }), { dpi: 150 })
    expect(isBlankPage(written)).toBe(false)
    for (const by of [90, 180, 270] as const) expect(isBlankPage(turned(written, by))).toBe(false)
    const page = await empty()
    expect(isBlankPage(signed(page, 700, 1300, 180))).toBe(false)
    expect(isBlankPage(withNoise(signed(page, 700, 1300, 180), 6, random))).toBe(false)
    expect(isBlankPage(withContrast(signed(page, 300, 900, 240), 120, 250))).toBe(false)
    expect(isBlankPage(withContrast(written, 150, 220))).toBe(false)
  })

  it('never calls a photo of dark paper with writing blank', async () => {
    const written = scanned(await paperPage({ lines: 3 }), { dpi: 150 })
    expect(isBlankPage(withShade(withContrast(written, 20, 120), 0.3))).toBe(false)
  })
})
