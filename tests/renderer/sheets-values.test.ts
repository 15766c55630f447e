import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { typedValue } from '#documents/forms/typed-value.ts'
import {
  choicesIn,
  columnLabels,
  dateIn,
  dateWords,
  flagWords,
  moneyIn,
  moneyWords,
  questionLabels,
  readNumber,
  readTime,
} from '../../renderer/features/sheets/sheet-values.ts'

const today = localDate('2026-11-22')

describe('readTime', () => {
  it('reads a day with an hour as people write it', () => {
    for (const typed of [
      '2026-11-22 9:30',
      '2026年11月22日 09:30',
      '今天 9:30',
      '9：30',
      '11-22 9点30分',
    ])
      expect(readTime(typed, today), typed).toBe('2026年11月22日 09:30')
    expect(readTime('明天14点', today)).toBe('2026年11月23日 14:00')
  })

  it('refuses what is no time', () => {
    for (const typed of ['上午', '2026-11-22', '2026-02-30 9:30', '25:00', '9:75'])
      expect(readTime(typed, today), typed).toBeUndefined()
  })

  it('never moves to another day at the edges of a day', () => {
    expect(readTime('2026-11-22 0:00', today)).toBe('2026年11月22日 00:00')
    expect(readTime('2026-11-22 23:59', today)).toBe('2026年11月22日 23:59')
  })
})

describe('readNumber', () => {
  it('takes whole numbers in full width too, and nothing else', () => {
    expect([readNumber('１２'), readNumber(' 007 '), readNumber('0')]).toEqual(['12', '7', '0'])
    expect([
      readNumber('三'),
      readNumber('1.5'),
      readNumber('-1'),
      readNumber('1234567890'),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('words of a value', () => {
  it('are read back as the same value, and the core reads them as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(10_000_000_000), (days, fen) => {
        const date = addDays(localDate('2000-01-01'), days)
        expect(dateIn(dateWords(date), today)).toBe(date)
        expect(typedValue('date', dateWords(date))).toEqual({ kind: 'date', date })
        expect(moneyIn(moneyWords(fen))).toBe(fen)
        expect(typedValue('money', moneyWords(fen))).toEqual({ kind: 'money', fen })
      }),
    )
    for (const on of [true, false])
      expect(typedValue('flag', flagWords(on))).toEqual({ kind: 'flag', on })
    expect(typedValue('time', readTime('今天 9:30', today) ?? '')).toEqual({
      kind: 'time',
      at: '2026-11-22T01:30:00.000Z',
    })
    expect(typedValue('number', readNumber('１２') ?? '')).toEqual({ kind: 'number', count: 12 })
  })

  it('are empty for a blank', () => {
    expect([dateWords(undefined), moneyWords(undefined)]).toEqual(['', ''])
    expect([dateIn('', today), moneyIn('')]).toEqual([undefined, undefined])
  })
})

describe('choicesIn', () => {
  it('finds the words that the boxes of a form wait for behind its label', () => {
    expect(choicesIn('满意度（满意、基本满意、不满意）')).toEqual({
      label: '满意度',
      choices: ['满意', '基本满意', '不满意'],
    })
  })

  it('leaves a label with a single word in brackets alone', () => {
    expect(choicesIn('负责人（姓名）')).toEqual({ label: '负责人（姓名）', choices: [] })
  })
})

const labelled = (pairs: [name: string, label: string][]) =>
  pairs.map(([name, label]) => ({ name, label }))

describe('questionLabels', () => {
  it('put the group before a word that says little alone, and leave the words of the paper', () => {
    const asked = labelled([
      ['案件.名称', '名称'],
      ['案件.登记号', '登记号'],
      ['案件.调解员', '接收人'],
    ])
    expect([...questionLabels(asked).values()]).toEqual(['案件名称', '登记号', '接收人'])
  })
})

describe('columnLabels', () => {
  it('tell apart what the paper calls alike', () => {
    const columns = labelled([
      ['当事人.姓名', '姓名'],
      ['当事人.单位', '单位和职业'],
      ['当事人.职业', '单位和职业'],
    ])
    expect([...columnLabels(columns).values()]).toEqual([
      '姓名',
      '单位和职业（单位）',
      '单位和职业（职业）',
    ])
  })
})
