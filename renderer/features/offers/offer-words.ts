import { isAgreedOffer, isSharedOffer, knowsOffer, standOf } from '#db/domain/offer/ledger.ts'
import type { Answer } from '#db/domain/offer/term.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { formatClock, formatInstantNear } from '../../lib/format/date.ts'
import type { Tone } from '../../lib/labels/status.ts'
import { partyNameIn } from './term-sentence.ts'

export type Ledger = OutputOf<'offers.ledger'>
export type LedgerOffer = Ledger['offers'][number]
export type LedgerParty = Ledger['parties'][number]

export const makerWords = (offer: LedgerOffer, parties: readonly LedgerParty[]): string =>
  offer.partyId === undefined ? '调解员方案' : `${partyNameIn(parties)(offer.partyId)}提出`

/** 第3次 · 李秀英提出 · 对第2次的还价 · 14:05 */
export const headWords = (offer: LedgerOffer, ledger: Ledger, today: LocalDate): string[] => {
  const replied = ledger.offers.find(({ id }) => id === offer.replyTo)
  const time =
    localDateOf(offer.madeAt) === today
      ? formatClock(offer.madeAt)
      : formatInstantNear(offer.madeAt, today)
  return [
    `第${offer.ordinal}次`,
    makerWords(offer, ledger.parties),
    ...(replied ? [`对第${replied.ordinal}次的还价`] : []),
    time,
  ]
}

const partyIdsOf = (parties: readonly LedgerParty[]): string[] => parties.map(({ id }) => id)

export const isAgreed = (offer: LedgerOffer, parties: readonly LedgerParty[]): boolean =>
  isAgreedOffer(offer, partyIdsOf(parties))

export type Badge = { tone: Tone; word: string }

/** 双方已同意; of an earlier package that another one has taken the place of, just that. */
const agreedBadge = (offer: LedgerOffer, { parties, agreedOfferId }: Ledger): Badge[] => {
  if (!isAgreed(offer, parties)) return []
  const all = parties.length > 2 ? '各方' : '双方'
  return agreedOfferId === undefined || agreedOfferId === offer.id
    ? [{ tone: 'done', word: `${all}已同意` }]
    : [{ tone: 'plain', word: `${all}同意过，后来另有谈定` }]
}

/** Whoever offered this has offered something else since: the older one still stands, so it is said. */
const laterBadge = ({ id, partyId, ordinal }: LedgerOffer, ledger: Ledger): Badge[] => {
  if (partyId === undefined || ledger.agreedOfferId === id) return []
  const later = ledger.offers
    .filter((other) => other.partyId === partyId && other.withdrawnAt === undefined)
    .reduce((last, other) => Math.max(last, other.ordinal), 0)
  return later > ordinal
    ? [{ tone: 'waiting', word: `${partyNameIn(ledger.parties)(partyId)}后来另提了第${later}次` }]
    : []
}

export const badgesOf = (offer: LedgerOffer, ledger: Ledger): Badge[] => {
  const { parties } = ledger
  const confidant = offer.confidantId
  const told: Badge[] =
    confidant === undefined
      ? []
      : offer.releasedAt === undefined
        ? [{ tone: 'waiting', word: `只告诉了${partyNameIn(parties)(confidant)}（未转告）` }]
        : [{ tone: 'going', word: '已转告' }]
  if (offer.withdrawnAt !== undefined) return [{ tone: 'plain', word: '已撤回' }, ...told]
  return [...agreedBadge(offer, ledger), ...told, ...laterBadge(offer, ledger)]
}

export type Stand = {
  party: LedgerParty
  /** Undefined while nothing was said. */
  answer: Answer | undefined
  isMaker: boolean
  /** An offer told to somebody else in confidence cannot be answered. */
  knows: boolean
}

export const standsOf = (offer: LedgerOffer, parties: readonly LedgerParty[]): Stand[] =>
  parties.map((party) => ({
    party,
    answer: standOf(offer, party.id),
    isMaker: offer.partyId === party.id,
    knows: knowsOffer(offer, party.id),
  }))

export const standWords = ({ answer, isMaker, knows }: Stand): string => {
  if (!knows) return '还不知道'
  if (isMaker && answer === 'yes') return '提出人'
  if (answer === undefined) return '还没答复'
  return answer === 'yes' ? '同意' : '不同意'
}

/** What the people in the room may see together, newest first; the rest is not even counted. */
export const openOffers = (offers: readonly LedgerOffer[]): LedgerOffer[] =>
  offers
    .filter((offer) => isSharedOffer(offer) && offer.withdrawnAt === undefined)
    .toSorted((a, b) => b.ordinal - a.ordinal)

/** Who hears of it when it is told on. */
export const othersWords = (offer: LedgerOffer, parties: readonly LedgerParty[]): string =>
  parties
    .filter(({ id }) => id !== offer.confidantId)
    .map(({ name }) => name)
    .join('、')
