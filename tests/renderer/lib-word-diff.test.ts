import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WordChange, wordDiff, wordDiffBy, wordsOf } from '../../renderer/lib/word-diff.ts'

const side = (changes: readonly WordChange[], other: 'added' | 'removed'): string =>
  changes
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')

const marks = { same: '', added: '+', removed: '-' } as const
const shown = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`))
    .join('')

describe('wordsOf', () => {
  it('keeps a figure with its commas in one piece', () => {
    expect(wordsOf('支付40,800.00元')).toContain('40,800.00')
  })
})

describe('wordDiff', () => {
  it('shows an amount that was raised as one figure for another', () => {
    expect(shown('于年底前支付40,800.00元。', '于年底前支付42,000.00元。')).toBe(
      '于年底前支付[-40,800.00][+42,000.00]元。',
    )
  })

  it('shows words, not signs, of a sentence that was changed', () => {
    expect(shown('用人单位支付经济补偿。', '用人单位支付工资。')).toBe(
      '用人单位支付[-经济补偿][+工资]。',
    )
  })

  it('shows what was put in and what was taken out', () => {
    expect(shown('双方握手言和。', '双方握手言和，再无争议。')).toBe('双方握手言和[+，再无争议]。')
    expect(shown('双方握手言和，再无争议。', '双方握手言和。')).toBe('双方握手言和[-，再无争议]。')
  })

  it('shows a text that came or went whole', () => {
    expect(wordDiff('', '新写的一条')).toEqual([{ kind: 'added', text: '新写的一条' }])
    expect(wordDiff('删去的一条', '')).toEqual([{ kind: 'removed', text: '删去的一条' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it('shows equal texts as one piece', () => {
    expect(wordDiff('没有变', '没有变')).toEqual([{ kind: 'same', text: '没有变' }])
  })

  const pieces = fc
    .array(
      fc.constantFrom(
        '支付',
        '工资',
        '40,800.00',
        '元',
        '，',
        '。',
        '2026年12月20日',
        '\n',
        '𠮷',
        ' ',
        'é',
        '王一',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))
  const anyText = fc.oneof(pieces, fc.string({ unit: 'binary' }))

  it('gives the earlier text by what is same and removed, the later by what is same and added', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const changes = wordDiff(before, after)
        expect(side(changes, 'added')).toBe(before)
        expect(side(changes, 'removed')).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('shows no empty piece, no two of a kind in a row, and what went before what came', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const changes = wordDiff(before, after)
        for (const [place, { kind, text }] of changes.entries()) {
          const next = changes[place + 1]?.kind
          expect(text).not.toBe('')
          expect(next).not.toBe(kind)
          if (kind === 'added') expect(next).not.toBe('removed')
        }
      }),
    )
  })

  it('finds nothing changed in a text beside itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordDiff(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('answers at once for long texts that have nothing in common', () => {
    const long = (seed: string) =>
      Array.from({ length: 4000 }, (_, place) => `${seed}${place}，`).join('')
    const from = performance.now()
    const changes = wordDiff(long('甲'), long('乙'))
    expect(performance.now() - from).toBeLessThan(2000)
    expect(side(changes, 'added')).toBe(long('甲'))
    expect(side(changes, 'removed')).toBe(long('乙'))
  })
})

describe('wordDiffBy', () => {
  it('shows one replacement between the shared ends when the comparison gives up', () => {
    const changes = wordDiffBy(() => undefined)('双方同意甲方付款。', '双方同意乙方付款。')
    expect(changes[0]).toMatchObject({ kind: 'same' })
    expect(changes.at(-1)).toMatchObject({ kind: 'same' })
    expect(side(changes, 'added')).toBe('双方同意甲方付款。')
    expect(side(changes, 'removed')).toBe('双方同意乙方付款。')
  })

  it('compares only what lies between the shared ends', () => {
    const asked: string[][] = []
    wordDiffBy((before, after) => {
      asked.push(before, after)
      return []
    })('支付工资。', '支付工资。')
    expect(asked).toEqual([[], []])
  })
})
