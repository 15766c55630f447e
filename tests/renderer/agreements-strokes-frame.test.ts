import { describe, expect, it } from 'vitest'
import { frameOf } from '../../renderer/features/agreements/strokes-frame.ts'

describe('frameOf', () => {
  it('holds all points with some air', () => {
    expect(
      frameOf([
        { x: 10, y: 20 },
        { x: 110, y: 50 },
      ]),
    ).toBe('-2 8 124 54')
  })

  it('takes as many points as the door does', () => {
    const points = Array.from({ length: 1_000_000 }, (_, index) => ({ x: index % 500, y: 1 }))
    expect(frameOf(points)).toBe('-12 -11 523 24')
  })
})
