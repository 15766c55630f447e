import { describe, expect, it } from 'vitest'
import type { TemplateFault } from '#contract/templates.ts'
import { listTags } from '#documents/templates/tag-list.ts'
import {
  searchTags,
  writtenTag,
  type ListedTag,
} from '../../renderer/features/templates/tag-search.ts'
import { textOfCode } from '../../renderer/lib/error-text/index.ts'
import { faultWords } from '../../renderer/lib/labels/templates.ts'

const fault = (each: Partial<TemplateFault>): TemplateFault => ({
  kind: 'unknown',
  tag: '{案件.名成}',
  near: '',
  ...each,
})

describe('faultWords', () => {
  it('says what is wrong and what was meant', () => {
    expect(faultWords(fault({ meant: '{案件.名称}' }))).toEqual({
      what: '没有 {案件.名成} 这个名称',
      how: '改成 {案件.名称}',
    })
    expect(faultWords(fault({}))).toEqual({ what: '没有 {案件.名成} 这个名称' })
  })

  it('tells a loop without end from an end without loop', () => {
    const loop = (tag: string, meant?: string) => faultWords(fault({ kind: 'loop', tag, meant }))
    expect(loop('{#证据}', '{/证据}').how).toBe('在要重复的内容后面写上 {/证据}')
    expect(loop('{/证据}', '{/当事人}').what).toContain('没有和它对应的开头')
    expect(loop('{#证据|99}', '{#证据}').how).toBe('改成 {#证据}')
    expect(loop('{ #证据}', '{#证据}').what).toContain('空格')
    expect(loop('#当事人').how).toContain('同一个格子')
  })

  it('has words for every way in which a file is no template', () => {
    for (const tag of [
      'tooLarge',
      'oldWord',
      'password',
      'otherOffice',
      'notZip',
      'noDocument',
      'macros',
      'linked',
      'anything',
    ])
      expect(faultWords(fault({ kind: 'notWord', tag })).what).toMatch(/请/u)
    expect(
      new Set(
        ['oldWord', 'password', 'macros'].map(
          (tag) => faultWords(fault({ kind: 'notWord', tag })).what,
        ),
      ).size,
    ).toBe(3)
    expect(faultWords(fault({ kind: 'damaged', tag: 'damaged' })).what).toContain('坏了')
  })
})

describe('searchTags', () => {
  const tags = listTags() as ListedTag[]

  it('shows all groups when nothing is typed, lists with what is in them', () => {
    const groups = searchTags(tags, ' ')
    expect(groups.flatMap((group) => group.tags)).toHaveLength(
      tags.filter(({ kind }) => kind !== 'list').length,
    )
    const parties = groups.find(({ title, list }) => title === '当事人' && list)
    expect(parties?.tags.map(({ name }) => name)).toContain('当事人.姓名')
  })

  it('narrows down by every word, in names and in samples', () => {
    const names = (typed: string) =>
      searchTags(tags, typed).flatMap((group) => group.tags.map(({ name }) => name))
    expect(names('案件 受理')).toEqual(['案件.受理日期'])
    expect(names('样例镇人民调解委员会')).toContain('机构.名称')
    expect(names('没有这样的')).toEqual([])
  })

  it('keeps a whole list when its own name is looked for', () => {
    const group = searchTags(tags, '劳动.职工').find(({ title }) => title === '劳动.职工')
    expect(group?.tags.map(({ name }) => name)).toContain('职工.金额')
  })

  it('writes a list with its begin and its end', () => {
    expect(searchTags(tags, '证据').map(({ list }) => list && writtenTag(list))).toContain(
      '{#证据}{/证据}',
    )
  })
})

describe('the words of a refusal', () => {
  it('say what is wrong with a wording', () => {
    const words = '“{案件.名成}”没有这个栏目'
    expect(textOfCode('templates.wordingBroken', { words })).toContain(words)
    expect(textOfCode('templates.dayTaken', { name: '申请书' })).toContain('“申请书”')
  })

  it('say why a paper has neither template nor wording', () => {
    const said = ['template', 'wordings', 'start'].map((what) =>
      textOfCode('templates.noTemplate', { what }),
    )
    expect(new Set(said).size).toBe(3)
  })
})
