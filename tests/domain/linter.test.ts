import { describe, expect, it } from 'vitest'
import { completenessWords } from '#db/domain/agreement/lint/completeness-words.ts'
import { guards } from '#db/domain/case/status.ts'
import { lintMessage, ruleBasis, ruleSource } from '#db/domain/agreement/lint/messages.ts'
import { lintRules } from '#db/domain/agreement/lint/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import { firm, worker } from './agreement-fixture.ts'
import { type Draft, codesOf, lintDraft, says } from './linter-fixture.ts'
import { completenessRows, type Row } from './linter-rows.ts'
import { wordRows } from './linter-word-rows.ts'

const rows: Readonly<Record<string, Row>> = { ...completenessRows, ...wordRows }
const codes = [...Object.keys(completenessWords), ...Object.keys(lintRules)]
const cases = (side: keyof Row): [code: string, draft: Draft][] =>
  Object.entries(rows).flatMap(([code, row]) =>
    row[side].map((draft): [string, Draft] => [code, draft]),
  )
const shown = ({ clauses, content, parties, facts }: Draft): string =>
  JSON.stringify({
    clauses: clauses?.map(({ text }) => text),
    content,
    parties: parties?.length,
    facts,
  })

describe('the table of the linter', () => {
  it('has a row for every code, with one that must pass and one that must fail', () => {
    expect(Object.keys(rows).toSorted()).toEqual(codes.toSorted())
    for (const [code, { good, bad }] of Object.entries(rows))
      expect([code, good.length > 0, bad.length > 0]).toEqual([code, true, true])
  })

  it.each(cases('bad').map(([code, draft]) => ({ code, shown: shown(draft), draft })))(
    '$code is found in $shown',
    ({ code, draft }) => {
      expect(codesOf(draft)).toContain(code)
    },
  )

  it.each(cases('good').map(([code, draft]) => ({ code, shown: shown(draft), draft })))(
    '$code is not found in $shown',
    ({ code, draft }) => {
      expect(codesOf(draft)).not.toContain(code)
    },
  )
})

describe('lintMessage', () => {
  it('has words and a source for every code: no gaps, no code words, no foreign letters', () => {
    const told = new Set<string>()
    for (const [, draft] of cases('bad'))
      for (const reason of lintDraft(draft)) {
        const text = lintMessage(reason, { parties: draft.parties ?? [worker, firm] })
        expect(text).not.toMatch(/undefined|NaN|\[object|“”|不合要求（/)
        expect(text).not.toMatch(/\b(?!LPR|XX)[A-Za-z]{3,}\b/)
        const { title, article } = ruleSource(reason.ruleId, reason.code)
        expect(title).toMatch(/[\u4e00-\u9fa5]/)
        expect(reason.ruleId === 'P' || article !== '', reason.ruleId).toBe(true)
        told.add(reason.code)
      }
    expect([...told].toSorted()).toEqual(codes.toSorted())
  })

  it('says where, what is wrong and what to do', () => {
    const reason = lintDraft(says('某制衣厂尽快退还样布。')).find(
      ({ code }) => code === 'vagueDate',
    )
    expect(reason).toMatchObject({ ruleId: 'D10', level: 'warn', path: 'clauses.1.text' })
    if (!reason) throw new Error('not found')
    expect(lintMessage(reason)).toBe(
      '第 2 条：“尽快”说不准是哪一天，到时无法催付，法院也会认为内容不明确；请写成某年某月某日前',
    )
    expect(ruleSource('D2').article).toContain('第二十九条')
    expect(ruleSource('Z9')).toEqual({ title: '规则 Z9', article: '' })
  })
})

describe('ruleBasis', () => {
  it('tells the article, else the rule in words, and never its number', () => {
    expect(ruleBasis('A4')).toBe('依据《人民调解法》第十七条')
    expect(ruleBasis('B4')).toBe('调解员同当事人有利害关系的，应当回避')
    expect(ruleBasis('P')).toBeUndefined()
    expect(ruleBasis('Z9')).toBeUndefined()
  })

  it('knows every rule that stands before a step of a case', () => {
    const rules = new Set(Object.values(guards).flatMap((all) => all.map(({ ruleId }) => ruleId)))
    rules.delete('P')
    for (const rule of rules) expect(ruleBasis(rule), rule).toBeDefined()
  })
})

describe('lintAgreement', () => {
  it('tells the same thing of one place once, with all its words', () => {
    const found = lintDraft(says('某制衣厂尽快退还样布。王一近期交还单据。')).filter(
      ({ code }) => code === 'vagueDate',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.details).toEqual({ words: '尽快”“近期' })
  })

  it('gives a code always the rule and level of the table', () => {
    for (const [, draft] of cases('bad'))
      for (const { code, ruleId, level } of lintDraft(draft))
        if (Object.hasOwn(lintRules, code))
          expect(lintRules[code as keyof typeof lintRules]).toMatchObject({ ruleId, level })
  })

  it('speaks of a rule only from the day on that its law is in force', () => {
    const draft = says('按年利率36%支付利息。', 'other', {
      typeCode: '04.01',
      contractOn: localDate('2020-09-01'),
    })
    expect(codesOf(draft)).toContain('interestOverCeiling')
    const before = { ...draft, facts: { ...draft.facts, today: localDate('2020-08-19') } }
    expect(codesOf(before)).not.toContain('interestOverCeiling')
  })

  it('tells what the interest comes to and what the ceiling of that day was', () => {
    const reason = lintDraft(
      says('李某按月息2分支付利息。', 'other', {
        typeCode: '04.01',
        contractOn: localDate('2024-03-01'),
      }),
    ).find(({ ruleId }) => ruleId === 'I10')
    expect(reason?.details).toEqual({
      words: '月息2分',
      yearPercent: '24',
      ceilingPercent: '13.8',
      on: '2024年3月1日',
    })
  })
})
