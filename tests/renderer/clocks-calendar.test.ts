import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  busyDays,
  firstOfMonth,
  lastOfMonth,
  monthName,
  nextBusyDay,
  sheetOf,
  weeksOf,
  type DatedLine,
} from '../../renderer/features/clocks/calendar-month.ts'

const on = (day: string): DatedLine => ({
  key: day,
  group: 'soon',
  kind: 'deadline',
  caseId: 'c',
  caseNumber: '1',
  title: '',
  parties: '',
  what: '',
  dueOn: localDate(day),
})
const data = (more = {}) => ({ lines: [], daysOff: [], workdays: [], ...more })

describe('sheetOf', () => {
  it('covers the month in whole weeks from Monday', () => {
    expect(sheetOf(localDate('2026-11-22'))).toEqual({ from: '2026-10-26', to: '2026-12-06' })
    expect(sheetOf(localDate('2027-02-28'))).toEqual({ from: '2027-02-01', to: '2027-02-28' })
  })
})

describe('firstOfMonth, lastOfMonth', () => {
  it('knows leap years', () => {
    expect(firstOfMonth(localDate('2028-02-17'))).toBe('2028-02-01')
    expect(lastOfMonth(localDate('2028-02-17'))).toBe('2028-02-29')
  })
})

describe('weeksOf', () => {
  it('lays every line on its day, seven days a week', () => {
    const weeks = weeksOf(
      localDate('2026-11-01'),
      data({ lines: [on('2026-11-25'), on('2026-11-25')] }),
    )
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    const day = weeks.flat().find(({ date }) => date === '2026-11-25')
    expect(day?.lines).toHaveLength(2)
    expect(weeks.flat().filter(({ lines }) => lines.length > 0)).toHaveLength(1)
  })
  it('marks legal days off, worked weekend days and plain weekends', () => {
    const weeks = weeksOf(
      localDate('2026-10-01'),
      data({ daysOff: [localDate('2026-10-01')], workdays: [localDate('2026-10-10')] }),
    ).flat()
    const mark = (date: string) => weeks.find((day) => day.date === date)?.mark
    expect([
      mark('2026-10-01'),
      mark('2026-10-10'),
      mark('2026-10-11'),
      mark('2026-10-12'),
    ]).toEqual(['休', '班', '周末', undefined])
  })
})

describe('busyDays', () => {
  it('lists only the days of this month that hold something, in order', () => {
    const lines = [on('2026-11-30'), on('2026-11-02'), on('2026-12-01'), on('2026-11-30')]
    expect(
      busyDays(localDate('2026-11-15'), lines).map(({ date, lines: found }) => [
        date,
        found.length,
      ]),
    ).toEqual([
      ['2026-11-02', 1],
      ['2026-11-30', 2],
    ])
  })
})

describe('monthName', () => {
  it('has no leading nought', () => {
    expect(monthName(localDate('2027-01-31'))).toBe('2027年1月')
  })
})

describe('nextBusyDay', () => {
  it('is the first day after this one that holds something', () => {
    const lines = [on('2026-11-30'), on('2026-11-25'), on('2026-11-22')]
    expect(nextBusyDay(localDate('2026-11-22'), lines)).toBe('2026-11-25')
    expect(nextBusyDay(localDate('2026-11-30'), lines)).toBeUndefined()
  })
})
