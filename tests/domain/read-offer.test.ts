import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { readOffer, type OfferingParty } from '#db/domain/offer/read-offer.ts'

const parties: OfferingParty[] = [
  { id: 'worker', name: '张三', kind: 'person', role: 'applicant' },
  { id: 'firm', name: '晨光童装厂', kind: 'organisation', role: 'respondent' },
]
const on = localDate('2026-11-22')
const springFestivals = { 2027: localDate('2027-02-06') }
const read = (text: string, more: Partial<Parameters<typeof readOffer>[1]> = {}) =>
  readOffer(text, { on, springFestivals, parties, ...more })

describe('readOffer', () => {
  it('names the parties of the case by id, in words that fit one only', () => {
    expect(read('厂里12月5日前付给张三一万八。')).toMatchObject([
      { kind: 'pay', amountFen: 1_800_000, payerId: 'firm', payeeId: 'worker' },
    ])
    expect(read('被申请人付给申请人一万八。')).toMatchObject([
      { payerId: 'firm', payeeId: 'worker' },
    ])
    const two = [
      ...parties,
      { id: 'other', name: '永兴厂', kind: 'organisation', role: 'thirdParty' } as const,
    ]
    const [term] = read('厂里付给张三一万八。', { parties: two })
    expect(term).toMatchObject({ payeeId: 'worker' })
    expect(term).not.toHaveProperty('payerId')
  })

  it('knows who speaks', () => {
    expect(read('我们同意赔给你三万块。', { partyId: 'firm' })).toMatchObject([
      { amountFen: 3_000_000, payerId: 'firm', payeeId: 'worker' },
    ])
    expect(read('我们同意赔给你三万块。')[0]).not.toHaveProperty('payerId')
  })

  it('makes dates of a day in each month, as many as were said', () => {
    const dueOn = (text: string, day = on) => read(text, { on: day }).map((term) => term.dueOn)
    expect(dueOn('同意付三万，每月15日付，分3个月付清。')).toEqual([
      ['2026-12-15', '2027-01-15', '2027-02-15'],
    ])
    expect(dueOn('同意付三万，每月15日付，分3个月付清。', localDate('2026-11-10'))).toEqual([
      ['2026-11-15', '2026-12-15', '2027-01-15'],
    ])
    expect(dueOn('同意付三万，从2027年1月起每月31日付，分3个月付清。')).toEqual([
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ])
    expect(dueOn('同意付三万，每月15日付。')).toEqual([[]])
  })

  it('begins the parts of a remainder after the part before it', () => {
    const [, rest] = read('同意一共付三万，2027年1月20日前先付一万，余款每月15日付，分2个月付清。')
    expect(rest).toMatchObject({
      isRemainder: true,
      amountFen: 2_000_000,
      parts: 2,
      dueOn: ['2027-02-15', '2027-03-15'],
    })
  })

  it('makes the whole of equal parts only when it is known how many', () => {
    expect(read('同意每月付2000，分6个月。')).toMatchObject([{ amountFen: 1_200_000, parts: 6 }])
    expect(read('同意每月付2000。')[0]).not.toHaveProperty('amountFen')
  })

  it('dates the spring festival by its table, and leaves it a phrase without one', () => {
    expect(read('同意春节前付清三万。')).toMatchObject([
      { dueOn: [expect.stringMatching(/^2027-02/)] },
    ])
    expect(read('同意春节前付清三万。', { springFestivals: {} })).toMatchObject([
      { dueOn: [], duePhrase: '春节前' },
    ])
  })

  it('says who does a duty', () => {
    expect(read('厂里出具离职证明。')).toMatchObject([{ kind: 'act', payerId: 'firm' }])
  })

  it('says of a duty only what is done once doer and day have fields of their own', () => {
    const deed = (text: string, more = {}) => read(text, more)[0]
    expect(deed('厂里12月5日前出具离职证明。')).toMatchObject({
      payerId: 'firm',
      dueOn: ['2026-12-05'],
      text: '出具离职证明',
      span: [0, 14],
    })
    expect(deed('晨光童装厂同意于 2026年12月5日之前，出具离职证明。')).toMatchObject({
      text: '出具离职证明',
    })
    expect(deed('我保证月底前把宿舍搬空。', { partyId: 'worker' })).toMatchObject({
      dueOn: ['2026-11-30'],
      text: '把宿舍搬空',
    })
    expect(deed('厂里出具离职证明。')).toMatchObject({ text: '厂里出具离职证明' })
    expect(deed('厂里派人在12月5日前出具离职证明。')).toMatchObject({
      text: '厂里派人在12月5日前出具离职证明',
    })
  })
})
