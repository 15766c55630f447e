import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { prepare } from '#db/domain/rota/prepared.ts'
import { appraise } from '#db/domain/rota/what-if.ts'
import { loadHighs } from '../../../electron/rota/highs.ts'
import { solveProblem } from '../../../electron/rota/solve.ts'
import { smallProblem } from '#tests/support/rota-arbitrary.ts'
import { bestByTrying, faultsOfRota, valueOfRota } from '#tests/support/rota-checker.ts'
import { families, instanceOf } from '#tests/support/rota-instances.ts'

// Ten seconds of reckoning, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})
const solve = (problem: Parameters<typeof solveProblem>[1], seed = 1) =>
  solveProblem(highs, problem, { seed, seconds: 30 })

describe('solveProblem', () => {
  it('finds what trying every rota finds, and refuses only where no rota keeps the rules', () => {
    let solved = 0
    let refused = 0
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = solve(problem)
        const best = bestByTrying(problem)
        if (answer.outcome === 'infeasible') {
          refused += 1
          return best === undefined
        }
        if (answer.outcome !== 'solved') return false
        solved += 1
        expect(faultsOfRota(problem, answer.assignments)).toEqual([])
        expect(valueOfRota(problem, answer.assignments)).toBe(answer.objective.total)
        return answer.proven && answer.gap === 0 && answer.objective.total === best
      }),
      { numRuns: 150, seed: 61 },
    )
    expect(solved).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(20)
  })

  it.each(families.filter(({ lawyers }) => lawyers <= 30))(
    'keeps every rule of a month of $name, proven, and its parts add up',
    (family) => {
      const problem = instanceOf(family, 5)
      const answer = solve(problem)
      if (answer.outcome !== 'solved') throw new Error(answer.outcome)
      expect(faultsOfRota(problem, answer.assignments)).toEqual([])
      expect(valueOfRota(problem, answer.assignments)).toBe(answer.objective.total)
      expect(answer).toMatchObject({ proven: true, gap: 0, gaps: [] })
      const sum = Object.values(answer.objective.parts).reduce((a, b) => a + b, 0)
      expect(sum).toBe(answer.objective.total)
    },
  )

  it('gives the same rota for the same seed', () => {
    const [family] = families
    if (!family) throw new Error('no family')
    const rota = (seed: number) => {
      const answer = solve(instanceOf(family, 3), seed)
      return answer.outcome === 'solved' && answer.assignments
    }
    expect(rota(7)).toEqual(rota(7))
    const totals = [1, 2, 3].map((seed) => {
      const answer = solve(instanceOf(family, 3), seed)
      return answer.outcome === 'solved' && answer.objective.total
    })
    expect(new Set(totals).size).toBe(1)
  })

  it('leaves nobody who could step in for less: a proven rota has no cheaper substitute', () => {
    const family = families.find(({ name }) => name === '30 x 22 x 2')
    if (!family) throw new Error('no family')
    const answer = solve(instanceOf(family, 2))
    if (answer.outcome !== 'solved') throw new Error(answer.outcome)
    const costs = answer.assignments.flatMap(({ reason }) => reason.others.map(({ cost }) => cost))
    expect(costs.length).toBeGreaterThan(50)
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(0)
  })

  it('says of a rota that it had to stop early how far from the best it may be', () => {
    const family = families.find(({ name }) => name === '30 x 31 x 4')
    if (!family) throw new Error('no family')
    const problem = instanceOf(family, 1)
    const whole = solve(problem)
    let seen = false
    const early = solveProblem(highs, problem, {
      seed: 1,
      seconds: 30,
      shouldStop: () => seen,
      onProgress: ({ best }) => (seen ||= best !== undefined),
    })
    if (whole.outcome !== 'solved') throw new Error(whole.outcome)
    if (early.outcome !== 'solved') throw new Error(early.outcome)
    expect(early.proven).toBe(early.gap === 0)
    expect(early.objective.total - early.gap).toBeLessThanOrEqual(whole.objective.total)
    expect(early.objective.total).toBeGreaterThanOrEqual(whole.objective.total)
    expect(faultsOfRota(problem, early.assignments)).toEqual([])
  })
})

describe('appraise', () => {
  it('judges any rota as the independent checker does, kept or broken', () => {
    let broken = 0
    fc.assert(
      fc.property(smallProblem, fc.nat(), (problem, salt) => {
        const rota = problem.shifts.flatMap(({ id, demand }, index) =>
          problem.lawyers
            .map(({ id: lawyer }) => ({ lawyer, shift: id }))
            .filter((_, n) => (salt >> ((index * 3 + n) % 28)) % 2 === 1)
            .slice(0, demand + 1),
        )
        const { breaks, total } = appraise(prepare(problem), rota)
        expect(breaks.length > 0).toBe(faultsOfRota(problem, rota).length > 0)
        expect(total).toBe(valueOfRota(problem, rota))
        if (breaks.length > 0) broken += 1
        return true
      }),
      { numRuns: 300, seed: 62 },
    )
    expect(broken).toBeGreaterThan(100)
    expect(broken).toBeLessThan(300)
  })
})
