import type { Offer, OfferTerms } from '../domain/offer/term.ts'
import type { Reader, Row } from '../schema.ts'
import { getSeal } from '../services/seals.ts'
import type { Wall } from '../store/wall.ts'
import { optional } from './parties.ts'

/** What ties the sealed words of an offer to its row. */
export const offerPlace = (offerId: string): string => `offer/${offerId}`

/** The ledger of a case in its order. Callers ask first whether the actor may open the wall. */
export async function listOffers(db: Reader, wall: Wall, caseId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('offers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
  if (rows.length === 0) return []
  const seal = await getSeal(db, wall, 'offers', caseId)
  const answers = await db
    .selectFrom('offer_answers as a')
    .innerJoin('offers as o', 'o.id', 'a.offer_id')
    .selectAll('a')
    .where('o.case_id', '=', caseId)
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    ...(JSON.parse(seal.open(offerPlace(row.id), row.sealed)) as OfferTerms),
    id: row.id,
    ordinal: row.ordinal,
    ...optional({
      partyId: row.party_id,
      replyTo: row.reply_to,
      sessionId: row.session_id,
      confidantId: row.confidant_id,
      releasedAt: row.released_at,
      withdrawnAt: row.withdrawn_at,
    }),
    madeAt: row.made_at,
    answers: answers
      .filter(({ offer_id: offerId }) => offerId === row.id)
      .map(({ party_id: partyId, answer, at }) => ({ partyId, answer, at })),
  }))
}

/** The case of an offer and its columns, its words still sealed. */
export async function findOfferRow(
  db: Reader,
  offerId: string,
): Promise<Row<'offers'> | undefined> {
  return db.selectFrom('offers').selectAll().where('id', '=', offerId).executeTakeFirst()
}

/** The agreement of the case that is worked on or in force: the latest version that still counts. */
export async function findLivingAgreement(db: Reader, caseId: string) {
  return db
    .selectFrom('agreements')
    .select(['id', 'case_id', 'status', 'revision', 'version'])
    .where('case_id', '=', caseId)
    .where('status', 'not in', ['superseded', 'void'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
}
