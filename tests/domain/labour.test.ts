import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { splitEvenly } from '#db/domain/money.ts'
import { refusedAt, resultOf, sound, warningsOf } from '#tests/support/labour-calc.ts'

const v11 = sound.arrears

describe('arrears', () => {
  it('is 12,048.28 of 17,048.28 gross with every line (V11)', () => {
    expect(resultOf('arrears', v11)).toMatchObject({
      amountFen: 1_204_828,
      lines: [
        { text: '应付工资：4,800.00元×3个月＝14,400.00元', amountFen: 1_440_000 },
        {
          text: '应付工资（不足一个月）：4,800.00元÷21.75×12天＝2,648.28元',
          amountFen: 264_828,
        },
        { text: '减去已付：5,000.00元', amountFen: -500_000 },
      ],
      figures: { grossFen: '1704828' },
      assumptions: ['不足一个月的部分按月工资÷月计薪天数×出勤天数计算。'],
      version: 1,
    })
  })

  it('splits into three like instalments (V12b)', () => {
    const { amountFen } = resultOf('arrears', { ...v11, paidFen: 0 })
    expect(splitEvenly(amountFen, 3)).toEqual([568_276, 568_276, 568_276])
  })

  it('never falls below zero and says so', () => {
    const overpaid = { ...v11, paidFen: 2_000_000 }
    expect(resultOf('arrears', overpaid)).toMatchObject({ amountFen: 0, potential: [] })
    expect(warningsOf('arrears', overpaid)).toContain('paidMoreThanDue')
    const settled = { ...v11, paidFen: 1_704_828 }
    expect(resultOf('arrears', settled)).toMatchObject({ amountFen: 0, potential: [] })
    expect(warningsOf('arrears', settled)).not.toContain('paidMoreThanDue')
  })

  it('takes absent days off a month, and a sum as it stands', () => {
    const due = [
      { kind: 'absentDays' as const, monthlyFen: 435_000, days: 2 },
      { kind: 'sum' as const, text: '欠条', amountFen: 100_001 },
    ]
    expect(resultOf('arrears', { ...v11, due, paidFen: 0 }).amountFen).toBe(395_000 + 100_001)
  })

  it('rounds half up to the nearest fen, as exact integers do, and holds a part of a month to the month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 31 }),
        (monthlyFen, days) => {
          // monthly × days ÷ 21.75 = monthly × days × 4 ÷ 87
          const exact = BigInt(monthlyFen) * BigInt(days) * 4n
          const rounded = Number((exact * 2n + 87n) / 174n)
          const due = [{ kind: 'days' as const, monthlyFen, days }]
          expect(resultOf('arrears', { ...v11, due, paidFen: 0 }).amountFen).toBe(
            Math.min(monthlyFen, rounded),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('refuses negative, unknown and impossible input', () => {
    const month = { kind: 'months' as const, monthlyFen: 480_000, months: 3 }
    expect(refusedAt('arrears', { ...v11, paidFen: -1 })).toEqual(['outOfRange paidFen'])
    expect(refusedAt('arrears', { ...v11, paidFen: Number.POSITIVE_INFINITY })).toEqual([
      'outOfRange paidFen',
    ])
    expect(refusedAt('arrears', { ...v11, due: [{ ...month, months: Number.NaN }] })).toEqual([
      'outOfRange due.0.months',
    ])
    expect(
      refusedAt('arrears', { ...v11, due: [month, { kind: 'days', monthlyFen: -1, days: -2 }] }),
    ).toEqual(['outOfRange due.1.monthlyFen', 'outOfRange due.1.days'])
    expect(refusedAt('arrears', { ...v11, due: [] })).toEqual(['missing due'])
  })

  it('has no divisor for a day before the oldest document', () => {
    const on = localDate('2008-01-02')
    expect(refusedAt('arrears', { ...v11, on })).toEqual(['noParameter on'])
    expect(refusedAt('arrears', { ...v11, on: localDate('2008-01-03') })).toEqual([])
  })
})
