import type { SolveOutcome } from '#contract/rotas.ts'
import type { RotaAnswer } from '#db/domain/rota/answer.ts'
import { DomainError } from '#db/domain/errors.ts'
import { withClosedShifts } from '#db/domain/rota/open-shifts.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { keepingAll } from '#db/domain/rota/what-if.ts'
import { readRotaProblem } from '#db/queries/rota-problem.ts'
import { findRota, listShifts } from '#db/queries/rotas.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { keepSolved } from '#db/services/solved-rota.ts'
import { solveRota } from '../../rota/solve-rota.ts'
import type { TaskContext } from '../context.ts'
import { searching } from './solving.ts'

export type SolveTask = { id: string; revision: number; mode: 'all' | 'gaps'; seed: number }

/** @throws DomainError rotas.notFound, rotas.changedElsewhere */
async function problemOf(
  db: Reader,
  { core, now }: TaskContext,
  { id, revision, mode }: SolveTask,
): Promise<RotaProblem> {
  const rota = await findRota(db, id)
  if (!rota) throw new DomainError('rotas.notFound')
  if (rota.revision !== revision) throw new DomainError('rotas.changedElsewhere')
  const { problem, assignments } = await readRotaProblem(db, id, core)
  const shifts = await listShifts(db, id, now)
  const begun = new Set(shifts.filter(({ hasBegun }) => hasBegun).map((shift) => shift.id))
  const open = withClosedShifts(problem, assignments, (shift) => begun.has(shift))
  return mode === 'gaps' ? keepingAll(open, assignments) : open
}

/**
 * Makes a rota, or fills its gaps, in a thread of its own; nothing is written when the rota was changed meanwhile.
 * @throws DomainError rotas.notFound, rotas.changedElsewhere, rotas.solving
 */
export async function solve(context: TaskContext, task: SolveTask): Promise<SolveOutcome> {
  const { core, actor } = context
  const { store } = core
  actor()
  const limit = (await context.read((db) => getSetting(db, 'rota'))).solveSeconds
  return searching(core, { rotaId: task.id, limit, store }, async (search) => {
    const problem = await context.read((db) => problemOf(db, context, task))
    const answer = await solveRota(problem, {
      seed: task.seed,
      seconds: limit,
      signal: search.signal,
      onProgress({ best, bound }) {
        search.best = best
        search.bound = bound
      },
    })
    if (core.store !== store) throw new DomainError('users.notSignedIn')
    return outcomeOf(answer, () => write(context, task, answer))
  })
}

const write = (context: TaskContext, { id, revision }: SolveTask, answer: RotaAnswer) =>
  answer.outcome === 'solved'
    ? context.write({ kind: 'rota', id }, (tx) =>
        keepSolved(
          { tx, actor: context.actor(), now: context.core.clock.now(), resources: context.core },
          { rotaId: id, revision },
          answer,
        ),
      )
    : Promise.resolve(revision)

async function outcomeOf(answer: RotaAnswer, keep: () => Promise<number>): Promise<SolveOutcome> {
  switch (answer.outcome) {
    case 'solved':
      return {
        outcome: 'solved',
        proven: answer.proven,
        gap: answer.gap,
        seconds: answer.seconds,
        revision: await keep(),
        seats: answer.assignments.length,
        gaps: answer.gaps.map(({ shift, missing, text }) => ({ shiftId: shift, missing, text })),
        notices: [...answer.notices],
      }
    case 'infeasible':
      return {
        outcome: 'infeasible',
        seconds: answer.seconds,
        text: answer.text,
        minimal: answer.minimal,
        clash: answer.clash.map(({ id, text, relax, suffices }) => ({ id, text, relax, suffices })),
        relax: [...answer.relax],
      }
    case 'unknown':
      return answer
  }
}
