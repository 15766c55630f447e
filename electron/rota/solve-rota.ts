import { Worker } from 'node:worker_threads'
import type { RotaAnswer } from '#db/domain/rota/answer.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import type { Progress } from './highs.ts'
import type { FromWorker, WorkerTask } from './messages.ts'

export type RotaTask = {
  /** A whole number; the same one gives the same rota. */
  seed: number
  seconds: number
  /** Ends the search with the best rota so far, or with none. */
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** In the tree the worker is its source; in the built app it lies beside the bundle. */
const workerFile = () =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './rota-worker.js', import.meta.url)

/** How long after being asked to stop a search that does not listen is ended. */
const patienceMs = 5_000

/** Solves a checked problem in a thread of its own; the caller stays free. @throws what broke the worker */
export function solveRota(
  problem: RotaProblem,
  { seed, seconds, signal, onProgress }: RotaTask,
): Promise<RotaAnswer> {
  const begun = performance.now()
  const stopFlag = new SharedArrayBuffer(4)
  const workerData: WorkerTask = { problem, seed, seconds, stopFlag }
  const worker = new Worker(workerFile(), { workerData })
  let isAnswered = false
  let patience: NodeJS.Timeout | undefined
  const stop = () => {
    Atomics.store(new Int32Array(stopFlag), 0, 1)
    patience = setTimeout(() => void worker.terminate(), patienceMs)
  }
  return new Promise<RotaAnswer>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') return onProgress?.(message.progress)
      isAnswered = true
      return resolve(message.answer)
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      if (isAnswered) return
      if (signal?.aborted)
        resolve({
          outcome: 'unknown',
          seconds: Math.round(performance.now() - begun) / 1000,
          cancelled: true,
        })
      else reject(new Error('the solver ended without an answer'))
    })
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  }).finally(() => {
    clearTimeout(patience)
    signal?.removeEventListener('abort', stop)
  })
}
