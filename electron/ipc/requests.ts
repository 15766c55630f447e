import type { requests as contract } from '#contract/requests.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import { findLawyerOfUser } from '#db/queries/lawyers.ts'
import { listRequests } from '#db/queries/rota-requests.ts'
import { publishedRotas } from '#db/services/move-rules.ts'
import {
  answerRequest,
  askChange,
  decideRequest,
  swapForOthers,
  withdrawRequest,
} from '#db/services/rota-requests.ts'
import type { Handlers, QueryContext } from './context.ts'
import { requestOf } from './duty/lines.ts'
import { optionsOf } from './duty/options.ts'

const mostClosed = 200

async function list({ db, actor, now, resources }: QueryContext, { open }: { open: boolean }) {
  const own = actor.role === 'lawyer' ? await findLawyerOfUser(db, actor.userId) : undefined
  if (actor.role === 'lawyer' && !own) return []
  const found = await listRequests(db, { open, ...(own ? { lawyerId: own.id } : {}) })
  const seen = own
    ? found
    : found.filter(({ asker, partner }) =>
        [asker, partner].every((who) => !who || maySeeLawyer(actor, who)),
      )
  const rotas = publishedRotas(db, resources, actor)
  const shown = seen.slice(0, mostClosed)
  return Promise.all(shown.map((record) => requestOf(record, { actor, now, rotas })))
}

export const requests: Handlers<typeof contract> = {
  list,
  options: optionsOf,
  async ask(context, asked) {
    const made = await askChange(context, asked)
    context.about('rotaRequest', made.id)
    return made
  },
  async answer(context, answer) {
    context.about('rotaRequest', answer.id)
    return { state: await answerRequest(context, answer) }
  },
  async decide(context, decision) {
    context.about('rotaRequest', decision.id)
    return { state: await decideRequest(context, decision) }
  },
  async withdraw(context, revised) {
    context.about('rotaRequest', revised.id)
    await withdrawRequest(context, revised)
    return {}
  },
  async swapFor(context, asked) {
    const id = await swapForOthers(context, asked)
    context.about('rotaRequest', id)
    return { id }
  },
}
