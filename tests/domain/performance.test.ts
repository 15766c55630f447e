import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause } from '#db/domain/agreement/content.ts'
import { addDays, daysBetween, localDate } from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'
import { allocate, inPaymentOrder, type OpenSum } from '#db/domain/performance/allocate.ts'
import { carryOver, type PlacedObligation } from '#db/domain/performance/carry.ts'
import {
  daysLate,
  lastDayOf,
  isAllDone,
  obligationState,
  obligationTitle,
  totalsOf,
} from '#db/domain/performance/obligation.ts'
import { phoneScript } from '#db/domain/performance/phone-script.ts'

const today = localDate('2026-12-20')
const calendar = loadCalendar(new URL('../../resources/law', import.meta.url).pathname)
const fen = fc.integer({ min: 1, max: 10_000_000 })
const sums = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 12 })
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

const open = (leftFens: readonly number[]): OpenSum[] =>
  leftFens.map((leftFen, index) => ({
    id: String(index),
    debtorId: index % 3 === 2 ? 'other' : 'debtor',
    creditorId: 'creditor',
    dueOn: addDays(today, (index * 7) % 40),
    leftFen,
  }))

describe('allocate', () => {
  it('gives no sum more than is left of it, and parts and rest are the amount to the fen', () => {
    fc.assert(
      fc.property(fen, sums, (amount, lefts) => {
        const targets = open(lefts)
        const { parts, overFen } = allocate(amount, targets)
        for (const { id, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0)
          expect(amountFen).toBeLessThanOrEqual(lefts[Number(id)] ?? 0)
        }
        expect(sum(parts.map(({ amountFen }) => amountFen)) + overFen).toBe(amount)
        expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
        if (overFen > 0) expect(sum(lefts)).toBe(amount - overFen)
      }),
    )
  })

  it('fills a sum before it goes on to the next', () => {
    fc.assert(
      fc.property(fen, sums, (amount, lefts) => {
        const { parts } = allocate(amount, open(lefts))
        for (const { id, amountFen } of parts.slice(0, -1))
          expect(amountFen).toBe(lefts[Number(id)])
      }),
    )
  })
})

describe('inPaymentOrder', () => {
  it('takes the chosen one first, then by day what the same debtor owes the same creditor', () => {
    fc.assert(
      fc.property(sums, fc.nat(), (lefts, pick) => {
        const all = open(lefts)
        const first = all[pick % Math.max(1, all.length)]
        if (!first) return
        const [chosen, ...rest] = inPaymentOrder(first, all)
        expect(chosen).toBe(first)
        expect(rest).not.toContain(first)
        for (const one of rest) expect(one.debtorId).toBe(first.debtorId)
        const days = rest.map(({ dueOn }) => dueOn ?? '')
        expect(days).toEqual(days.toSorted())
      }),
    )
  })
})

const payment = (id: string, instalments: readonly number[]): Clause => ({
  id,
  kind: 'payment',
  text: '',
  payment: {
    payerId: 'debtor',
    payeeId: 'creditor',
    totalFen: sum(instalments),
    method: 'bankTransfer',
    instalments: instalments.map((amountFen, index) => ({
      dueOn: addDays(today, index * 30),
      amountFen,
    })),
  },
})

const placed = (clauseId: string, instalments: readonly number[]): PlacedObligation[] =>
  instalments.map((leftFen, index) => ({
    id: `${clauseId}-${index + 1}`,
    clauseId,
    instalment: index + 1,
    kind: 'payment',
    debtorId: 'debtor',
    creditorId: 'creditor',
    dueOn: addDays(today, index * 30),
    leftFen,
  }))

describe('carryOver', () => {
  it('loses no fen of what was paid and lets no new instalment take more than its own', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(amounts, amounts, fc.nat({ max: 5 }), (old, corrected, paidOf) => {
        const texts = { before: [payment('a', old)], after: [payment('b', corrected)] }
        const performances = old.slice(0, paidOf).map((amountFen, index) => ({
          id: `p${index}`,
          obligationId: `a-${index + 1}`,
          amountFen,
        }))
        const after = placed('b', corrected)
        const carried = carryOver(texts, placed('a', old), after, performances)
        for (const { performanceId, parts, restFen } of carried) {
          const paid = performances.find(({ id }) => id === performanceId)?.amountFen
          expect(sum(parts.map(({ amountFen }) => amountFen ?? 0)) + restFen).toBe(paid)
        }
        for (const { id, leftFen } of after)
          expect(
            sum(
              carried.flatMap(({ parts }) =>
                parts
                  .filter((part) => part.obligationId === id)
                  .map(({ amountFen }) => amountFen ?? 0),
              ),
            ),
          ).toBeLessThanOrEqual(leftFen)
        const over = sum(carried.map(({ restFen }) => restFen))
        if (over > 0)
          expect(sum(performances.map(({ amountFen }) => amountFen)) - over).toBe(sum(corrected))
      }),
    )
  })

  it('puts a payment where the same instalment stands now', () => {
    const texts = { before: [payment('a', [100, 200])], after: [payment('b', [100, 150, 50])] }
    const paid = [{ id: 'p', obligationId: 'a-2', amountFen: 200 }]
    expect(carryOver(texts, placed('a', [100, 200]), placed('b', [100, 150, 50]), paid)).toEqual([
      {
        performanceId: 'p',
        parts: [
          { obligationId: 'b-2', amountFen: 150 },
          { obligationId: 'b-1', amountFen: 50 },
        ],
        restFen: 0,
      },
    ])
  })

  it('keeps an act done with its clause, and nowhere when the clause is gone', () => {
    const act = (id: string, text: string): Clause => ({ id, kind: 'act', text })
    const obligation = (id: string): PlacedObligation => ({
      id: `of ${id}`,
      clauseId: id,
      instalment: undefined,
      kind: 'act',
      debtorId: undefined,
      creditorId: undefined,
      dueOn: undefined,
      leftFen: 0,
    })
    const before = [act('a', '晨光童装厂归还张三的身份证。')]
    const done = [{ id: 'p', obligationId: 'of a', amountFen: undefined }]
    const kept = [act('b', '晨光童装厂归还张三的身份证。')]
    expect(carryOver({ before, after: kept }, [obligation('a')], [obligation('b')], done)).toEqual([
      { performanceId: 'p', parts: [{ obligationId: 'of b' }], restFen: 0 },
    ])
    const gone = [act('c', '双方互相道歉，握手言和。')]
    expect(carryOver({ before, after: gone }, [obligation('a')], [obligation('c')], done)).toEqual([
      { performanceId: 'p', parts: [], restFen: 0 },
    ])
  })
})

describe('obligationState', () => {
  const owed = { kind: 'payment' as const, amountFen: 1000, paidFen: 0, count: 0, dropped: false }
  it.each([
    ['2026-12-17', {}, 'late'],
    // Saturday, moved to Monday.
    ['2026-12-19', {}, 'dueToday'],
    ['2026-12-20', {}, 'dueToday'],
    ['2026-12-27', {}, 'soon'],
    ['2026-12-28', {}, 'open'],
    ['2026-12-28', { paidFen: 1, count: 1 }, 'partly'],
    ['2026-12-17', { paidFen: 999, count: 3 }, 'late'],
    ['2026-12-19', { paidFen: 1000, count: 1 }, 'done'],
    ['2026-12-19', { dropped: true }, 'dropped'],
  ] as const)('of one due on %s with %o is %s', (dueOn, part, state) => {
    expect(obligationState({ ...owed, dueOn: localDate(dueOn), ...part }, today, [])).toBe(state)
  })

  it('of an act without a day stays open until somebody says that it was done', () => {
    const act = { kind: 'act' as const, amountFen: undefined, paidFen: 0, dropped: false }
    expect(obligationState({ ...act, dueOn: undefined, count: 0 }, today, [])).toBe('open')
    expect(obligationState({ ...act, dueOn: undefined, count: 1 }, today, [])).toBe('done')
  })

  it('counts days late only of what is late', () => {
    expect(daysLate('late', localDate('2026-12-17'), today)).toBe(3)
    expect(daysLate('done', localDate('2026-12-17'), today)).toBe(0)
  })

  it('is late from the day after the first working day on or after the one agreed (民法典 203)', () => {
    const days = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(days, days, (due, passed) => {
        const dueOn = addDays(localDate('2025-09-01'), due)
        const on = addDays(dueOn, passed)
        const lastOn = lastDayOf(dueOn, calendar)
        const state = obligationState({ ...owed, dueOn }, on, calendar)
        expect(state).toBe(on > lastOn ? 'late' : 'dueToday')
        expect(daysLate(state, lastOn, on)).toBe(Math.max(0, daysBetween(lastOn, on)))
      }),
    )
    const holiday = localDate('2026-10-01')
    const stateOn = (day: string) =>
      obligationState({ ...owed, dueOn: holiday }, localDate(day), calendar)
    expect([stateOn('2026-10-08'), stateOn('2026-10-09')]).toEqual(['dueToday', 'late'])
  })
})

describe('obligationTitle', () => {
  it('counts instalments where there are several', () => {
    expect(obligationTitle(1, 2, 3)).toBe('第1项第2期')
    expect(obligationTitle(2, 1, 1)).toBe('第2项')
    expect(obligationTitle(3, undefined, 1)).toBe('第3项')
  })
})

const line = (state: 'open' | 'late' | 'done' | 'dropped', amountFen: number, paidFen: number) => ({
  kind: 'payment' as const,
  state,
  amountFen,
  paidFen,
  leftFen: amountFen - paidFen,
})

describe('totalsOf', () => {
  it('adds up what counts and leaves out what a correction dropped', () => {
    expect(
      totalsOf([line('done', 100, 100), line('late', 200, 50), line('dropped', 900, 0)]),
    ).toEqual({ dueFen: 300, paidFen: 150, leftFen: 150, lateFen: 150, lateCount: 1 })
  })
})

describe('isAllDone', () => {
  it('needs something that was owed, and nothing left of it', () => {
    expect(isAllDone([])).toBe(false)
    expect(isAllDone([line('dropped', 1, 0)])).toBe(false)
    expect(isAllDone([line('done', 1, 1), line('dropped', 1, 0)])).toBe(true)
    expect(isAllDone([line('done', 1, 1), line('open', 1, 0)])).toBe(false)
  })
})

describe('phoneScript', () => {
  const caller = {
    bodyName: '云溪镇人民调解委员会',
    mediatorName: '吴调解',
    agreementNumber: '（2026）云人调字第1号',
    effectiveOn: localDate('2026-11-22'),
    enforceable: false,
  }
  const owed = {
    ...line('open', 500_000, 100_000),
    title: '第1项第1期',
    text: '',
    debtorName: '王老板',
    creditorName: '张三',
    dueOn: localDate('2026-12-25') as ReturnType<typeof localDate> | undefined,
    lastOn: localDate('2026-12-25'),
    daysLate: 0,
  }
  it('reminds of what is due next', () => {
    const lines = phoneScript([owed], caller)
    expect(lines[0]).toContain('请问是王老板吗？我是云溪镇人民调解委员会的调解员吴调解')
    expect(lines.join('')).toContain('已付1,000.00元，还差4,000.00元，约定2026年12月25日前付')
    expect(lines.join('')).not.toContain('起诉')
  })
  it('of what is late names the days and the way to a court, and promises nothing for the other side', () => {
    const late = { ...owed, state: 'late' as const, daysLate: 3 }
    const text = phoneScript([late, owed], caller).join('')
    expect(text).toContain('到今天过了3天')
    expect(text).toContain('我不能替对方答应')
    expect(text).toContain('张三可以向法院起诉')
  })
  it('of what a court has confirmed names enforcement, no suit', () => {
    const late = { ...owed, state: 'late' as const, daysLate: 3 }
    const text = phoneScript([late], { ...caller, enforceable: true }).join('')
    expect(text).toContain('张三可以向法院申请强制执行')
    expect(text).not.toContain('起诉')
  })
  it('of what nobody has paid yet says the sum once', () => {
    const unpaid = { ...owed, paidFen: 0, leftFen: 500_000 }
    expect(phoneScript([unpaid], caller).join('')).toContain('第1项第1期5,000.00元，约定')
  })
  it('has nothing to say when nothing is owed', () => {
    expect(phoneScript([], caller)).toEqual([])
    expect(phoneScript([{ ...owed, state: 'done' }], caller)).toEqual([])
  })
})
