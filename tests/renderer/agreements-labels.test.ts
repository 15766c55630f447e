import { describe, expect, it } from 'vitest'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import type { AgreementContent, AgreementParty } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  agreementDeadlineWords,
  agreementReasonText,
  signingReasonText,
} from '../../renderer/lib/labels/agreements.ts'
import { targetsOf } from '../../renderer/features/agreements/field-target.ts'
import { withPoint } from '../../renderer/features/agreements/key-points.ts'
import { parseCopies } from '../../renderer/lib/parse-copies.ts'
import { pageAt, pdfScale } from '../../renderer/ui/pdf-zoom.ts'

const parties: AgreementParty[] = [
  { id: 'p1', role: 'applicant', kind: 'person', name: '张建国', representatives: [] },
  { id: 'p2', role: 'respondent', kind: 'person', name: '', representatives: [] },
]
const due = localDate('2026-12-31')
const content: AgreementContent = {
  facts: '',
  issues: '工资',
  responsibilities: '公司承担',
  clauses: [
    { id: 'c1', kind: 'other', text: '双方不缴社会保险。' },
    {
      id: 'c2',
      kind: 'payment',
      text: '',
      payment: {
        payerId: 'p1',
        payeeId: 'p1',
        totalFen: 10_000,
        method: 'bankTransfer',
        instalments: [
          { dueOn: due, amountFen: 4000 },
          { dueOn: due, amountFen: 0 },
        ],
      },
    },
  ],
  performanceManner: '转账',
  performanceDeadline: '年底前',
  performancePlace: '本中心',
  copies: 2,
}

describe('agreementReasonText', () => {
  it('says where and what for every finding of a bad agreement', () => {
    const reasons = lintAgreement(content, parties, { typeCode: '10', today: due })
    const texts = reasons.map((reason) => agreementReasonText(reason, parties))
    expect(texts).toEqual(
      expect.arrayContaining([
        '纠纷主要事实：还没有填写',
        '第 2 个当事人：没有写姓名或名称，请到案件里补上',
        '张建国：没有登记证件号码，申请司法确认时法院要核对，建议补上',
        '第 2 条：付款人和收款人是同一人，请改其中一个',
        '第 2 条：各期合计 40.00 元，比总额少 60.00 元，请改各期金额或总额',
        '第 2 条第 2 期：没有写金额',
        '份数：至少要 3 份：当事人各一份，调解组织留存一份',
        '第 1 条：写有“不缴社会保险”：约定不缴社会保险无效，请删去',
      ]),
    )
    expect(texts.join('')).not.toMatch(/undefined|\[object|[a-z]{4,}/i)
  })

  it('tells a code it does not know by its code', () => {
    const reason = { ruleId: 'D1', level: 'block', path: '', code: 'newRule' } as const
    expect(agreementReasonText(reason, parties)).toBe('有一项不合要求（newRule）')
  })
})

describe('signingReasonText', () => {
  it('has words for a code of the store', () => {
    expect(signingReasonText('bodyMustSeal')).toBe('调解组织必须盖章')
  })
})

describe('agreementDeadlineWords', () => {
  it('knows the 30 days of the court and the 15 days of the arbitration', () => {
    expect(agreementDeadlineWords('E1')?.length).toBe('协议生效之日起 30 天内')
    expect(agreementDeadlineWords('F1')?.length).toBe('协议生效之日起 15 天内')
    expect(agreementDeadlineWords('X9')).toBeUndefined()
  })
})

describe('targetsOf', () => {
  it('goes from the field to ever larger parts', () => {
    expect(targetsOf('clauses.0.payment')).toEqual(['clauses.0.payment', 'clauses.0', 'clauses'])
  })
})

describe('withPoint', () => {
  it('adds a sentence on a new line with its full stop', () => {
    expect(withPoint('已有。\n', { speaker: '张建国', text: '欠三个月' })).toBe(
      '已有。\n张建国称：欠三个月。',
    )
    expect(withPoint('', { speaker: '公司', text: '认可。' })).toBe('公司称：认可。')
  })
})

describe('parseCopies', () => {
  it.each([
    ['3', 3],
    ['１２', 12],
    ['0', undefined],
    ['100', undefined],
    ['三', undefined],
    ['', undefined],
    ['2.5', undefined],
  ])('reads %j as %s', (text, copies) => {
    expect(parseCopies(text)).toBe(copies)
  })
})

describe('pdfScale', () => {
  const page = { width: 595, height: 842 }

  it('fits the whole page or its width, or shows it in natural size', () => {
    const room = { width: 1190, height: 842 }
    expect(pdfScale('page', page, room)).toBe(1)
    expect(pdfScale('width', page, room)).toBe(2)
    expect(pdfScale('full', page, room)).toBeCloseTo(96 / 72)
  })

  it('never shrinks to nothing', () => {
    expect(pdfScale('page', page, { width: 0, height: 0 })).toBeGreaterThan(0)
  })
})

describe('pageAt', () => {
  const pages = [
    { top: 16, height: 800 },
    { top: 832, height: 800 },
  ]

  it.each([
    [0, 1],
    [815, 1],
    [820, 2],
    [5000, 2],
  ])('finds at %i page %i', (middle, page) => {
    expect(pageAt(pages, middle)).toBe(page)
  })
})
