import { describe, expect, it } from 'vitest'
import {
  blurred,
  cropped,
  doubled,
  flattened,
  shrunk,
  withoutSpecks,
  type GreyImage,
} from '#documents/scan/grey-image.ts'
import { seeded } from '#tests/support/scan/random.ts'
import { withShade, withSpecks } from '#tests/support/scan/scanner.ts'

const random = seeded(3)
const noise = (width: number, height: number): GreyImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, () => random() * 256),
})
const at = ({ width, height, data }: GreyImage, x: number, y: number) =>
  data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0

/** Every pixel of a square around a place, the border repeated. */
const around = (image: GreyImage, x: number, y: number, reach: number) =>
  Array.from({ length: (2 * reach + 1) ** 2 }, (_, index) => {
    const span = 2 * reach + 1
    return at(image, x - reach + (index % span), y - reach + Math.floor(index / span))
  })
const mapped = (image: GreyImage, to: (x: number, y: number) => number): GreyImage => ({
  ...image,
  data: image.data.map((_, index) => to(index % image.width, Math.floor(index / image.width))),
})

describe('withoutSpecks', () => {
  it('takes the middle one of nine everywhere but on the border', () => {
    const image = noise(23, 17)
    const middle = mapped(image, (x, y) =>
      x === 0 || y === 0 || x === 22 || y === 16
        ? at(image, x, y)
        : (around(image, x, y, 1).toSorted((a, b) => a - b)[4] ?? 0),
    )
    expect(withoutSpecks(image)).toEqual(middle)
  })
})

describe('flattened', () => {
  it('divides by the paper around: the darkest of the lightest within reach', () => {
    const image = noise(31, 19)
    for (const reach of [1, 4, 20]) {
      const lightest = mapped(image, (x, y) => Math.max(...around(image, x, y, reach)))
      const paper = mapped(image, (x, y) => Math.min(...around(lightest, x, y, reach)))
      const wanted = mapped(image, (x, y) => {
        const light = at(paper, x, y)
        return light < 16 ? at(image, x, y) : Math.min(255, (at(image, x, y) * 255) / light)
      })
      expect(flattened(image, reach)).toEqual(wanted)
    }
  })

  it('makes shaded paper white and leaves thin ink dark', () => {
    const paper = { width: 80, height: 60, data: new Uint8Array(80 * 60).fill(250) }
    for (let y = 0; y < 60; y += 1) paper.data.fill(20, y * 80 + 40, y * 80 + 44)
    const flat = flattened(withShade(paper, 0.6), 8)
    for (const x of [2, 20, 36, 47, 60, 77]) expect(at(flat, x, 30)).toBeGreaterThan(225)
    for (const x of [41, 42]) expect(at(flat, x, 30)).toBeLessThan(40)
  })
})

describe('blurred', () => {
  it('is the mean of the square around, rounded down along each side', () => {
    const image = noise(14, 11)
    const soft = blurred(image, 2)
    for (const [x, y] of [
      [0, 0],
      [5, 5],
      [13, 10],
    ] as const) {
      const near = around(image, x, y, 2)
      const mean = near.reduce((sum, value) => sum + value, 0) / near.length
      expect(Math.abs(at(soft, x, y) - mean)).toBeLessThan(2)
    }
  })

  it('leaves an even image alone', () => {
    const even = { width: 9, height: 7, data: new Uint8Array(63).fill(93) }
    expect(blurred(even, 3)).toEqual(even)
  })
})

describe('doubled', () => {
  it('keeps means and edges, twice as large', () => {
    const image = noise(12, 9)
    const large = doubled(image)
    expect([large.width, large.height]).toEqual([24, 18])
    expect(
      shrunk(doubled({ width: 2, height: 2, data: Uint8Array.of(0, 0, 200, 200) }), 2),
    ).toEqual({ width: 2, height: 2, data: Uint8Array.of(25, 25, 175, 175) })
    const even = { width: 3, height: 2, data: new Uint8Array(6).fill(77) }
    expect(doubled(even).data.every((value) => value === 77)).toBe(true)
  })
})

describe('cropped', () => {
  it('cuts out exactly the box', () => {
    const image = noise(10, 8)
    const box = { x: 3, y: 2, width: 5, height: 4 }
    const piece = cropped(image, box)
    expect([piece.width, piece.height, piece.data.length]).toEqual([5, 4, 20])
    expect(at(piece, 0, 0)).toBe(at(image, 3, 2))
    expect(at(piece, 4, 3)).toBe(at(image, 7, 5))
    expect(cropped(withSpecks(image, 0, random), { x: 0, y: 0, width: 10, height: 8 })).toEqual(
      image,
    )
  })
})
