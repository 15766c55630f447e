import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  agreedPackage,
  currentOffers,
  distances,
  isAgreedOffer,
  knowsOffer,
  sidesOf,
  standOf,
} from '#db/domain/offer/ledger.ts'
import { reasonsNotToOffer } from '#db/domain/offer/term-rules.ts'
import type { Offer, PayTerm, Term } from '#db/domain/offer/term.ts'

const parties = [
  { id: 'worker', side: 'claimant' },
  { id: 'firm', side: 'opponent' },
] as const
const ids = parties.map(({ id }) => id)

const pay = (totalFen: number, more: Partial<PayTerm> = {}): PayTerm => ({
  id: 't1',
  kind: 'pay',
  payerId: 'firm',
  payeeId: 'worker',
  totalFen,
  instalments: [],
  purpose: '',
  method: '',
  account: '',
  ...more,
})

const at = (minute: number) => `2026-11-22T02:${String(minute).padStart(2, '0')}:00.000Z`

const offer = (ordinal: number, more: Partial<Offer> = {}): Offer => ({
  id: `o${ordinal}`,
  ordinal,
  terms: [pay(ordinal * 100)],
  condition: '',
  note: '',
  madeAt: at(ordinal),
  answers: [],
  ...more,
})
const yes = (partyId: string, minute: number) =>
  ({ partyId, answer: 'yes', at: at(minute) }) as const
const no = (partyId: string, minute: number) => ({ partyId, answer: 'no', at: at(minute) }) as const

describe('knowsOffer', () => {
  it('keeps what was told in confidence to the confidant until it is released', () => {
    const whispered = offer(1, { partyId: 'worker', confidantId: 'worker' })
    expect(knowsOffer(whispered, 'worker')).toBe(true)
    expect(knowsOffer(whispered, 'firm')).toBe(false)
    expect(knowsOffer({ ...whispered, releasedAt: at(2) }, 'firm')).toBe(true)
  })
})

describe('isAgreedOffer', () => {
  it('takes the making for the yes of the one who offers, and the last word of everybody', () => {
    const asked = offer(1, { partyId: 'worker' })
    expect(standOf(asked, 'worker')).toBe('yes')
    expect(isAgreedOffer(asked, ids)).toBe(false)
    expect(isAgreedOffer({ ...asked, answers: [yes('firm', 2)] }, ids)).toBe(true)
    expect(isAgreedOffer({ ...asked, answers: [yes('firm', 2), no('firm', 3)] }, ids)).toBe(false)
  })

  it('asks everybody about a proposal of the mediator', () => {
    const proposed = offer(1, { answers: [yes('firm', 2)] })
    expect(isAgreedOffer(proposed, ids)).toBe(false)
    expect(isAgreedOffer({ ...proposed, answers: [yes('firm', 2), yes('worker', 3)] }, ids)).toBe(
      true,
    )
  })

  it('asks a third party too, and needs two sides', () => {
    const asked = offer(1, { partyId: 'worker', answers: [yes('firm', 2)] })
    expect(isAgreedOffer(asked, [...ids, 'guarantor'])).toBe(false)
    expect(isAgreedOffer(asked, ['worker'])).toBe(false)
  })

  it('never agrees to what was withdrawn or is still a secret', () => {
    const asked = offer(1, { partyId: 'worker', answers: [yes('firm', 2)] })
    expect(isAgreedOffer({ ...asked, withdrawnAt: at(3) }, ids)).toBe(false)
    expect(isAgreedOffer({ ...asked, confidantId: 'worker' }, ids)).toBe(false)
    expect(isAgreedOffer({ ...asked, confidantId: 'worker', releasedAt: at(2) }, ids)).toBe(true)
  })
})

describe('agreedPackage', () => {
  it('is the one agreed last, whatever its number', () => {
    const early = offer(1, { partyId: 'worker', answers: [yes('firm', 9)] })
    const late = offer(2, { partyId: 'firm', answers: [yes('worker', 5)] })
    expect(agreedPackage([early, late], ids)?.id).toBe('o1')
    expect(agreedPackage([{ ...early, withdrawnAt: at(10) }, late], ids)?.id).toBe('o2')
    expect(agreedPackage([offer(1, { partyId: 'worker' })], ids)).toBeUndefined()
  })
})

describe('currentOffers', () => {
  it('keeps of each the last one that stands, and of the mediator', () => {
    const all = [
      offer(1, { partyId: 'worker' }),
      offer(2, { partyId: 'firm' }),
      offer(3, { partyId: 'worker' }),
      offer(4),
      offer(5, { partyId: 'worker', withdrawnAt: at(6) }),
    ]
    expect(currentOffers(all).map(({ ordinal }) => ordinal)).toEqual([2, 3, 4])
  })

  it('holds at most one of each, and none that was withdrawn', () => {
    const offers = fc.array(
      fc.record({ partyId: fc.constantFrom('worker', 'firm', undefined), gone: fc.boolean() }),
    )
    fc.assert(
      fc.property(offers, (drawn) => {
        const all = drawn.map(({ partyId, gone }, index) =>
          offer(index + 1, { partyId, ...(gone ? { withdrawnAt: at(59) } : {}) }),
        )
        const current = currentOffers(all)
        expect(new Set(current.map(({ partyId }) => partyId)).size).toBe(current.length)
        expect(current.every(({ withdrawnAt }) => withdrawnAt === undefined)).toBe(true)
        const standing = all.filter(({ withdrawnAt }) => withdrawnAt === undefined)
        expect(current.length).toBe(new Set(standing.map(({ partyId }) => partyId)).size)
      }),
    )
  })
})

describe('sidesOf', () => {
  it('puts applicants on one side and everybody else on the other', () => {
    const drawn = (['respondent', 'applicant', 'thirdParty', 'coApplicant'] as const).map(
      (role) => ({ id: role, role }),
    )
    expect(sidesOf(drawn).map(({ side }) => side)).toEqual([
      'opponent',
      'claimant',
      'opponent',
      'claimant',
    ])
  })

  it('lets the first ask when nobody applied', () => {
    const equals = [
      { id: 'a', role: 'party' },
      { id: 'b', role: 'party' },
    ] as const
    expect(sidesOf(equals).map(({ side }) => side)).toEqual(['claimant', 'opponent'])
  })
})

describe('distances', () => {
  it('are what is asked less what is offered, once both have spoken', () => {
    const all = [
      offer(1, { partyId: 'worker', terms: [pay(40_000)] }),
      offer(2, { partyId: 'firm', terms: [pay(10_000)] }),
      offer(3, { partyId: 'worker', terms: [pay(30_000)] }),
      offer(4, { terms: [pay(20_000)] }),
      offer(5, { partyId: 'firm', terms: [pay(30_000)] }),
    ]
    expect(
      distances(all, parties).map(({ side, amountFen, distanceFen }) => [
        side,
        amountFen,
        distanceFen,
      ]),
    ).toEqual([
      ['claimant', 40_000, undefined],
      ['opponent', 10_000, 30_000],
      ['claimant', 30_000, 20_000],
      ['mediator', 20_000, 20_000],
      ['opponent', 30_000, 0],
    ])
  })

  it('count what the asking side would pay itself, and forget what was withdrawn', () => {
    const back = pay(5_000, { id: 't2', payerId: 'worker', payeeId: 'firm' })
    const all = [
      offer(1, { partyId: 'worker', terms: [pay(40_000), back] }),
      offer(2, { partyId: 'firm', terms: [pay(1)], withdrawnAt: at(3) }),
      offer(3, { partyId: 'firm', terms: [{ id: 't3', kind: 'other', text: '再想想' }] }),
    ]
    expect(distances(all, parties)).toMatchObject([{ ordinal: 1, amountFen: 35_000 }])
  })
})

describe('reasonsNotToOffer', () => {
  const codes = (...terms: Term[]) => reasonsNotToOffer(terms, ids).map(({ code }) => code)
  const dates = ['2026-12-05', '2027-01-05'].map(localDate)

  it('lets whole terms pass', () => {
    const parts = dates.map((dueOn) => ({ dueOn, amountFen: 50 }))
    expect(codes(pay(100, { instalments: parts }))).toEqual([])
    expect(codes(pay(100), { id: 't2', kind: 'apologise', byId: 'firm', text: '' })).toEqual([])
  })

  it.each<[string, Term[]]>([
    ['termsMissing', []],
    ['partyUnknown', [pay(1, { payerId: 'nobody' })]],
    ['partyUnknown', [{ id: 't1', kind: 'act', byId: 'nobody', text: '修好' }]],
    ['payerIsPayee', [pay(1, { payerId: 'worker' })]],
    ['totalMissing', [pay(0)]],
    [
      'instalmentSum',
      [pay(100, { instalments: [{ dueOn: localDate('2026-12-05'), amountFen: 99 }] })],
    ],
    [
      'dueDatesNotAscending',
      [
        pay(100, {
          instalments: dates.toReversed().map((dueOn) => ({ dueOn, amountFen: 50 })),
        }),
      ],
    ],
    ['textBlank', [{ id: 't1', kind: 'refrain', byId: 'firm', text: ' ' }]],
    ['textBlank', [{ id: 't1', kind: 'confirm', text: '' }]],
    ['textTooLong', [{ id: 't1', kind: 'other', text: '长'.repeat(2001) }]],
    ['termTwice', [pay(1), { id: 't1', kind: 'other', text: '好' }]],
    [
      'tooManyTerms',
      Array.from({ length: 51 }, (_, index) => ({ id: `t${index}`, kind: 'other', text: '好' })),
    ],
  ])('reports %s', (code, terms) => {
    expect(codes(...terms)).toEqual([code])
  })

  it('reports an instalment of nothing', () => {
    const parts = dates.map((dueOn, index) => ({ dueOn, amountFen: index * 100 }))
    expect(codes(pay(100, { instalments: parts }))).toEqual(['instalmentAmountMissing'])
  })
})
