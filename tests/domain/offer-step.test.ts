import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import { clauseOfTerm } from '#db/domain/offer/clause-of-term.ts'
import {
  compareClause,
  reconcile,
  resetToPackage,
  stepOf,
  type StepLedger,
} from '#db/domain/offer/step.ts'
import { termOfClause } from '#db/domain/offer/term-of-clause.ts'
import type { PayTerm, Term } from '#db/domain/offer/term.ts'

const parties = [
  { id: 'worker', name: '张三' },
  { id: 'firm', name: '晨光童装厂' },
]
const counter = () => {
  let next = 0
  return () => `c${(next += 1)}`
}
const parts = (...amounts: number[]) =>
  amounts.map((amountFen, index) => ({ dueOn: localDate(`2027-0${index + 1}-15`), amountFen }))

const pay = (totalFen: number, more: Partial<PayTerm> = {}): PayTerm => ({
  id: 'wages',
  kind: 'pay',
  payerId: 'firm',
  payeeId: 'worker',
  totalFen,
  instalments: parts(totalFen),
  purpose: '拖欠工资',
  method: '',
  account: '',
  ...more,
})
const certificate: Term = {
  id: 'paper',
  kind: 'act',
  byId: 'firm',
  text: '出具离职证明',
  dueOn: localDate('2026-12-05'),
}
const words: Term = { id: 'end', kind: 'other', text: '双方再无其他争议' }
const pack = (id: string, ...terms: Term[]) => ({ id, terms })
const hand = (id: string, text: string): Clause => ({ id, kind: 'other', text })

const first = pack('o1', pay(20_000), certificate)
const drafted = (ledger: StepLedger) => reconcile([], ledger, counter())
const start = () => drafted({ offers: [first], agreed: first, parties })
const states = (clauses: readonly Clause[], ledger: StepLedger) =>
  Object.fromEntries(stepOf(clauses, ledger).map(({ termId, state }) => [termId, state]))
const one = (clauses: readonly Clause[], termId: string) => {
  const found = clauses.filter(({ origin }) => origin?.termId === termId)
  expect(found).toHaveLength(1)
  return found[0] as Clause
}
const changed = (clauses: readonly Clause[], termId: string, change: (clause: Clause) => Clause) =>
  clauses.map((clause) => (clause.origin?.termId === termId ? change(clause) : clause))
const withTotal = (totalFen: number) => (clause: Clause) => ({
  ...clause,
  payment: { ...clause.payment, totalFen, instalments: parts(totalFen) } as Clause['payment'] &
    object,
})

describe('clauseOfTerm', () => {
  const textOf = (term: Term, among = parties) => clauseOfTerm(term, 'o1', among, counter()).text

  it('makes a payment with what it is for before the generated sentence', () => {
    expect(clauseOfTerm(pay(20_000), 'o1', parties, counter())).toEqual({
      id: 'c1',
      kind: 'payment',
      text: '就拖欠工资',
      payment: {
        payerId: 'firm',
        payeeId: 'worker',
        totalFen: 20_000,
        method: '',
        instalments: parts(20_000),
      },
      origin: { offerId: 'o1', termId: 'wages' },
    })
  })

  it.each<[string, Term]>([
    ['晨光童装厂于2026年12月5日前（含当日）出具离职证明。', certificate],
    [
      '晨光童装厂出具离职证明。',
      { ...certificate, dueOn: undefined, text: '晨光童装厂出具离职证明；' },
    ],
    [
      '张三不得到厂门口拉横幅。',
      { id: 'x', kind: 'refrain', byId: 'worker', text: '到厂门口拉横幅' },
    ],
    [
      '晨光童装厂自2026年12月5日起停止夜间施工。',
      {
        id: 'x',
        kind: 'refrain',
        byId: 'firm',
        text: '停止夜间施工',
        dueOn: localDate('2026-12-05'),
      },
    ],
    ['晨光童装厂当面向张三赔礼道歉。', { id: 'x', kind: 'apologise', byId: 'firm', text: '当面' }],
    [
      '晨光童装厂在群里公开道歉。',
      { id: 'x', kind: 'apologise', byId: 'firm', text: '在群里公开道歉' },
    ],
    [
      '双方确认：劳动关系解除，日期为2026年10月31日。',
      { id: 'x', kind: 'confirm', text: '劳动关系解除', on: localDate('2026-10-31') },
    ],
    [
      '双方于2026年10月31日解除劳动关系。',
      {
        id: 'x',
        kind: 'confirm',
        text: '双方于2026年10月31日解除劳动关系',
        on: localDate('2026-10-31'),
      },
    ],
    ['双方再无其他争议。', words],
  ])('says %s', (text, term) => {
    expect(textOf(term)).toBe(text)
  })

  it('names the others together when there are more than one', () => {
    const term: Term = { id: 'x', kind: 'apologise', byId: 'firm', text: '' }
    expect(textOf(term, [...parties, { id: 'third', name: '王五' }])).toBe(
      '晨光童装厂向其他各方当事人赔礼道歉。',
    )
  })
})

describe('compareClause', () => {
  const [payment] = start() as [Clause]

  it('finds no difference in how it is paid or in the words before the payment', () => {
    const carried: Clause = {
      ...payment,
      text: '考虑到一方生活困难',
      payment: {
        ...(payment.payment as NonNullable<Clause['payment']>),
        method: 'cash',
        account: '6222',
        instalments: parts(20_000).map((part) => ({ ...part, method: 'cash' })),
      },
    }
    expect(compareClause(carried, pay(20_000), parties)).toEqual([])
  })

  it.each<[string, PayTerm]>([
    ['payerId', pay(20_000, { payerId: 'worker' })],
    ['payeeId', pay(20_000, { payeeId: 'firm' })],
    ['totalFen', pay(30_000, { instalments: parts(20_000) })],
    ['instalments', pay(20_000, { instalments: parts(10_000, 10_000) })],
    [
      'instalments',
      pay(20_000, { instalments: [{ dueOn: localDate('2027-01-16'), amountFen: 20_000 }] }),
    ],
  ])('finds another %s', (field, term) => {
    expect(compareClause(payment, term, parties)).toEqual([field])
  })

  it('looks at the words of a duty, not at its full stop', () => {
    const duty = one(start(), 'paper')
    expect(compareClause({ ...duty, text: duty.text.slice(0, -1) }, certificate, parties)).toEqual(
      [],
    )
    expect(compareClause({ ...duty, text: '改了' }, certificate, parties)).toEqual(['text'])
  })
})

describe('reconcile', () => {
  const second = pack('o2', pay(25_000), certificate)
  const ledger = { offers: [first, second], agreed: second, parties }
  const followedFirst = { offers: [first, second], agreed: first, parties }

  it('makes the clauses of a package, in step with it', () => {
    expect(start().map(({ kind }) => kind)).toEqual(['payment', 'act'])
    expect(states(start(), followedFirst)).toEqual({ wages: 'inStep', paper: 'inStep' })
  })

  it('updates an untouched clause and carries how it is paid', () => {
    const filled = changed(start(), 'wages', (clause) => ({
      ...clause,
      text: '因一方生活困难',
      payment: {
        ...(clause.payment as NonNullable<Clause['payment']>),
        method: 'bankTransfer',
        account: '6222',
        instalments: parts(20_000).map((part) => ({ ...part, method: '现金' })),
      },
    }))
    const next = reconcile(filled, ledger, counter(), first)
    expect(one(next, 'wages')).toMatchObject({
      id: one(filled, 'wages').id,
      text: '因一方生活困难',
      payment: {
        totalFen: 25_000,
        method: 'bankTransfer',
        account: '6222',
        instalments: [{ amountFen: 25_000, method: '现金' }],
      },
      origin: { offerId: 'o2' },
    })
    expect(states(next, ledger)).toEqual({ wages: 'inStep', paper: 'inStep' })
  })

  it('lets a method that only came with the former term follow the new one', () => {
    const cash = pack('o1', pay(20_000, { method: 'cash' }))
    const bank = pack('o2', pay(20_000, { method: 'bankTransfer', account: '6222' }))
    const before = drafted({ offers: [cash], agreed: cash, parties })
    const next = reconcile(before, { offers: [cash, bank], agreed: bank, parties }, counter(), cash)
    expect(one(next, 'wages').payment).toMatchObject({ method: 'bankTransfer', account: '6222' })
  })

  it('keeps a clause changed by hand when its term stays, and says so', () => {
    const third = pack('o2', pay(20_000), { ...certificate, text: '补缴社保' } as Term)
    const edited = changed(start(), 'wages', withTotal(18_000))
    const after = { offers: [first, third], agreed: third, parties }
    expect(states(edited, followedFirst)['wages']).toBe('clauseChanged')
    const next = reconcile(edited, after, counter(), first)
    expect(one(next, 'wages').payment?.totalFen).toBe(18_000)
    expect(stepOf(next, after)[0]).toEqual({
      termId: 'wages',
      clauseId: 'c1',
      state: 'clauseChanged',
      fields: ['totalFen', 'instalments'],
    })
    expect(one(next, 'paper').text).toContain('补缴社保')
  })

  it('links anew what both changed to the same', () => {
    const edited = changed(start(), 'wages', withTotal(25_000))
    const next = reconcile(edited, ledger, counter(), first)
    expect(one(next, 'wages').origin?.offerId).toBe('o2')
    expect(states(next, ledger)).toEqual({ wages: 'inStep', paper: 'inStep' })
  })

  it('keeps what both changed differently, as a conflict, also on a second look', () => {
    const edited = changed(start(), 'wages', withTotal(18_000))
    const next = reconcile(edited, ledger, counter(), first)
    expect(one(next, 'wages').payment?.totalFen).toBe(18_000)
    expect(states(next, ledger)['wages']).toBe('bothChanged')
    expect(reconcile(next, ledger, counter(), first)).toEqual(next)
  })

  it('takes out an untouched clause whose term is gone, keeps one changed by hand', () => {
    const onlyWords = pack('o2', words)
    const after = { offers: [first, onlyWords], agreed: onlyWords, parties }
    const edited = changed(start(), 'wages', withTotal(18_000))
    const next = reconcile(edited, after, counter(), first)
    expect(states(next, after)).toEqual({ end: 'inStep', wages: 'termGone' })
  })

  it('leaves nothing behind when nothing is agreed any more', () => {
    const none = { offers: [first], parties }
    const mixed = [...start(), hand('h1', '手写的')]
    expect(reconcile(mixed, none, counter(), first)).toEqual([hand('h1', '手写的')])
    const edited = changed(mixed, 'wages', withTotal(18_000))
    const kept = reconcile(edited, none, counter(), first)
    expect(states(kept, none)).toEqual({ wages: 'termGone' })
  })

  it('does not put back what was taken out by hand', () => {
    const without = start().filter(({ origin }) => origin?.termId !== 'paper')
    expect(states(without, followedFirst)).toEqual({ wages: 'inStep', paper: 'clauseMissing' })
    const next = reconcile(without, ledger, counter(), first)
    expect(states(next, ledger)).toEqual({ wages: 'inStep', paper: 'clauseMissing' })
    expect(reconcile(next, ledger, counter())).toEqual(next)
    expect(reconcile([], followedFirst, counter(), first)).toEqual([])
  })

  it('puts a new term behind the package, before closing clauses written by hand', () => {
    const longer = pack('o2', pay(20_000), certificate, words)
    const after = { offers: [first, longer], agreed: longer, parties }
    const next = reconcile([...start(), hand('h1', '本协议一式三份。')], after, counter(), first)
    expect(next.map(({ origin }) => origin?.termId)).toEqual(['wages', 'paper', 'end', undefined])
  })

  it('takes a clause written by hand for the term that says the same', () => {
    const only = pack('o1', words)
    const written = [hand('h1', '双方再无其他争议')]
    expect(reconcile(written, { offers: [only], agreed: only, parties }, counter())).toEqual([
      { ...written[0], origin: { offerId: 'o1', termId: 'end' } },
    ])
  })

  it('calls the second clause of one term a clause of its own', () => {
    const [wages, paper] = start() as [Clause, Clause]
    const twins = [wages, { ...wages, id: 'twin' }, paper]
    const next = reconcile(twins, followedFirst, counter(), first)
    expect(next.map(({ origin }) => origin?.termId)).toEqual(['wages', undefined, 'paper'])
  })
})

describe('resetToPackage', () => {
  const second = pack('o2', pay(25_000), certificate)
  const ledger = { offers: [first, second], agreed: second, parties }

  it('sets everything to the package and leaves what was written by hand', () => {
    const gone: Clause = { ...hand('g1', '旧的'), origin: { offerId: 'o1', termId: 'end' } }
    const mixed = [
      ...changed(start(), 'wages', withTotal(18_000)).filter(
        ({ origin }) => origin?.termId === 'wages',
      ),
      gone,
      hand('h1', '手写的'),
    ]
    const next = resetToPackage(mixed, ledger, counter())
    expect(states(next, ledger)).toEqual({ wages: 'inStep', paper: 'inStep' })
    expect(next).toContainEqual(hand('h1', '手写的'))
    expect(next).toHaveLength(3)
  })
})

describe('termOfClause', () => {
  const read = (clause: Clause, base?: Term) => termOfClause(clause, base, parties, () => 'fresh')

  it('keeps the term of a clause that still says the same', () => {
    expect(read(one(start(), 'paper'), certificate)).toEqual(certificate)
  })

  it('keeps the id of a clause changed by hand and reads who acts', () => {
    const clause = { ...one(start(), 'paper'), text: '晨光童装厂当场出具离职证明。' }
    const term = read(clause, certificate)
    expect(term).toMatchObject({ id: 'paper', kind: 'act', byId: 'firm' })
    expect(compareClause(clause, term, parties)).toEqual([])
  })

  it('leaves words that it cannot read as they are', () => {
    expect(read(hand('h1', '本协议一式三份。'))).toEqual({
      id: 'fresh',
      kind: 'other',
      text: '本协议一式三份。',
    })
  })

  it('puts long words before a payment on one line that the door lets in', () => {
    const long = { ...one(start(), 'wages'), text: `第一行\n${'很长'.repeat(300)}` }
    const term = read(long) as PayTerm
    expect(term.purpose).toHaveLength(200)
    expect(term.purpose).not.toContain('\n')
  })
})

const text = fc.constantFrom(
  '出具证明',
  '到场道歉',
  '晨光童装厂修好屋顶',
  '停止施工',
  '双方确认：无争议',
)
const day = fc.constantFrom(localDate('2026-12-05'), localDate('2027-01-31'), undefined)
const anyTerm = (id: string): fc.Arbitrary<Term> =>
  fc.oneof(
    fc
      .record({ totalFen: fc.integer({ min: 1, max: 3 }), method: fc.constantFrom('', 'cash') })
      .map((drawn) => pay(drawn.totalFen, { id, method: drawn.method })),
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom('act' as const, 'refrain' as const, 'apologise' as const),
      byId: fc.constantFrom('worker', 'firm'),
      text,
      dueOn: day,
    }),
    fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom('confirm' as const, 'other' as const),
      text,
      on: day,
    }),
  )
const anyPackage = (id: string) =>
  fc
    .subarray(['t1', 't2', 't3', 't4'], { minLength: 1 })
    .chain((ids) => fc.tuple(...ids.map(anyTerm)))
    .map((terms) => pack(id, ...terms))

type Edit = { at: number; how: 'remove' | 'change' | 'fill' | 'insert' }
const edits = fc.array(
  fc.record({
    at: fc.nat(9),
    how: fc.constantFrom<Edit['how']>('remove', 'change', 'fill', 'insert'),
  }),
  { maxLength: 6 },
)
const byHand = (clause: Clause, how: Edit['how'], index: number): Clause[] => {
  const { payment } = clause
  if (how === 'remove') return []
  if (!payment) return [{ ...clause, text: `改成${index}` }]
  return [
    how === 'fill'
      ? { ...clause, payment: { ...payment, account: `账户${index}` } }
      : { ...clause, payment: { ...payment, totalFen: 99 } },
  ]
}
/** Clauses as somebody left them after some work by hand. */
const worked = (clauses: readonly Clause[], done: readonly Edit[]): Clause[] => {
  let now = [...clauses]
  for (const [index, { at, how }] of done.entries())
    now =
      how === 'insert'
        ? now.toSpliced(at, 0, hand(`h${index}`, `手写${index}`))
        : now.flatMap((clause, place) =>
            place === at && clause.origin ? byHand(clause, how, index) : [clause],
          )
  return now
}

const story = fc.tuple(anyPackage('a'), anyPackage('b'), edits, fc.boolean())

const tell = ([a, b, done, isAgreed]: readonly [
  ReturnType<typeof pack>,
  ReturnType<typeof pack>,
  Edit[],
  boolean,
]) => {
  const newId = counter()
  const before = worked(reconcile([], { offers: [a, b], agreed: a, parties }, newId), done)
  const ledger: StepLedger = { offers: [a, b], agreed: isAgreed ? b : undefined, parties }
  return { a, before, ledger, newId, after: reconcile(before, ledger, newId, a) }
}

describe('reconcile after any work by hand', () => {
  it('gives the same when run again', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { a, ledger, newId, after } = tell(drawn)
        expect(reconcile(after, ledger, newId, a)).toEqual(after)
        expect(reconcile(after, ledger, newId, ledger.agreed)).toEqual(after)
      }),
    )
  })

  it('keeps every clause written by hand, word for word and in its order', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { before, after } = tell(drawn)
        const written = (clauses: readonly Clause[]) =>
          clauses.filter(({ id }) => id.startsWith('h'))
        expect(written(after)).toEqual(written(before))
      }),
    )
  })

  it('has every term once and every clause once', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { after } = tell(drawn)
        const terms = after.flatMap(({ origin }) => origin?.termId ?? [])
        expect(new Set(terms).size).toBe(terms.length)
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
      }),
    )
  })

  it('loses no words changed by hand and hides no difference', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { a, before, ledger, after } = tell(drawn)
        for (const clause of before) {
          const base = a.terms.find(({ id }) => id === clause.origin?.termId)
          if (!base || compareClause(clause, base, parties).length === 0) continue
          expect(after.find(({ id }) => id === clause.id)).toMatchObject({
            text: clause.text,
            ...(clause.payment ? { payment: clause.payment } : {}),
          })
        }
        for (const { termId, clauseId, state } of stepOf(after, ledger)) {
          const term = ledger.agreed?.terms.find(({ id }) => id === termId)
          const clause = after.find(({ id }) => id === clauseId)
          const isSame = term && clause && compareClause(clause, term, parties).length === 0
          expect(state === 'inStep').toBe(isSame === true)
        }
      }),
    )
  })

  it('is in step wherever nobody touched a clause', () => {
    fc.assert(
      fc.property(anyPackage('a'), anyPackage('b'), (a, b) => {
        const { ledger, after } = tell([a, b, [], true])
        expect(stepOf(after, ledger).every(({ state }) => state === 'inStep')).toBe(true)
        expect(after).toHaveLength(b.terms.length)
      }),
    )
  })

  it('is in step once the package is followed on purpose', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { ledger, newId, after } = tell(drawn)
        const { agreed } = ledger
        if (!agreed) return
        const reset = resetToPackage(after, { ...ledger, agreed }, newId)
        expect(stepOf(reset, ledger).every(({ state }) => state === 'inStep')).toBe(true)
        expect(resetToPackage(reset, { ...ledger, agreed }, newId)).toEqual(reset)
      }),
    )
  })

  it('becomes a proposal that is in step with the same clauses once agreed', () => {
    fc.assert(
      fc.property(story, (drawn) => {
        const { a, ledger, newId, after } = tell(drawn)
        const terms = after.map((clause) => {
          const base = ledger.offers
            .find(({ id }) => id === clause.origin?.offerId)
            ?.terms.find(({ id }) => id === clause.origin?.termId)
          return termOfClause(clause, base, parties, () => `n${newId()}`)
        })
        const proposal = pack('c', ...terms)
        const next = { ...ledger, offers: [...ledger.offers, proposal], agreed: proposal }
        const settled = reconcile(after, next, newId, ledger.agreed ?? a)
        expect(settled.map(({ id, text: said }) => [id, said])).toEqual(
          after.map(({ id, text: said }) => [id, said]),
        )
        expect(stepOf(settled, next).map(({ state }) => state)).toEqual(terms.map(() => 'inStep'))
      }),
    )
  })
})
