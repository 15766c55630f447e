import type { offices as contract } from '#contract/strengthening.ts'
import { listOffices } from '#db/queries/offices.ts'
import { removeOffice, saveOffice } from '#db/services/offices.ts'
import type { Handlers } from './context.ts'

export const offices: Handlers<typeof contract> = {
  async list({ db }) {
    return (await listOffices(db)).map((office) => ({ ...office, areas: [...office.areas] }))
  },
  async save(context, { id, revision, office }) {
    const saved = await saveOffice(context, id, revision, office)
    context.about('office', saved.id)
    return saved
  },
  async remove(context, { id }) {
    context.about('office', id)
    await removeOffice(context, id)
    return {}
  },
}
