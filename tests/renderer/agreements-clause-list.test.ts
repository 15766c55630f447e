import { describe, expect, it } from 'vitest'
import {
  moveClause,
  newClause,
  removeClause,
  restoreClause,
  withKind,
} from '../../renderer/features/agreements/clause-list.ts'

const list = ['a', 'b', 'c'].map((id) => ({ id, kind: 'other' as const, text: id }))
const ids = (clauses: readonly { id: string }[]) => clauses.map(({ id }) => id).join('')

describe('moveClause', () => {
  it.each([
    ['a', 1, 'bac'],
    ['c', -1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('moves %s by %i to %s', (id, by, expected) => {
    expect(ids(moveClause(list, id, by))).toBe(expected)
  })
})

describe('removeClause and restoreClause', () => {
  it('put a removed clause back to its place', () => {
    const { clauses, removed } = removeClause(list, 'b')
    expect(ids(clauses)).toBe('ac')
    if (!removed) throw new Error('nothing removed')
    expect(ids(restoreClause(clauses, removed))).toBe('abc')
    expect(ids(restoreClause(list, removed))).toBe('abc')
  })

  it('remove nothing for an unknown id', () => {
    expect(removeClause(list, 'x')).toEqual({ clauses: list, removed: undefined })
  })
})

describe('withKind', () => {
  const parties = [
    { id: 'p1', name: '甲', role: 'applicant' as const, kind: 'person' as const },
    { id: 'p2', name: '乙', role: 'respondent' as const, kind: 'person' as const },
  ]
  const key = () => 'k'

  it('keeps the words and gives a payment its sides', () => {
    const clause = withKind({ id: 'a', kind: 'act', text: '话' }, 'payment', parties, key)
    expect(clause).toMatchObject({
      kind: 'payment',
      text: '话',
      payment: { payerId: 'p2', payeeId: 'p1' },
    })
  })

  it('lets the payment go for another kind', () => {
    expect(withKind(newClause('payment', parties, key), 'other', parties, key)).toEqual({
      id: 'k',
      kind: 'other',
      text: '',
    })
  })
})
