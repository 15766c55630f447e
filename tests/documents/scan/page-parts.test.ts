import { describe, expect, it } from 'vitest'
import { halvesAround, partsOf } from '#documents/scan/page-parts.ts'
import type { FoundCode } from '#documents/scan/page-codes.ts'
import { codeOf } from '#tests/support/scan/paper-page.ts'

const lying = { width: 2970, height: 2100 }
const standing = { width: 2100, height: 2970 }
const code = (x: number, y: number, part: Partial<FoundCode> = {}): FoundCode => ({
  code: codeOf({ page: Math.round(x * 100) }),
  centre: { x, y },
  side: 0.031,
  turn: 0,
  ...part,
})
const parts = (...args: Parameters<typeof partsOf>) =>
  partsOf(...args).map(({ part, code: read, turn }) => `${part} ${turn} ${read?.page ?? '-'}`)

describe('partsOf', () => {
  it('takes an image without a code for one page, turned as the camera says', () => {
    expect(parts([], lying, 90)).toEqual(['whole 90 -'])
  })

  it('believes the only code on an image when it stands at the right foot of the page', () => {
    expect(parts([code(0.93, 0.95, { side: 0.044 })], standing, 0)).toEqual(['whole 0 93'])
    expect(parts([code(0.07, 0.05, { side: 0.044, turn: 180 })], standing, 0)).toEqual([
      'whole 180 7',
    ])
    // The corner of the page beside it, and of one that lies above.
    expect(parts([code(0.05, 0.9, { side: 0.044 })], standing, 0)).toEqual(['whole 0 -'])
    expect(parts([code(0.9, 0.05, { side: 0.044 })], standing, 0)).toEqual(['whole 0 -'])
  })

  it('cuts between two codes, along whichever side they lie apart', () => {
    expect(parts([code(0.93, 0.95), code(0.43, 0.95)], lying, 0)).toEqual([
      'left 0 43',
      'right 0 93',
    ])
    const sideways = { turn: 90 } as const
    expect(parts([code(0.95, 0.07, sideways), code(0.95, 0.57, sideways)], standing, 0)).toEqual([
      'top 90 95',
      'bottom 90 95',
    ])
  })

  it('takes two codes in one half for something that a person has to look at', () => {
    expect(parts([code(0.6, 0.9), code(0.9, 0.9)], lying, 0)).toEqual(['whole 0 -'])
    expect(parts([code(0.2, 0.2), code(0.9, 0.2), code(0.9, 0.9)], lying, 0)).toEqual(['whole 0 -'])
  })

  it('lets each half lie as its own code says', () => {
    expect(parts([code(0.07, 0.05, { turn: 180 }), code(0.93, 0.95)], lying, 0)).toEqual([
      'left 180 7',
      'right 0 93',
    ])
  })
})

describe('halvesAround', () => {
  it('knows the left, the right, the upper and the lower half by a small code at its foot', () => {
    expect(halvesAround(code(0.43, 0.95), lying)).toEqual(['left', 'right'])
    expect(halvesAround(code(0.93, 0.95), lying)).toEqual(['left', 'right'])
    expect(halvesAround(code(0.93, 0.46), standing)).toEqual(['top', 'bottom'])
    expect(halvesAround(code(0.07, 0.05, { turn: 180 }), lying)).toEqual(['left', 'right'])
    expect(halvesAround(code(0.95, 0.07, { turn: 90 }), standing)).toEqual(['top', 'bottom'])
    expect(halvesAround(code(0.05, 0.93, { turn: 270 }), standing)).toEqual(['top', 'bottom'])
  })

  it('takes a page of its own by the size of its code, and one far off the foot, for whole', () => {
    expect(halvesAround(code(0.93, 0.95, { side: 0.044 }), lying)).toBeUndefined()
    expect(halvesAround(code(0.73, 0.9), lying)).toBeUndefined()
    expect(halvesAround(code(0.6, 0.5), lying)).toBeUndefined()
  })
})
