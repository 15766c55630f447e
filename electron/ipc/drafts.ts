import type { drafts as contract } from '#contract/drafts.ts'
import { optional } from '#db/queries/parties.ts'
import { dropDraft, keepDraft, readDraft } from '#db/services/private-drafts.ts'
import type { Handlers } from './context.ts'

export const drafts: Handlers<typeof contract> = {
  async get({ db, wall, actor }, key) {
    return optional({ text: await readDraft(db, wall, actor, key) })
  },
  async keep(context, { text, ...key }) {
    context.about('draft', key.objectId)
    await keepDraft(context, key, text)
    return {}
  },
  async drop(context, key) {
    context.about('draft', key.objectId)
    await dropDraft(context, key)
    return {}
  },
}
