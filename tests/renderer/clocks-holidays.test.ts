import { describe, expect, it } from 'vitest'
import { readHolidayNotice } from '#db/domain/deadline/holiday-notice.ts'
import { localDate } from '#db/domain/local-date.ts'
import { holidayNotices } from '#tests/support/holiday-notices.ts'
import {
  daysBetweenBoth,
  draftFaults,
  nextYear,
  otherTables,
  rangesOf,
  rangeWords,
  withDays,
  withoutRange,
  yearOfNotice,
} from '../../renderer/features/clocks/holiday-table.ts'

const days = (...texts: string[]) => texts.map(localDate)

describe('rangesOf', () => {
  it('joins consecutive days, over the end of a month too', () => {
    expect(
      rangesOf(days('2022-02-01', '2022-01-31', '2022-02-02', '2022-04-03')).map(rangeWords),
    ).toEqual(['2022年1月31日 星期一 至 2022年2月2日 星期三，共 3 天', '2022年4月3日 星期日'])
  })
  it('loses no day of a real notice', () => {
    const read = readHolidayNotice(holidayNotices[2026] ?? '', 2026)
    const holidays = read.ok ? read.days.holidays : []
    expect(rangesOf(holidays)).toHaveLength(7)
    expect(rangesOf(holidays).reduce((sum, range) => sum + range.days, 0)).toBe(holidays.length)
  })
})

describe('daysBetweenBoth', () => {
  it('counts both ends, and nothing of a reversed or endless stretch', () => {
    expect(daysBetweenBoth(localDate('2027-02-06'), localDate('2027-02-08'))).toHaveLength(3)
    expect(daysBetweenBoth(localDate('2027-02-08'), localDate('2027-02-06'))).toEqual([])
    expect(daysBetweenBoth(localDate('2027-01-01'), localDate('2027-12-31'))).toEqual([])
  })
})

describe('withDays, withoutRange', () => {
  it('add each day once and take a stretch away whole', () => {
    const all = withDays(days('2027-01-02'), days('2027-01-01', '2027-01-02'))
    expect(all).toEqual(['2027-01-01', '2027-01-02'])
    const [range] = rangesOf(all)
    expect(range && withoutRange(withDays(all, days('2027-05-01')), range)).toEqual(['2027-05-01'])
  })
})

describe('draftFaults', () => {
  const draft = {
    year: 2027,
    holidays: days('2027-01-01'),
    workdays: days('2027-01-03'),
    source: '国办通知',
  }
  it('finds nothing wrong with a table that adds up', () => {
    expect(draftFaults(draft)).toEqual([])
  })
  it('names a day that is both, a worked weekday, a day of another year, and what is missing', () => {
    expect(draftFaults({ ...draft, workdays: days('2027-01-01') })[0]).toContain('既放假又上班')
    expect(draftFaults({ ...draft, workdays: days('2027-01-04') })[0]).toContain('不是周末')
    expect(draftFaults({ ...draft, holidays: days('2026-12-31') })[0]).toContain('不在 2027 年')
    expect(draftFaults({ ...draft, holidays: [], source: ' ' })).toEqual([
      '还没有放假的日子',
      '请写依据哪一个通知',
    ])
  })
})

describe('yearOfNotice', () => {
  it('reads the year from the title, else from the number of the notice', () => {
    expect(yearOfNotice('国务院办公厅关于2027年部分节假日安排的通知')).toBe(2027)
    for (const [year, text] of Object.entries(holidayNotices))
      expect(yearOfNotice(text)).toBe(Number(year))
    expect(yearOfNotice('放假')).toBeUndefined()
  })
})

describe('nextYear', () => {
  it('is the first year from this one on without a table', () => {
    expect(nextYear([2025, 2026], localDate('2026-11-22'))).toBe(2027)
    expect(nextYear([2025], localDate('2026-11-22'))).toBe(2026)
  })
})

describe('otherTables', () => {
  const table = {
    year: 2026,
    holidays: days('2026-10-01'),
    workdays: days('2026-10-10'),
    source: 'a',
  }
  const other = { holidays: days('2026-12-31'), workdays: [] }
  it('completes the table of the year before with the days that its New Year’s holiday begins on', () => {
    expect(otherTables('b', other, [table])).toEqual([
      {
        year: 2026,
        holidays: ['2026-10-01', '2026-12-31'],
        workdays: ['2026-10-10'],
        source: 'a；b',
        added: ['2026-12-31'],
      },
    ])
  })
  it('leaves a table alone that has the days, and a year that has no table', () => {
    const complete = { ...table, holidays: days('2026-10-01', '2026-12-31') }
    expect(otherTables('b', other, [complete])).toEqual([])
    expect(otherTables('b', other, [{ ...table, year: 2025 }])).toEqual([])
  })
})
