import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatChineseDate, localDate, weekday } from '#db/domain/local-date.ts'
import { parseCount, parseDateText } from '../../renderer/lib/parse-date-text.ts'

/** A Sunday. */
const today = localDate('2026-11-22')
const anyDate = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addDays(today, days))

describe('parseDateText', () => {
  it.each([
    ['20261231', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['2026.12.31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６－１２－３１', '2026-12-31'],
    ['2026。12。31', '2026-12-31'],
    [' 2026 - 12 - 31 ', '2026-12-31'],
  ])('reads the whole date %s', (text, date) => {
    expect(parseDateText(text, today)).toBe(date)
  })

  it.each([
    ['12-31', '2026-12-31'],
    ['1231', '2026-12-31'],
    ['12月31日', '2026-12-31'],
    ['1月5号', '2026-01-05'],
    ['明年3月1日', '2027-03-01'],
    ['去年12-1', '2025-12-01'],
  ])('takes this year for %s unless it names another', (text, date) => {
    expect(parseDateText(text, today)).toBe(date)
  })

  it.each([
    ['今天', '2026-11-22'],
    ['明天', '2026-11-23'],
    ['后天', '2026-11-24'],
    ['大后天', '2026-11-25'],
    ['昨天', '2026-11-21'],
    ['三十天后', '2026-12-22'],
    ['30天后', '2026-12-22'],
    ['十五日内', '2026-12-07'],
    ['两周后', '2026-12-06'],
    ['两个月后', '2027-01-22'],
    ['一年后', '2027-11-22'],
    ['三天前', '2026-11-19'],
    ['月底', '2026-11-30'],
    ['下月底', '2026-12-31'],
    ['年底', '2026-12-31'],
  ])('counts %s from today', (text, date) => {
    expect(parseDateText(text, today)).toBe(date)
  })

  it.each([
    ['周三', '2026-11-18'],
    ['下周三', '2026-11-25'],
    ['下下周一', '2026-11-30'],
    ['上周五', '2026-11-13'],
    ['下星期日', '2026-11-29'],
    ['星期天', '2026-11-22'],
  ])('takes weeks from Monday to Sunday for %s', (text, date) => {
    expect(parseDateText(text, today)).toBe(date)
  })

  it.each([
    '',
    '张三',
    '2026-02-30',
    '20261301',
    '13-01',
    '0',
    '202612',
    '下周八',
    '后',
    '天后',
    '2026-12',
    '九千九百天后后',
    '9999年后',
  ])('has no date for %j', (text) => {
    expect(parseDateText(text, today)).toBeUndefined()
  })

  it('reads every way of writing a date as that date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const written = [
          date,
          date.replaceAll('-', ''),
          date.replaceAll('-', '.'),
          date.replaceAll('-', '/'),
          formatChineseDate(date),
        ]
        expect(written.map((text) => parseDateText(text, today))).toEqual(written.map(() => date))
      }),
    )
  })

  it('gives the asked weekday within the asked week', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 7 }), (from, day) => {
        const found = parseDateText(`下周${day}`, from)
        expect(found && weekday(found)).toBe(day)
      }),
    )
  })
})

describe('parseCount', () => {
  it.each([
    ['三', 3],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['九十九', 99],
    ['一百', 100],
    ['一百二十', 120],
    ['一百零五', 105],
    ['45', 45],
  ])('reads %s as %d', (text, count) => {
    expect(parseCount(text)).toBe(count)
  })

  it.each(['', '三三', '百', '十十', '几'])('has no number for %j', (text) => {
    expect(parseCount(text)).toBeUndefined()
  })
})
