import type { firms as contract } from '#contract/lawyers.ts'
import { agreementOn, isWithCentre } from '#db/domain/duty/membership.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { listFirms, listInterests } from '#db/queries/firms.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { removeFirm, removeInterest, saveFirm, saveInterest } from '#db/services/firms.ts'
import type { Handlers } from './context.ts'

export const firms: Handlers<typeof contract> = {
  /** Lawyers whom only the head sees are not counted for others. */
  async list({ db, actor, now }) {
    const today = localDateOf(now)
    const lawyers = (await listLawyers(db)).filter(
      (lawyer) => isWithCentre(lawyer, today) && (actor.role === 'head' || !lawyer.headOnly),
    )
    const interests = await listInterests(db)
    return (await listFirms(db)).map((firm) => ({
      ...firm,
      lawyers: lawyers.filter(({ firmId }) => firmId === firm.id).length,
      agreement: agreementOn(firm, today),
      interests: interests.filter(({ firmId }) => firmId === firm.id),
    }))
  },
  async save(context, { id, revision, firm }) {
    const { agreementFrom, agreementTo, ...rest } = firm
    const saved = await saveFirm(context, id, revision, { ...rest, agreementFrom, agreementTo })
    context.about('firm', saved.id)
    return saved
  },
  async remove(context, { id, revision }) {
    context.about('firm', id)
    await removeFirm(context, id, revision)
    return {}
  },
  async saveInterest(context, { id, revision, interest }) {
    const { fromOn, toOn, ...rest } = interest
    const saved = await saveInterest(context, id, revision, { ...rest, fromOn, toOn })
    context.about('firmInterest', saved.id)
    return saved
  },
  async removeInterest(context, { id, revision }) {
    context.about('firmInterest', id)
    await removeInterest(context, id, revision)
    return {}
  },
}
