import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  compareSum,
  nextRow,
  rowsForTotal,
  splitIntoRows,
  sumOfRows,
  sumText,
} from '../../renderer/features/agreements/instalment-rows.ts'

const keys = () => {
  let count = 0
  return () => `k${(count += 1)}`
}
const first = localDate('2026-12-31')

describe('splitIntoRows', () => {
  it('splits the V12b amount in three equal parts a month apart', () => {
    const rows = splitIntoRows(1_704_828, 3, first, keys())
    expect(rows.map(({ dueOn, amountFen }) => [dueOn, amountFen])).toEqual([
      ['2026-12-31', 568_276],
      ['2027-01-31', 568_276],
      ['2027-02-28', 568_276],
    ])
  })

  it('always sums to the total', () => {
    assert(
      property(integer({ min: 0, max: 1e13 }), integer({ min: 1, max: 200 }), (fen, n) => {
        expect(compareSum(splitIntoRows(fen, n, first, keys()), fen).missingFen).toBe(0)
      }),
    )
  })
})

describe('rowsForTotal', () => {
  it('carries a new total into a single sum', () => {
    const rows = rowsForTotal([{ key: 'a', dueOn: first }], undefined, 1_230_000)
    expect(rows).toEqual([{ key: 'a', dueOn: first, amountFen: 1_230_000 }])
  })

  it('splits again what was an even split, with the dates kept', () => {
    const rows = splitIntoRows(900, 3, first, keys())
    expect(rowsForTotal(rows, 900, 1000).map(({ amountFen }) => amountFen)).toEqual([333, 333, 334])
  })

  it('leaves amounts typed by hand alone', () => {
    const rows = [
      { key: 'a', amountFen: 100 },
      { key: 'b', amountFen: 800 },
    ]
    expect(rowsForTotal(rows, 900, 1000)).toEqual(rows)
  })

  it('empties a single sum when the total is emptied', () => {
    expect(rowsForTotal([{ key: 'a', amountFen: 5 }], 5, undefined)).toEqual([
      { key: 'a', amountFen: undefined },
    ])
  })
})

describe('nextRow', () => {
  it('comes a month after the last and holds what is left', () => {
    expect(nextRow([{ key: 'a', dueOn: first, amountFen: 400 }], 1000, 'b')).toEqual({
      key: 'b',
      dueOn: '2027-01-31',
      amountFen: 600,
    })
  })

  it('holds nothing when nothing is left', () => {
    expect(nextRow([{ key: 'a', amountFen: 1000 }], 1000, 'b')).toEqual({ key: 'b' })
  })
})

describe('sumText', () => {
  it.each([
    [1000, 1000, '合计 10.00 元，与总额相符'],
    [900, 1000, '合计 9.00 元，比总额少 1.00 元'],
    [1001, 1000, '合计 10.01 元，比总额多 0.01 元'],
    [0, 0, '合计 0.00 元，还没有写金额'],
  ])('tells rows of %i against a total of %i in words', (rowFen, totalFen, text) => {
    const rows = [{ key: 'a', amountFen: rowFen }]
    expect(sumText(compareSum(rows, totalFen))).toBe(text)
    expect(sumOfRows(rows)).toBe(rowFen)
  })
})
