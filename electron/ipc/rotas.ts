import type { rotas as contract } from '#contract/rotas.ts'
import { DomainError } from '#db/domain/errors.ts'
import { findRota, listRotas } from '#db/queries/rotas.ts'
import { publishRota } from '#db/services/publish.ts'
import { copyLast, moveSeats, pinSeat } from '#db/services/rota-moves.ts'
import { requireRota } from '#db/services/rota-seats.ts'
import { createRota, refreshShifts, relaxRules, removeRota, setShift } from '#db/services/rotas.ts'
import type { Handlers } from './context.ts'
import { asked } from './rota/ask.ts'
import { boardOf } from './rota/board.ts'
import { solve } from './rota/solve.ts'
import { searchOf } from './rota/solving.ts'

export const rotas: Handlers<typeof contract> = {
  ...asked,
  list: async ({ db, now }) =>
    (await listRotas(db, now)).map(({ publishedAt, ...head }) => ({
      ...head,
      ...(publishedAt === undefined ? {} : { publishedAt }),
    })),
  get: (context, { id }) => boardOf(context, id),
  async create(context, stretch) {
    const made = await createRota(context, stretch)
    context.about('rota', made.id)
    return made
  },
  async refreshShifts(context, { id, revision }) {
    context.about('rota', id)
    return refreshShifts(context, id, revision)
  },
  async remove(context, { id, revision }) {
    context.about('rota', id)
    await removeRota(context, id, revision)
    return {}
  },
  async copyLast(context, { id, revision }) {
    context.about('rota', id)
    return copyLast(context, { rotaId: id, revision })
  },
  async move(context, { id, revision, ...move }) {
    context.about('rota', id)
    return { revision: await moveSeats(context, { rotaId: id, revision }, move) }
  },
  async pin(context, { id, revision, seat, ...pin }) {
    context.about('rota', id)
    return { revision: await pinSeat(context, { rotaId: id, revision }, { ...seat, ...pin }) }
  },
  async setShift(context, { id, revision, shiftId, ...change }) {
    context.about('shift', shiftId)
    return { revision: await setShift(context, { rotaId: id, revision, shiftId }, change) }
  },
  async relax(context, { id, revision, relaxed }) {
    context.about('rota', id)
    return { revision: await relaxRules(context, { rotaId: id, revision }, relaxed) }
  },
  solve,
  async solving({ core, read }, { id }) {
    if (!(await read((db) => findRota(db, id)))) throw new DomainError('rotas.notFound')
    const search = searchOf(core)
    if (search?.rotaId !== id) return { running: false, seconds: 0, limit: 0 }
    const { begun, limit, best, bound } = search
    return {
      running: true,
      seconds: Math.round((performance.now() - begun) / 100) / 10,
      limit,
      ...(best === undefined ? {} : { best }),
      ...(bound === undefined ? {} : { bound }),
    }
  },
  async stopSolving({ core, actor }, { id }) {
    actor()
    const search = searchOf(core)
    if (search?.rotaId === id) search.stop()
    return {}
  },
  async publish(context, { id, revision, words }) {
    context.about('rota', id)
    await requireRota(context, id, revision)
    const { version, revision: next, notices } = await publishRota(context, id, words)
    return { version, revision: next, notices }
  },
}
