import { describe, expect, it } from 'vitest'
import type { Obligation } from '#contract/obligations.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  beginPayment,
  firstOpen,
  methodOptions,
  overOf,
  paymentErrors,
  paymentInput,
} from '../../renderer/features/obligations/payment-form.ts'

const today = localDate('2026-12-20')
const obligation = (part: Partial<Obligation> = {}): Obligation => ({
  id: 'one',
  kind: 'payment',
  title: '第1项第1期',
  text: '',
  debtorId: 'debtor',
  creditorId: 'creditor',
  dueOn: localDate('2026-12-20'),
  amountFen: 500_000,
  paidFen: 0,
  leftFen: 500_000,
  method: 'bankTransfer',
  account: '',
  state: 'dueToday',
  daysLate: 0,
  performances: [],
  ...part,
})
const next = obligation({ id: 'two', title: '第1项第2期', dueOn: localDate('2027-01-20') })
const act = obligation({
  id: 'act',
  kind: 'act',
  text: '归还健康证。',
  leftFen: 0,
  dueOn: undefined,
})

describe('firstOpen', () => {
  it('is the payment that is due first, an act only when nothing is owed any more', () => {
    const done = obligation({ id: 'done', state: 'done', leftFen: 0 })
    expect(firstOpen([act, done, next, obligation()])?.id).toBe('one')
    expect(firstOpen([done, act])?.id).toBe('act')
    expect(firstOpen([done])).toBeUndefined()
  })
})

describe('beginPayment', () => {
  it('offers what is left, today, and the way that was agreed', () => {
    expect(beginPayment(obligation({ leftFen: 100 }), today)).toMatchObject({
      obligationId: 'one',
      amountFen: 100,
      doneOn: today,
      method: 'bankTransfer',
      proofs: [],
    })
    expect(beginPayment(act, today).amountFen).toBeUndefined()
  })
})

describe('paymentErrors', () => {
  const one = obligation()
  const all = [one, next]
  const form = beginPayment(one, today)
  const errors = (part: Partial<typeof form>) =>
    paymentErrors({ ...form, ...part }, one, all, today)
  it('takes a part, the whole, and what goes on to the next', () => {
    for (const amountFen of [1, 500_000, 500_001, 1_000_000])
      expect(errors({ amountFen })).toEqual({})
    expect(overOf({ ...form, amountFen: 600_000 }, one, all)).toEqual({
      overFen: 100_000,
      roomFen: 500_000,
    })
  })
  it('says what is owed when it is too much', () => {
    expect(errors({ amountFen: 1_000_001 }).amountFen).toContain('一共只差 10,000.00 元')
    expect(errors({ amountFen: 500_001, spread: false }).amountFen).toContain(
      '这一期只差 5,000.00 元',
    )
  })
  it('asks for an amount and a day that has come', () => {
    expect(errors({ amountFen: undefined }).amountFen).toBe('请填收到多少钱')
    expect(errors({ doneOn: undefined }).doneOn).toBe('请填哪一天付的')
    expect(errors({ doneOn: localDate('2026-12-21') }).doneOn).toContain('不能晚于今天')
    expect(paymentErrors(beginPayment(act, today), act, all, today)).toEqual({})
  })
})

describe('paymentInput', () => {
  it('sends no amount and no way of an act', () => {
    expect(paymentInput(beginPayment(act, today), act)).toEqual({
      obligationId: 'act',
      doneOn: today,
      paidFen: 0,
      method: '',
      note: '',
      proofIds: [],
      spread: true,
    })
  })
})

describe('methodOptions', () => {
  it('adds the way of the agreement when it is in words of its own', () => {
    expect(methodOptions('bankTransfer').map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5'])
    expect(methodOptions('交到村委会').at(-1)).toEqual({
      value: '交到村委会',
      label: '交到村委会',
      key: '6',
    })
  })
})
