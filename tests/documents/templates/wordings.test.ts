import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { parseForm } from '#documents/forms/load-forms.ts'
import { paperText } from '#documents/paper-text.ts'
import { changeWordings } from '#documents/templates/change-wordings.ts'
import { listTags } from '#documents/templates/tag-list.ts'
import { wordingsOf } from '#documents/templates/wordings.ts'
import { allForms, fullData } from '../form-samples.ts'
import { sampleContext } from '../samples.ts'

const day = localDate('2026-12-01')
const form = (id: string) => {
  const found = allForms.find((each) => each.id === id)
  if (!found) throw new Error(`no form ${id}`)
  return found
}
const nothing = { texts: {}, orders: {} }
const f02 = form('f02')

const pathOf = (id: string, text: string): string => {
  const found = wordingsOf(form(id)).texts.find((each) => each.text === text)
  if (!found) throw new Error(`no text ${text}`)
  return found.path
}

describe('wordingsOf', () => {
  it('lists titles, labels, paragraphs and boxes in the order of the paper', () => {
    const texts = wordingsOf(f02).texts.map(({ kind, text }) => `${kind} ${text}`)
    expect(texts[0]).toBe('title 人民调解申请书')
    expect(texts).toContain('label 纠纷简要情况')
    expect(texts).toContain('heading 当事人申请事项')
    expect(texts).toContain('label 口头申请代填人')
  })

  it('leaves out what has no words of its own', () => {
    for (const each of allForms)
      for (const { text } of wordingsOf(each).texts)
        expect(text.replaceAll(/\{[^{}]*\}/gu, '')).toMatch(/[\p{L}\p{N}]/u)
  })

  it('gives each text and each list a place of its own', () => {
    for (const each of allForms) {
      const { texts, lists } = wordingsOf(each)
      const paths = [...texts, ...lists].map(({ path }) => path)
      expect(new Set(paths).size).toBe(paths.length)
    }
  })
})

describe('changeWordings', () => {
  it('changes nothing when nothing is changed', () => {
    for (const each of allForms) {
      const made = changeWordings(each, nothing, each.from)
      expect(made.fault).toBeUndefined()
      expect(JSON.stringify(made)).toBe(JSON.stringify({ definition: each }))
    }
  })

  it('makes a whole form with the new words, that reads back and prints', () => {
    const texts = { [pathOf('f02', '纠纷简要情况')]: '  事情经过（{案件.登记号}） ' }
    const made = changeWordings(f02, { texts, orders: {} }, day)
    if (made.fault) throw new Error(made.fault.words)
    expect(made.definition.from).toBe(day)
    const again = parseForm(JSON.stringify(made.definition), 'f02')
    const text = paperText(fillForm(again, fullData, sampleContext))
    expect(text).toContain('事情经过（MT-2026-000123）：')
    expect(text).not.toContain('纠纷简要情况')
  })

  it('moves and leaves out rows and blocks, within what was moved too', () => {
    const f13 = form('f13')
    const { lists } = wordingsOf(f13)
    const rows = lists.find(({ path }) => path.endsWith('.rows'))
    if (!rows) throw new Error('no rows')
    const [first, second, ...rest] = rows.items.map(({ place }) => place)
    const orders = { [rows.path]: [second ?? 0, first ?? 0, ...rest.slice(1)] }
    const made = changeWordings(f13, { texts: {}, orders }, day)
    if (made.fault) throw new Error(made.fault.words)
    const after = wordingsOf(made.definition).lists.find(({ path }) => path === rows.path)
    const words = rows.items.map((item) => item.words)
    expect(after?.items.map((item) => item.words)).toEqual([words[1], words[0], ...words.slice(3)])
  })

  it('keeps words with their rows when rows are moved', () => {
    const f13 = form('f13')
    const rows = wordingsOf(f13).lists.find(({ path }) => path.endsWith('.rows'))
    const label = wordingsOf(f13).texts.find(({ path }) => path.startsWith(`${rows?.path}[0].`))
    if (!rows || !label) throw new Error('no rows')
    const places = rows.items.map(({ place }) => place)
    const change = {
      texts: { [label.path]: '改过的字' },
      orders: { [rows.path]: places.toReversed() },
    }
    const made = changeWordings(f13, change, day)
    if (made.fault) throw new Error(made.fault.words)
    const last = wordingsOf(made.definition).lists.find(({ path }) => path === rows.path)
    expect(last?.items.at(-1)?.words).toContain('改过的字')
  })

  it('says what is wrong with a tag, and where', () => {
    const place = pathOf('f02', '纠纷简要情况')
    const faultOf = (text: string) =>
      changeWordings(f02, { texts: { [place]: text }, orders: {} }, day).fault
    expect(faultOf('经过{案件.登记好}')).toMatchObject({ place })
    expect(faultOf('经过{案件.登记好}')?.words).toContain('案件.登记号')
    expect(faultOf('经过{案件.登记号')?.words).toContain('没有闭合')
    expect(faultOf('经过｛案件.登记号｝')?.words).toContain('全角')
    expect(faultOf('  ')).toMatchObject({ place })
  })

  it('refuses places that are not there, twice or none', () => {
    const faultOf = (orders: Record<string, number[]>, texts = {}) =>
      changeWordings(f02, { texts, orders }, day).fault
    expect(faultOf({ blocks: [] })).toBeDefined()
    expect(faultOf({ blocks: [0, 0] })).toBeDefined()
    expect(faultOf({ blocks: [99] })).toBeDefined()
    expect(faultOf({ signers: [0] })).toBeDefined()
    expect(faultOf({}, { id: 'f03' })).toBeDefined()
    expect(faultOf({}, { 'blocks[0].kind': 'big' })).toBeDefined()
    expect(faultOf({ blocks: [0, 5] })).toBeUndefined()
  })

  it('refuses a form that would end with a table', () => {
    const roster = form('f22-roster')
    const { fault } = changeWordings(roster, { texts: {}, orders: { blocks: [0, 3] } }, day)
    expect(fault?.words).toContain('结尾')
  })
})

describe('listTags', () => {
  const tags = listTags()

  it('shows every field as it prints, and how many things a list has', () => {
    const sampleOf = (name: string, loop?: string) =>
      tags.find((tag) => tag.name === name && tag.loop === loop)?.sample
    expect(sampleOf('案件.名称')).toBe('张样例与样例服装有限公司劳动报酬纠纷')
    expect(sampleOf('当事人.姓名', '被申请人')).toBe('样例服装有限公司')
    expect(sampleOf('分期.金额', '条款.分期')).toBe('6,000.00')
    expect(sampleOf('当事人')).toBe('2')
  })

  it('has a sample for nearly every name', () => {
    const empty = tags.filter(({ loop, sample }) => loop === undefined && sample.includes('＿'))
    expect(empty.map(({ name }) => name)).toEqual([])
  })
})
