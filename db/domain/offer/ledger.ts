import type { Fen } from '../money.ts'
import type { PartyRole } from '../party.ts'
import type { Answer, Offer, Term } from './term.ts'

/** @policy Issue 3 §2: told in confidence, it is known to the other side only once released. */
export const isSharedOffer = (offer: Pick<Offer, 'confidantId' | 'releasedAt'>): boolean =>
  offer.confidantId === undefined || offer.releasedAt !== undefined

/** @policy Issue 3 §2: the party with whom an offer was whispered knows it, everybody once it is shared. */
export const knowsOffer = (
  offer: Pick<Offer, 'confidantId' | 'releasedAt'>,
  partyId: string,
): boolean => isSharedOffer(offer) || offer.confidantId === partyId

/** @policy Issue 3 §2: of each party the last word counts; whoever made the offer has said yes by it. */
export const standOf = (
  offer: Pick<Offer, 'partyId' | 'answers'>,
  partyId: string,
): Answer | undefined => {
  const last = offer.answers.findLast((answer) => answer.partyId === partyId)
  if (last) return last.answer
  return offer.partyId === partyId ? 'yes' : undefined
}

/** @policy Issue 3 §2: agreed only when every party said yes to this very version, in the open. */
export const isAgreedOffer = (offer: Offer, partyIds: readonly string[]): boolean =>
  offer.withdrawnAt === undefined &&
  isSharedOffer(offer) &&
  partyIds.length >= 2 &&
  partyIds.every((partyId) => standOf(offer, partyId) === 'yes')

/** When the last needed yes was said. @policy the later of the answers and of the making */
const agreedAt = (offer: Offer): string =>
  offer.answers.reduce((at, answer) => (answer.at > at ? answer.at : at), offer.madeAt)

/** @policy Issue 3 §3: the agreement grows out of the package agreed last. */
export const agreedPackage = (
  offers: readonly Offer[],
  partyIds: readonly string[],
): Offer | undefined =>
  offers
    .filter((offer) => isAgreedOffer(offer, partyIds))
    .toSorted((a, b) =>
      agreedAt(a) === agreedAt(b) ? a.ordinal - b.ordinal : agreedAt(a) < agreedAt(b) ? -1 : 1,
    )
    .at(-1)

/**
 * Of each party, and of the mediator, the offer that stands now: the later one takes the place of the earlier
 * without withdrawing it.
 * @policy Issue 3 §2
 */
export const currentOffers = (offers: readonly Offer[]): Offer[] => {
  const standing = offers
    .filter(({ withdrawnAt }) => withdrawnAt === undefined)
    .toSorted((a, b) => a.ordinal - b.ordinal)
  return standing.filter(
    ({ partyId }, index) => !standing.slice(index + 1).some((later) => later.partyId === partyId),
  )
}

/** What `payeeIds` would get from all pay terms together, less what they would pay themselves. */
const netFen = (terms: readonly Term[], payeeIds: ReadonlySet<string>): Fen =>
  terms.reduce((sum, term) => {
    if (term.kind !== 'pay') return sum
    if (payeeIds.has(term.payeeId)) return sum + term.totalFen
    return payeeIds.has(term.payerId) ? sum - term.totalFen : sum
  }, 0)

export type LedgerParty = { id: string; side: 'claimant' | 'opponent' }

/**
 * Who asks and who answers. When nobody applied, the first party stands for the asking side.
 * @policy Issue 3 §2: the chart knows two sides
 */
export const sidesOf = (parties: readonly { id: string; role: PartyRole }[]): LedgerParty[] => {
  const isAsking = (role: PartyRole) => role === 'applicant' || role === 'coApplicant'
  const someoneApplied = parties.some(({ role }) => isAsking(role))
  return parties.map(({ id, role }, index) => ({
    id,
    side: (someoneApplied ? isAsking(role) : index === 0) ? 'claimant' : 'opponent',
  }))
}

/** One step of the chart. Amounts are what the claimants would get, in fen. */
export type DistancePoint = {
  offerId: string
  ordinal: number
  at: string
  side: 'claimant' | 'opponent' | 'mediator'
  amountFen: Fen
  /** What the claimants last asked less what the others last offered; absent until both have spoken. */
  distanceFen?: Fen
}

/**
 * How far the sides are apart after each standing offer that names money.
 * @policy Issue 3 §2
 */
export const distances = (
  offers: readonly Offer[],
  parties: readonly LedgerParty[],
): DistancePoint[] => {
  const claimants = new Set(parties.filter(({ side }) => side === 'claimant').map(({ id }) => id))
  const sideOf = (partyId: string | undefined) =>
    partyId === undefined ? 'mediator' : claimants.has(partyId) ? 'claimant' : 'opponent'
  let asked: Fen | undefined
  let offered: Fen | undefined
  return offers
    .filter(
      (offer) => offer.withdrawnAt === undefined && offer.terms.some(({ kind }) => kind === 'pay'),
    )
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map((offer) => {
      const side = sideOf(offer.partyId)
      const amountFen = netFen(offer.terms, claimants)
      if (side === 'claimant') asked = amountFen
      if (side === 'opponent') offered = amountFen
      const distanceFen = asked !== undefined && offered !== undefined ? asked - offered : undefined
      return {
        offerId: offer.id,
        ordinal: offer.ordinal,
        at: offer.madeAt,
        side,
        amountFen,
        ...(distanceFen === undefined ? {} : { distanceFen }),
      }
    })
}
