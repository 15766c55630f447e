import { describe, expect, it } from 'vitest'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import {
  isOwnField,
  isOwnList,
  mergeWords,
  type SheetRecord,
  toSheetForm,
  toWords,
} from '../../renderer/features/sheets/sheet-form.ts'

const none: SheetWords = { fields: {}, lists: {} }
const record: SheetRecord = {
  caseId: '0199f0c0-0000-7000-8000-000000000001',
  form: 'f13',
  title: '人民调解回访记录',
  questions: [
    { name: '回访.被访人', label: '被访人', kind: 'text', value: '陈志强' },
    { name: '回访.履行情况', label: '履行情况', kind: 'long' },
  ],
  lists: [
    {
      name: '函件.材料',
      label: '材料',
      columns: [
        { name: '材料.名称', label: '名称', kind: 'text' },
        { name: '材料.份数', label: '份数', kind: 'number' },
      ],
      rows: [{ '材料.名称': '欠条', '材料.份数': '1' }],
    },
  ],
  words: none,
  revision: 0,
  removed: false,
  mayEdit: true,
}
const newKey = () => {
  let count = 0
  return () => `row ${(count += 1)}`
}
const open = (words: SheetWords = none) => toSheetForm(record, words, newKey())
const list = record.lists[0] ?? expect.fail('the record has a list')

describe('toSheetForm', () => {
  it('shows what the record says until somebody wrote over it', () => {
    expect(open().fields).toEqual({ '回访.被访人': '陈志强', '回访.履行情况': '' })
    expect(open({ fields: { '回访.被访人': '' }, lists: {} }).fields['回访.被访人']).toBe('')
  })
})

describe('toWords', () => {
  it('keeps nothing of what is as the record says', () => {
    expect(toWords(open(), record, none)).toEqual(none)
  })

  it('keeps a blank where the record has words: it is written by hand', () => {
    const form = open()
    form.fields['回访.被访人'] = ''
    expect(toWords(form, record, none).fields).toEqual({ '回访.被访人': '' })
  })

  it('forgets own words that were turned back to those of the record', () => {
    const kept = { fields: { '回访.被访人': '陈父' }, lists: {} }
    const form = open(kept)
    form.fields['回访.被访人'] = '陈志强'
    expect(toWords(form, record, kept)).toEqual(none)
  })

  it('keeps what the form no longer asks', () => {
    const kept = { fields: { '回访.地点': '村委会' }, lists: { 旧表: [{ 甲: '乙' }] } }
    expect(toWords(open(kept), record, kept)).toEqual(kept)
  })

  it('takes a whole list once a cell of it changed, without its empty rows', () => {
    const form = open()
    const [first] = form.lists['函件.材料'] ?? []
    form.lists['函件.材料'] = [
      { key: 'a', cells: { ...first?.cells, '材料.份数': '2' } },
      { key: 'b', cells: { '材料.名称': ' ', '材料.份数': '' } },
    ]
    expect(toWords(form, record, none).lists).toEqual({
      '函件.材料': [{ '材料.名称': '欠条', '材料.份数': '2' }],
    })
  })

  it('keeps an emptied list as empty, and an added empty row as no change', () => {
    const emptied = { ...open(), lists: { '函件.材料': [] } }
    expect(toWords(emptied, record, none).lists).toEqual({ '函件.材料': [] })
    const form = open()
    form.lists['函件.材料'] = [...(form.lists['函件.材料'] ?? []), { key: 'new', cells: {} }]
    expect(isOwnList(form, list)).toBe(false)
    expect(toWords(form, record, none)).toEqual(none)
  })

  it('comes back as it was kept', () => {
    const kept = {
      fields: { '回访.履行情况': '已经付清\n没有再吵' },
      lists: { '函件.材料': [{ '材料.名称': '收条' }] },
    }
    expect(toWords(open(kept), record, kept)).toEqual(kept)
  })
})

describe('isOwnField', () => {
  it('is so for other words and for none', () => {
    const [person] = record.questions
    if (!person) return expect.fail('the record has a question')
    expect(isOwnField(open(), person)).toBe(false)
    expect(isOwnField(open({ fields: { [person.name]: '' }, lists: {} }), person)).toBe(true)
  })
})

describe('mergeWords', () => {
  const words = (fields: Record<string, string>): SheetWords => ({ fields, lists: {} })

  it('takes mine where I changed it and theirs elsewhere', () => {
    const base = words({ a: '一', b: '二', c: '三' })
    const mine = words({ a: '我的', b: '二', c: '三' })
    const theirs = words({ a: '一', b: '他的', c: '三', d: '新的' })
    expect(mergeWords(base, mine, theirs).fields).toEqual({
      a: '我的',
      b: '他的',
      c: '三',
      d: '新的',
    })
  })

  it('takes back what I took back', () => {
    expect(mergeWords(words({ a: '一' }), words({}), words({ a: '一' })).fields).toEqual({})
    expect(mergeWords(words({ a: '一' }), words({ a: '一' }), words({})).fields).toEqual({})
  })

  it('takes a list as a whole', () => {
    const list = (text: string): SheetWords => ({ fields: {}, lists: { 表: [{ 甲: text }] } })
    expect(mergeWords(list('一'), list('我'), list('他'))).toEqual(list('我'))
    expect(mergeWords(list('一'), list('一'), list('他'))).toEqual(list('他'))
  })
})
