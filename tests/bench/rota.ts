import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { buildModel } from '#db/domain/rota/model.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { solveRota } from '../../electron/rota/solve-rota.ts'
import { families, type Family, instanceOf } from '../support/rota-instances.ts'
import { inTurn, type Line, percentile } from './measure.ts'

/** Other instances of each family, the first once more to warm up. */
const seeds = 3
const goalRatio = 1.5
const goalSeconds = 5

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

async function bare(problem: RotaProblem): Promise<number> {
  const workerData = buildModel(prepare(problem)).linear
  const worker = new Worker(new URL('bare-highs.ts', import.meta.url), { workerData })
  const [best] = (await once(worker, 'message')) as [number]
  await worker.terminate()
  return best
}

async function lineOf(family: Family): Promise<Line> {
  const problems = Array.from({ length: seeds }, (_, n) => instanceOf(family, n + 1))
  const best = new Map<RotaProblem, number>()
  const at = (n: number) => {
    const problem = problems[n % seeds]
    if (!problem) throw new RangeError('no instance')
    return problem
  }
  const [ours, floor] = await inTurn(
    seeds,
    async (n) => {
      const answer = await solveRota(at(n), { seed: 1, seconds: 120 })
      if (answer.outcome !== 'solved' || !answer.proven)
        throw new Error(`${family.name}: not proven`)
      best.set(at(n), answer.objective.total)
    },
    async (n) => {
      const value = await bare(at(n))
      if (value !== best.get(at(n))) throw new Error(`${family.name}: another optimum`)
    },
  )
  const [mid, low] = [percentile(ours, 0.5), percentile(floor, 0.5)]
  const isCity = family.lawyers >= 200
  return {
    id: 'P8',
    what: `rota ${family.name}: proven, told with reasons`,
    measured: `p50 ${seconds(mid)}, max ${seconds(ours.at(-1) ?? 0)}`,
    floor: `bare highs ${seconds(low)}, max ${seconds(floor.at(-1) ?? 0)}`,
    ratio: mid / low,
    goal: `<= ${goalRatio}x${isCity ? `, <= ${goalSeconds} s` : ''}`,
    holds: mid / low <= goalRatio && (!isCity || mid <= goalSeconds * 1000),
  }
}

/** Lawyers x days x desks to a proven optimum, each beside the bare solver on the same model (P8). */
export async function rotaLines(): Promise<Line[]> {
  const lines: Line[] = []
  for (const family of families) lines.push(await lineOf(family))
  return lines
}
