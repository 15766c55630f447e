import { v7 as uuid } from 'uuid'
import type { AgreementContent } from '../domain/agreement/content.ts'
import { listClauses, type AgreementRow } from '../queries/agreements.ts'
import type { Tx } from '../schema.ts'
import type { Happening } from './case-events.ts'

type Target = Pick<AgreementRow, 'id' | 'revision' | 'case_id'>

/**
 * The text of a page, its clauses knowing what they grew out of: a stored origin stays with its clause, one that
 * the page brings must name an offer of this case, and a second clause of the same term is a clause of its own.
 */
export async function withOwnOrigins(
  tx: Tx,
  row: Target,
  content: AgreementContent,
): Promise<AgreementContent> {
  const stored = new Map((await listClauses(tx, row.id)).map(({ id, origin }) => [id, origin]))
  const offers = await tx
    .selectFrom('offers')
    .select('id')
    .where('case_id', '=', row.case_id)
    .execute()
  const known = new Set(offers.map(({ id }) => id))
  const taken = new Set<string>()
  const clauses = content.clauses.map(({ origin: brought, ...clause }) => {
    const origin = stored.get(clause.id) ?? brought
    if (!origin || !known.has(origin.offerId) || taken.has(origin.termId)) return clause
    taken.add(origin.termId)
    return { ...clause, origin }
  })
  return { ...content, clauses }
}

/** Writes the text as the next revision. */
export async function putContent(
  { tx, now }: Pick<Happening, 'tx' | 'now'>,
  row: Target,
  content: AgreementContent,
) {
  await tx
    .updateTable('agreements')
    .set({
      facts: content.facts,
      issues: content.issues,
      responsibilities: content.responsibilities,
      performance_manner: content.performanceManner,
      performance_deadline: content.performanceDeadline,
      performance_place: content.performancePlace,
      copies: content.copies,
      revision: row.revision + 1,
      updated_at: now,
    })
    .where('id', '=', row.id)
    .execute()
  await putClauses(tx, row, content.clauses)
}

/** Writes the clauses anew, the rest of the text untouched. */
export async function putClauses(
  tx: Tx,
  row: Pick<Target, 'id' | 'case_id'>,
  clauses: AgreementContent['clauses'],
) {
  const parties = await tx
    .selectFrom('parties')
    .select('id')
    .where('case_id', '=', row.case_id)
    .execute()
  const known = new Set(parties.map(({ id }) => id))
  const partyId = (id: string | undefined) => (id !== undefined && known.has(id) ? id : null)
  await tx.deleteFrom('clauses').where('agreement_id', '=', row.id).execute()
  for (const [index, clause] of clauses.entries()) {
    const { payment, origin } = clause
    await tx
      .insertInto('clauses')
      .values({
        id: clause.id,
        agreement_id: row.id,
        position: index + 1,
        kind: clause.kind,
        text: clause.text,
        payer_id: partyId(payment?.payerId),
        payee_id: partyId(payment?.payeeId),
        total_fen: payment?.totalFen ?? null,
        method: payment?.method ?? '',
        account: payment?.account ?? '',
        offer_id: origin?.offerId ?? null,
        term_id: origin?.termId ?? null,
      })
      .execute()
    for (const [position, instalment] of (payment?.instalments ?? []).entries())
      await tx
        .insertInto('instalments')
        .values({
          id: uuid(),
          clause_id: clause.id,
          position: position + 1,
          due_on: instalment.dueOn,
          amount_fen: instalment.amountFen,
          method: instalment.method ?? '',
        })
        .execute()
  }
}
