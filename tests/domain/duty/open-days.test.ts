import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HolidayYear } from '#db/domain/deadline/period.ts'
import { planDays, type Opening, type ShiftPattern } from '#db/domain/duty/open-days.ts'
import { isMarketDay } from '#db/domain/duty/market-days.ts'
import { addDays, localDate, type LocalDate } from '#db/domain/local-date.ts'
import { lunarDayOf } from '#db/services/shift-plan.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../../resources/law/holidays-2026.json', import.meta.url), 'utf8'),
) as { value: { holidays: LocalDate[]; workdays: LocalDate[] } }
const calendar: HolidayYear[] = [{ year: 2026, ...shipped.value }]

const pattern = (
  deskId: string,
  dayKind: ShiftPattern['dayKind'],
  half: ShiftPattern['half'],
  demand = 1,
): ShiftPattern => ({
  deskId,
  dayKind,
  half,
  startsAt: half === 'morning' ? '09:00' : '14:00',
  endsAt: half === 'morning' ? '12:00' : '17:00',
  demand,
})
/** One desk, open on the mornings of Monday and Tuesday, and for two in the afternoon of Monday. */
const usual = [
  pattern('a', '1', 'morning'),
  pattern('a', '1', 'afternoon', 2),
  pattern('a', '2', 'morning'),
]
const nowhere = { weekdays: [], solarEndings: [], lunarEndings: [], dates: [] }

const opening = (changes: Partial<Opening> = {}): Opening => ({
  calendar,
  market: nowhere,
  openingDays: [],
  deskIds: ['a'],
  patterns: usual,
  lunarDayOf,
  ...changes,
})

/** `open words: half×demand …` of one day. */
function told(date: string, changes: Partial<Opening> = {}) {
  const day = planDays(localDate(date), localDate(date), opening(changes))[0]
  const shifts = day?.shifts.map(({ half, demand }) => `${half}×${demand}`).join(' ')
  return `${day?.open === true ? 'open' : 'closed'} ${day?.words ?? ''}: ${shifts ?? ''}`
}

describe('planDays', () => {
  it('opens what the pattern of the weekday says', () => {
    expect(told('2026-11-23')).toBe('open : morning×1 afternoon×2')
    expect(told('2026-11-24')).toBe('open : morning×1')
    expect(told('2026-11-25')).toBe('open : ')
    expect(told('2026-11-28')).toBe('closed : ')
  })

  it('is closed on a legal day off, by its name', () => {
    expect(told('2026-10-01')).toBe('closed 国庆节放假: ')
    expect(told('2026-02-17')).toBe('closed 春节放假: ')
    expect(told('2026-06-19')).toBe('closed 端午节放假: ')
    expect(told('2026-09-25')).toBe('closed 中秋节放假: ')
    expect(told('2026-04-05')).toBe('closed 清明节放假: ')
    expect(told('2026-05-04')).toBe('closed 劳动节放假: ')
    expect(told('2026-01-02')).toBe('closed 元旦放假: ')
  })

  it('gives a day worked in exchange its own pattern, else that of Monday', () => {
    expect(told('2026-10-10')).toBe('open 调休上班: morning×1 afternoon×2')
    const saturday = [...usual, pattern('a', '6', 'morning', 3)]
    expect(told('2026-10-10', { patterns: saturday })).toBe('open 调休上班: morning×3')
  })

  it('follows the hand against the calendar', () => {
    const opened = { date: localDate('2026-10-05'), open: true, words: '' }
    expect(told('2026-10-05', { openingDays: [opened] })).toBe(
      'open 国庆节放假，临时开门: morning×1 afternoon×2',
    )
    const sunday = { date: localDate('2026-11-29'), open: true, words: '宪法宣传周' }
    expect(told('2026-11-29', { openingDays: [sunday] })).toBe(
      'open 宪法宣传周: morning×1 afternoon×2',
    )
    const closed = { date: localDate('2026-11-23'), open: false, words: '' }
    expect(told('2026-11-23', { openingDays: [closed] })).toBe('closed 临时关门: ')
  })

  it('puts the market in the place of the weekday, for that desk and half-day only', () => {
    const market = { ...nowhere, solarEndings: [3] }
    const patterns = [
      ...usual,
      pattern('a', 'market', 'morning', 4),
      pattern('b', '1', 'morning'),
      pattern('b', 'market', 'afternoon', 0),
    ]
    const both = { market, patterns, deskIds: ['a', 'b'] }
    expect(told('2026-11-23', both)).toBe('open 集市日: morning×4 afternoon×2 morning×1')
    expect(told('2026-12-13', both)).toBe('open 集市日: morning×4')
    expect(told('2026-11-24', both)).toBe('open : morning×1')
  })

  it('leaves out a half-day for which nobody is wanted', () => {
    expect(told('2026-11-23', { patterns: [pattern('a', '1', 'morning', 0)] })).toBe('open : ')
  })

  it('never opens a desk twice in a half-day, nor on a day off without a hand', () => {
    const kinds = ['1', '2', '3', '4', '5', '6', '7', 'market'] as const
    const halves = ['morning', 'afternoon'] as const
    const some = fc.uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...kinds), fc.constantFrom(...halves)),
      { selector: (each) => each.join(), maxLength: 20 },
    )
    const start = fc.integer({ min: 0, max: 360 })
    const endings = fc.uniqueArray(fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(some, start, endings, fc.boolean(), (kept, from, lunarEndings, byHand) => {
        const first = addDays(localDate('2026-01-01'), from)
        const hand = { date: first, open: byHand, words: '' }
        const days = planDays(
          first,
          addDays(first, 20),
          opening({
            deskIds: ['a', 'b'],
            patterns: kept.map(([desk, kind, half], index) => pattern(desk, kind, half, index % 3)),
            market: { ...nowhere, lunarEndings },
            openingDays: [hand],
          }),
        )
        for (const { date, open, shifts } of days) {
          const keys = shifts.map(({ deskId, half }) => `${deskId} ${half}`)
          expect(new Set(keys).size).toBe(keys.length)
          expect(shifts.every(({ demand }) => demand > 0)).toBe(true)
          if (shifts.length > 0) expect(open).toBe(true)
          if (date === first) expect(open).toBe(byHand)
          else if (shipped.value.holidays.includes(date)) expect(open).toBe(false)
        }
      }),
    )
  })

  it('has every day of the stretch once, in order', () => {
    const days = planDays(localDate('2026-12-28'), localDate('2027-01-05'), opening())
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 9 }, (_, index) => addDays(localDate('2026-12-28'), index)),
    )
  })
})

describe('isMarketDay', () => {
  it('counts by weekday, by the ending of the day in either calendar, or by name', () => {
    const monday = localDate('2026-11-23')
    const lunar = lunarDayOf(monday)
    expect(lunar).toEqual({ month: 10, day: 15 })
    const holds = (market: Partial<typeof nowhere> | object) =>
      isMarketDay({ ...nowhere, ...market }, monday, lunar.day)
    expect(holds({})).toBe(false)
    expect(holds({ weekdays: [1] })).toBe(true)
    expect(holds({ solarEndings: [1, 3] })).toBe(true)
    expect(holds({ lunarEndings: [5] })).toBe(true)
    expect(holds({ lunarEndings: [3] })).toBe(false)
    expect(holds({ dates: [monday] })).toBe(true)
    expect(holds({ dates: [addDays(monday, 1)] })).toBe(false)
  })

  it('takes the tenth, twentieth and thirtieth for the ending 0', () => {
    const ends = (day: number) =>
      isMarketDay({ ...nowhere, lunarEndings: [0] }, localDate('2026-11-23'), day)
    expect([10, 20, 30].every(ends)).toBe(true)
    expect([1, 11, 29].some(ends)).toBe(false)
  })
})

describe('lunarDayOf', () => {
  it('knows the first day of the year, and a leap month from its own', () => {
    expect(lunarDayOf(localDate('2026-02-17'))).toEqual({ month: 1, day: 1 })
    expect(lunarDayOf(localDate('2025-07-25')).month).toBe(-6)
  })
})
