import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { calendarOf } from '#db/domain/rota/days.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import { rankExchanges, rankSubstitutes } from '#db/domain/rota/substitutes.ts'
import { weightsOn } from '#db/domain/rota/weights.ts'
import { keepingAll, moved, whatIf } from '#db/domain/rota/what-if.ts'
import { loadHighs } from '../../../electron/rota/highs.ts'
import { solveProblem } from '../../../electron/rota/solve.ts'
import { smallProblem } from '#tests/support/rota-arbitrary.ts'
import { faultsOfRota, valueOfRota } from '#tests/support/rota-checker.ts'
import {
  families,
  instanceOf,
  lawyerOf,
  problemOf,
  shiftOf,
  weights,
} from '#tests/support/rota-instances.ts'

// A few seconds of reckoning, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})
const solved = (problem: Parameters<typeof solveProblem>[1]) => {
  const answer = solveProblem(highs, problem, { seed: 1, seconds: 30 })
  return answer.outcome === 'solved' ? answer : undefined
}
const bare = (assignments: readonly { lawyer: string; shift: string }[]) =>
  assignments.map(({ lawyer, shift }) => ({ lawyer, shift }))

const monday = localDate('2026-11-23')
const small = problemOf({
  lawyers: [
    lawyerOf('li', { name: '李明', history: { total: 4, weekends: 0, beforeHolidays: 0 } }),
    lawyerOf('zhou', { name: '周敏', history: { total: 6, weekends: 0, beforeHolidays: 0 } }),
    lawyerOf('chen', { name: '陈刚', leave: [{ from: monday, to: monday }] }),
    lawyerOf('wu', { name: '吴兰', limits: { restDays: 1 } }),
  ],
  shifts: [
    shiftOf('mon', monday, 'morning'),
    shiftOf('tue', addDays(monday, 1), 'morning'),
    shiftOf('wed', addDays(monday, 2), 'morning'),
  ],
})
const rota = [
  { lawyer: 'li', shift: 'mon' },
  { lawyer: 'wu', shift: 'tue' },
  { lawyer: 'zhou', shift: 'wed' },
]

describe('whatIf', () => {
  it('tells what a drag would break, what it would cost and whose fairness moves', () => {
    const told = whatIf(prepare(small), rota, {
      out: [{ lawyer: 'li', shift: 'mon' }],
      into: [{ lawyer: 'wu', shift: 'mon' }],
    })
    expect(told.broken.map(({ text }) => text)).toEqual([
      '吴兰两次值班之间至少隔 1 天（11月23日上午一号窗口、11月24日上午一号窗口）',
    ])
    expect(
      told.fairness.map(({ before, after }) => [
        before.lawyer,
        before.total.deviation,
        after.total.deviation,
      ]),
    ).toEqual([
      ['li', 1.75, 0.75],
      ['wu', -2.25, -1.25],
    ])
    expect(told.cost).toBe(told.parts.fairTotal)
    expect(told.cost).toBeLessThan(0)
  })

  it('tells the same cost and the same new faults as the independent checker', () => {
    fc.assert(
      fc.property(smallProblem, fc.nat(), fc.nat(), (problem, one, other) => {
        const at = solved(problem)
        if (!at || at.assignments.length === 0) return
        const old = bare(at.assignments)
        const out = old[one % old.length]
        const into = problem.lawyers[other % problem.lawyers.length]
        if (
          !out ||
          !into ||
          old.some((each) => each.shift === out.shift && each.lawyer === into.id)
        )
          return
        const move = { out: [out], into: [{ lawyer: into.id, shift: out.shift }] }
        const told = whatIf(prepare(problem), old, move)
        const now = moved(old, move)
        expect(told.cost).toBe(valueOfRota(problem, now) - valueOfRota(problem, old))
        expect(told.broken.length > 0).toBe(faultsOfRota(problem, now).length > 0)
        expect(told.mended).toEqual([])
      }),
      { numRuns: 80, seed: 64 },
    )
  })
})

describe('rankSubstitutes', () => {
  it('asks the one who is furthest behind first and those kept away last', () => {
    const ranked = rankSubstitutes(prepare(small), rota, { lawyer: 'li', shift: 'mon' })
    expect(ranked.map(({ lawyer, breaks }) => [lawyer, breaks.map(({ rule }) => rule.id)])).toEqual(
      [
        ['zhou', []],
        ['chen', ['leave:chen']],
        ['wu', ['rest:wu']],
      ],
    )
  })

  it('offers nobody who would break a rule, and prices each as the whole rota would', () => {
    const family = families[0]
    if (!family) throw new Error('no family')
    const problem = instanceOf(family, 4)
    const old = bare(solved(problem)?.assignments ?? [])
    expect(old.length).toBeGreaterThan(30)
    let able = 0
    for (const gone of old)
      for (const { lawyer, breaks, cost } of rankSubstitutes(prepare(problem), old, gone)) {
        const now = moved(old, { out: [gone], into: [{ lawyer, shift: gone.shift }] })
        expect(faultsOfRota(problem, now).length === 0).toBe(breaks.length === 0)
        expect(cost).toBe(valueOfRota(problem, now) - valueOfRota(problem, old))
        if (breaks.length === 0) able += 1
      }
    expect(able).toBeGreaterThan(5)
  })
})

describe('rankExchanges', () => {
  it('checks a swap on both sides, best first', () => {
    const [first] = rota
    if (!first) throw new Error('no rota')
    expect(
      rankExchanges(prepare(small), rota, first).map(({ partner, breaks, cost }) => [
        partner.lawyer,
        breaks.length,
        cost,
      ]),
    ).toEqual([
      ['wu', 0, 0],
      ['zhou', 0, 0],
    ])
    const family = families[0]
    if (!family) throw new Error('no family')
    const problem = instanceOf(family, 6)
    const old = bare(solved(problem)?.assignments ?? [])
    const [own] = old
    if (!own) throw new Error('no rota')
    const ranked = rankExchanges(prepare(problem), old, own)
    expect(ranked.length).toBeGreaterThan(10)
    for (const { partner, breaks, cost } of ranked) {
      const now = moved(old, {
        out: [own, partner],
        into: [
          { lawyer: own.lawyer, shift: partner.shift },
          { lawyer: partner.lawyer, shift: own.shift },
        ],
      })
      expect(faultsOfRota(problem, now).length === 0).toBe(breaks.length === 0)
      expect(cost).toBe(valueOfRota(problem, now) - valueOfRota(problem, old))
    }
  })
})

describe('keepingAll', () => {
  it('fills the gaps and moves nobody, even where a rule is broken already', () => {
    const family = families[1]
    if (!family) throw new Error('no family')
    const problem = instanceOf(family, 1)
    const whole = bare(solved(problem)?.assignments ?? [])
    const kept = whole.filter((_, index) => index % 4 !== 0)
    const answer = solved(keepingAll(problem, kept))
    expect(answer?.proven).toBe(true)
    expect(answer?.assignments.length).toBe(whole.length)
    expect(bare(answer?.assignments ?? [])).toEqual(expect.arrayContaining(kept))
  })
})

describe('the words of a reason', () => {
  it('say why this person, who else could and what it would cost', () => {
    const answer = solved({
      ...small,
      shifts: small.shifts
        .slice(1, 2)
        .map((shift) => ({ ...shift, needs: [{ kind: 'field', value: '劳动' }] })),
      lawyers: small.lawyers.map((lawyer) =>
        lawyer.id === 'wu'
          ? { ...lawyer, fields: ['劳动'], wishes: [{ date: addDays(monday, 1), kind: 'want' }] }
          : lawyer,
      ),
    })
    const tuesday = answer?.assignments.find(({ shift }) => shift === 'tue')
    expect(tuesday?.reason.text).toBe(
      '吴兰：当天预约需要劳动；本人愿意值这一班；近一年连同本期共 1 班，比应值少 1.8 班；' +
        '另可排陈刚（不如现在，多 35 分，主要差在专业对口）、李明（不如现在，多 115 分，主要差在总班次公平）等 3 人。',
    )
  })

  it('never tell whose absence or which case stands behind them', () => {
    const answer = solved({
      ...small,
      settings: { conflicts: 'flag' },
      firms: [{ id: 'f', name: '甲所' }],
      lawyers: small.lawyers
        .filter(({ id }) => id === 'li' || id === 'chen')
        .map((lawyer) => ({ ...lawyer, firm: 'f' })),
      shifts: small.shifts.slice(0, 1).map((shift) => ({ ...shift, conflictFirms: ['f'] })),
    })
    const text = answer?.assignments[0]?.reason.text ?? ''
    expect(text).toContain('没有别人可换（请假 1 人）')
    expect(text).toContain('请回避')
    expect(text).not.toContain('陈刚')
  })
})

describe('weightsOn', () => {
  it('takes the latest version that has begun', () => {
    const version = (from: string, gap: number) => ({
      from: localDate(from),
      source: 'house',
      weights: { ...weights, gap },
    })
    const versions = [version('2026-01-01', 1), version('2026-07-01', 2)]
    expect(weightsOn(versions, localDate('2026-06-30'))?.gap).toBe(1)
    expect(weightsOn(versions, localDate('2026-07-01'))?.gap).toBe(2)
    expect(weightsOn(versions, localDate('2025-12-31'))).toBeUndefined()
  })
})

describe('calendarOf', () => {
  it('counts no worked Saturday as a weekend, and the day before a holiday once', () => {
    const { isOff, isBeforeHoliday } = calendarOf({
      holidays: ['2026-10-01', '2026-10-02'].map(localDate),
      workdays: [localDate('2026-10-10')],
    })
    expect(
      ['2026-10-01', '2026-10-03', '2026-10-10', '2026-10-12'].map((d) => isOff(localDate(d))),
    ).toEqual([true, true, false, false])
    expect(
      ['2026-09-29', '2026-09-30', '2026-10-01'].map((d) => isBeforeHoliday(localDate(d))),
    ).toEqual([false, true, false])
  })
})
