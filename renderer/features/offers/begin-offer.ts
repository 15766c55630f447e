import { isSharedOffer, knowsOffer } from '#db/domain/offer/ledger.ts'
import { newId } from '../../lib/new-id.ts'
import { blankPay, byMediator, formOfTerm, knownByAll, type OfferForm } from './offer-form.ts'
import type { Ledger, LedgerOffer } from './offer-words.ts'
import { likelyPay } from './take-suggestions.ts'

/** The room around the ledger, as far as it matters to an offer. */
export type Surroundings = {
  caseId: string
  sessionId?: string | undefined
  /** With whom a separate talk is going on. */
  confidantId?: string | undefined
  currentText?: (() => string) | undefined
  speakerPartyId?: (() => string | undefined) | undefined
  /** With whom the separate talk was held in which that line was said. */
  linePartyId?: (() => string | undefined) | undefined
}

/**
 * A new offer with what the room tells of it. What was heard behind a wall, or answers what was, stays behind it
 * unless the mediator says otherwise.
 */
export const beginOffer = (
  ledger: Ledger,
  at: Surroundings,
  answered: LedgerOffer | undefined,
): OfferForm => {
  const speaker = at.speakerPartyId?.() ?? at.confidantId
  const isKnown = ledger.parties.some(
    ({ id }) => id === speaker && (!answered || knowsOffer(answered, id)),
  )
  const mayAnswer = isKnown && speaker !== answered?.partyId
  // In a separate talk the other side is not there to speak.
  const otherwise = at.confidantId ? byMediator : otherParty(ledger, answered)
  const by = mayAnswer ? speaker : otherwise
  // The line of somebody else is not what this offer was said with.
  const heard = mayAnswer || !answered ? heardHere(at) : ''
  const way = likelyPay(ledger.parties, by, ledger.offers)
  const copied = answered && !isSecretFrom(answered, at.confidantId) ? answered : undefined
  return {
    by,
    replyTo: answered && { offerId: answered.id, ordinal: answered.ordinal },
    knownBy: at.confidantId ?? secretOf(answered) ?? at.linePartyId?.() ?? knownByAll,
    heard,
    terms: copied
      ? copied.terms.map((term) => formOfTerm(term, newId))
      : [blankPay(newId(), { payerId: way.payerId, payeeId: way.payeeId }, newId())],
    condition: copied?.condition ?? '',
    note: '',
  }
}

/** Who alone knows of the offer that is answered. */
const secretOf = (answered: LedgerOffer | undefined): string | undefined =>
  answered && !isSharedOffer(answered) ? answered.confidantId : undefined

/** Told alone by somebody else than the one who is talked with alone now. */
const isSecretFrom = (answered: LedgerOffer, confidantId: string | undefined): boolean =>
  confidantId !== undefined && !knowsOffer(answered, confidantId)

/** The words of the line, unless the one side is not to hear what the other one said alone. */
const heardHere = ({ confidantId, currentText, linePartyId }: Surroundings): string => {
  const saidTo = linePartyId?.()
  const isOthers = confidantId !== undefined && saidTo !== undefined && saidTo !== confidantId
  return isOthers ? '' : (currentText?.() ?? '')
}

/** With two parties the answer to an offer comes from the other one. */
const otherParty = (ledger: Ledger, answered: LedgerOffer | undefined): string | undefined => {
  if (!answered || !isSharedOffer(answered)) return undefined
  const others = ledger.parties.filter(({ id }) => id !== answered.partyId)
  return answered.partyId !== undefined && others.length === 1 ? others[0]?.id : undefined
}
