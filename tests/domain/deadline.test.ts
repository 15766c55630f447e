import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitralReviewDeadline } from '#db/domain/deadline/arbitral-review.ts'
import { confirmationDeadline, enforcementDeadline } from '#db/domain/deadline/confirmation.ts'
import { mediationDeadline } from '#db/domain/deadline/mediation.ts'
import { deadlineOf, type HolidayYear, isInTime, type Period } from '#db/domain/deadline/period.ts'
import { addDays, localDate, parseLocalDate, weekday } from '#db/domain/local-date.ts'

type HolidayFile = {
  verified: boolean
  value: { year: number; holidays: string[]; workdays: string[] }
}

const file: HolidayFile = JSON.parse(
  readFileSync(new URL('../../resources/law/holidays-2026.json', import.meta.url), 'utf8'),
)
const year2026: HolidayYear = {
  year: file.value.year,
  holidays: file.value.holidays.map((text) => localDate(text)),
  workdays: file.value.workdays.map((text) => localDate(text)),
}
const calendar = [year2026]

describe('holidays-2026', () => {
  it('is real days of 2026, worked days only on weekends, none twice', () => {
    const all = [...file.value.holidays, ...file.value.workdays]
    for (const text of all) expect(parseLocalDate(text)?.startsWith('2026'), text).toBe(true)
    for (const date of year2026.workdays) expect(weekday(date)).toBeGreaterThanOrEqual(6)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(33 + 6)
  })

  it('leaves 248 working days, as 人社部发〔2025〕2号 counts for a year', () => {
    let working = 0
    for (let day = localDate('2026-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
      const isOff =
        year2026.holidays.includes(day) || (weekday(day) >= 6 && !year2026.workdays.includes(day))
      if (!isOff) working += 1
    }
    expect(working).toBe(248)
  })

  it('is marked as not verified', () => {
    expect(file.verified).toBe(false)
  })
})

describe('confirmationDeadline', () => {
  it('is thirty days after effect, the day itself not counted (E1)', () => {
    expect(confirmationDeadline(localDate('2026-11-22'), calendar)).toEqual({
      ruleId: 'E1',
      base: '2026-11-22',
      raw: '2026-12-22',
      rolled: '2026-12-22',
      remindOn: '2026-12-22',
      needsCalendar: false,
      rollsOverWeekend: false,
      source: '《民事诉讼法》第二百零五条、《人民调解法》第三十三条',
    })
  })

  it('rolls over the October holiday, reminding before it', () => {
    expect(confirmationDeadline(localDate('2026-09-01'), calendar)).toMatchObject({
      raw: '2026-10-01',
      rolled: '2026-10-08',
      remindOn: '2026-09-30',
      rollsOverWeekend: false,
    })
  })

  it('leaves the rolled day open without a table for the year', () => {
    expect(confirmationDeadline(localDate('2026-12-20'), calendar)).toMatchObject({
      raw: '2027-01-19',
      rolled: undefined,
      needsCalendar: true,
    })
  })

  it('asks for the next table when the roll leaves the year', () => {
    const lastDaysOff: HolidayYear = {
      year: 2026,
      holidays: [localDate('2026-12-31')],
      workdays: [],
    }
    expect(confirmationDeadline(localDate('2026-12-01'), [lastDaysOff])).toMatchObject({
      raw: '2026-12-31',
      rolled: undefined,
      needsCalendar: true,
      remindOn: '2026-12-30',
    })
  })
})

describe('arbitralReviewDeadline', () => {
  it('rolls over a weekend with a flag and reminds on the Friday (F1)', () => {
    expect(arbitralReviewDeadline(localDate('2026-11-20'), calendar)).toMatchObject({
      ruleId: 'F1',
      raw: '2026-12-05',
      rolled: '2026-12-07',
      remindOn: '2026-12-04',
      rollsOverWeekend: true,
    })
  })

  it('does not roll over a Saturday that is worked', () => {
    expect(arbitralReviewDeadline(localDate('2026-09-25'), calendar)).toMatchObject({
      raw: '2026-10-10',
      rolled: '2026-10-10',
      remindOn: '2026-10-10',
    })
  })
})

describe('mediationDeadline', () => {
  it('is fifteen days in a labour dispute (C3)', () => {
    expect(mediationDeadline('10.02', localDate('2026-11-22'), calendar)).toMatchObject({
      ruleId: 'C3',
      raw: '2026-12-07',
      rolled: '2026-12-07',
    })
  })

  it('is one month otherwise, the last day of a shorter month (C2)', () => {
    expect(mediationDeadline('02.01', localDate('2026-01-31'), calendar)).toMatchObject({
      ruleId: 'C2',
      raw: '2026-02-28',
      rolled: '2026-02-28',
    })
  })
})

describe('enforcementDeadline', () => {
  it('is two years after the last instalment (E11)', () => {
    expect(enforcementDeadline(localDate('2026-12-31'), calendar)).toMatchObject({
      raw: '2028-12-31',
      rolled: undefined,
      needsCalendar: true,
      remindOn: '2028-12-29',
    })
    expect(enforcementDeadline(localDate('2024-02-29'), calendar).raw).toBe('2026-02-28')
  })
})

describe('deadlineOf', () => {
  it.each<[string, string, Period, string]>([
    ['G1', '2025-12-01', { unit: 'year', count: 1 }, '2026-12-01'],
    ['F14', '2026-11-22', { unit: 'day', count: 30 }, '2026-12-22'],
    ['F14', '2026-11-22', { unit: 'year', count: 1 }, '2027-11-22'],
  ])('counts the other periods of the rule list: %s from %s', (ruleId, base, period, raw) => {
    expect(deadlineOf({ ruleId, period, source: '' }, localDate(base), calendar)).toMatchObject({
      ruleId,
      raw,
    })
  })

  it('reminds on or before the raw day and rolls on or after it, to working days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 330 }),
        fc.integer({ min: 1, max: 30 }),
        (offset, count) => {
          const base = addDays(localDate('2026-01-05'), offset)
          const { raw, rolled, remindOn } = deadlineOf(
            { ruleId: 'E1', period: { unit: 'day', count }, source: '' },
            base,
            calendar,
          )
          expect(raw).toBe(addDays(base, count))
          expect(remindOn <= raw).toBe(true)
          const days = rolled ? [rolled, remindOn] : [remindOn]
          for (const day of days) {
            expect(year2026.holidays).not.toContain(day)
            expect(weekday(day) <= 5 || year2026.workdays.includes(day)).toBe(true)
          }
          if (raw <= '2026-12-31') expect(rolled !== undefined && rolled >= raw).toBe(true)
        },
      ),
    )
  })
})

describe('isInTime', () => {
  it('goes by the raw day, never by the rolled one', () => {
    const deadline = confirmationDeadline(localDate('2026-09-01'), calendar)
    expect(isInTime(deadline, localDate('2026-10-01'))).toBe(true)
    expect(isInTime(deadline, localDate('2026-10-08'))).toBe(false)
  })
})
