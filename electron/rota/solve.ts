import type { Highs } from 'highs'
import { type RotaAnswer, tellClash, tellSolved } from '#db/domain/rota/answer.ts'
import { buildModel, readAssignments } from '#db/domain/rota/model.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { explainClash } from './explain-clash.ts'
import { type Progress, type RunResult, runModel } from './highs.ts'

export type SolveOptions = {
  seed: number
  /** Wall-clock seconds for the search; explaining a clash has as many again. */
  seconds: number
  shouldStop?: () => boolean
  onProgress?: (progress: Progress) => void
}

type Found = Extract<RunResult, { values: Float64Array }>

/** Points that a better rota could save at most: costs are whole numbers. */
const gapOf = ({ status, bound }: Found, total: number) =>
  status === 'optimal' ? 0 : Math.max(0, Math.floor(total - bound + 1e-6))

/** Solves a checked problem in this thread, which it blocks; see solve-rota.ts for the worker. */
export function solveProblem(
  highs: Highs,
  problem: RotaProblem,
  { seed, seconds, shouldStop = () => false, onProgress }: SolveOptions,
): RotaAnswer {
  const begun = performance.now()
  const spent = () => Math.round(performance.now() - begun) / 1000
  const prepared = prepare(problem)
  const model = buildModel(prepared)
  const result = runModel(highs, model.linear, { seed, seconds, shouldStop, onProgress })
  if (result.status === 'unknown')
    return { outcome: 'unknown', seconds: spent(), cancelled: shouldStop() }
  if (result.status === 'infeasible') {
    const until = performance.now() + seconds * 1000
    const left = () => (until - performance.now()) / 1000
    const clash = explainClash(highs, problem, { seed, left, shouldStop })
    return tellClash(prepared, clash.rules, clash, spent())
  }
  const assignments = readAssignments(prepared, model, result.values)
  const answer = tellSolved(prepared, assignments, { proven: false, gap: 0, seconds: 0 })
  const { total } = answer.objective
  // The rota is valued anew by the rules, never by the solver: less than its bound is a fault of ours.
  if (
    total < result.bound - 0.01 ||
    (result.status === 'optimal' && total > result.objective + 0.9)
  )
    throw new Error('the rota and its model are valued differently')
  const gap = gapOf(result, total)
  return { ...answer, proven: gap === 0, gap, seconds: spent() }
}
