import { v7 as uuid } from 'uuid'
import { mayOpenWall } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { conditionOf } from '../domain/offer/step.ts'
import { knowsOffer, standOf } from '../domain/offer/ledger.ts'
import { termOfClause } from '../domain/offer/term-of-clause.ts'
import { reasonsNotToOffer } from '../domain/offer/term-rules.ts'
import type { Answer, Offer, OfferTerms } from '../domain/offer/term.ts'
import { listClauses } from '../queries/agreements.ts'
import { findLivingAgreement, findOfferRow, offerPlace } from '../queries/offers.ts'
import type { Row, Tx } from '../schema.ts'
import { recallAgreement } from './agreement-review.ts'
import { getCase } from './case-access.ts'
import { isLiveCase } from './live-case.ts'
import { keepStep, openLedger, type OpenLedger } from './package-step.ts'
import { getSeal, makeSeal, wrappedKey, type Walled } from './seals.ts'
import { StepRefused } from './step-refused.ts'

export type NewOffer = {
  id: string
  caseId: string
  sessionId?: string | undefined
  partyId?: string | undefined
  replyTo?: string | undefined
  confidantId?: string | undefined
  terms: OfferTerms
}

/** The case, if its bargaining is this actor's and goes on. */
async function getLiveCase({ tx, actor }: Walled, caseId: string) {
  const row = await getCase(tx, actor, caseId, mayOpenWall, 'offers.notYours')
  if (!isLiveCase(row)) throw new DomainError('offers.caseNotLive', { status: row.status })
  return row
}

type Part = Pick<Row<'session_parts'>, 'id' | 'kind' | 'party_id'> | undefined

async function openPart(tx: Tx, sessionId: string): Promise<Part> {
  return tx
    .selectFrom('session_parts')
    .select(['id', 'kind', 'party_id'])
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** The part that goes on now in an open session of the case, if there is one. */
async function presentPart(tx: Tx, caseId: string): Promise<Part> {
  const session = await tx
    .selectFrom('sessions')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return session && openPart(tx, session.id)
}

async function partOf({ tx }: Walled, { sessionId, caseId }: NewOffer): Promise<Part> {
  // Beside the room, too: while a separate talk goes on, what is said is said in it.
  if (sessionId === undefined) return presentPart(tx, caseId)
  const session = await tx
    .selectFrom('sessions')
    .select(['case_id', 'status'])
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session || session.case_id !== caseId) throw new DomainError('sessions.notFound')
  if (session.status === 'ended') throw new DomainError('sessions.alreadyEnded')
  return openPart(tx, sessionId)
}

/**
 * Who alone knows of it. A separate talk is confidential by itself; a party's own offer is told in confidence by that
 * party and by nobody else.
 */
function confidantOf({ partyId, confidantId }: NewOffer, part: Part): string | undefined {
  if (partyId !== undefined && confidantId !== undefined && confidantId !== partyId)
    throw new DomainError('offers.confidantNotTheParty')
  if (confidantId !== undefined) return confidantId
  return part?.kind === 'separate' ? (partyId ?? part.party_id ?? undefined) : undefined
}

function requireParties({ parties }: OpenLedger, ids: readonly (string | undefined)[]) {
  for (const id of ids)
    if (id !== undefined && parties.every((party) => party.id !== id))
      throw new DomainError('parties.notFound')
}

/** An answer to an offer can only be given by who knows that offer. */
function requireKnownReply({ offers }: OpenLedger, { replyTo, partyId }: NewOffer) {
  if (replyTo === undefined) return
  const former = offers.find(({ id }) => id === replyTo)
  if (!former) throw new DomainError('offers.notFound')
  if (partyId !== undefined && !knowsOffer(former, partyId))
    throw new DomainError('offers.notReleased')
}

/** The same offer sent twice is kept once; another one under its id is refused. */
async function alreadyMade({ tx }: Walled, ledger: OpenLedger, form: NewOffer) {
  const row = await findOfferRow(tx, form.id)
  if (!row) return undefined
  const made = ledger.offers.find(({ id }) => id === form.id)
  if (!made) throw new DomainError('offers.notFound')
  const isSame =
    made.partyId === form.partyId &&
    JSON.stringify(made.terms) === JSON.stringify(form.terms.terms) &&
    made.condition === form.terms.condition &&
    made.note === form.terms.note
  if (!isSame) throw new DomainError('offers.alreadyMade', { ordinal: made.ordinal })
  return made.ordinal
}

async function insertOffer(
  happening: Walled,
  ledger: OpenLedger,
  form: NewOffer,
  said: { partId: string | undefined; confidantId: string | undefined },
): Promise<number> {
  const { tx, wall, actor, now } = happening
  const reasons = reasonsNotToOffer(
    form.terms.terms,
    ledger.parties.map(({ id }) => id),
  )
  if (reasons.length > 0) throw new StepRefused('offers.termsInvalid', reasons)
  const { id, caseId } = form
  const isFirst = (await wrappedKey(tx, 'offers', caseId)) === undefined
  const seal = isFirst
    ? await makeSeal(happening, 'offers', caseId)
    : await getSeal(tx, wall, 'offers', caseId)
  const { terms, condition, note } = form.terms
  const ordinal = (ledger.offers.at(-1)?.ordinal ?? 0) + 1
  await tx
    .insertInto('offers')
    .values({
      id,
      case_id: caseId,
      session_id: form.sessionId ?? null,
      part_id: said.partId ?? null,
      ordinal,
      party_id: form.partyId ?? null,
      reply_to: form.replyTo ?? null,
      confidant_id: said.confidantId ?? null,
      sealed: seal.seal(
        offerPlace(id),
        JSON.stringify({ terms, condition, note } satisfies OfferTerms),
      ),
      made_at: now,
      recorded_by: actor.userId,
      released_at: null,
      withdrawn_at: null,
    })
    .execute()
  return ordinal
}

/**
 * Keeps what was offered, word for word for ever. Answers its number in the case.
 * @throws DomainError offers.notYours, offers.caseNotLive, offers.notReleased, offers.alreadyMade
 * @throws StepRefused offers.termsInvalid
 */
export async function makeOffer(happening: Walled, form: NewOffer): Promise<number> {
  const { tx, wall } = happening
  await getLiveCase(happening, form.caseId)
  const ledger = await openLedger(tx, wall, form.caseId)
  const made = await alreadyMade(happening, ledger, form)
  if (made !== undefined) return made
  requireParties(ledger, [form.partyId, form.confidantId])
  requireKnownReply(ledger, form)
  const part = await partOf(happening, form)
  return insertOffer(happening, ledger, form, {
    partId: part?.id,
    confidantId: confidantOf(form, part),
  })
}

/** The offer and its ledger, if this actor leads the bargaining. */
async function getOffer(happening: Walled, offerId: string) {
  const { tx, wall } = happening
  const row = await findOfferRow(tx, offerId)
  if (!row) throw new DomainError('offers.notFound')
  await getLiveCase(happening, row.case_id)
  const ledger = await openLedger(tx, wall, row.case_id)
  const offer = ledger.offers.find(({ id }) => id === offerId)
  if (!offer) throw new DomainError('offers.notFound')
  return { caseId: row.case_id, ledger, offer }
}

function requireStanding({ withdrawnAt, ordinal }: Offer) {
  if (withdrawnAt !== undefined) throw new DomainError('offers.withdrawn', { ordinal })
}

/** What stands under an approved text does not change; a new version of the agreement comes first. */
async function requireLooseAgreement({ tx }: Walled, caseId: string) {
  const agreement = await findLivingAgreement(tx, caseId)
  if (agreement?.status === 'approved' || agreement?.status === 'signed')
    throw new DomainError('offers.agreementFrozen', { status: agreement.status })
}

const follow = (happening: Walled, caseId: string, { agreed }: OpenLedger) =>
  keepStep(happening, caseId, agreed, (agreementId) => recallAgreement(happening, agreementId))

/**
 * A party's word on an offer it knows; of each party the last word counts. A proposer who no longer wants the own
 * offer withdraws it, which cannot be taken back: a mere 'no' is refused.
 * @policy Issue 3 §2: a package is agreed only when every party said yes to this very version
 * @throws DomainError offers.notReleased, offers.withdrawn, offers.useWithdraw, offers.agreementFrozen
 */
export async function answerOffer(
  happening: Walled,
  { offerId, partyId, answer }: { offerId: string; partyId: string; answer: Answer },
): Promise<boolean> {
  const { tx, actor, now } = happening
  const { caseId, ledger, offer } = await getOffer(happening, offerId)
  requireParties(ledger, [partyId])
  requireStanding(offer)
  if (!knowsOffer(offer, partyId)) throw new DomainError('offers.notReleased')
  if (offer.partyId === partyId && answer === 'no')
    throw new DomainError('offers.useWithdraw', { ordinal: offer.ordinal })
  if (standOf(offer, partyId) === answer) return ledger.agreed?.id === offerId
  if (ledger.agreed?.id === offerId) await requireLooseAgreement(happening, caseId)
  const part = await presentPart(tx, caseId)
  await tx
    .insertInto('offer_answers')
    .values({
      id: uuid(),
      offer_id: offerId,
      party_id: partyId,
      part_id: part?.id ?? null,
      answer,
      at: now,
      recorded_by: actor.userId,
    })
    .execute()
  const { agreed } = await follow(happening, caseId, ledger)
  return agreed?.id === offerId
}

/** @throws DomainError offers.withdrawn, offers.agreementFrozen */
export async function withdrawOffer(happening: Walled, offerId: string) {
  const { tx, now } = happening
  const { caseId, ledger, offer } = await getOffer(happening, offerId)
  requireStanding(offer)
  if (ledger.agreed?.id === offerId) await requireLooseAgreement(happening, caseId)
  await tx.updateTable('offers').set({ withdrawn_at: now }).where('id', '=', offerId).execute()
  await follow(happening, caseId, ledger)
}

/**
 * Told in confidence, it may now be told to the other side.
 * @throws DomainError offers.withdrawn, offers.notConfidential, offers.alreadyReleased
 */
export async function releaseOffer(happening: Walled, offerId: string) {
  const { tx, now } = happening
  const { caseId, ledger, offer } = await getOffer(happening, offerId)
  requireStanding(offer)
  if (offer.confidantId === undefined) throw new DomainError('offers.notConfidential')
  if (offer.releasedAt !== undefined) throw new DomainError('offers.alreadyReleased')
  await tx.updateTable('offers').set({ released_at: now }).where('id', '=', offerId).execute()
  await follow(happening, caseId, ledger)
}

/**
 * What the agreement says now becomes a proposal of the mediator in the open, which both sides must answer. Terms
 * keep their ids, so that the clauses are in step again once it is agreed.
 * @policy Issue 3 §3
 */
export async function proposeFromAgreement(
  happening: Walled,
  { id, agreementId }: { id: string; agreementId: string },
): Promise<number> {
  const { tx, wall } = happening
  const agreement = await tx
    .selectFrom('agreements')
    .select(['id', 'case_id'])
    .where('id', '=', agreementId)
    .executeTakeFirst()
  if (!agreement) throw new DomainError('agreements.notFound')
  const caseId = agreement.case_id
  await getLiveCase(happening, caseId)
  const ledger = await openLedger(tx, wall, caseId)
  const repeated = ledger.offers.find((offer) => offer.id === id)
  if (repeated) return repeated.ordinal
  if (await findOfferRow(tx, id)) throw new DomainError('offers.notFound')
  const clauses = await listClauses(tx, agreementId)
  const condition = clauses.flatMap((clause) => conditionOf(clause) ?? []).join('；')
  const bargain = clauses.filter((clause) => conditionOf(clause) === undefined)
  const terms = bargain.map((clause) => {
    const base = ledger.offers
      .find((offer) => offer.id === clause.origin?.offerId)
      ?.terms.find((term) => term.id === clause.origin?.termId)
    return termOfClause(clause, base, ledger.parties, uuid)
  })
  const part = await presentPart(tx, caseId)
  return insertOffer(
    happening,
    ledger,
    { id, caseId, terms: { terms, condition, note: '' } },
    { partId: part?.kind === 'separate' ? undefined : part?.id, confidantId: undefined },
  )
}
