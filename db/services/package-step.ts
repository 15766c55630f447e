import { v7 as uuid } from 'uuid'
import { mayOpenWall, type Actor } from '../domain/access/case-access.ts'
import type { Clause } from '../domain/agreement/content.ts'
import { isEditable } from '../domain/agreement/status.ts'
import { DomainError } from '../domain/errors.ts'
import { agreedPackage } from '../domain/offer/ledger.ts'
import {
  packageOf,
  reconcile,
  resetToPackage,
  stepOf,
  type StepItem,
  type StepLedger,
} from '../domain/offer/step.ts'
import type { Offer } from '../domain/offer/term.ts'
import { listClauses } from '../queries/agreements.ts'
import { findLivingAgreement, listOffers } from '../queries/offers.ts'
import type { Reader, Row } from '../schema.ts'
import type { Wall } from '../store/wall.ts'
import { putClauses } from './agreement-content.ts'
import { accessOf, getCase } from './case-access.ts'
import type { Walled } from './seals.ts'

/** The ledger with the parties whose yes it needs. Callers ask first whether the actor may open the wall. */
export type OpenLedger = {
  offers: Offer[]
  agreed: Offer | undefined
  parties: Pick<Row<'parties'>, 'id' | 'name' | 'role'>[]
}

export async function openLedger(db: Reader, wall: Wall, caseId: string): Promise<OpenLedger> {
  const parties = await db
    .selectFrom('parties')
    .select(['id', 'name', 'role'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  const offers = await listOffers(db, wall, caseId)
  const partyIds = parties.map(({ id }) => id)
  return { offers, agreed: agreedPackage(offers, partyIds), parties }
}

const packagesOf = ({ offers, agreed, parties }: OpenLedger): StepLedger => ({
  offers: offers.map(packageOf),
  agreed: agreed && packageOf(agreed),
  parties,
})

export type StepRecord = { agreedOfferId?: string; items: StepItem[] }

export async function stepRecord(
  db: Reader,
  ledger: OpenLedger,
  agreementId: string | undefined,
): Promise<StepRecord> {
  return {
    ...(ledger.agreed ? { agreedOfferId: ledger.agreed.id } : {}),
    items:
      agreementId === undefined
        ? []
        : stepOf(await listClauses(db, agreementId), packagesOf(ledger)),
  }
}

/** How the clauses keep step; undefined for everybody who may not open the wall. */
export async function stepFor(
  { db, wall, actor }: { db: Reader; wall: Wall; actor: Actor },
  caseRow: Row<'cases'>,
  agreementId: string,
): Promise<StepRecord | undefined> {
  if (!mayOpenWall(actor, accessOf(caseRow))) return undefined
  return stepRecord(db, await openLedger(db, wall, caseRow.id), agreementId)
}

const words = (clauses: readonly Clause[]) =>
  JSON.stringify(clauses.map(({ origin: _origin, ...clause }) => clause))

/** Other clauses for a text that may change; the revision tells every page when the words are others. */
async function rewrite(
  { tx, now }: Walled,
  agreement: Pick<Row<'agreements'>, 'id' | 'case_id' | 'revision'>,
  from: readonly Clause[],
  clauses: readonly Clause[],
): Promise<number> {
  const revision = agreement.revision + (words(from) === words(clauses) ? 0 : 1)
  await tx
    .updateTable('agreements')
    .set({ revision, updated_at: now })
    .where('id', '=', agreement.id)
    .execute()
  await putClauses(tx, agreement, [...clauses])
  return revision
}

/** Clauses of a first draft: those of the agreed package, if there is one. */
export async function writeAgreedClauses(
  happening: Walled,
  agreement: Pick<Row<'agreements'>, 'id' | 'case_id'>,
) {
  const { tx, wall } = happening
  const ledger = await openLedger(tx, wall, agreement.case_id)
  if (ledger.agreed) await putClauses(tx, agreement, reconcile([], packagesOf(ledger), uuid))
}

/** A later version follows what was agreed since the one before it was frozen. */
export async function catchUp(
  happening: Walled,
  agreement: Pick<Row<'agreements'>, 'id' | 'case_id'>,
) {
  const { tx, wall } = happening
  const clauses = await listClauses(tx, agreement.id)
  if (clauses.every(({ origin }) => origin === undefined)) return
  const ledger = await openLedger(tx, wall, agreement.case_id)
  const before = ledger.offers.findLast(({ id }) =>
    clauses.some(({ origin }) => origin?.offerId === id),
  )
  if (before?.id !== ledger.agreed?.id)
    await putClauses(
      tx,
      agreement,
      reconcile(clauses, packagesOf(ledger), uuid, before && packageOf(before)),
    )
}

/**
 * After another package became the agreed one, or none is any more: the draft of the case follows in the same
 * transaction. A text that lies with the head is fetched back first, by `fetchBack`, when it says something else.
 */
export async function keepStep(
  happening: Walled,
  caseId: string,
  before: Offer | undefined,
  fetchBack: (agreementId: string) => Promise<void>,
): Promise<OpenLedger> {
  const { tx, wall } = happening
  const ledger = await openLedger(tx, wall, caseId)
  if (ledger.agreed?.id === before?.id) return ledger
  const agreement = await findLivingAgreement(tx, caseId)
  if (!agreement) return ledger
  const clauses = await listClauses(tx, agreement.id)
  const isSubmitted = agreement.status === 'submitted'
  if (isSubmitted) {
    if (stepOf(clauses, packagesOf(ledger)).every(({ state }) => state === 'inStep')) return ledger
    await fetchBack(agreement.id)
  }
  if (!isSubmitted && !isEditable(agreement.status)) return ledger
  await rewrite(
    happening,
    agreement,
    clauses,
    reconcile(clauses, packagesOf(ledger), uuid, before && packageOf(before)),
  )
  return ledger
}

/**
 * Sets the clauses to the agreed package again.
 * @throws DomainError agreements.changedElsewhere, agreements.frozen, offers.notYours, offers.nothingAgreed
 */
export async function followPackage(
  happening: Walled,
  agreementId: string,
  revision: number,
): Promise<number> {
  const { tx, wall, actor } = happening
  const agreement = await tx
    .selectFrom('agreements')
    .select(['id', 'case_id', 'status', 'revision'])
    .where('id', '=', agreementId)
    .executeTakeFirst()
  if (!agreement) throw new DomainError('agreements.notFound')
  await getCase(tx, actor, agreement.case_id, mayOpenWall, 'offers.notYours')
  if (!isEditable(agreement.status))
    throw new DomainError('agreements.frozen', { status: agreement.status })
  if (agreement.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  const ledger = await openLedger(tx, wall, agreement.case_id)
  const { agreed } = ledger
  if (!agreed) throw new DomainError('offers.nothingAgreed')
  const clauses = await listClauses(tx, agreementId)
  return rewrite(
    happening,
    agreement,
    clauses,
    resetToPackage(clauses, { ...packagesOf(ledger), agreed: packageOf(agreed) }, uuid),
  )
}
