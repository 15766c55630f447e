import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementChanges, type Change } from '#db/domain/agreement/changes.ts'
import { pairClauses } from '#db/domain/agreement/clause-pairs.ts'
import {
  type AgreementContent,
  type Clause,
  clauseKinds,
  type Payment,
} from '#db/domain/agreement/content.ts'
import { keptInOrder } from '#db/domain/agreement/kept-in-order.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { content, payment } from './agreement-fixture.ts'

const said = (id: string, text: string): Clause => ({ id, kind: 'other', text })
const withClauses = (...clauses: Clause[]): AgreementContent => ({ ...content, clauses })
const withPayment = (change: Partial<Payment>): AgreementContent =>
  withClauses({ id: 'c1', kind: 'payment', text: '', payment: { ...payment, ...change } })

const changesOf = (before: AgreementContent, after: AgreementContent): string[] =>
  agreementChanges(before, after).map(({ kind, field, path }) => `${kind} ${field} ${path}`)

const repairs = '李四于2026年12月20日前修好卫生间的防水层，并承担全部费用。'
const apology = '王五当面向赵六赔礼道歉，双方握手言和。'
const keys = '承租人交还房屋和两把钥匙，双方当场清点。'

describe('agreementChanges', () => {
  it('finds nothing between equal contents', () => {
    expect(agreementChanges(content, structuredClone(content))).toEqual([])
  })

  it('tells of each field that differs, in the order of the paper', () => {
    expect(
      agreementChanges(content, {
        ...content,
        copies: 4,
        facts: '另一个经过。',
        performancePlace: '',
      }),
    ).toEqual([
      {
        kind: 'changed',
        field: 'facts',
        path: 'facts',
        before: content.facts,
        after: '另一个经过。',
      },
      {
        kind: 'removed',
        field: 'performancePlace',
        path: 'performancePlace',
        before: content.performancePlace,
      },
      { kind: 'changed', field: 'copies', path: 'copies', before: 3, after: 4 },
    ])
  })

  it('tells of a field that was blank as added', () => {
    expect(changesOf({ ...content, issues: '' }, content)).toEqual(['added issues issues'])
  })

  it('tells of the words of a clause as one change, by the place it has now', () => {
    const after = withClauses(said('c9', apology), said('c1', keys))
    expect(agreementChanges(withClauses(said('c1', repairs)), after)).toEqual([
      { kind: 'added', field: 'clause', path: 'clauses.0', after: after.clauses[0] },
      {
        kind: 'changed',
        field: 'clauseText',
        path: 'clauses.1.text',
        before: repairs,
        after: keys,
      },
    ])
  })

  it('tells of a clause that went where it stood, and not that the rest moved up', () => {
    const before = withClauses(said('a', repairs), said('b', apology), said('c', keys))
    expect(agreementChanges(before, withClauses(said('a', repairs), said('c', keys)))).toEqual([
      { kind: 'removed', field: 'clause', path: 'clauses.1', before: before.clauses[1] },
    ])
  })

  it('tells of one clause that was put elsewhere, by its numbers on the paper', () => {
    const [a, b, c] = [said('a', repairs), said('b', apology), said('c', keys)]
    expect(agreementChanges(withClauses(a, b, c), withClauses(c, a, b))).toEqual([
      { kind: 'changed', field: 'clauseOrder', path: 'clauses.0', before: 3, after: 1 },
    ])
  })

  it('knows a clause again by its words when its id is new', () => {
    const before = withClauses(said('a', repairs), said('b', apology))
    const after = withClauses(said('x', apology), said('y', repairs.replace('20', '25')))
    expect(changesOf(before, after)).toEqual([
      'changed clauseOrder clauses.1',
      'changed clauseText clauses.1.text',
    ])
  })

  it('knows a clause again by the term it grew out of', () => {
    const origin = { offerId: 'o1', termId: 't1' }
    const before = withClauses({ ...said('a', repairs), origin })
    const after = withClauses({ ...said('b', keys), origin: { offerId: 'o2', termId: 't1' } })
    expect(changesOf(before, after)).toEqual(['changed clauseText clauses.0.text'])
  })

  it('takes a clause with other words and another id for a new one', () => {
    expect(changesOf(withClauses(said('a', repairs)), withClauses(said('b', apology)))).toEqual([
      'removed clause clauses.0',
      'added clause clauses.0',
    ])
  })

  it('says nothing of ids and of where a clause came from: they do not print', () => {
    const before = withClauses(said('a', repairs), said('b', repairs))
    const after = withClauses(
      { ...said('x', repairs), origin: { offerId: 'o', termId: 't' } },
      said('y', repairs),
    )
    expect(agreementChanges(before, after)).toEqual([])
  })

  it('tells of each part of a payment that differs', () => {
    expect(
      agreementChanges(
        withPayment({}),
        withPayment({ totalFen: 1_704_829, method: 'cash', account: undefined, payeeId: 'p3' }),
      ),
    ).toEqual([
      {
        kind: 'changed',
        field: 'payee',
        path: 'clauses.0.payment.payeeId',
        before: 'p1',
        after: 'p3',
      },
      {
        kind: 'changed',
        field: 'total',
        path: 'clauses.0.payment.totalFen',
        before: 1_704_828,
        after: 1_704_829,
      },
      {
        kind: 'changed',
        field: 'method',
        path: 'clauses.0.payment.method',
        before: 'bankTransfer',
        after: 'cash',
      },
      {
        kind: 'removed',
        field: 'account',
        path: 'clauses.0.payment.account',
        before: payment.account,
      },
    ])
  })

  it('tells of a payment that came to a clause or went from it', () => {
    const bare = withClauses({ id: 'c1', kind: 'payment', text: '' })
    expect(changesOf(bare, withPayment({}))).toEqual(['added payment clauses.0.payment'])
    expect(changesOf(withPayment({}), bare)).toEqual(['removed payment clauses.0.payment'])
  })

  it('tells of the date and of the amount of an instalment apart', () => {
    const [first, second, third] = payment.instalments
    if (!first || !second || !third) throw new Error('the fixture has three instalments')
    const later = { ...second, dueOn: localDate('2027-01-25') }
    const less = { ...third, amountFen: 500_000 }
    expect(
      agreementChanges(withPayment({}), withPayment({ instalments: [first, later, less] })),
    ).toEqual([
      {
        kind: 'changed',
        field: 'dueOn',
        path: 'clauses.0.payment.instalments.1.dueOn',
        before: '2027-01-20',
        after: '2027-01-25',
      },
      {
        kind: 'changed',
        field: 'amount',
        path: 'clauses.0.payment.instalments.2.amountFen',
        before: 568_276,
        after: 500_000,
      },
    ])
  })

  it('tells of an instalment put in before the others, and leaves those alone', () => {
    const extra = { dueOn: localDate('2026-12-01'), amountFen: 100_000 }
    const more = withPayment({ instalments: [extra, ...payment.instalments] })
    expect(agreementChanges(withPayment({}), more)).toEqual([
      {
        kind: 'added',
        field: 'instalment',
        path: 'clauses.0.payment.instalments.0',
        after: extra,
      },
    ])
    expect(agreementChanges(more, withPayment({}))).toEqual([
      {
        kind: 'removed',
        field: 'instalment',
        path: 'clauses.0.payment.instalments.0',
        before: extra,
      },
    ])
  })
})

const text = fc.constantFrom('', repairs, apology, keys, repairs.replace('卫生间', '厨房'), '一')
const instalment = fc.record({
  dueOn: fc.nat(5).map((days) => addDays(localDate('2026-12-01'), days)),
  amountFen: fc.integer({ min: 1, max: 3 }),
  method: fc.constantFrom(undefined, 'cash'),
})
const anyPayment: fc.Arbitrary<Payment> = fc.record({
  payerId: fc.constantFrom('p1', 'p2'),
  payeeId: fc.constantFrom('p1', 'p2'),
  totalFen: fc.integer({ min: 1, max: 9 }),
  method: fc.constantFrom('cash', 'bankTransfer', ''),
  account: fc.constantFrom(undefined, '', '622200'),
  instalments: fc.array(instalment, { maxLength: 4 }),
})
const anyClauses: fc.Arbitrary<Clause[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    kind: fc.constantFrom(...clauseKinds),
    text,
    payment: fc.option(anyPayment, { nil: undefined }),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
)
const anyContent: fc.Arbitrary<AgreementContent> = fc.record({
  facts: text,
  issues: text,
  responsibilities: text,
  clauses: anyClauses,
  performanceManner: text,
  performanceDeadline: text,
  performancePlace: text,
  copies: fc.integer({ min: 1, max: 4 }),
})

/** What prints: no ids of clauses, nothing said as an empty text. */
const printed = ({ clauses, ...fields }: AgreementContent): unknown => ({
  ...fields,
  clauses: clauses.map((clause) => ({
    kind: clause.kind,
    text: clause.text,
    payment: clause.payment && {
      ...clause.payment,
      account: clause.payment.account ?? '',
      instalments: clause.payment.instalments.map((one) => ({ ...one, method: one.method ?? '' })),
    },
  })),
})

const valueAt = (content: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], content)

const isThere = (value: unknown): boolean => value !== undefined && value !== ''

describe('agreementChanges of any two contents', () => {
  it('are none for equal ones, whatever the ids', () => {
    fc.assert(
      fc.property(anyContent, (one) => {
        const renamed = {
          ...one,
          clauses: one.clauses.map((clause, place) => ({ ...clause, id: `new-${place}` })),
        }
        expect(agreementChanges(one, structuredClone(one))).toEqual([])
        expect(agreementChanges(one, renamed)).toEqual([])
      }),
    )
  })

  it('are some whenever the print differs', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        fc.pre(JSON.stringify(printed(before)) !== JSON.stringify(printed(after)))
        expect(agreementChanges(before, after)).not.toEqual([])
      }),
    )
  })

  it('each show what stands at their path, and the same backwards', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const changes = agreementChanges(before, after)
        for (const change of changes.filter(({ field }) => field !== 'clauseOrder')) {
          const side = change.kind === 'removed' && !isScalar(change) ? before : after
          const shown = change.kind === 'removed' ? change.before : change.after
          if (side === before || change.kind !== 'removed') {
            expect(valueAt(side, change.path), change.path).toEqual(shown)
          }
          expect(isThere(change.before)).toBe(change.kind !== 'added')
          expect(isThere(change.after)).toBe(change.kind !== 'removed')
        }
        const count = (kind: Change['kind'], list: Change[]) =>
          list.filter((change) => change.field === 'clause' && change.kind === kind).length
        const back = agreementChanges(after, before)
        expect(count('added', changes) - count('removed', changes)).toBe(
          after.clauses.length - before.clauses.length,
        )
        expect(count('added', back)).toBe(count('removed', changes))
      }),
    )
  })

  it('have no path twice for the same field', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const seen = changesOf(before, after)
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
  })
})

const isScalar = ({ field }: Change): boolean =>
  field !== 'clause' && field !== 'payment' && field !== 'instalment'

describe('pairClauses', () => {
  it('pairs every clause of both sides once', () => {
    fc.assert(
      fc.property(anyClauses, anyClauses, (before, after) => {
        const { pairs } = pairClauses(before, after)
        const places = (side: 'before' | 'after') =>
          pairs.flatMap((pair) => pair[side] ?? []).toSorted((a, b) => a - b)
        expect(places('before')).toEqual([...before.keys()])
        expect(places('after')).toEqual([...after.keys()])
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual([...after.keys()])
      }),
    )
  })

  it('puts what went right after what stood before it', () => {
    const [a, b, c] = [said('a', repairs), said('b', apology), said('c', keys)]
    expect(pairClauses([a, b, c], [a, c]).pairs).toEqual([
      { before: 0, after: 0 },
      { before: 1, after: undefined },
      { before: 2, after: 1 },
    ])
    expect(pairClauses([a, b, c], [c]).pairs.map(({ before }) => before)).toEqual([0, 1, 2])
  })

  it('prefers the most alike of several', () => {
    const before = [said('a', repairs)]
    const after = [said('x', repairs.replace('卫生间的防水层', '厨房漏水')), said('y', repairs)]
    expect(pairClauses(before, after).pairs).toEqual([
      { before: undefined, after: 0 },
      { before: 0, after: 1 },
    ])
  })

  it('knows a payment again though its words are blank', () => {
    const pay = (id: string, change: Partial<Payment>): Clause => ({
      id,
      kind: 'payment',
      text: '',
      payment: { ...payment, ...change },
    })
    const { pairs } = pairClauses(
      [pay('a', {}), pay('b', { payerId: 'p1', payeeId: 'p2', totalFen: 5 })],
      [pay('x', { payerId: 'p1', payeeId: 'p2', totalFen: 6 }), pay('y', {})],
    )
    expect(pairs).toEqual([
      { before: 1, after: 0 },
      { before: 0, after: 1 },
    ])
  })
})

describe('keptInOrder', () => {
  it('keeps a longest run that both lists share in order', () => {
    expect(keptInOrder([...'abcde'], [...'xbdze'])).toEqual([
      { before: 1, after: 1 },
      { before: 3, after: 2 },
      { before: 4, after: 4 },
    ])
  })

  it('is as long backwards, and whole for equal lists', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, (one, other) => {
        const kept = keptInOrder(one, other)
        expect(kept).toHaveLength(keptInOrder(other, one).length)
        expect(keptInOrder(one, one)).toHaveLength(one.length)
        for (const { before, after } of kept) expect(one[before]).toBe(other[after])
      }),
    )
  })
})
