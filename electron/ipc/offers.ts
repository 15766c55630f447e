import type { offers as contract } from '#contract/offers.ts'
import { mayOpenWall } from '#db/domain/access/case-access.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { distances, sidesOf } from '#db/domain/offer/ledger.ts'
import { readOffer } from '#db/domain/offer/read-offer.ts'
import { findLivingAgreement } from '#db/queries/offers.ts'
import { listParties } from '#db/queries/parties.ts'
import { getCase } from '#db/services/case-access.ts'
import {
  answerOffer,
  makeOffer,
  proposeFromAgreement,
  releaseOffer,
  withdrawOffer,
} from '#db/services/offers.ts'
import { openLedger, stepRecord } from '#db/services/package-step.ts'
import type { Handlers } from './context.ts'

export const offers: Handlers<typeof contract> = {
  async ledger({ db, wall, actor }, { caseId }) {
    await getCase(db, actor, caseId, mayOpenWall, 'offers.notYours')
    const ledger = await openLedger(db, wall, caseId)
    const sides = sidesOf(ledger.parties)
    const agreement = await findLivingAgreement(db, caseId)
    return {
      offers: ledger.offers,
      parties: ledger.parties.map((party, index) => ({
        ...party,
        side: sides[index]?.side ?? 'opponent',
      })),
      ...(ledger.agreed ? { agreedOfferId: ledger.agreed.id } : {}),
      distances: distances(ledger.offers, sides),
      ...(agreement ? { agreementId: agreement.id } : {}),
      step: await stepRecord(db, ledger, agreement?.id),
    }
  },
  async make(context, form) {
    context.about('offer', form.id)
    return { ordinal: await makeOffer(context, form) }
  },
  async answer(context, form) {
    context.about('offer', form.offerId)
    return { agreed: await answerOffer(context, form) }
  },
  async withdraw(context, { offerId }) {
    context.about('offer', offerId)
    await withdrawOffer(context, offerId)
    return {}
  },
  async release(context, { offerId }) {
    context.about('offer', offerId)
    await releaseOffer(context, offerId)
    return {}
  },
  async proposeFromAgreement(context, form) {
    context.about('offer', form.id)
    return { ordinal: await proposeFromAgreement(context, form) }
  },
  async read({ db, actor, now, resources }, { caseId, partyId, text }) {
    await getCase(db, actor, caseId, mayOpenWall, 'offers.notYours')
    const on = localDateOf(now)
    const { springFestivals } = resources
    return readOffer(text, {
      on,
      springFestivals,
      parties: await listParties(db, caseId, on),
      partyId,
    })
  },
}
