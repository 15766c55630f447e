import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { reasonsNotToOffer } from '#db/domain/offer/term-rules.ts'
import type { PayTerm } from '#db/domain/offer/term.ts'
import { makeInput, problemsOf, termsOf } from '../../renderer/features/offers/offer-checks.ts'
import {
  blankPay,
  blankTerm,
  byMediator,
  formOfTerm,
  isWorthKeeping,
  knownByAll,
  knownChoices,
  knownNow,
  type OfferForm,
  type PayForm,
  withTotal,
  withWhen,
} from '../../renderer/features/offers/offer-form.ts'

const keys = () => {
  let count = 0
  return () => `k${(count += 1)}`
}
const day = localDate('2026-12-05')
const direction = { payerId: 'l', payeeId: 'z' }
const paid = (totalFen: number): PayForm => ({
  ...withTotal(blankPay('t', direction, 'r'), totalFen),
  rows: [{ key: 'r', dueOn: day, amountFen: totalFen, isRest: true }],
})
const form = (part: Partial<OfferForm>): OfferForm => ({
  by: 'l',
  knownBy: knownByAll,
  heard: '',
  terms: [],
  condition: '',
  note: '',
  ...part,
})

describe('problemsOf', () => {
  it('asks who, what and when of an empty offer', () => {
    const problems = problemsOf(form({ by: undefined, terms: [blankPay('t', {}, 'r')] }))
    expect(Object.keys(problems).toSorted()).toEqual([
      'by',
      'terms.0.payeeId',
      'terms.0.payerId',
      'terms.0.rows.0.dueOn',
      'terms.0.totalFen',
    ])
    expect(problemsOf(form({}))).toEqual({ terms: '请至少写一项' })
  })

  it('lets a payment through of which nobody said when', () => {
    const unsaid = withWhen(withTotal(blankPay('t', direction, 'r'), 100), 'unsaid', keys())
    expect(problemsOf(form({ terms: [unsaid] }))).toEqual({})
    expect(termsOf(form({ terms: [unsaid] })).terms).toMatchObject([{ instalments: [] }])
  })

  it('refuses parts that do not make up the total, and parts out of order', () => {
    const parts: PayForm = {
      ...paid(1000),
      when: 'parts',
      rows: [
        { key: 'a', dueOn: addDays(day, 9), amountFen: 500, isRest: false },
        { key: 'b', dueOn: day, amountFen: 400, isRest: false },
      ],
    }
    expect(problemsOf(form({ terms: [parts] }))).toEqual({
      'terms.0.rows': '各期合计 9.00 元，比总额少 1.00 元',
      'terms.0.rows.1.dueOn': '日期早于上一期，请按先后排列',
    })
  })

  it('needs words for a duty but not for an apology', () => {
    const duty = (kind: 'act' | 'apologise') => blankTerm(kind, { byId: 'l' }, keys())
    expect(problemsOf(form({ terms: [duty('apologise')] }))).toEqual({})
    expect(Object.keys(problemsOf(form({ terms: [duty('act')] })))).toEqual(['terms.0.text'])
  })

  it('lets nothing through that the store would refuse', () => {
    const row = record({
      fen: option(integer({ min: 0, max: 3000 }), { nil: undefined }),
      after: option(integer({ min: 0, max: 60 }), { nil: undefined }),
    })
    const pays = record({
      payerId: constantFrom('l', 'z', undefined),
      payeeId: constantFrom('l', 'z', undefined),
      totalFen: option(integer({ min: 0, max: 6000 }), { nil: undefined }),
      when: constantFrom('once', 'parts', 'unsaid'),
      rows: array(row, { minLength: 1, maxLength: 4 }),
    })
    assert(
      property(pays, ({ rows, when, totalFen, ...way }) => {
        const blank = { ...blankPay('t', way, 'r'), rows: [] }
        const term = withTotal(
          withWhen(
            {
              ...blank,
              rows: rows.map(({ fen, after }, index) => ({
                key: `${index}`,
                isRest: fen === undefined,
                ...(fen === undefined ? {} : { amountFen: fen }),
                ...(after === undefined ? {} : { dueOn: addDays(day, after) }),
              })),
            },
            when as PayForm['when'],
            keys(),
          ),
          totalFen,
        )
        const given = form({ terms: [term] })
        if (Object.keys(problemsOf(given)).length === 0)
          expect(reasonsNotToOffer(termsOf(given).terms, ['l', 'z'])).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('formOfTerm', () => {
  const term: PayTerm = {
    id: 'old',
    kind: 'pay',
    ...direction,
    totalFen: 900,
    instalments: [
      { dueOn: day, amountFen: 500 },
      { dueOn: addDays(day, 30), amountFen: 400 },
    ],
    purpose: '货款',
    method: 'cash',
    account: '',
  }

  it('brings a counter-offer the same terms under the same ids', () => {
    expect(termsOf(form({ terms: [formOfTerm(term, keys())] })).terms).toEqual([term])
    const once = { ...term, instalments: [{ dueOn: day, amountFen: 900 }] }
    expect(termsOf(form({ terms: [formOfTerm(once, keys())] })).terms).toEqual([once])
    const act = { id: 'a', kind: 'act', byId: 'l', text: '修好', dueOn: day } as const
    expect(termsOf(form({ terms: [formOfTerm(act, keys())] })).terms).toEqual([act])
  })

  it('lets a new total reach a single sum', () => {
    const once = formOfTerm({ ...term, instalments: [{ dueOn: day, amountFen: 900 }] }, keys())
    expect(withTotal(once as PayForm, 700).rows).toMatchObject([{ amountFen: 700 }])
  })
})

describe('knownNow', () => {
  const ids = ['z', 'l']

  it('is everybody unless said otherwise', () => {
    expect(knownChoices({ by: 'l' }, ids, undefined)).toEqual([knownByAll, 'l'])
    expect(knownNow({ by: 'l', knownBy: knownByAll }, ids, undefined)).toBe(knownByAll)
  })

  it('is never everybody in a separate talk', () => {
    expect(knownChoices({ by: byMediator }, ids, 'l')).toEqual(ids)
    expect(knownNow({ by: byMediator, knownBy: knownByAll }, ids, 'l')).toBe('l')
    expect(knownNow({ by: 'l', knownBy: knownByAll }, ids, 'l')).toBe('l')
  })

  it('follows the party that speaks and stays in confidence', () => {
    expect(knownNow({ by: 'z', knownBy: 'l' }, ids, undefined)).toBe('z')
    expect(knownNow({ by: byMediator, knownBy: 'l' }, ids, undefined)).toBe('l')
  })
})

describe('makeInput', () => {
  const at = { id: 'o', caseId: 'c', sessionId: 's', partyIds: ['z', 'l'] }

  it('says whose offer it is, what it answers and who alone knows of it', () => {
    const given = form({
      knownBy: 'l',
      replyTo: { offerId: 'first', ordinal: 1 },
      terms: [paid(500)],
      condition: ' 先修好 ',
    })
    expect(makeInput(given, at)).toMatchObject({
      id: 'o',
      caseId: 'c',
      sessionId: 's',
      partyId: 'l',
      replyTo: 'first',
      confidantId: 'l',
      terms: { condition: '先修好', note: '' },
    })
  })

  it("names no party for the mediator's own and no confidant for an open one", () => {
    const input = makeInput(form({ by: byMediator, terms: [paid(500)] }), at)
    expect([input.partyId, input.confidantId, input.replyTo]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('isWorthKeeping', () => {
  it('keeps any word and lets an untouched form go', () => {
    const untouched = form({ terms: [blankPay('t', direction, 'r')] })
    expect(isWorthKeeping(untouched)).toBe(false)
    expect(isWorthKeeping({ ...untouched, note: '再问' })).toBe(true)
    expect(isWorthKeeping({ ...untouched, terms: [paid(1)] })).toBe(true)
  })
})
