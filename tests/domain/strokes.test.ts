import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  strokeFlagsOf,
  strokesDuration,
  strokeShape,
  type StrokePoint,
} from '#db/domain/agreement/strokes.ts'
import { handStrokes } from '#tests/support/strokes.ts'

const pixel = fc.integer({ min: 0, max: 16_000 }).map((value) => value / 16)
const point = fc.record({
  x: pixel,
  y: pixel,
  t: fc.integer({ min: 0, max: 60_000 }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
})
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 40 }), {
  minLength: 1,
  maxLength: 8,
})
type Strokes = StrokePoint[][]

const changed = (all: Strokes, change: (point: StrokePoint) => StrokePoint): Strokes =>
  all.map((stroke) => stroke.map(change))

describe('strokeShape', () => {
  it('is the same for the same shape anywhere on the pad, at any time and pressure', () => {
    const offset = fc.double({ min: -5000, max: 5000, noNaN: true })
    const later = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(strokes, offset, offset, later, fc.double(), (all, dx, dy, dt, pressure) => {
        const moved = changed(all, ({ x, y, t }) => ({ x: x + dx, y: y + dy, t: t + dt, pressure }))
        expect(strokeShape(moved)).toBe(strokeShape(all))
      }),
      { numRuns: 500 },
    )
  })

  it('is another as soon as one point lies elsewhere, as it does in every hand', () => {
    const many = strokes.filter((all) => all.flat().length > 1)
    const jitter = fc.double({ min: 0.3, max: 5, noNaN: true })
    fc.assert(
      fc.property(many, jitter, fc.nat(), fc.boolean(), (all, by, at, sideways) => {
        const chosen = all.flat()[at % all.flat().length]
        const nudged = changed(all, (each) =>
          each === chosen
            ? { ...each, x: each.x + (sideways ? by : 0), y: each.y + (sideways ? 0 : by) }
            : each,
        )
        expect(strokeShape(nudged)).not.toBe(strokeShape(all))
      }),
      { numRuns: 500 },
    )
  })

  it('tells where one stroke ends and the next begins', () => {
    const [first = [], second = []] = handStrokes()
    expect(strokeShape([[...first, ...second]])).not.toBe(strokeShape([first, second]))
    expect(strokeShape([])).toBe('[]')
  })
})

describe('strokeFlagsOf', () => {
  const faster = (factor: number) =>
    changed(handStrokes(), (each) => ({ ...each, t: each.t / factor }))
  const larger = (factor: number) =>
    changed(handStrokes(), (each) => ({ ...each, x: each.x * factor, y: each.y * factor }))

  it('says nothing of a name that a hand wrote', () => {
    expect(strokeFlagsOf(handStrokes())).toEqual([])
    expect(strokeFlagsOf(faster(2))).toEqual([])
    expect(strokeFlagsOf(larger(3))).toEqual([])
  })

  it('flags less ink than 400 ms, a pen faster than a hand, and time that runs backwards', () => {
    expect(strokeFlagsOf(faster(4))).toEqual(['tooFast'])
    expect(strokeFlagsOf(larger(100))).toEqual(['tooFast'])
    expect(strokeFlagsOf(handStrokes().toReversed())).toEqual(['tooFast'])
    expect(strokeFlagsOf(changed(handStrokes(), (each) => ({ ...each, t: 0 })))).toEqual([
      'tooFast',
    ])
  })

  it('counts the ink, not the time that the pen was lifted', () => {
    const [first = [], second = []] = faster(4)
    const waiting = [first, second.map((each) => ({ ...each, t: each.t + 5000 }))]
    expect(strokesDuration(waiting)).toBeGreaterThan(5000)
    expect(strokeFlagsOf(waiting)).toEqual(['tooFast'])
  })

  it('flags a dot, a dash of few points and a blot, which say nothing of whose hand it was', () => {
    const dot = [[{ x: 5, y: 5, t: 0, pressure: 1 }]]
    expect(strokeFlagsOf(dot)).toEqual(['tooFast', 'tooFewPoints'])
    const [first = []] = handStrokes()
    const slow = first.slice(0, 7).map((each) => ({ ...each, t: each.t * 10 }))
    expect(strokeFlagsOf([slow])).toEqual(['tooFewPoints'])
    const blot = Array.from({ length: 60 }, (_, index) => ({
      x: 10 + (index % 3),
      y: 10,
      t: index * 16,
      pressure: 1,
    }))
    expect(strokeFlagsOf([blot])).toEqual(['tooFewPoints'])
  })
})

describe('strokesDuration', () => {
  it('runs from the first point to the last in whole milliseconds', () => {
    expect(strokesDuration(handStrokes())).toBe(780 + 29 * 16)
    expect(strokesDuration([])).toBe(0)
    const many = Array.from({ length: 300_000 }, (_, t) => ({ x: 0, y: 0, t, pressure: 0 }))
    expect(strokesDuration([many])).toBe(299_999)
  })
})
