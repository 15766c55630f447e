import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDates,
  daysBetween,
  formatChineseDate,
  formatChineseTime,
  type LocalDate,
  localDate,
  localDateOf,
  parseLocalDate,
  weekday,
} from '#db/domain/local-date.ts'

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)))

describe('parseLocalDate', () => {
  it('takes real dates only', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29')
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '',
      '1900-02-29',
      '2026-11-22 ',
    ]) {
      expect(parseLocalDate(text), text).toBeUndefined()
    }
  })

  it('agrees with the engine on which dates are real', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
          const isReal = new Date(`${text}T00:00:00Z`).getUTCDate() === d
          expect(parseLocalDate(text) !== undefined).toBe(isReal)
        },
      ),
    )
  })
})

describe('localDate', () => {
  it('throws on what is no date', () => {
    expect(() => localDate('2026-02-30')).toThrow(RangeError)
  })
})

describe('addDays', () => {
  it('agrees with the engine', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)
        expect(addDays(date, days)).toBe(expected.toISOString().slice(0, 10))
      }),
    )
  })

  it('is the inverse of daysBetween', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })
})

describe('addMonths', () => {
  it('falls back to the last day of a shorter month', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(localDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(localDate('2026-11-22'), 3)).toBe('2027-02-22')
    expect(addMonths(localDate('2026-01-15'), -2)).toBe('2025-11-15')
  })

  it('keeps the day or ends on a month end', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months)
        const isMonthEnd = addDays(moved, 1).endsWith('-01')
        expect(
          moved.slice(8) === date.slice(8) || (isMonthEnd && moved.slice(8) < date.slice(8)),
        ).toBe(true)
      }),
    )
  })
})

describe('addYears', () => {
  it('falls back from 29 February', () => {
    expect(addYears(localDate('2024-02-29'), 2)).toBe('2026-02-28')
    expect(addYears(localDate('2024-02-29'), 4)).toBe('2028-02-29')
  })
})

describe('weekday', () => {
  it('counts Monday as 1 and Sunday as 7', () => {
    expect(weekday(localDate('2026-11-22'))).toBe(7)
    expect(weekday(localDate('2026-11-23'))).toBe(1)
  })

  it('agrees with the engine', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7)
      }),
    )
  })
})

describe('compareDates', () => {
  it('orders by day', () => {
    const dates = ['2026-11-22', '2025-12-31', '2026-02-01'].map((text) => localDate(text))
    expect(dates.toSorted(compareDates)).toEqual([
      '2025-12-31',
      '2026-02-01',
      '2026-11-22',
    ] as LocalDate[])
    expect(compareDates(localDate('2026-01-01'), localDate('2026-01-01'))).toBe(0)
  })
})

describe('ageOn', () => {
  it('turns on the birthday', () => {
    expect(ageOn(localDate('2008-11-22'), localDate('2026-11-22'))).toBe(18)
    expect(ageOn(localDate('2008-11-23'), localDate('2026-11-22'))).toBe(17)
  })
})

describe('localDateOf', () => {
  it('is the date in China, eight hours ahead', () => {
    expect(localDateOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22')
    expect(localDateOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23')
    expect(localDateOf('2026-12-31T16:00:00Z')).toBe('2027-01-01')
  })

  it('refuses what is not UTC', () => {
    expect(() => localDateOf('2026-11-22T15:59:59+08:00')).toThrow(RangeError)
    expect(() => localDateOf('2026-11-22')).toThrow(RangeError)
  })
})

describe('formatChineseDate', () => {
  it('prints no leading zeros', () => {
    expect(formatChineseDate(localDate('2026-01-02'))).toBe('2026年1月2日')
    expect(formatChineseDate(localDate('2026-11-22'))).toBe('2026年11月22日')
  })
})

describe('formatChineseTime', () => {
  it('prints the time in China', () => {
    expect(formatChineseTime('2026-11-22T01:30:00.000Z')).toBe('2026年11月22日 09:30')
    expect(formatChineseTime('2026-11-22T16:05:00.000Z')).toBe('2026年11月23日 00:05')
  })
})
