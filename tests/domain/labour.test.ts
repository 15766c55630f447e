import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wageArrears } from '#db/domain/labour/arrears.ts'
import { splitEvenly } from '#db/domain/money.ts'

const file: { key: string; value: string } = JSON.parse(
  readFileSync(new URL('../../resources/law/pay-days.json', import.meta.url), 'utf8'),
)
const v11 = { monthlyFen: 480_000, fullMonths: 3, extraDays: 12, paidFen: 500_000 }

describe('wageArrears', () => {
  it('is 12,048.28 of 17,048.28 gross with every line (V11)', () => {
    expect(file).toMatchObject({ key: 'payDaysPerMonth', value: '21.75' })
    expect(wageArrears(v11, file.value)).toEqual({
      amountFen: 1_204_828,
      grossFen: 1_704_828,
      lines: [
        { code: 'fullMonths', formula: '4,800.00×3', amountFen: 1_440_000 },
        { code: 'extraDays', formula: '4,800.00÷21.75×12', amountFen: 264_828 },
        { code: 'gross', formula: '14,400.00+2,648.28', amountFen: 1_704_828 },
        { code: 'paid', formula: '5,000.00', amountFen: 500_000 },
        { code: 'arrears', formula: '17,048.28-5,000.00', amountFen: 1_204_828 },
      ],
      assumptions: ['partMonthByPayDays'],
      warnings: [],
      version: 1,
    })
  })

  it('splits into three like instalments (V12b)', () => {
    expect(splitEvenly(wageArrears(v11, '21.75').grossFen, 3)).toEqual([568_276, 568_276, 568_276])
  })

  it('never falls below zero and says so', () => {
    expect(wageArrears({ ...v11, paidFen: 2_000_000 }, '21.75')).toMatchObject({
      amountFen: 0,
      warnings: ['paidMoreThanDue'],
    })
    expect(wageArrears({ ...v11, extraDays: 0 }, '21.75').assumptions).toEqual([])
  })

  it('rounds half up to the nearest fen, as exact integers do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 31 }),
        (monthlyFen, extraDays) => {
          // monthly × days ÷ 21.75 = monthly × days × 4 ÷ 87
          const exact = BigInt(monthlyFen) * BigInt(extraDays) * 4n
          const expected = Number((exact * 2n + 87n) / 174n)
          expect(
            wageArrears({ monthlyFen, fullMonths: 0, extraDays, paidFen: 0 }, '21.75').grossFen,
          ).toBe(expected)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('refuses negative, unknown and impossible input', () => {
    for (const change of [
      { monthlyFen: -1 },
      { fullMonths: Number.NaN },
      { extraDays: -2 },
      { paidFen: Number.POSITIVE_INFINITY },
    ]) {
      expect(() => wageArrears({ ...v11, ...change }, '21.75')).toThrow(RangeError)
    }
    expect(() => wageArrears(v11, '0')).toThrow(RangeError)
  })
})
