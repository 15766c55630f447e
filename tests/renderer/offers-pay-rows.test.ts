import { array, assert, boolean, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  monthlyDates,
  monthlyRows,
  shareRest,
  sumOfRows,
  sumWords,
  withNextRow,
  withRow,
} from '../../renderer/features/offers/pay-rows.ts'

const keys = () => {
  let count = 0
  return () => `k${(count += 1)}`
}
const december5 = localDate('2026-12-05')

describe('monthlyDates', () => {
  it.each([
    ['2026-12-01', 3, 5, ['2026-12-05', '2027-01-05', '2027-02-05']],
    ['2026-12-05', 2, 5, ['2026-12-05', '2027-01-05']],
    ['2026-12-06', 2, 5, ['2027-01-05', '2027-02-05']],
    ['2026-12-20', 4, 31, ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']],
    ['2027-02-28', 2, 30, ['2027-02-28', '2027-03-30']],
  ])('from %s, %i months on day %i', (from, n, day, dates) => {
    expect(monthlyDates(localDate(from), n, day)).toEqual(dates)
  })

  it('never lies before the first day, and goes up by a month each', () => {
    assert(
      property(integer({ min: 1, max: 28 }), integer({ min: 1, max: 31 }), (start, day) => {
        const from = localDate(`2027-02-${String(start).padStart(2, '0')}`)
        const dates = monthlyDates(from, 14, day)
        expect(dates[0]! >= from).toBe(true)
        const months = dates.map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)))
        expect(months.every((month, index) => month === months[0]! + index)).toBe(true)
      }),
    )
  })
})

describe('monthlyRows', () => {
  it('splits evenly, the last part takes the odd fen', () => {
    const rows = monthlyRows({ from: december5, count: 3, day: 5 }, 1_000_000, keys())
    expect(rows.map(({ dueOn, amountFen }) => [dueOn, amountFen])).toEqual([
      ['2026-12-05', 333_333],
      ['2027-01-05', 333_333],
      ['2027-02-05', 333_334],
    ])
  })

  it('leaves the amounts open while nobody said the total', () => {
    const rows = monthlyRows({ from: december5, count: 2, day: 5 }, undefined, keys())
    expect(rows.map(({ amountFen }) => amountFen)).toEqual([undefined, undefined])
  })
})

describe('shareRest', () => {
  it('gives the rest of the total to the parts without a typed amount', () => {
    const rows = [
      { key: 'a', amountFen: 1_800_000, isRest: false },
      { key: 'b', isRest: true },
      { key: 'c', isRest: true },
      { key: 'd', isRest: true },
    ]
    expect(shareRest(rows, 4_000_000).map(({ amountFen }) => amountFen)).toEqual([
      1_800_000, 733_333, 733_333, 733_334,
    ])
  })

  it('gives nothing when the typed parts are already more than the total', () => {
    const rows = [
      { key: 'a', amountFen: 500, isRest: false },
      { key: 'b', amountFen: 100, isRest: true },
    ]
    expect(shareRest(rows, 400)[1]?.amountFen).toBeUndefined()
  })

  it('always makes up the total while a part is left to the rest', () => {
    const row = record({ fen: integer({ min: 0, max: 1e9 }), isRest: boolean() })
    assert(
      property(array(row, { maxLength: 30 }), integer({ min: 0, max: 1e9 }), (given, extra) => {
        const rows = [
          ...given.map(({ fen, isRest }, index) => ({ key: `${index}`, amountFen: fen, isRest })),
          { key: 'last', isRest: true },
        ]
        const total =
          given.filter(({ isRest }) => !isRest).reduce((sum, { fen }) => sum + fen, 0) + extra
        expect(sumOfRows(shareRest(rows, total))).toBe(total)
      }),
    )
  })
})

describe('withRow', () => {
  const rows = monthlyRows({ from: december5, count: 3, day: 5 }, 900, keys())

  it('fixes a typed amount and shares the rest among the others', () => {
    const next = withRow(rows, 'k1', { amountFen: 500 }, 900)
    expect(next.map(({ amountFen }) => amountFen)).toEqual([500, 200, 200])
  })

  it('gives an emptied part back to the rest', () => {
    const typed = withRow(rows, 'k1', { amountFen: 500 }, 900)
    expect(
      withRow(typed, 'k1', { amountFen: undefined }, 900).map(({ amountFen }) => amountFen),
    ).toEqual([300, 300, 300])
  })

  it('leaves the amounts alone when only a date changes', () => {
    const typed = withRow(rows, 'k2', { amountFen: 500 }, 900)
    const moved = withRow(typed, 'k2', { dueOn: localDate('2027-01-20') }, 900)
    expect(moved.map(({ amountFen }) => amountFen)).toEqual([200, 500, 200])
    expect(moved[1]?.dueOn).toBe('2027-01-20')
  })
})

describe('withNextRow', () => {
  it('comes a month after the last one', () => {
    const rows = withNextRow([{ key: 'a', dueOn: december5, isRest: true }], 1000, 'b')
    expect(rows.map(({ dueOn, amountFen }) => [dueOn, amountFen])).toEqual([
      ['2026-12-05', 500],
      ['2027-01-05', 500],
    ])
  })
})

describe('sumWords', () => {
  it.each([
    [900, 900, '各期合计 9.00 元，与总额相符', false],
    [800, 900, '各期合计 8.00 元，比总额少 1.00 元', true],
    [950, 900, '各期合计 9.50 元，比总额多 0.50 元', true],
    [900, undefined, '已写 9.00 元，写上总额就算出余款', true],
  ])('tells parts of %i against %s', (fen, total, text, wrong) => {
    expect(sumWords([{ key: 'a', amountFen: fen, isRest: false }], total)).toEqual({ text, wrong })
  })
})
