import { describe, expect, it } from 'vitest'
import type { ClauseForm } from '../../renderer/features/agreements/agreement-form.ts'
import { toContent, toForm } from '../../renderer/features/agreements/agreement-form.ts'
import {
  moveClause,
  removeClause,
  restoreClause,
  withKind,
} from '../../renderer/features/agreements/clause-list.ts'
import {
  differenceLines,
  isOutOfStep,
  type StepItem,
  stepLook,
} from '../../renderer/features/agreements/step-words.ts'
import { content, parties, payClause } from './agreements-record.ts'

const item = (state: StepItem['state'], part: Partial<StepItem> = {}): StepItem => ({
  termId: 't1',
  clauseId: 'c1',
  state,
  fields: [],
  ...part,
})

describe('stepLook', () => {
  it('says what differs, each word once', () => {
    expect(stepLook(item('inStep')).word).toBe('与方案一致')
    expect(stepLook(item('clauseChanged', { fields: ['totalFen', 'instalments'] })).word).toBe(
      '已改动：金额、付款日期',
    )
    expect(stepLook(item('bothChanged', { fields: ['x', 'y'] })).word).toBe(
      '方案和这里都改过：内容',
    )
    expect(stepLook(item('termGone')).word).toBe('方案里已经没有这一条')
  })
})

describe('differenceLines', () => {
  const clauses = [{ id: 'c0' }, { id: 'c1' }]

  it('names the clauses that differ and counts the missing ones', () => {
    const items = [
      item('clauseChanged', { fields: ['totalFen'] }),
      item('inStep', { clauseId: 'c0' }),
      item('clauseMissing', { clauseId: undefined }),
      item('clauseMissing', { clauseId: undefined }),
    ]
    expect(differenceLines({ agreedOfferId: 'o1', items }, clauses)).toEqual([
      '第 2 条已改动：金额',
      '方案里有 2 条，协议里没有',
    ])
  })

  it('leaves out a clause that has just been taken away, and tells when nothing is agreed any more', () => {
    expect(differenceLines({ items: [item('termGone', { clauseId: 'gone' })] }, clauses)).toEqual(
      [],
    )
    expect(differenceLines({ items: [item('termGone')] }, clauses)).toEqual([
      '第 2 条所依据的方案已经不算数了',
    ])
  })
})

describe('isOutOfStep', () => {
  it('is false without a package and while all agree', () => {
    const inStep = { agreedOfferId: 'o1', items: [item('inStep')] }
    expect(isOutOfStep(undefined, [])).toBe(false)
    expect(isOutOfStep(inStep, [{ id: 'c1' }])).toBe(false)
    expect(isOutOfStep({ agreedOfferId: 'o1', items: [item('clauseMissing')] }, [])).toBe(true)
  })

  it('is true at once for a clause that has just been taken out, before it is stored', () => {
    const items = [item('inStep')]
    expect(isOutOfStep({ agreedOfferId: 'o1', items }, [{ id: 'other' }])).toBe(true)
    expect(differenceLines({ agreedOfferId: 'o1', items }, [])).toEqual([
      '方案里有 1 条，协议里没有',
    ])
  })
})

describe('origin', () => {
  const origin = { offerId: 'o1', termId: 't1' }
  const grown = { ...content, clauses: [{ ...payClause, origin }, ...content.clauses.slice(1)] }
  const form = toForm(grown, parties, () => 'k')
  const originOf = (clauses: readonly ClauseForm[]) => clauses.find(({ id }) => id === 'c1')?.origin

  it('survives the form, moving, another kind, taking away and putting back', () => {
    expect(toContent(form).clauses[0]?.origin).toEqual(origin)
    expect(originOf(moveClause(form.clauses, 'c1', 1))).toEqual(origin)
    const [clause] = form.clauses
    if (!clause) throw new Error('no clause')
    const plain = withKind(clause, 'other', parties, () => 'k')
    expect(withKind(plain, 'payment', parties, () => 'k').origin).toEqual(origin)
    const { clauses, removed } = removeClause(form.clauses, 'c1')
    expect(originOf(clauses)).toBeUndefined()
    if (!removed) throw new Error('nothing removed')
    expect(originOf(restoreClause(clauses, removed))).toEqual(origin)
  })
})
