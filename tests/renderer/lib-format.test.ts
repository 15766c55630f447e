import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  formatDateWithWeekday,
  formatDaysLeft,
  formatInstantNear,
  formatInstantShort,
} from '../../renderer/lib/format/date.ts'
import { formatSize } from '../../renderer/lib/format/size.ts'

const today = localDate('2026-11-22')

describe('formatDateWithWeekday', () => {
  it('names the weekday', () => {
    expect(formatDateWithWeekday(localDate('2026-12-31'))).toBe('2026年12月31日 星期四')
  })
})

describe('formatInstantNear', () => {
  it('names near days in words and leaves this year out', () => {
    expect(
      [
        '2026-11-21T16:00:00.000Z',
        '2026-11-21T15:59:00.000Z',
        '2026-11-20T01:30:00.000Z',
        '2025-11-20T01:30:00.000Z',
      ].map((instant) => formatInstantNear(instant, today)),
    ).toEqual(['今天 00:00', '昨天 23:59', '11月20日 09:30', '2025年11月20日 09:30'])
  })
})

describe('formatInstantShort', () => {
  it('is the time in China', () => {
    expect(formatInstantShort('2026-11-21T16:05:00.000Z')).toBe('2026-11-22 00:05')
  })
})

describe('formatDaysLeft', () => {
  it('says how much is left or over', () => {
    expect(
      ['2026-11-24', '2026-11-22', '2026-11-21'].map((due) =>
        formatDaysLeft(localDate(due), today),
      ),
    ).toEqual(['剩 2 天', '今天到期', '已超 1 天'])
  })
})

describe('formatSize', () => {
  it('never shows nothing for a small file', () => {
    expect([0, 1, 2048, 5 * 1024 ** 2, 3 * 1024 ** 3].map(formatSize)).toEqual([
      '1 KB',
      '1 KB',
      '2 KB',
      '5.0 MB',
      '3.0 GB',
    ])
  })
})
