import { describe, expect, it } from 'vitest'
import { disputeTypes } from '#db/domain/case/taxonomy.ts'
import { pinyinInitials } from '../../renderer/lib/labels/pinyin-initials.ts'
import {
  disputeTypeLabel,
  searchDisputeTypes,
  searchSubTypes,
} from '../../renderer/lib/labels/taxonomy.ts'

const first = (text: string) => searchDisputeTypes(text)[0]?.code

describe('pinyinInitials', () => {
  it.each([
    ['排水漏水', 'psls'],
    ['调岗降薪', 'tgjx'],
    ['建设工程欠薪', 'jsgcqx'],
    ['厂房、店铺租赁转让', 'cfdpzlzr'],
    ['行12345', 'x12345'],
    ['安置阿玛', 'azam'],
  ])('%s is typed %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials)
  })
  it('finds an initial for every character of the code table', () => {
    for (const { label } of disputeTypes) {
      expect(pinyinInitials(label)).toHaveLength(label.replace(/[、（）—]/g, '').length)
    }
  })
})

describe('searchDisputeTypes', () => {
  it.each([
    ['2', '02'],
    ['２', '02'],
    ['10', '10'],
    ['02.03', '02.03'],
    ['lljf', '02'],
    ['psls', '02.03'],
    ['漏水', '02.03'],
    ['工伤', '11.08'],
  ])('%s finds %s first', (text, code) => {
    expect(first(text)).toBe(code)
  })
  it('finds every type by its own label and by its initials', () => {
    for (const type of disputeTypes) {
      expect(searchDisputeTypes(type.label)).toContain(type)
      expect(searchDisputeTypes(pinyinInitials(type.label))).toContain(type)
    }
  })
  it('finds nothing for nothing and for what is no type', () => {
    expect(searchDisputeTypes(' ')).toEqual([])
    expect(searchDisputeTypes('火星')).toEqual([])
  })
})

describe('searchSubTypes', () => {
  it('reads a number as the place within the branch', () => {
    expect(searchSubTypes('10', '2').map(({ code }) => code)).toEqual(['10.02'])
  })
  it('shows the whole branch before anything is typed', () => {
    expect(searchSubTypes('02', '')).toHaveLength(8)
  })
  it('stays within the branch', () => {
    for (const type of searchSubTypes('12', '人身')) expect(type.parent).toBe('12')
  })
})

describe('disputeTypeLabel', () => {
  it('names both levels', () => {
    expect(disputeTypeLabel('02.03')).toBe('邻里纠纷—排水漏水')
    expect(disputeTypeLabel('18')).toBe('其他纠纷')
  })
  it('shows the code of a type it does not know', () => {
    expect(disputeTypeLabel('02.77')).toContain('02.77')
  })
})
