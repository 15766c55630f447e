import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import type { PayTerm } from '#db/domain/offer/term.ts'
import {
  offerSentences,
  roundYuanWords,
  termSentence,
} from '../../renderer/features/offers/term-sentence.ts'

const zhang = { id: 'z', name: '张建国' }
const li = { id: 'l', name: '李秀英' }
const parties = [zhang, li]
const pay: PayTerm = {
  id: 't',
  kind: 'pay',
  payerId: 'l',
  payeeId: 'z',
  totalFen: 1_800_000,
  instalments: [],
  purpose: '',
  method: '',
  account: '',
}
const once = [{ dueOn: localDate('2026-12-05'), amountFen: 1_800_000 }]

describe('termSentence', () => {
  it('says who pays whom how much by when', () => {
    expect(termSentence({ ...pay, instalments: once }, parties)).toBe(
      '李秀英于2026年12月5日前付张建国 18,000.00 元',
    )
  })

  it('says that nobody said when', () => {
    expect(termSentence(pay, parties)).toBe('李秀英付张建国 18,000.00 元，没有说什么时候付')
  })

  it('sums up instalments by the first and the last of them', () => {
    const instalments = [
      ...once.map((one) => ({ ...one, amountFen: 1_000_000 })),
      { dueOn: localDate('2027-01-05'), amountFen: 400_000 },
      { dueOn: localDate('2027-02-05'), amountFen: 400_000 },
    ]
    expect(termSentence({ ...pay, instalments }, parties)).toBe(
      '李秀英分 3 期付张建国 18,000.00 元，第一期2026年12月5日前 10,000.00 元，2027年2月5日前付清',
    )
  })

  it('adds what for, how and to which account', () => {
    const term = { ...pay, instalments: once, purpose: '修缮费', method: 'cash', account: '某行 1' }
    expect(termSentence(term, parties)).toBe(
      '李秀英于2026年12月5日前付张建国 18,000.00 元（修缮费），现金，收款账户：某行 1',
    )
  })

  const dueOn = localDate('2026-12-10')
  it.each([
    [{ kind: 'act', text: '修好防水', dueOn }, '李秀英于2026年12月10日前修好防水'],
    [{ kind: 'act', text: '李秀英修好防水' }, '李秀英修好防水'],
    [{ kind: 'refrain', text: '夜里放音响' }, '李秀英不再夜里放音响'],
    [{ kind: 'refrain', text: '不在楼道堆物', dueOn }, '李秀英从2026年12月10日起不在楼道堆物'],
    [{ kind: 'apologise', text: '' }, '李秀英道歉'],
    [{ kind: 'apologise', text: '当面赔礼道歉' }, '李秀英当面赔礼道歉'],
    [{ kind: 'apologise', text: '写一封信' }, '李秀英道歉：写一封信'],
  ] as const)('says %o as %s', (duty, sentence) => {
    expect(termSentence({ id: 't', byId: 'l', ...duty }, parties)).toBe(sentence)
  })

  it('says a confirmed fact once, for two or for all', () => {
    const fact = { id: 't', kind: 'confirm', text: '双方确认劳动关系已解除' } as const
    expect(termSentence(fact, parties)).toBe('双方确认：劳动关系已解除')
    expect(termSentence(fact, [...parties, { id: 'w', name: '王五' }])).toBe(
      '各方确认：劳动关系已解除',
    )
    expect(termSentence({ ...fact, on: localDate('2026-11-01') }, parties)).toBe(
      '双方确认：劳动关系已解除（2026年11月1日）',
    )
  })
})

describe('offerSentences', () => {
  it('holds the condition and never the note', () => {
    const offer = { terms: [pay], condition: '先撤回投诉', note: '他其实还能加' }
    const text = offerSentences(offer, parties).join('\n')
    expect(text).toContain('条件：先撤回投诉')
    expect(text).not.toContain('还能加')
  })
})

describe('roundYuanWords', () => {
  it('shows fen only where there are any', () => {
    expect([roundYuanWords(300_000), roundYuanWords(300_050)]).toEqual(['3,000 元', '3,000.50 元'])
  })
})
