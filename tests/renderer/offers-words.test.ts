import { describe, expect, it } from 'vitest'
import type { Clause } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  badgesOf,
  headWords,
  type Ledger,
  type LedgerOffer,
  type LedgerParty,
  openOffers,
  othersWords,
  standsOf,
  standWords,
} from '../../renderer/features/offers/offer-words.ts'
import { isInStep, stepLines } from '../../renderer/features/offers/step-words.ts'

const zhang: LedgerParty = { id: 'z', name: '张建国', role: 'applicant', side: 'claimant' }
const li: LedgerParty = { id: 'l', name: '李秀英', role: 'respondent', side: 'opponent' }
const parties = [zhang, li]
const at = '2026-11-22T06:05:00.000Z'
const offer = (part: Partial<LedgerOffer>): LedgerOffer => ({
  id: 'o',
  ordinal: 1,
  partyId: 'l',
  madeAt: at,
  answers: [],
  terms: [
    {
      id: 't',
      kind: 'pay',
      payerId: 'l',
      payeeId: 'z',
      totalFen: 1_800_000,
      instalments: [],
      purpose: '',
      method: '',
      account: '',
    },
  ],
  condition: '',
  note: '',
  ...part,
})
const ledger = (part: Partial<Ledger>): Ledger => ({
  offers: [],
  parties,
  distances: [],
  step: { items: [] },
  ...part,
})

describe('headWords', () => {
  it('says which, whose, in answer to what, and when', () => {
    const all = [offer({ id: 'a', ordinal: 2 }), offer({ ordinal: 3, replyTo: 'a' })]
    const words = headWords(all[1]!, ledger({ offers: all }), localDate('2026-11-22'))
    expect(words.join(' · ')).toBe('第3次 · 李秀英提出 · 对第2次的还价 · 14:05')
  })

  it('adds the day when it is another one, and knows the mediator', () => {
    const own = offer({ partyId: undefined })
    expect(headWords(own, ledger({ offers: [own] }), localDate('2026-11-25')).join(' · ')).toBe(
      '第1次 · 调解员方案 · 11月22日 14:05',
    )
  })
})

describe('badgesOf', () => {
  const words = (part: Partial<LedgerOffer>, agreedOfferId?: string) =>
    badgesOf(offer(part), ledger({ agreedOfferId })).map((b) => b.word)

  it('tells who knows, what was told on, taken back or agreed', () => {
    expect(words({})).toEqual([])
    expect(words({ confidantId: 'l' })).toEqual(['只告诉了李秀英（未转告）'])
    expect(words({ confidantId: 'l', releasedAt: at })).toEqual(['已转告'])
    expect(words({ withdrawnAt: at })).toEqual(['已撤回'])
    const answers = [{ partyId: 'z', answer: 'yes', at }] as const
    expect(words({ answers: [...answers] }, 'o')).toEqual(['双方已同意'])
    expect(words({ answers: [...answers] }, 'later')).toEqual(['双方同意过，后来另有谈定'])
  })

  it('says of a standing offer that the same party has offered something else since', () => {
    const first = offer({ id: 'first', partyId: 'l', ordinal: 1 })
    const second = offer({ id: 'second', partyId: 'l', ordinal: 2 })
    const taken = offer({ id: 'taken', partyId: 'l', ordinal: 3, withdrawnAt: at })
    const all = ledger({ offers: [first, second, taken] })
    expect(badgesOf(first, all).map(({ word }) => word)).toEqual(['李秀英后来另提了第2次'])
    expect(badgesOf(second, all)).toEqual([])
  })

  it('never calls agreed what only one side knows', () => {
    const answers: LedgerOffer['answers'] = [{ partyId: 'z', answer: 'yes', at }]
    expect(words({ confidantId: 'l', answers })).toEqual(['只告诉了李秀英（未转告）'])
  })
})

describe('standsOf', () => {
  it('counts the last answer, and the maker as willing', () => {
    const answers: LedgerOffer['answers'] = [
      { partyId: 'z', answer: 'yes', at },
      { partyId: 'z', answer: 'no', at },
    ]
    expect(standsOf(offer({ answers }), parties).map(standWords)).toEqual(['不同意', '提出人'])
    expect(standsOf(offer({}), parties).map(standWords)).toEqual(['还没答复', '提出人'])
  })

  it('does not wait for who does not know', () => {
    expect(standsOf(offer({ confidantId: 'l' }), parties).map(standWords)).toEqual([
      '还不知道',
      '提出人',
    ])
    expect(othersWords(offer({ confidantId: 'l' }), parties)).toBe('张建国')
  })
})

describe('openOffers', () => {
  it('holds what both sides may see, newest first', () => {
    const all = [
      offer({ id: 'open', ordinal: 1 }),
      offer({ id: 'secret', ordinal: 2, confidantId: 'l' }),
      offer({ id: 'told', ordinal: 3, confidantId: 'l', releasedAt: at }),
      offer({ id: 'gone', ordinal: 4, withdrawnAt: at }),
    ]
    expect(openOffers(all).map(({ id }) => id)).toEqual(['told', 'open'])
  })
})

describe('stepLines', () => {
  const clause = (totalFen: number): Clause => ({
    id: 'c',
    kind: 'payment',
    text: '',
    payment: {
      payerId: 'l',
      payeeId: 'z',
      totalFen,
      method: '',
      instalments: [{ dueOn: localDate('2026-12-31'), amountFen: totalFen }],
    },
  })
  type Item = Ledger['step']['items'][number]
  const line = (item: Partial<Item>, clauses: Clause[], agreedOfferId: string | undefined = 'o') =>
    stepLines(
      ledger({
        offers: [offer({})],
        step: { agreedOfferId, items: [{ termId: 't', state: 'inStep', fields: [], ...item }] },
      }),
      clauses,
    )[0]

  it.each([
    [{ clauseId: 'c' }, '与协议书一致'],
    [
      { clauseId: 'c', state: 'clauseChanged', fields: ['totalFen', 'instalments'] },
      '协议书里改成了 20,000.00 元、2026年12月31日前付清',
    ],
    [{ clauseId: 'c', state: 'clauseChanged', fields: ['payeeId'] }, '协议书里改成了付给张建国'],
    [{ clauseId: 'c', state: 'clauseChanged', fields: ['text'] }, '协议书里的文字改过'],
    [{ state: 'clauseMissing' }, '协议书里删了这条'],
    [
      { clauseId: 'c', state: 'bothChanged', fields: ['totalFen'] },
      '方案变了，协议书里改成了 20,000.00 元',
    ],
  ] as [Partial<Item>, string][])('of %j says %s', (item, words) => {
    expect(line(item, [clause(2_000_000)])?.state).toBe(words)
    expect(line(item, [clause(2_000_000)])?.what).toContain('李秀英付张建国 18,000.00 元')
  })

  it('is silent about parts that only follow another total', () => {
    const dated = offer({})
    const [term] = dated.terms
    if (term?.kind === 'pay')
      term.instalments = [{ dueOn: localDate('2026-12-31'), amountFen: 1_800_000 }]
    const items: Item[] = [
      {
        termId: 't',
        clauseId: 'c',
        state: 'clauseChanged',
        fields: ['totalFen', 'instalments'],
      },
    ]
    const lines = stepLines(ledger({ offers: [dated], step: { agreedOfferId: 'o', items } }), [
      clause(2_000_000),
    ])
    expect(lines[0]?.state).toBe('协议书里改成了 20,000.00 元')
  })

  it('names a clause whose term is gone by its place in the agreement', () => {
    expect(
      line({ clauseId: 'c', state: 'termGone' }, [clause(2_000_000)], undefined),
    ).toMatchObject({
      what: '协议书第 1 条：付款 20,000.00 元',
      state: '方案已撤回，协议书里还留着',
    })
  })

  it('is in step only when every line is', () => {
    const items = [{ termId: 't', state: 'inStep', fields: [] }] as Item[]
    expect(isInStep(ledger({ step: { items } }))).toBe(true)
    expect(isInStep(ledger({ step: { items: [{ ...items[0]!, state: 'termGone' }] } }))).toBe(false)
  })
})
