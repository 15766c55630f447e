import type { readBacks as contract } from '#contract/read-backs.ts'
import { answerReadBack, getReadBack } from '#db/services/read-backs.ts'
import type { Handlers } from './context.ts'

export const readBacks: Handlers<typeof contract> = {
  get: (context, { paper, objectId }) => getReadBack(context, paper, objectId),
  async answer(context, given) {
    context.about(given.paper === 'agreement' ? 'agreement' : 'session', given.objectId)
    await answerReadBack(context, given)
    return {}
  },
}
