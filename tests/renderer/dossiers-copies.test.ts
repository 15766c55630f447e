import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copyRows,
  copyTotals,
  partPages,
  totalsWords,
} from '../../renderer/features/dossiers/copy-plan.ts'

const contents = [
  { form: 'f00', objectId: 'case', sheet: 1 },
  { form: 'f01', sheet: 2 },
  { form: 'f10', objectId: 'agreement', sheet: 3 },
  { form: 'f16', objectId: 'case', sheet: 8 },
]

describe('partPages', () => {
  it('counts from where each part begins to where the next does, the last to the end', () => {
    expect([...partPages(contents, 8)]).toEqual([
      ['f00 case', 1],
      ['f01 ', 1],
      ['f10 agreement', 5],
      ['f16 case', 1],
    ])
  })
  it('shares out every page of a volume', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (lengths) => {
        let sheet = 1
        const rows = lengths.map((length, index) => {
          const row = { form: 'f08', objectId: String(index), sheet }
          sheet += length
          return row
        })
        expect([...partPages(rows, sheet - 1).values()]).toEqual(lengths)
      }),
    )
  })
})

const parts = [
  { form: 'f00', objectId: 'case', title: '封面', copies: 1 },
  { form: 'f10', objectId: 'agreement', title: '协议书', copies: 3 },
  { form: 'f17', objectId: 'case', title: '结案报告', copies: 0 },
]

describe('copyRows and copyTotals', () => {
  const rows = copyRows(parts, partPages(contents, 8))
  it('presets the usual copies and leaves a part unticked of which none is usual', () => {
    expect(rows.map(({ wanted, copies, pages }) => [wanted, copies, pages])).toEqual([
      [true, 1, 1],
      [true, 3, 5],
      [false, 1, undefined],
    ])
  })
  it('adds up copies and sheets of what is ticked', () => {
    const totals = copyTotals(rows, (_form, pages) => (pages > 1 ? 'long' : 'one'))
    expect(totals).toEqual({ parts: 2, copies: 4, sheets: 1 + 3 * 3, isWrong: false })
    expect(totalsWords(totals)).toBe('2 种文书，共印 4 份，要 10 张纸')
    expect(copyTotals(rows, () => 'one').sheets).toBe(16)
  })
  it('names no number of sheets while the pages of a ticked part are not known', () => {
    const unmade = copyTotals(copyRows(parts, new Map()), () => 'one')
    expect(unmade.sheets).toBeUndefined()
    expect(totalsWords(unmade)).toBe('2 种文书，共印 4 份')
  })
  it('is wrong while a ticked part has no number, and says when nothing is ticked', () => {
    const unread = rows.map((row) => ({ ...row, copies: undefined }))
    expect(copyTotals(unread, () => 'one').isWrong).toBe(true)
    const none = copyTotals(
      rows.map((row) => ({ ...row, wanted: false })),
      () => 'one',
    )
    expect(none.isWrong).toBe(false)
    expect(totalsWords(none)).toBe('一份也没有选')
  })
})
