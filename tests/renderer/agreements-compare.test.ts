import { describe, expect, it } from 'vitest'
import { agreementChanges } from '#db/domain/agreement/changes.ts'
import type { AgreementContent } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import { changeSides, changeTitle } from '../../renderer/features/agreements/change-words.ts'
import { compareRows } from '../../renderer/features/agreements/compare-rows.ts'
import { changeTargets } from '../../renderer/features/agreements/compare-target.ts'
import { marksOf, shortened } from '../../renderer/features/agreements/marked-words.ts'
import { passedFor, returnsSince } from '../../renderer/features/agreements/review-words.ts'
import {
  firstPair,
  versionLabel,
  type VersionText,
} from '../../renderer/features/agreements/version-words.ts'
import { content, parties, payClause } from './agreements-record.ts'

const payment = payClause.payment
if (!payment) throw new Error('no payment')

const told = (before: AgreementContent, after: AgreementContent) =>
  agreementChanges(before, after).map((change) => {
    const sides = changeSides(change, parties)
    return [changeTitle(change), sides.before, sides.after]
  })

describe('changeTitle and changeSides', () => {
  it('tell every part that can differ, in words', () => {
    const after: AgreementContent = {
      ...content,
      facts: '拖欠三个月工资。',
      copies: 4,
      clauses: [
        { id: 'c2', kind: 'confirm', text: '双方再无争议。' },
        {
          ...payClause,
          payment: {
            ...payment,
            payerId: 'p1',
            payeeId: 'gone',
            totalFen: 2_000_000,
            method: '转账',
            account: '农行',
            instalments: [
              { dueOn: localDate('2026-12-30'), amountFen: 900_000, method: 'wechat' },
              { dueOn: localDate('2027-01-31'), amountFen: 1_100_000 },
              { dueOn: localDate('2027-02-28'), amountFen: 1 },
            ],
          },
        },
      ],
    }
    expect(told(content, after)).toEqual([
      ['纠纷主要事实', '拖欠工资。', '拖欠三个月工资。'],
      ['第 1 条 种类', '其他', '确认'],
      ['第 1 条 文字', '双方再无其他争议。', '双方再无争议。'],
      ['第 2 条 位置', '第 1 条', '第 2 条'],
      ['第 2 条 付款人', '晨星童装有限公司', '陈志强'],
      ['第 2 条 收款人', '陈志强', '已不在本案的当事人'],
      ['第 2 条 金额', '18,000.00 元', '20,000.00 元'],
      ['第 2 条 支付方式', '现金', '转账'],
      ['第 2 条 收款账户', '', '农行'],
      ['第 2 条第 1 期 日期', '2026年12月31日', '2026年12月30日'],
      ['第 2 条第 1 期 支付方式', '', '微信支付'],
      ['第 2 条第 2 期 金额', '9,000.00 元', '11,000.00 元'],
      ['第 2 条第 3 期（新加）', '', '2027年2月28日，0.01 元'],
      ['份数', '3 份', '4 份'],
    ])
  })

  it('tell of a clause that came and of one that went, which are whole', () => {
    const other = { ...content, clauses: [{ id: 'x', kind: 'act' as const, text: '出具证明。' }] }
    const [added, removed] = agreementChanges(other, content)
    expect(told(content, other).map(([title]) => title)).toEqual([
      '原第 1 条（删去）',
      '原第 2 条（删去）',
      '第 1 条（新加）',
    ])
    expect(added && changeSides(added, parties)).toMatchObject({ whole: true })
    expect(removed && changeTargets(removed).attribute).toBeDefined()
  })

  it('lead to the later text, and of what went to the earlier one', () => {
    const shorter = { ...content, clauses: [payClause] }
    const [gone] = agreementChanges(content, shorter)
    const [came] = agreementChanges(shorter, content)
    expect(gone && changeTargets(gone)).toEqual({
      attribute: 'was',
      paths: ['clauses.1', 'clauses'],
    })
    expect(came && changeTargets(came)).toEqual({
      attribute: 'is',
      paths: ['clauses.1', 'clauses'],
    })
  })
})

describe('compareRows', () => {
  it('shows two equal texts without any change', () => {
    const blocks = compareRows(content, content, parties)
    expect(blocks.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '纠纷主要事实 same',
      '争议事项 same',
      '各方责任 same',
      '第 1 条 same',
      '第 2 条 same',
      '履行方式 same',
      '履行期限 same',
      '履行地点 same',
      '份数 same',
    ])
    expect(blocks[3]?.rows.map(({ label, after }) => `${label} ${after}`)).toEqual([
      '付款人 晨星童装有限公司',
      '收款人 陈志强',
      '金额 18,000.00 元',
      '支付方式 现金',
      '第 1 期 2026年12月31日，9,000.00 元',
      '第 2 期 2027年1月31日，9,000.00 元',
    ])
  })

  it('marks a block exactly where agreementChanges finds something', () => {
    const after: AgreementContent = {
      ...content,
      performanceDeadline: '2027年2月28日前',
      clauses: [
        { id: 'n', kind: 'apology', text: '当面道歉。' },
        {
          ...payClause,
          payment: { ...payment, instalments: payment.instalments.slice(0, 1) },
        },
      ],
    }
    const blocks = compareRows(content, after, parties)
    const marked = blocks.flatMap(({ title, state }) => (state === 'same' ? [] : [[title, state]]))
    expect(marked).toEqual([
      ['第 1 条', 'added'],
      ['第 2 条', 'changed'],
      ['原第 2 条', 'removed'],
      ['履行期限', 'changed'],
    ])
    const paths = new Set(
      blocks.flatMap((block) =>
        [block, ...block.rows].flatMap(({ is, was }) => [`is ${is}`, `was ${was}`]),
      ),
    )
    for (const change of agreementChanges(content, after)) {
      const { attribute, paths: wanted } = changeTargets(change)
      expect(wanted.some((path) => paths.has(`${attribute} ${path}`))).toBe(true)
    }
    const gone = blocks[4]?.rows.find(({ label }) => label === '原第 2 期')
    expect(gone).toMatchObject({ before: '2027年1月31日，9,000.00 元', after: '' })
  })

  it('says from where a clause was moved', () => {
    const turned = { ...content, clauses: content.clauses.toReversed() }
    const notes = compareRows(content, turned, parties).flatMap(({ note }) => note ?? [])
    expect(notes).toHaveLength(1)
  })
})

describe('marksOf', () => {
  const sides = { before: '三日内付清', after: '五日内付清', whole: false }

  it('shows each side its own words, and both with marks', () => {
    const text = (side: 'before' | 'after' | 'both') =>
      marksOf(sides, side)
        .map(({ text: run }) => run)
        .join('')
    expect([text('before'), text('after')]).toEqual(['三日内付清', '五日内付清'])
    expect(marksOf(sides, 'both').map(({ kind }) => kind)).toContain('same')
  })

  it('replaces a value as a whole', () => {
    expect(marksOf({ before: '1,000.00 元', after: '2,000.00 元', whole: true }, 'both')).toEqual([
      { kind: 'removed', text: '1,000.00 元' },
      { kind: 'added', text: '2,000.00 元' },
    ])
    expect(marksOf({ before: '', after: '新', whole: true }, 'before')).toEqual([])
  })
})

describe('shortened', () => {
  it('leaves out long stretches that stayed, and nothing that changed', () => {
    const long = '甲'.repeat(200)
    const marks = shortened([
      { kind: 'same', text: long },
      { kind: 'added', text: long },
      { kind: 'same', text: long },
      { kind: 'removed', text: '乙' },
      { kind: 'same', text: long },
    ])
    expect(marks.map(({ text }) => text.length)).toEqual([16, 200, 30, 1, 16])
  })
})

const version = (key: string, part: Partial<VersionText> = {}): VersionText => ({
  key,
  agreementId: 'a1',
  version: 1,
  status: 'draft',
  updatedAt: '2026-11-22T01:00:00.000Z',
  content,
  ...part,
})

describe('versionLabel', () => {
  it('says which version, and whether it is what stands now or what was handed in', () => {
    expect(versionLabel(version('v', { version: 2 }))).toBe('第 2 版，现在的（草稿）')
    expect(versionLabel(version('v', { status: 'approved', fileNumber: '（2026）1号' }))).toMatch(
      /^第 1 版，现在的（.+，（2026）1号）$/,
    )
    expect(versionLabel(version('v', { submittedAt: '2026-11-22T01:30:00.000Z' }))).toBe(
      '第 1 版，2026年11月22日 09:30送审的',
    )
  })
})

describe('firstPair', () => {
  const other = { ...content, facts: '别的。' }

  it('lays the newest beside the last one that says something else', () => {
    expect(firstPair([version('n'), version('s'), version('o', { content: other })])).toEqual({
      before: 'o',
      after: 'n',
    })
    expect(firstPair([version('n'), version('s')])).toEqual({ before: 's', after: 'n' })
    expect(firstPair([version('n')])).toBeUndefined()
    expect(firstPair([])).toBeUndefined()
  })
})

describe('returnsSince and passedFor', () => {
  it('find the words of return since the last submission', () => {
    const review = (id: string, decision: 'submitted' | 'returned', at: string) => ({
      id,
      at,
      actorName: '沈主任',
      decision,
      words: id,
    })
    const reviews = [
      review('old', 'returned', '2026-11-20T01:00:00.000Z'),
      review('sent', 'submitted', '2026-11-21T01:00:00.000Z'),
      review('why', 'returned', '2026-11-21T02:00:00.000Z'),
    ]
    expect(returnsSince(reviews, '2026-11-21T01:00:00.000Z').map(({ id }) => id)).toEqual(['why'])
  })

  it('find the reason of the very warning', () => {
    const passed = [
      { ruleId: 'D10', code: 'vagueDate', path: 'facts', words: '好', byName: '王芳', at: '' },
    ]
    const warning = { ruleId: 'D10', code: 'vagueDate', level: 'warn' as const }
    expect(passedFor(passed, { ...warning, path: 'facts' })?.words).toBe('好')
    expect(passedFor(passed, { ...warning, path: 'issues' })).toBeUndefined()
  })
})
