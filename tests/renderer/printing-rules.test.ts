import { describe, expect, it } from 'vitest'
import type { PrintingSettings } from '#contract/printing.ts'
import {
  addRule,
  changeRule,
  removeRule,
  ruleRows,
} from '../../renderer/features/printing/rules.ts'

const forms = [
  { id: 'f04', title: '权利义务告知书' },
  { id: 'f10', title: '人民调解协议书' },
]
const none: PrintingSettings = { usual: { sides: 'long' }, forms: {} }

describe('ruleRows', () => {
  it('stand in the order of the house, a form that is gone last under its id', () => {
    const settings = ['x01', 'f10', 'f04'].reduce(addRule, none)
    expect(ruleRows(settings, forms).map(({ title }) => title)).toEqual([
      '权利义务告知书',
      '人民调解协议书',
      'x01',
    ])
  })
})

describe('changeRule', () => {
  it('changes one part of one form and nothing else', () => {
    const two = changeRule(addRule(addRule(none, 'f04'), 'f10'), 'f10', { copies: 4 })
    const turned = changeRule(two, 'f10', { sides: 'one' })
    expect(turned).toEqual({
      usual: { sides: 'long' },
      forms: { f04: {}, f10: { copies: 4, sides: 'one' } },
    })
    expect(none.forms).toEqual({})
  })
})

describe('removeRule', () => {
  it('leaves the others', () => {
    const two = addRule(addRule(none, 'f04'), 'f10')
    expect(Object.keys(removeRule(two, 'f04').forms)).toEqual(['f10'])
  })
})
