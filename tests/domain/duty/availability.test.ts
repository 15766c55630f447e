import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOfCell,
  dayOfRow,
  halfWords,
  isBlankRow,
  keyOfDay,
  kindOfTitle,
  kindWords,
  type SheetRow,
} from '#db/domain/duty/availability.ts'
import { busyParts, hoursOfHalves, usualHours } from '#db/domain/duty/busy-days.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'

const row = (changes: Partial<SheetRow> = {}): SheetRow => ({
  name: '李明',
  from: '2026-12-01',
  to: undefined,
  half: '',
  kind: '不能值',
  words: '',
  ...changes,
})
const read = (changes: Partial<SheetRow>) => {
  const told = dayOfRow(row(changes))
  return 'trouble' in told ? told.trouble : told.day
}

describe('dateOfCell', () => {
  it('reads what people and programs write for a day, with its year', () => {
    const same = [
      '2026-12-01',
      '2026/12/1',
      '2026.12.1',
      '2026年12月1日',
      '２０２６－１２－０１',
      '20261201',
      20_261_201,
      46_357,
    ]
    for (const cell of same) expect(dateOfCell(cell), String(cell)).toBe('2026-12-01')
    for (const cell of ['12-01', '12月1日', '2026-02-30', '下周一', '', undefined, 12, 1.5])
      expect(dateOfCell(cell)).toBeUndefined()
  })

  it('counts the days of a spreadsheet one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        expect(dateOfCell(36_526 + days)).toBe(addDays(localDate('2000-01-01'), days))
      }),
    )
  })
})

describe('dayOfRow', () => {
  it('takes a single day, a stretch and a half-day', () => {
    expect(read({})).toMatchObject({ fromOn: '2026-12-01', toOn: '2026-12-01', half: undefined })
    expect(read({ to: '2026-12-05', half: ' 上午', kind: '请 假', words: ' 外地 ' })).toEqual({
      kind: 'leave',
      fromOn: '2026-12-01',
      toOn: '2026-12-05',
      half: 'morning',
      words: '外地',
    })
  })

  it('knows every word of the empty sheet', () => {
    for (const [kind, words] of Object.entries(kindWords))
      for (const word of words) expect(read({ kind: word })).toMatchObject({ kind })
    for (const word of Object.values(halfWords).flat())
      expect(read({ half: word })).toHaveProperty('half')
  })

  it('says what is wrong with a row', () => {
    expect(read({ from: '' })).toBe('noDate')
    expect(read({ from: '12-01' })).toBe('badDate')
    expect(read({ to: '2026-11-30' })).toBe('badDate')
    expect(read({ to: '明天' })).toBe('badDate')
    expect(read({ half: '夜里' })).toBe('badHalf')
    expect(read({ kind: '' })).toBe('badKind')
    expect(read({ kind: '随便' })).toBe('badKind')
  })
})

describe('isBlankRow', () => {
  it('is a row with nothing but a name', () => {
    expect(isBlankRow(row({ from: '', kind: ' ' }))).toBe(true)
    expect(isBlankRow(row({ from: '' }))).toBe(false)
  })
})

describe('keyOfDay', () => {
  it('tells availability and wishes of a half-day apart, and nothing else', () => {
    const day = { fromOn: localDate('2026-12-01'), toOn: localDate('2026-12-01'), words: '' }
    const key = (kind: keyof typeof kindWords, half?: 'morning') => keyOfDay({ ...day, kind, half })
    expect(key('leave')).toBe(key('available'))
    expect(key('want')).toBe(key('avoid'))
    expect(key('want')).not.toBe(key('leave'))
    expect(key('leave', 'morning')).not.toBe(key('leave'))
  })
})

describe('kindOfTitle', () => {
  it('keeps people away unless the title says otherwise', () => {
    expect(kindOfTitle('开庭 王某案')).toBe('unavailable')
    expect(kindOfTitle('年假')).toBe('leave')
    expect(kindOfTitle('可值班')).toBe('available')
    expect(kindOfTitle('不可以值班')).toBe('unavailable')
    expect(kindOfTitle('想值')).toBe('want')
    expect(kindOfTitle('不想值')).toBe('avoid')
    expect(kindOfTitle('是否开会')).toBe('unavailable')
  })
})

describe('busyParts', () => {
  const at = (date: string, time: string) => ({ date: localDate(date), time })
  const parts = (from: [string, string], to: [string, string]) =>
    busyParts(at(...from), at(...to), usualHours).map(
      ({ fromOn, toOn, half }) => `${fromOn.slice(8)}-${toOn.slice(8)} ${half ?? 'day'}`,
    )

  it('falls into the half-days that it meets, and not into lunch or the night', () => {
    const on = (from: string, to: string) => parts(['2026-12-01', from], ['2026-12-01', to])
    expect(on('09:00', '10:00')).toEqual(['01-01 morning'])
    expect(on('11:00', '13:45')).toEqual(['01-01 day'])
    expect(on('12:00', '13:30')).toEqual([])
    expect(on('18:00', '20:00')).toEqual([])
    expect(on('16:00', '23:00')).toEqual(['01-01 afternoon'])
  })

  it('takes the days between the first and the last as a whole', () => {
    expect(parts(['2026-12-01', '15:00'], ['2026-12-04', '10:00'])).toEqual([
      '01-01 afternoon',
      '02-03 day',
      '04-04 morning',
    ])
    expect(parts(['2026-12-01', '22:00'], ['2026-12-02', '00:00'])).toEqual([])
  })
})

describe('hoursOfHalves', () => {
  it('is the longest half-day of all desks, or the usual ones', () => {
    const pattern = (startsAt: string, endsAt: string) => ({
      half: 'morning' as const,
      startsAt,
      endsAt,
    })
    expect(hoursOfHalves([pattern('09:00', '11:30'), pattern('08:00', '11:00')])).toEqual({
      ...usualHours,
      morning: ['08:00', '11:30'],
    })
  })
})
