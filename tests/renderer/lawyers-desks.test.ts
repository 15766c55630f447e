import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  cellProblem,
  dayKinds,
  deskDraftOf,
  deskOf,
  deskProblems,
  likeMonday,
  patternLines,
  withCell,
  type Desk,
} from '../../renderer/features/lawyers/desk-form.ts'
import { monthWeeks } from '../../renderer/features/lawyers/month-weeks.ts'
import {
  marketWords,
  readDates,
  rotaSettingsDraft,
  rotaSettingsOf,
  rotaSettingsProblems,
} from '../../renderer/features/lawyers/rota-settings-form.ts'
import { parseTime } from '../../renderer/lib/parse-time.ts'
import { nextSetUpStep } from '../../renderer/lib/rota-set-up.ts'
import { sampleInputs } from '../support/sample-inputs.ts'

const today = localDate('2026-11-23')
const halves = ['morning', 'afternoon'] as const

describe('parseTime', () => {
  it('takes the ways in which people write a time of day', () => {
    const ways = ['9', '9点', '09:00', '9：00', '0900', '9.00', ' 9:0 ', '9时']
    expect(ways.map(parseTime)).toEqual(ways.map(() => '09:00'))
    expect(parseTime('1点半')).toBe('01:30')
    expect(parseTime('14点20分')).toBe('14:20')
  })
  it('is nothing for what is no time', () => {
    expect(['', '24:00', '9:60', '上午', '90000'].map(parseTime)).toEqual(Array(5).fill(undefined))
  })
})

describe('a desk', () => {
  it('is open from Monday to Friday before anything is typed, and needs only a name', () => {
    const draft = deskDraftOf(undefined)
    expect(deskProblems(draft)).toHaveProperty('name')
    const desk = deskOf({ ...draft, name: '综合窗口' })
    expect(desk?.patterns).toHaveLength(10)
    expect(patternLines(desk?.patterns ?? [])).toEqual([
      '周一至周五 上午 09:00–12:00 1 人',
      '周一至周五 下午 14:00–17:00 1 人',
    ])
  })
  it('is the same after it was opened and saved', () => {
    const pattern = fc.record({
      startsAt: fc.constantFrom('08:00', '08:30', '09:00'),
      endsAt: fc.constantFrom('11:30', '12:00', '17:30'),
      demand: fc.integer({ min: 0, max: 50 }),
    })
    const cells = dayKinds.flatMap((dayKind) => halves.map((half) => ({ dayKind, half })))
    fc.assert(
      fc.property(fc.array(fc.option(pattern), { minLength: 16, maxLength: 16 }), (found) => {
        const patterns = cells.flatMap((cell, index) => {
          const one = found[index]
          return one ? [{ ...cell, ...one }] : []
        })
        const desk: Desk = { id: 'd', revision: 1, position: 1, name: '甲', place: '乙', patterns }
        expect(deskOf(deskDraftOf(desk))).toEqual({ name: '甲', place: '乙', patterns })
      }),
    )
  })
  it('says where a time is wrong, and a closed half-day has no wrong time', () => {
    const draft = { ...deskDraftOf(undefined), name: '综合窗口' }
    const wrong = withCell(draft, '3', 'afternoon', { endsAt: '13:00' })
    expect(deskProblems(wrong).cells).toBe('周三下午：结束要晚于开始')
    expect(deskOf(wrong)).toBeUndefined()
    expect(cellProblem({ people: '', startsAt: 'x', endsAt: '' })).toBeUndefined()
    expect(cellProblem({ people: '51', startsAt: '9', endsAt: '12' })).toBeDefined()
  })
  it('copies Monday to Friday, not to the weekend', () => {
    const draft = withCell(deskDraftOf(undefined), '1', 'morning', { people: '3', endsAt: '11:30' })
    const copied = likeMonday(draft)
    expect(copied.cells['5 morning']).toEqual({ people: '3', startsAt: '09:00', endsAt: '11:30' })
    expect(copied.cells['6 morning']?.people).toBe('')
  })
  it('puts days that are alike into one line, and says when a market day has no lawyer', () => {
    const at = { half: 'morning' as const, startsAt: '09:00', endsAt: '12:00' }
    expect(
      patternLines([
        { ...at, dayKind: '1', demand: 1 },
        { ...at, dayKind: '2', demand: 1 },
        { ...at, dayKind: '4', demand: 1 },
        { ...at, dayKind: '6', demand: 2 },
        { ...at, dayKind: 'market', demand: 0 },
      ]),
    ).toEqual([
      '周一、周二、周四 上午 09:00–12:00 1 人',
      '周六 上午 09:00–12:00 2 人',
      '集市日 上午不排律师',
    ])
  })
})

describe('settings of the rota', () => {
  const { marketDays, ...rest } = sampleInputs.desks.saveSettings
  const stored = { ...rest, marketDays }
  it('come back as they were', () => {
    expect(rotaSettingsOf(rotaSettingsDraft(stored), marketDays)).toEqual(stored)
  })
  it('take 20点 and refuse what is out of bounds', () => {
    const draft = rotaSettingsDraft(stored)
    expect(rotaSettingsOf({ ...draft, changesUntilHour: '２０点' }, marketDays)).toMatchObject({
      changesUntilHour: 20,
    })
    expect(rotaSettingsProblems({ ...draft, solveSeconds: '4' })).toHaveProperty('solveSeconds')
    expect(rotaSettingsOf({ ...draft, solveSeconds: '4' }, marketDays)).toBeUndefined()
  })
})

describe('market days', () => {
  it('are read in any order with any comma, once each', () => {
    expect(readDates('2027-02-10，12-24、2027-02-10', today)).toEqual(['2026-12-24', '2027-02-10'])
    expect(readDates('2027-02-30', today)).toContain('2027-02-30')
    expect(readDates('', today)).toEqual([])
  })
  it('are told in words', () => {
    const none = { weekdays: [], solarEndings: [], lunarEndings: [], dates: [] }
    expect(marketWords(none)).toBe('没有设集市日')
    expect(marketWords({ ...none, weekdays: [6, 3], lunarEndings: [9, 3, 6] })).toBe(
      '每周三、周六；农历尾数 3、6、9',
    )
  })
})

describe('monthWeeks', () => {
  it('covers the month in whole weeks from Monday', () => {
    const weeks = monthWeeks(today)
    expect(weeks[0]?.[0]).toBe('2026-10-26')
    expect(weeks.at(-1)?.[6]).toBe('2026-12-06')
    expect(weeks.flat()).toContain('2026-11-30')
  })
})

describe('nextSetUpStep', () => {
  it('leads from the desk over firms and lawyers to the rota, and does not ask for firms twice', () => {
    expect(nextSetUpStep({ desks: 0, firms: 2, lawyers: 5 })).toBe('desks')
    expect(nextSetUpStep({ desks: 1, firms: 0, lawyers: 0 })).toBe('firms')
    expect(nextSetUpStep({ desks: 1, firms: 1, lawyers: 0 })).toBe('lawyers')
    expect(nextSetUpStep({ desks: 1, firms: 0, lawyers: 3 })).toBe('rota')
  })
})
