import { text } from 'node:stream/consumers'
import type { RotaAnswer } from '#db/domain/rota/answer.ts'
import { partNames } from '#db/domain/rota/weights.ts'
import { solveRota } from '../rota/solve-rota.ts'
import { readRotaProblem } from './rota-input.ts'
import { type Arguments, wholeNumber } from './verbs.ts'

const defaults = { seed: '1', seconds: '60' }

/** The rota of the problem on stdin, or the rules that clash; no store is opened. @throws Refusal */
export async function rota({ seed, seconds }: Arguments<'rota'>) {
  const task = {
    seed: wholeNumber('seed', seed ?? defaults.seed, 0, 2_147_483_647),
    seconds: wholeNumber('seconds', seconds ?? defaults.seconds, 1, 3600),
  }
  const problem = readRotaProblem(await text(process.stdin))
  return told(await solveRota(problem, task))
}

/** Each part with its Chinese name beside its points. */
const told = (answer: RotaAnswer) =>
  answer.outcome === 'solved'
    ? { ...answer, objective: { ...answer.objective, names: partNames } }
    : answer
