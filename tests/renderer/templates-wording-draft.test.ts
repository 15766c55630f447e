import { describe, expect, it } from 'vitest'
import { plainWords, shownParts } from '../../renderer/features/templates/tag-parts.ts'
import { standing } from '../../renderer/features/templates/standing.ts'
import {
  broughtBack,
  carried,
  emptyDraft,
  isChanged,
  isLeftOut,
  leftOut,
  listTitle,
  moved,
  orderOf,
  withText,
  type Wordings,
} from '../../renderer/features/templates/wording-draft.ts'
import { localDate } from '#db/domain/local-date.ts'

const rows = {
  path: 'blocks[1].rows',
  items: ['甲', '乙', '丙', '丁'].map((words, place) => ({ place, words })),
}
const blocks = {
  path: 'blocks',
  items: ['标题', '表格：甲、乙', '签名栏'].map((words, place) => ({ place, words })),
}
const wordings: Wordings = {
  form: 'f02',
  title: '申请书',
  from: localDate('2026-01-01'),
  texts: [
    { path: 'blocks[0].text', kind: 'title', text: '申请书' },
    { path: 'blocks[1].rows[1].cells[0].label', kind: 'label', text: '乙' },
  ],
  lists: [blocks, rows],
}
const draft = emptyDraft(wordings)

describe('a draft of wordings', () => {
  it('holds only what differs', () => {
    const changed = withText(draft, 'blocks[0].text', '新申请书', '申请书')
    expect(isChanged(changed)).toBe(true)
    expect(isChanged(withText(changed, 'blocks[0].text', '申请书', '申请书'))).toBe(false)
  })

  it('moves a row one up or down, and not over the ends', () => {
    const down = moved(draft, rows, 0, 1)
    expect(orderOf(down, rows)).toEqual([1, 0, 2, 3])
    expect(moved(draft, rows, 0, -1)).toBe(draft)
    expect(moved(draft, rows, 3, 1)).toBe(draft)
    expect(isChanged(moved(down, rows, 0, -1))).toBe(false)
  })

  it('leaves a row out and brings it back where it stood', () => {
    const out = leftOut(leftOut(draft, rows, 1), rows, 2)
    expect(orderOf(out, rows)).toEqual([0, 3])
    expect(orderOf(broughtBack(out, rows, 2), rows)).toEqual([0, 2, 3])
    expect(orderOf(broughtBack(leftOut(draft, rows, 0), rows, 0), rows)).toEqual([0, 1, 2, 3])
    expect(isChanged(broughtBack(broughtBack(out, rows, 2), rows, 1))).toBe(false)
  })

  it('knows which texts stand in what was left out', () => {
    const label = 'blocks[1].rows[1].cells[0].label'
    expect(isLeftOut(label, draft, wordings.lists)).toBe(false)
    expect(isLeftOut(label, leftOut(draft, rows, 1), wordings.lists)).toBe(true)
    expect(isLeftOut(label, leftOut(draft, rows, 2), wordings.lists)).toBe(false)
    expect(isLeftOut(label, leftOut(draft, blocks, 1), wordings.lists)).toBe(true)
  })

  it('keeps its words, but not its order, on another version of the form', () => {
    const begun = moved(withText(draft, 'blocks[0].text', '新', '申请书'), rows, 0, 1)
    const gone = withText(begun, 'blocks[9].text', '没有了', '旧')
    const next = { ...wordings, from: localDate('2026-12-01') }
    expect(carried(gone, wordings)).toBe(gone)
    expect(carried(gone, next)).toEqual({
      texts: { 'blocks[0].text': '新' },
      orders: {},
      of: '2026-12-01',
    })
  })
})

describe('listTitle', () => {
  it('says what stands around a list, and what of it', () => {
    expect(listTitle('blocks', wordings.lists)).toBe('整份文书的各段')
    expect(listTitle('blocks[1].rows', wordings.lists)).toBe('表格：甲、乙 · 表格的各行')
    expect(listTitle('blocks[2].staff', wordings.lists)).toBe('签名栏 · 签名的人')
    expect(listTitle('blocks[1].rows[3].cells[0].choices', wordings.lists)).toBe('丁 · 各个方框')
  })
})

describe('shownParts', () => {
  it('tells tags from words', () => {
    expect(shownParts('共{协议.总金额|大写}元')).toEqual([
      { words: '共' },
      { tag: '协议.总金额·大写' },
      { words: '元' },
    ])
    expect(plainWords('{当事人.称谓}：姓名')).toBe('〔当事人.称谓〕：姓名')
  })

  it('shows a broken tag as it was typed', () => {
    expect(shownParts('共{协议.总金额元')).toEqual([{ words: '共{协议.总金额元' }])
  })
})

describe('standing', () => {
  it('is in force, to come, or replaced', () => {
    expect(standing({ from: '2026-01-01', inForce: true }, '2026-11-22').word).toBe('在用')
    expect(standing({ from: '2026-12-01', inForce: false }, '2026-11-22').word).toBe('还没到日子')
    expect(standing({ from: '2026-01-01', inForce: false }, '2026-11-22').word).toBe('已换成新的')
  })
})
