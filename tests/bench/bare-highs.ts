import { parentPort, workerData } from 'node:worker_threads'
import type { LinearModel } from '#db/domain/rota/linear.ts'
import { loadHighs, runModel } from '../../electron/rota/highs.ts'

/** The floor of the rota: the same numbers in the same kind of thread, and nothing around them. */
const linear = workerData as LinearModel
const result = runModel(await loadHighs(), linear, { seed: 1, seconds: 120, presolve: true })
parentPort?.postMessage(result.status === 'optimal' ? Math.round(result.objective) : Number.NaN)
