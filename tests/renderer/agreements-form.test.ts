import { describe, expect, it } from 'vitest'
import type { AgreementContent, AgreementParty } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  type AgreementForm,
  reasonsOf,
  toContent,
  toForm,
} from '../../renderer/features/agreements/agreement-form.ts'

const worker: AgreementParty = {
  id: 'p1',
  role: 'applicant',
  kind: 'person',
  name: '张建国',
  representatives: [],
}
const company: AgreementParty = {
  id: 'p2',
  role: 'respondent',
  kind: 'organisation',
  name: '某某制衣有限公司',
  representatives: [],
}
const parties = [worker, company]

const content: AgreementContent = {
  facts: '拖欠工资。',
  issues: '工资数额。',
  responsibilities: '公司应当支付。',
  clauses: [
    {
      id: 'c1',
      kind: 'payment',
      text: '',
      payment: {
        payerId: 'p2',
        payeeId: 'p1',
        totalFen: 1_204_828,
        method: 'cash',
        account: '尾号 0000',
        instalments: [
          { dueOn: localDate('2026-12-31'), amountFen: 602_414 },
          { dueOn: localDate('2027-01-31'), amountFen: 602_414, method: '转账' },
        ],
      },
    },
    { id: 'c2', kind: 'act', text: '出具离职证明。' },
  ],
  performanceManner: '按期支付',
  performanceDeadline: '2027年1月31日前',
  performancePlace: '本中心',
  copies: 3,
}
const facts = { typeCode: '0101', today: localDate('2026-11-22') }

const keys = () => {
  let count = 0
  return () => `k${(count += 1)}`
}
const formOf = (change: (form: AgreementForm) => void = () => undefined): AgreementForm => {
  const form = toForm(content, parties, keys())
  change(form)
  return form
}
const payment = (form: AgreementForm) => {
  const found = form.clauses[0]?.payment
  if (!found) throw new Error('no payment')
  return found
}

describe('toForm and toContent', () => {
  it('give back the same content', () => {
    expect(toContent(formOf())).toEqual(content)
  })

  it('give a payment clause without a payment its sides by role and a row to type into', () => {
    const form = toForm(
      { ...content, clauses: [{ id: 'c1', kind: 'payment', text: '' }] },
      parties,
      keys(),
    )
    expect(payment(form)).toMatchObject({ payerId: 'p2', payeeId: 'p1', instalments: [{}] })
  })

  it('keep a row without a date off the stored content', () => {
    const form = formOf((one) => {
      payment(one).instalments.push({ key: 'new', amountFen: 5 })
    })
    expect(toContent(form).clauses[0]?.payment?.instalments).toHaveLength(2)
  })

  it('store an empty total as zero and copies within the range of the contract', () => {
    const form = formOf((one) => {
      payment(one).totalFen = undefined
      one.copies = 400
    })
    const stored = toContent(form)
    expect([stored.clauses[0]?.payment?.totalFen, stored.copies]).toEqual([0, 99])
  })
})

describe('reasonsOf', () => {
  const blocking = (form: AgreementForm) =>
    reasonsOf(form, parties, facts)
      .filter(({ level }) => level === 'block')
      .map(({ path, code }) => [path, code])

  it('lets a complete agreement pass', () => {
    expect(blocking(formOf())).toEqual([])
  })

  it('tells only the missing date of a table that has a row without one', () => {
    const form = formOf((one) => {
      payment(one).instalments.push({ key: 'new', amountFen: 5 })
    })
    expect(blocking(form)).toEqual([
      ['clauses.0.payment.instalments.2.dueOn', 'instalmentDateMissing'],
    ])
  })

  it('tells a sum that is not the total', () => {
    const form = formOf((one) => {
      payment(one).totalFen = 1_204_829
    })
    expect(blocking(form)).toEqual([['clauses.0.payment.instalments', 'instalmentSum']])
  })
})
