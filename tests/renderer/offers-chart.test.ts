import { assert, array, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DistancePoint } from '#db/domain/offer/ledger.ts'
import {
  type Box,
  chartOf,
  distanceWords,
  drawChart,
} from '../../renderer/features/offers/chart-points.ts'

const box: Box = { width: 340, height: 150, top: 16, bottom: 16, right: 128 }

/** Named amounts one after the other; the distance as the store counts it. */
const pointsOf = (named: readonly [DistancePoint['side'], number][]): DistancePoint[] => {
  let asked: number | undefined
  let offered: number | undefined
  return named.map(([side, amountFen], index) => {
    if (side === 'claimant') asked = amountFen
    if (side === 'opponent') offered = amountFen
    const isMeasured = asked !== undefined && offered !== undefined
    return {
      offerId: `o${index}`,
      ordinal: index + 1,
      at: '2026-11-22T03:00:00.000Z',
      side,
      amountFen,
      ...(isMeasured ? { distanceFen: asked! - offered! } : {}),
    }
  })
}

describe('distanceWords', () => {
  it('says what is left and what it was before', () => {
    const points = pointsOf([
      ['claimant', 2_000_000],
      ['opponent', 1_200_000],
      ['claimant', 1_500_000],
    ])
    expect(distanceWords(points)).toBe('还差 3,000 元（上次 8,000 元）')
  })

  it("is not moved by the mediator's own proposal", () => {
    const points = pointsOf([
      ['claimant', 2_000_000],
      ['opponent', 1_200_000],
      ['mediator', 1_600_000],
      ['opponent', 1_400_000],
      ['mediator', 1_700_000],
    ])
    expect(distanceWords(points)).toBe('还差 6,000 元（上次 8,000 元）')
  })

  it.each([
    [[['claimant', 500_000]], '申请一方要 5,000 元，对方还没有出价'],
    [[['opponent', 500_000]], '对方出 5,000 元，申请一方还没有要价'],
    [
      [
        ['claimant', 500_000],
        ['opponent', 500_000],
      ],
      '金额已经一样',
    ],
    [
      [
        ['claimant', 500_000],
        ['opponent', 600_000],
      ],
      '出价比要价多 1,000 元',
    ],
    [[['mediator', 500_000]], undefined],
    [[], undefined],
  ] as [[DistancePoint['side'], number][], string | undefined][])(
    'of %j says %s',
    (named, words) => {
      expect(distanceWords(pointsOf(named))).toBe(words)
    },
  )
})

describe('chartOf', () => {
  it('waits until both sides named money', () => {
    const one = pointsOf([
      ['claimant', 100],
      ['mediator', 50],
    ])
    expect(chartOf(one)).toBeUndefined()
    expect(chartOf([...one, ...pointsOf([['opponent', 50]])])).toBeDefined()
  })
})

describe('drawChart', () => {
  it('steps: a side stays where it was until it speaks again', () => {
    const chart = chartOf(
      pointsOf([
        ['claimant', 2000],
        ['opponent', 1000],
        ['claimant', 1500],
      ]),
    )!
    const { asked, offered, gapFen } = drawChart(chart, box)
    expect(asked.path).toBe('M6 16H198V75H212')
    expect(offered.path).toBe('M102 134H212')
    expect(gapFen).toBe(500)
  })

  it('keeps every point in its box and the labels apart', () => {
    const side = constantFrom<DistancePoint['side'][]>('claimant', 'opponent', 'mediator')
    const named = array(record({ side, fen: integer({ min: -1e9, max: 1e12 }) }), { maxLength: 20 })
    assert(
      property(named, (some) => {
        const all = [...some, { side: 'claimant', fen: 5 }, { side: 'opponent', fen: 3 }] as const
        const chart = chartOf(pointsOf(all.map((one) => [one.side, one.fen])))!
        const { asked, offered, proposed, labels } = drawChart(chart, box)
        for (const { x, y } of [...asked.dots, ...offered.dots, ...proposed]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(box.width - box.right)
          expect(y).toBeGreaterThanOrEqual(box.top)
          expect(y).toBeLessThanOrEqual(box.height - box.bottom)
        }
        expect(Math.abs(labels.asked - labels.gap)).toBeGreaterThanOrEqual(19)
        expect(Math.abs(labels.offered - labels.gap)).toBeGreaterThanOrEqual(19)
        for (const y of Object.values(labels)) {
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(box.height)
        }
      }),
    )
  })
})
