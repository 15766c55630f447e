import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  awayWords,
  deskWords,
  desksOf,
  halfDayWords,
  lawyerTitle,
  minutesWords,
  shortDate,
  signableOf,
} from '../../renderer/features/duties/duty-words.ts'
import { minutesIn } from '../../renderer/features/duties/minutes-in.ts'
import { monthAround, yearUntil } from '../../renderer/features/duties/month-around.ts'
import { ownDayWords } from '../../renderer/features/duties/own-day-words.ts'
import { presenceWords } from '../../renderer/features/duties/presence-words.ts'
import { figuresWords } from '../../renderer/features/duties/service-figures.tsx'
import { pinDigits, signedWords } from '../../renderer/features/duties/sign-words.ts'
import { dutyLine } from './duties-lines.ts'

const today = localDate('2026-11-23')

describe('shortDate', () => {
  it('leaves out the year when it is this one', () => {
    expect(shortDate(localDate('2026-12-01'), today)).toBe('12月1日')
    expect(shortDate(localDate('2027-01-04'), today)).toBe('2027年1月4日')
  })
})

describe('desksOf', () => {
  it('names each desk of a day once, in their order', () => {
    const shift = (deskId: string, deskName: string) => ({ deskId, deskName })
    expect(desksOf([shift('b', '综合'), shift('a', '劳动'), shift('b', '综合')])).toEqual([
      shift('b', '综合'),
      shift('a', '劳动'),
    ])
    expect(desksOf([])).toEqual([])
  })
})

describe('yearUntil', () => {
  it('is from New Year until the day', () => {
    expect(yearUntil(today)).toEqual({ from: '2026-01-01', to: today })
    const newYear = localDate('2027-01-01')
    expect(yearUntil(newYear)).toEqual({ from: newYear, to: newYear })
  })
})

describe('halfDayWords', () => {
  it('names day, weekday and half', () => {
    expect(halfDayWords(dutyLine({ date: '2026-11-29', half: 'afternoon' }), today)).toBe(
      '11月29日 周日 下午',
    )
  })
})

describe('awayWords', () => {
  it('counts the days as people do', () => {
    const words = [-3, -1, 0, 1, 2, 3].map((days) =>
      awayWords(localDate(`2026-11-${23 + days}`), today),
    )
    expect(words).toEqual(['3 天前', '昨天', '今天', '明天', '后天', '3 天后'])
  })
})

describe('deskWords', () => {
  it('names the place only where it says more than the name', () => {
    expect(deskWords({ deskName: '综合窗口', place: '一楼大厅' })).toBe('综合窗口（一楼大厅）')
    expect(deskWords({ deskName: '综合窗口', place: '' })).toBe('综合窗口')
    expect(deskWords({ deskName: '二楼', place: '二楼' })).toBe('二楼')
  })
})

describe('lawyerTitle', () => {
  it('calls nobody 律师 twice', () => {
    expect([lawyerTitle('陈刚'), lawyerTitle('孙律师')]).toEqual(['陈刚 律师', '孙律师'])
  })
})

describe('minutesWords', () => {
  it('tells hours and minutes, and leaves out what is none', () => {
    expect([0, 45, 60, 210].map(minutesWords)).toEqual(['0 分', '45 分', '1 小时', '3 小时 30 分'])
  })
})

describe('minutesIn', () => {
  it('reads what people write', () => {
    expect(
      ['3小时30分', '3 小时', '3.5小时', '３：３０', '90分', '90分钟', '3', '2个小时'].map(
        minutesIn,
      ),
    ).toEqual([210, 180, 210, 210, 90, 90, 180, 120])
  })

  it('reads its own words back', () => {
    for (const minutes of [0, 1, 59, 60, 61, 210, 1439, 1440])
      expect(minutesIn(minutesWords(minutes))).toBe(minutes)
  })

  it('refuses what is no time, and more than a day', () => {
    expect(['', '三点', '25小时', '1:75', '-3', '3小时x'].map(minutesIn)).toEqual(
      Array.from({ length: 6 }),
    )
  })
})

describe('signableOf', () => {
  const at = (clock: string) => new Date(`2026-11-24T${clock}:00.000+08:00`).toISOString()
  const morning = dutyLine()
  const afternoon = dutyLine({ half: 'afternoon' })

  it('offers the sign-in from an hour before, and the sign-out of where one sits first', () => {
    expect(signableOf([afternoon, morning], at('07:59'))).toBeUndefined()
    expect(signableOf([afternoon, morning], at('08:00'))).toEqual({
      dutyId: morning.dutyId,
      kind: 'in',
    })
    const sitting = { ...morning, signedInAt: at('08:57') }
    expect(signableOf([afternoon, sitting], at('13:30'))).toEqual({
      dutyId: morning.dutyId,
      kind: 'out',
    })
  })

  it('offers nothing of another day or of a shift that was taken back', () => {
    expect(
      signableOf([dutyLine({ state: 'cancelled' }), dutyLine({ date: '2026-11-25' })], at('09:00')),
    ).toBeUndefined()
  })
})

describe('pinDigits', () => {
  it('takes full-width digits, leaves out the rest and stops at six', () => {
    expect(pinDigits('２４ 68-13579')).toBe('246813')
  })
})

describe('signedWords', () => {
  it('tells that a sign waits for the record', () => {
    const at = '2026-11-24T00:57:00.000Z'
    expect(signedWords('in', { at, waiting: false })).toBe('已签到 08:57')
    expect(signedWords('out', { at, waiting: true })).toBe(
      '已签退 08:57。已存好，下次有人登录时记入',
    )
  })
})

describe('presenceWords', () => {
  it('keeps in sight what is missing', () => {
    const signedInAt = '2026-11-24T00:57:00.000Z'
    expect(presenceWords({})).toBe('没有签到')
    expect(presenceWords({ signedInAt })).toBe('08:57 到 没有签退')
    expect(presenceWords({ signedInAt, signedOutAt: '2026-11-24T04:03:00.000Z' })).toBe(
      '08:57 到 12:03',
    )
  })
})

describe('figuresWords', () => {
  it('tells absences only where there are some', () => {
    expect(figuresWords({ duties: 4, minutes: 720, corrected: 0, noShows: 0 })).toBe(
      '4 班，12 小时',
    )
    expect(figuresWords({ duties: 1, minutes: 45, corrected: 1, noShows: 2 })).toBe(
      '1 班，45 分，没来 2 次',
    )
  })
})

describe('monthAround', () => {
  it('is the first to the last day, also in February and December', () => {
    expect(monthAround(localDate('2027-02-14'))).toEqual({ from: '2027-02-01', to: '2027-02-28' })
    expect(monthAround(localDate('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  })
})

describe('ownDayWords', () => {
  const day = {
    id: '1',
    kind: 'unavailable',
    fromOn: localDate('2026-12-01'),
    toOn: localDate('2026-12-01'),
    words: '',
    source: 'self',
  } as const

  it('names one day once, and a stretch with both ends', () => {
    expect(ownDayWords(day, today)).toBe('不能值：12月1日 周二')
    expect(
      ownDayWords(
        { ...day, kind: 'want', toOn: localDate('2026-12-03'), half: 'morning', words: '休庭' },
        today,
      ),
    ).toBe('想值：12月1日 周二 至 12月3日 周四 上午（休庭）')
  })
})
