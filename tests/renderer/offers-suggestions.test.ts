import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import type { PayTerm } from '#db/domain/offer/term.ts'
import {
  blankPay,
  formOfTerm,
  knownByAll,
  type OfferForm,
} from '../../renderer/features/offers/offer-form.ts'
import type { LedgerOffer, LedgerParty } from '../../renderer/features/offers/offer-words.ts'
import { suggestionWords } from '../../renderer/features/offers/suggestion-words.ts'
import {
  likelyPay,
  markedPieces,
  type Suggestion,
  takeSuggestions,
} from '../../renderer/features/offers/take-suggestions.ts'

const zhang: LedgerParty = { id: 'z', name: '张建国', role: 'applicant', side: 'claimant' }
const li: LedgerParty = { id: 'l', name: '李秀英', role: 'respondent', side: 'opponent' }
const keys = () => {
  let count = 0
  return () => `k${(count += 1)}`
}
const day = localDate('2026-12-05')
const read = (part: Partial<Suggestion>): Suggestion => ({
  kind: 'pay',
  dueOn: [],
  isRemainder: false,
  text: '',
  span: [0, 1],
  ...part,
})
const form = (terms: OfferForm['terms']): OfferForm => ({
  by: 'l',
  knownBy: knownByAll,
  heard: '',
  terms,
  condition: '',
  note: '',
})
const defaults = { payerId: 'l', payeeId: 'z', byId: 'l' }
const take = (given: OfferForm, suggestions: Suggestion[]) =>
  takeSuggestions(given, suggestions, { defaults, newId: keys() }).terms
const payOf = (totalFen: number): PayTerm => ({
  id: 'old',
  kind: 'pay',
  payerId: 'l',
  payeeId: 'z',
  totalFen,
  instalments: [{ dueOn: localDate('2026-12-31'), amountFen: totalFen }],
  purpose: '修缮费',
  method: 'cash',
  account: '',
})

const advance = read({ amountFen: 1_800_000, dueOn: [day] })
const rest = read({ isRemainder: true, parts: 3 })

describe('takeSuggestions', () => {
  it('fills the blank payment instead of adding another', () => {
    const terms = take(form([blankPay('t', {}, 'r')]), [advance])
    expect(terms).toMatchObject([
      { id: 't', payerId: 'l', payeeId: 'z', totalFen: 1_800_000, rows: [{ dueOn: day }] },
    ])
  })

  it('puts a remainder behind the payment before it, its total still to be asked', () => {
    const terms = take(form([blankPay('t', {}, 'r')]), [advance, rest])
    expect(terms).toHaveLength(1)
    expect(terms[0]).toMatchObject({
      totalFen: undefined,
      when: 'parts',
      datesCounted: true,
      rows: [
        { dueOn: '2026-12-05', amountFen: 1_800_000, isRest: false },
        { dueOn: '2027-01-05', isRest: true },
        { dueOn: '2027-02-05', isRest: true },
        { dueOn: '2027-03-05', isRest: true },
      ],
    })
  })

  it('takes the total of the answered offer for the remainder, and keeps its id and purpose', () => {
    const counter = form([formOfTerm(payOf(4_000_000), keys())])
    expect(take(counter, [advance, rest])).toMatchObject([
      {
        id: 'old',
        purpose: '修缮费',
        totalFen: 4_000_000,
        rows: [
          { amountFen: 1_800_000 },
          { amountFen: 733_333 },
          { amountFen: 733_333 },
          { amountFen: 733_334 },
        ],
      },
    ])
  })

  it('adds a remainder of known amount to the total', () => {
    const terms = take(form([]), [advance, { ...rest, amountFen: 900_000 }])
    expect(terms).toMatchObject([{ totalFen: 2_700_000 }])
  })

  it('takes the remainder alone later as well', () => {
    const first = { ...form([]), terms: take(form([]), [advance]) }
    expect(take(first, [rest])).toMatchObject([{ when: 'parts', rows: { length: 4 } }])
  })

  it('keeps the day of the answered offer when only an amount was said', () => {
    const counter = form([formOfTerm(payOf(4_000_000), keys())])
    expect(take(counter, [read({ amountFen: 1_200_000 })])).toMatchObject([
      { id: 'old', totalFen: 1_200_000, rows: [{ dueOn: '2026-12-31', amountFen: 1_200_000 }] },
    ])
  })

  it('changes a payment of the answered offer once, and adds what comes after', () => {
    const counter = form([formOfTerm(payOf(4_000_000), keys())])
    const terms = take(counter, [advance, read({ amountFen: 50_000 })])
    expect(terms.map((term) => term.kind === 'pay' && term.totalFen)).toEqual([1_800_000, 50_000])
  })

  it('does not turn a payment around', () => {
    const counter = form([formOfTerm(payOf(4_000_000), keys())])
    const terms = take(counter, [read({ amountFen: 100, payerId: 'z', payeeId: 'l' })])
    expect(terms).toMatchObject([
      { id: 'old', payerId: 'l', totalFen: 4_000_000 },
      { payerId: 'z', payeeId: 'l', totalFen: 100 },
    ])
  })

  it('finds the other party when only one of the two was named', () => {
    expect(take(form([]), [read({ amountFen: 100, payerId: 'z' })])).toMatchObject([
      { payerId: 'z', payeeId: 'l' },
    ])
  })

  it('leaves a time that is no date to the hand', () => {
    const [term] = take(form([]), [read({ amountFen: 100, duePhrase: '拿到赔款后' })])
    expect(term).toMatchObject({ phrase: '拿到赔款后', when: 'once' })
    expect(term?.kind === 'pay' && term.rows.map(({ dueOn }) => dueOn)).toEqual([undefined])
  })

  it('leaves open who does a duty that the words give to nobody, and drops the untouched payment', () => {
    const terms = take(form([blankPay('t', {}, 'r')]), [
      read({ kind: 'act', text: '修好防水', payerId: 'l', dueOn: [day] }),
      read({ kind: 'apologise', text: '她要先道歉' }),
      read({ kind: 'confirm', text: '劳动关系已解除' }),
    ])
    expect(terms).toMatchObject([
      { kind: 'act', byId: 'l', text: '修好防水', dueOn: day },
      { kind: 'apologise', byId: undefined },
      { kind: 'confirm', text: '劳动关系已解除' },
    ])
  })
})

describe('likelyPay', () => {
  const offer = { ordinal: 1, terms: [{ ...payOf(100), payerId: 'z', payeeId: 'l' }] }

  it('goes the way of the newest offer that names money', () => {
    expect(likelyPay([zhang, li], 'l', [offer as unknown as LedgerOffer])).toMatchObject({
      payerId: 'z',
      payeeId: 'l',
    })
  })

  it('lets the side that was called pay the one that came, whoever speaks', () => {
    for (const speaker of ['z', 'l', undefined])
      expect(likelyPay([zhang, li], speaker, [])).toMatchObject({ payerId: 'l', payeeId: 'z' })
  })

  it('lets the speaker pay between two of one side, and nobody among three', () => {
    const other: LedgerParty = { ...li, id: 'w', name: '王五' }
    expect(likelyPay([li, other], 'w', [])).toMatchObject({ payerId: 'w', payeeId: 'l' })
    expect(likelyPay([zhang, li, other], 'l', [])).toEqual({ byId: 'l' })
  })
})

describe('markedPieces', () => {
  it('marks what was read and leaves every character in its place', () => {
    const text = '同意12月5日前先付一万八，余款分三个月付清'
    const pieces = markedPieces(text, [{ span: [2, 13] }, { span: [14, 22] }])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.flatMap((piece) => (piece.number ? [piece.text] : []))).toEqual([
      '12月5日前先付一万八',
      '余款分三个月付清',
    ])
  })

  it('ignores spans that overlap or lie outside', () => {
    expect(markedPieces('abc', [{ span: [0, 2] }, { span: [1, 3] }, { span: [2, 9] }])).toEqual([
      { from: 0, text: 'ab', number: 1 },
      { from: 2, text: 'c' },
    ])
  })
})

describe('suggestionWords', () => {
  it.each([
    [advance, '付 18,000.00 元，2026年12月5日前'],
    [rest, '付 余款，分 3 期'],
    [{ ...advance, payerId: 'l', payeeId: 'z' }, '李秀英付张建国 18,000.00 元，2026年12月5日前'],
    [read({ amountFen: 100, duePhrase: '拿到赔款后' }), '付 1.00 元，“拿到赔款后”'],
    [read({ kind: 'apologise', text: '当面道歉' }), '道歉：当面道歉'],
  ])('tells %o as %s', (suggestion, words) => {
    expect(suggestionWords(suggestion, [zhang, li])).toBe(words)
  })
})
