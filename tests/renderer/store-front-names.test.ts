import { describe, expect, it } from 'vitest'
import type { Me } from '#contract/store.ts'
import { chosenOf, lawyersFound, staffOf } from '../../renderer/features/store/front-names.ts'

const people: Me[] = [
  { userId: 'u-head', name: '沈主任', role: 'head' },
  { userId: 'u-sun', name: '孙律师', role: 'lawyer' },
  { userId: 'u-qian', name: '钱律师', role: 'lawyer' },
]
const lawyers = [
  { lawyerId: 'l-li', name: '李明', initials: 'lm' },
  { lawyerId: 'l-sun', name: '孙律师', initials: 'sls', userId: 'u-sun' },
]

describe('staffOf', () => {
  it('leaves out whoever is found among the lawyers, and keeps a lawyer who is not on the register', () => {
    expect(staffOf(people, lawyers).map(({ name }) => name)).toEqual(['沈主任', '钱律师'])
    expect(staffOf(people, [])).toEqual(people)
  })
})

describe('chosenOf', () => {
  it('finds a linked lawyer by either id, with the account', () => {
    for (const id of ['u-sun', 'l-sun'])
      expect(chosenOf(id, people, lawyers)).toEqual({ person: people[1], lawyer: lawyers[1] })
  })

  it('finds a lawyer without an account, and staff who are not on the register', () => {
    expect(chosenOf('l-li', people, lawyers)).toEqual({ person: undefined, lawyer: lawyers[0] })
    expect(chosenOf('u-head', people, lawyers)).toEqual({ person: people[0], lawyer: undefined })
    expect(chosenOf(undefined, people, lawyers)).toEqual({ person: undefined, lawyer: undefined })
  })
})

describe('lawyersFound', () => {
  it('searches names and the beginning of initials, also in full width and capitals', () => {
    const found = (typed: string) => lawyersFound(lawyers, typed).map(({ name }) => name)
    expect([found(''), found('明'), found('LM'), found('ｓｌ'), found('m')]).toEqual([
      ['李明', '孙律师'],
      ['李明'],
      ['李明'],
      ['孙律师'],
      [],
    ])
  })
})
