import type { settings as contract } from '#contract/store.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import type { Handlers } from './context.ts'

export const settings: Handlers<typeof contract> = {
  async body({ db }) {
    return { body: await getSetting(db, 'body'), practice: await getSetting(db, 'practice') }
  },
  async saveBody(context, body) {
    context.about('settings', 'body')
    await putSetting(context.tx, 'body', body, context.now)
    return {}
  },
}
