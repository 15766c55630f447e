import { fileURLToPath } from 'node:url'
import { getDayDetail, getHolidaysInRange, isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { readHolidayNotice } from '#db/domain/deadline/holiday-notice.ts'
import { deadlineOf, rollForward } from '#db/domain/deadline/period.ts'
import { addDays, type LocalDate, localDate, weekday, yearOf } from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'
import { holidayNotices } from '#tests/support/holiday-notices.ts'

const calendar = loadCalendar(fileURLToPath(new URL('../../resources/law', import.meta.url)))
const years = calendar.map(({ year }) => year).toSorted()

const daysOf = (year: number): LocalDate[] => {
  const days: LocalDate[] = []
  for (let day = localDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1))
    days.push(day)
  return days
}

const tableOf = (year: number) => {
  const table = calendar.find((one) => one.year === year)
  if (!table) throw new Error(`no table for ${year}`)
  return table
}

const isWork = (day: LocalDate): boolean => {
  const { holidays, workdays } = tableOf(yearOf(day))
  return !holidays.includes(day) && (weekday(day) <= 5 || workdays.includes(day))
}

/** The package names a day off that is more than a weekend, and a weekend day that is worked. */
const outside = (day: LocalDate): 'holiday' | 'workday' | 'plain' => {
  const { work, name } = getDayDetail(day)
  if (work) return weekday(day) >= 6 ? 'workday' : 'plain'
  return name.includes(',') ? 'holiday' : 'plain'
}

const ours = (day: LocalDate): 'holiday' | 'workday' | 'plain' => {
  const { holidays, workdays } = tableOf(yearOf(day))
  if (holidays.includes(day)) return 'holiday'
  return workdays.includes(day) ? 'workday' : 'plain'
}

/** Every day on which table and package differ, with the reason why the table stands. */
const explained: Record<string, string> = {}

describe('the shipped tables of days off', () => {
  it('are those of 2020 to 2026, each with its notice by number, none passed off as verified', () => {
    expect(years).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    for (const { year, source, verified } of calendar) {
      expect(source, String(year)).toMatch(/国办发明电〔\d{4}〕\d+号/)
      expect(verified).toBe(false)
    }
  })

  it.each(years)(
    '%i has real days of its year, worked days on weekends only, none twice',
    (year) => {
      const { holidays, workdays } = tableOf(year)
      const all = [...holidays, ...workdays]
      for (const day of all) expect(yearOf(day), day).toBe(year)
      for (const day of workdays) expect(weekday(day), day).toBeGreaterThanOrEqual(6)
      expect(new Set(all).size).toBe(all.length)
      expect([...holidays]).toEqual(holidays.toSorted())
    },
  )

  it.each(years)(
    '%i calls every day as the package chinese-days does, but for what is explained',
    (year) => {
      const different = daysOf(year).filter((day) => isWork(day) !== isWorkday(day))
      expect(different.filter((day) => !explained[day])).toEqual([])
      const named = daysOf(year).filter((day) => ours(day) !== outside(day))
      expect(named.filter((day) => !explained[day])).toEqual([])
    },
  )

  it('explains no difference that is none', () => {
    const idle = Object.keys(explained).filter((text) => {
      const day = localDate(text)
      return isWork(day) === isWorkday(day) && ours(day) === outside(day)
    })
    expect(idle).toEqual([])
  })

  it('is compared with a package that knows these years: it names days off in each', () => {
    for (const year of years) {
      const named = getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false)
      expect(named.length, String(year)).toBeGreaterThanOrEqual(20)
    }
  })
})

describe('2027', () => {
  it('is not known: the package takes plain weekends for a calendar, the engine says that it has none', () => {
    const nationalDay = localDate('2027-10-01')
    expect(getHolidaysInRange('2027-01-01', '2027-12-31', false)).toEqual([])
    expect(isWorkday(nationalDay)).toBe(true)
    expect(rollForward(nationalDay, calendar)).toMatchObject({
      rolled: undefined,
      needsCalendar: true,
    })
    const rule = { ruleId: 'E1', period: { unit: 'day', count: 30 } as const, source: 'x' }
    expect(deadlineOf(rule, localDate('2027-09-01'), calendar)).toMatchObject({
      raw: '2027-10-01',
      rolled: undefined,
      needsCalendar: true,
    })
  })
})

describe('readHolidayNotice', () => {
  const read = (text: string, year: number) => {
    const notice = readHolidayNotice(text, year)
    if (!notice.ok) throw new Error(JSON.stringify(notice.faults))
    return notice.days
  }
  const codes = (text: string, year = 2026) => {
    const notice = readHolidayNotice(text, year)
    return notice.ok ? [] : notice.faults.map(({ code }) => code)
  }
  const notice = (year: number) => holidayNotices[year] ?? ''

  it.each([2021, 2023, 2024, 2025, 2026])(
    'reads the notice of %i into the shipped table',
    (year) => {
      const { holidays, workdays, number } = read(notice(year), year)
      expect({ holidays, workdays }).toEqual({
        holidays: tableOf(year).holidays,
        workdays: tableOf(year).workdays,
      })
      expect(tableOf(year).source).toContain(number)
    },
  )

  it('gives the last day of 2022 to the table of 2022, though the notice for 2023 names it', () => {
    const own = read(notice(2022), 2022)
    const { otherYears } = read(notice(2023), 2023)
    expect(otherYears).toEqual({ holidays: ['2022-12-31'], workdays: [] })
    expect([...own.holidays, ...otherYears.holidays]).toEqual(tableOf(2022).holidays)
    expect(own.workdays).toEqual(tableOf(2022).workdays)
  })

  it('differs in 2020 by the second notice alone, which lengthened the Spring Festival to 2 February', () => {
    const { holidays, workdays } = read(notice(2020), 2020)
    const table = tableOf(2020)
    expect(table.holidays.filter((day) => !holidays.includes(day))).toEqual([
      '2020-01-31',
      '2020-02-01',
      '2020-02-02',
    ])
    expect(holidays.filter((day) => !table.holidays.includes(day))).toEqual([])
    expect(workdays.filter((day) => !table.workdays.includes(day))).toEqual(['2020-02-01'])
  })

  it('reads half-width signs, line breaks and days off in lieu as well', () => {
    expect(read('一、元旦:1月1日放假,1月2日(星期一)补休。', 2017).holidays).toEqual([
      '2017-01-01',
      '2017-01-02',
    ])
    expect(read('一、元旦：\n1月1日（周四）至\n3日放假，共3天。', 2026).holidays).toHaveLength(3)
  })

  it('gives no table when weekday, count or date do not add up, or nothing is read', () => {
    expect(codes('一、元旦：1月1日（周五）放假，共1天。')).toEqual(['weekdayWrong'])
    expect(codes('一、元旦：1月1日至3日放假，共4天。')).toEqual(['countWrong'])
    expect(codes('一、元旦：2月29日放假。')).toEqual(['notADate'])
    expect(codes('一、元旦：1月3日至1日放假。')).toEqual(['notADate'])
    expect(codes('一、元旦：1月1日放假。1月5日上班。')).toEqual(['notWeekend'])
    expect(codes('一、元旦：1月1日放假。二、春节：1月1日放假。')).toEqual(['twice'])
    expect(codes('一、元旦：另行通知。')).toEqual(['notRead'])
    expect(codes('今年放假安排另行通知')).toEqual(['noItems'])
    expect(codes(notice(2026), 2025)).toContain('weekdayWrong')
  })
})
