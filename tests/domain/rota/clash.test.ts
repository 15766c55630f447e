import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { findCore } from '#db/domain/rota/clash.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { loadHighs } from '../../../electron/rota/highs.ts'
import { solveProblem } from '../../../electron/rota/solve.ts'
import { smallProblem } from '#tests/support/rota-arbitrary.ts'
import { bestByTrying, faultsOfRota } from '#tests/support/rota-checker.ts'
import {
  families,
  instanceOf,
  lawyerOf,
  problemOf,
  shiftOf,
} from '#tests/support/rota-instances.ts'

// A few seconds of reckoning, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})
const solve = (problem: RotaProblem) => solveProblem(highs, problem, { seed: 1, seconds: 30 })
const refusalOf = (problem: RotaProblem) => {
  const answer = solve(problem)
  if (answer.outcome !== 'infeasible') throw new Error(answer.outcome)
  return answer
}
const relaxing = (problem: RotaProblem, relaxed: readonly string[]): RotaProblem => ({
  ...problem,
  relaxed: [...problem.relaxed, ...relaxed],
})

describe('findCore', () => {
  it('names exactly the one set that clashes, whatever stands around it', () => {
    const rules = Array.from({ length: 40 }, (_, n) => `r${n}`)
    fc.assert(
      fc.property(fc.subarray(rules, { minLength: 1 }), (core) => {
        const canKeep = (kept: readonly string[]) => !core.every((rule) => kept.includes(rule))
        expect(findCore(rules, canKeep)).toEqual({ rules: core, isMinimal: true })
      }),
    )
  })

  it('says so when time ran out, and still names a set that clashes', () => {
    const rules = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    let asked = 0
    const found = findCore(rules, (kept) =>
      (asked += 1) > 2 ? undefined : !(kept.includes('b') && kept.includes('g')),
    )
    expect(found.isMinimal).toBe(false)
    expect(found.rules).toEqual(expect.arrayContaining(['b', 'g']))
  })
})

describe('an impossible rota', () => {
  it('names rules none of which can be left out, and which set aside make it possible', () => {
    let refused = 0
    let single = 0
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = solve(problem)
        if (answer.outcome !== 'infeasible') return
        refused += 1
        expect(answer).toMatchObject({ minimal: true })
        const names = answer.clash.map(({ id }) => id)
        for (const { id, suffices } of answer.clash) {
          if (suffices) single += 1
          expect(bestByTrying(relaxing(problem, [id])) !== undefined).toBe(suffices)
        }
        expect(answer.relax.length).toBeGreaterThan(0)
        const mended = relaxing(problem, answer.relax)
        expect(bestByTrying(mended)).toBeDefined()
        expect(solve(mended)).toMatchObject({ outcome: 'solved', proven: true })
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 80, seed: 63 },
    )
    expect(refused).toBeGreaterThan(15)
    expect(single).toBeGreaterThan(15)
  })

  const day = localDate('2026-11-23')
  const two = [shiftOf('am', day, 'morning'), shiftOf('pm', day, 'afternoon')]

  it('says in words what clashes and what to do', () => {
    const answer = refusalOf(
      problemOf({
        lawyers: [
          lawyerOf('li', { name: '李明' }),
          lawyerOf('zhou', { name: '周敏', leave: [{ from: day, to: addDays(day, 3) }] }),
          lawyerOf('chen', { name: '陈刚', limits: { perWeek: 3 } }),
        ],
        shifts: two,
        pins: [{ lawyer: 'zhou', shift: 'am' }],
      }),
    )
    expect(answer.clash.map(({ id }) => id)).toEqual(['leave:zhou', 'pin:zhou|am'])
    expect(answer.text).toBe(
      '这些要求不能同时满足：周敏请假期间不排班；周敏固定在11月23日上午一号窗口。' +
        '放宽其中任意一条就能排出：请周敏销假或改期；取消周敏在11月23日上午一号窗口的固定。',
    )
  })

  it('finds that two people cannot fill three seats of a week with one shift each', () => {
    const days = [0, 2, 4].map((n) => shiftOf(`s${n}`, addDays(day, n), 'morning'))
    const answer = refusalOf(
      problemOf({
        lawyers: ['a', 'b'].map((id) => lawyerOf(id, { limits: { perWeek: 1, restDays: 1 } })),
        shifts: days,
      }),
    )
    expect(answer.clash.map(({ id }) => id)).toEqual([
      'weekLimit:a',
      'weekLimit:b',
      'demand:s0',
      'demand:s2',
      'demand:s4',
    ])
    expect(answer.clash.every(({ suffices }) => suffices)).toBe(true)
  })

  it('relaxes one rule of each when two clashes have nothing to do with each other', () => {
    const answer = refusalOf(
      problemOf({
        lawyers: [lawyerOf('a'), lawyerOf('b')],
        shifts: [...two, shiftOf('next', addDays(day, 7), 'morning', { demand: 3 })],
        pins: [
          { lawyer: 'a', shift: 'am' },
          { lawyer: 'a', shift: 'pm' },
        ],
      }),
    )
    expect(answer.clash.some(({ suffices }) => suffices)).toBe(false)
    expect(answer.relax.length).toBe(2)
  })

  it('keeps the rules that the pins of a kept rota break already from refusing the rest', () => {
    const problem = problemOf({
      lawyers: [lawyerOf('a', { limits: { perWeek: 1 } }), lawyerOf('b')],
      shifts: [...two, shiftOf('next', addDays(day, 1), 'morning')],
      pins: ['am', 'pm'].map((shift) => ({ lawyer: 'a', shift, knowingly: true })),
    })
    const answer = solve(problem)
    if (answer.outcome !== 'solved') throw new Error(answer.outcome)
    expect(answer.assignments.map(({ lawyer }) => lawyer)).toEqual(['a', 'a', 'b'])
    expect(faultsOfRota(problem, answer.assignments)).toEqual([])
  })

  it('is explained for two hundred lawyers', () => {
    const family = families.find(({ name }) => name === '200 x 31 x 5')
    if (!family) throw new Error('no family')
    const problem = instanceOf(family, 1)
    const [shift] = problem.shifts
    if (!shift) throw new Error('no shift')
    const answer = refusalOf({
      ...problem,
      shifts: problem.shifts.map((each) =>
        each === shift
          ? { ...each, needs: [{ kind: 'language', value: '维吾尔语', required: true }] }
          : each,
      ),
    })
    expect(answer.clash.map(({ id }) => id)).toEqual([`need:${shift.id}#0`])
    expect(answer.minimal).toBe(true)
  })
})
