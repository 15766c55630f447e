import { describe, expect, it } from 'vitest'
import type { Reason } from '#db/domain/reason.ts'
import {
  openWarnings,
  passedForSubmission,
  warningKey,
  wordsOfRecord,
} from '../../renderer/features/agreements/passed-warnings.ts'
import { quickReasons } from '../../renderer/features/agreements/quick-reasons.ts'
import { lintRules } from '#db/domain/agreement/lint/rules.ts'
import { agreementRecord } from './agreements-record.ts'

const warn = (path: string, code = 'vagueDate'): Reason => ({
  ruleId: 'D10',
  level: 'warn',
  path,
  code,
})
const list = (...ids: string[]) => ids.map((id) => ({ id }))
const objects = { clauses: list('a', 'b'), parties: list('p1', 'p2') }

describe('warningKey', () => {
  it('stays with its clause and its party wherever they move to', () => {
    const moved = { clauses: list('b', 'a'), parties: list('p2', 'p1') }
    expect(warningKey(warn('clauses.1.text'), objects)).toBe(
      warningKey(warn('clauses.0.text'), moved),
    )
    expect(warningKey(warn('parties.0.idNumber'), objects)).toBe(
      warningKey(warn('parties.1.idNumber'), moved),
    )
    expect(warningKey(warn('clauses.0.text'), objects)).not.toBe(
      warningKey(warn('clauses.1.text'), objects),
    )
  })

  it('takes a path without an object as it is', () => {
    for (const path of ['clauses', 'performanceDeadline', '', 'clauses.7.text'])
      expect(warningKey(warn(path), objects)).toBe(`D10 vagueDate ${path}`)
  })
})

describe('openWarnings and passedForSubmission', () => {
  const reasons: Reason[] = [
    warn('clauses.0.text'),
    warn('clauses.1.text'),
    { ...warn('facts'), level: 'block' },
    { ...warn('issues'), level: 'info' },
  ]

  it('count only warnings, and a blank reason as none', () => {
    const words = {
      [warningKey(warn('clauses.0.text'), objects)]: '已向双方说明',
      [warningKey(warn('clauses.1.text'), objects)]: '  ',
    }
    expect(openWarnings(reasons, words, objects).map(({ path }) => path)).toEqual([
      'clauses.1.text',
    ])
    expect(passedForSubmission(reasons, words, objects)).toEqual([
      { ruleId: 'D10', code: 'vagueDate', path: 'clauses.0.text', words: '已向双方说明' },
    ])
  })

  it('submit a reason at the place where its clause stands now, and none for a warning that went', () => {
    const words = { [warningKey(warn('clauses.0.text'), objects)]: '已核对' }
    const later = { ...objects, clauses: list('new', 'a') }
    expect(passedForSubmission([warn('clauses.1.text')], words, later)).toMatchObject([
      { path: 'clauses.1.text', words: '已核对' },
    ])
    expect(passedForSubmission([warn('clauses.0.text')], words, later)).toEqual([])
  })
})

describe('wordsOfRecord', () => {
  const passed = { ...warn('clauses.1.text'), words: '当事人坚持', byName: '王芳', at: '' }

  it('gives a passed warning back to the clause that it was passed for', () => {
    const { content } = agreementRecord
    const [a, b] = [
      { id: 'a', kind: 'other' as const, text: '甲' },
      { id: 'b', kind: 'other' as const, text: '乙' },
    ]
    const record = {
      ...agreementRecord,
      passedWarnings: [passed],
      lastSubmitted: { at: '', content: { ...content, clauses: [a, b] } },
      content: { ...content, clauses: [b] },
    }
    const now = { clauses: record.content.clauses, parties: record.parties }
    expect(openWarnings([warn('clauses.0.text')], wordsOfRecord(record), now)).toEqual([])
  })
})

describe('quickReasons', () => {
  it('offers reasons for every warning, none twice', () => {
    for (const [code, { level }] of Object.entries(lintRules)) {
      const reasons = quickReasons(code)
      if (level === 'warn') expect(reasons.length).toBeGreaterThanOrEqual(3)
      expect(new Set(reasons).size).toBe(reasons.length)
    }
    expect(quickReasons('defaultClauseMissing')[0]).toBe('当场付清，不需要')
    expect(quickReasons('constructor')).toEqual(quickReasons('unknown'))
  })
})
