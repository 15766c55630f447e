import { parentPort, workerData } from 'node:worker_threads'
import { loadHighs } from './highs.ts'
import type { FromWorker, WorkerTask } from './messages.ts'
import { solveProblem } from './solve.ts'

const { problem, seed, seconds, stopFlag } = workerData as WorkerTask
const flag = new Int32Array(stopFlag)
const tell = (message: FromWorker) => parentPort?.postMessage(message)
const progressEveryMs = 100

let told = -Infinity
const answer = solveProblem(await loadHighs(), problem, {
  seed,
  seconds,
  shouldStop: () => Atomics.load(flag, 0) === 1,
  onProgress(progress) {
    if (performance.now() - told < progressEveryMs) return
    told = performance.now()
    tell({ kind: 'progress', progress })
  },
})
tell({ kind: 'answer', answer })
