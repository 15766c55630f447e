import type { RotaAnswer } from '#db/domain/rota/answer.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import type { Progress } from './highs.ts'

export type WorkerTask = {
  problem: RotaProblem
  seed: number
  seconds: number
  /** One Int32: 1 asks the search to end with what it has. */
  stopFlag: SharedArrayBuffer
}

export type FromWorker =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'answer'; answer: RotaAnswer }
