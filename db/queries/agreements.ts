import type { AgreementContent, Clause } from '../domain/agreement/content.ts'
import type { Signature, SignatureManner } from '../domain/agreement/signing.ts'
import { localDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

export async function findAgreementRow(db: Reader, agreementId: string) {
  return db
    .selectFrom('agreements as a')
    .innerJoin('users as u', 'u.id', 'a.mediator_id')
    .innerJoin('cases as c', 'c.id', 'a.case_id')
    .selectAll('a')
    .select([
      'u.name as mediator_name',
      'c.case_number',
      'c.title',
      'c.type_code',
      'c.status as case_status',
    ])
    .where('a.id', '=', agreementId)
    .executeTakeFirst()
}
export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreementRow>>>

export async function listClauses(db: Reader, agreementId: string): Promise<Clause[]> {
  const clauses = await db
    .selectFrom('clauses')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .execute()
  const instalments = await db
    .selectFrom('instalments as i')
    .innerJoin('clauses as c', 'c.id', 'i.clause_id')
    .selectAll('i')
    .where('c.agreement_id', '=', agreementId)
    .orderBy('i.position')
    .execute()
  return clauses.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    ...(row.kind === 'payment'
      ? {
          payment: {
            payerId: row.payer_id ?? '',
            payeeId: row.payee_id ?? '',
            totalFen: row.total_fen ?? 0,
            method: row.method,
            ...(row.account ? { account: row.account } : {}),
            instalments: instalments
              .filter((instalment) => instalment.clause_id === row.id)
              .map((instalment) => ({
                dueOn: localDate(instalment.due_on),
                amountFen: instalment.amount_fen,
                ...(instalment.method ? { method: instalment.method } : {}),
              })),
          },
        }
      : {}),
    ...(row.offer_id !== null && row.term_id !== null
      ? { origin: { offerId: row.offer_id, termId: row.term_id } }
      : {}),
  }))
}

export async function contentOf(db: Reader, row: AgreementRow): Promise<AgreementContent> {
  return {
    facts: row.facts,
    issues: row.issues,
    responsibilities: row.responsibilities,
    clauses: await listClauses(db, row.id),
    performanceManner: row.performance_manner,
    performanceDeadline: row.performance_deadline,
    performancePlace: row.performance_place,
    copies: row.copies,
  }
}

export async function listReviews(db: Reader, agreementId: string) {
  const rows = await db
    .selectFrom('agreement_reviews as r')
    .innerJoin('users as u', 'u.id', 'r.actor_id')
    .selectAll('r')
    .select('u.name as actor_name')
    .where('r.agreement_id', '=', agreementId)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    decision: row.decision,
    words: row.words,
  }))
}

export async function listSignatures(
  db: Reader,
  agreementId: string,
): Promise<(Signature & { id: string })[]> {
  const rows = await db
    .selectFrom('signatures')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    capacity: row.capacity,
    ...optional({ partyId: row.party_id }),
    signerName: row.signer_name,
    manner: JSON.parse(row.manner) as SignatureManner[],
    signedOn: localDate(row.signed_on),
  }))
}

export async function countPrintedCopies(db: Reader, agreementId: string): Promise<number> {
  const row = await db
    .selectFrom('agreements as a')
    .innerJoin('paper_outputs as o', 'o.case_id', 'a.case_id')
    .select((expression) => expression.fn.sum<number | null>('o.copies').as('copies'))
    .where('a.id', '=', agreementId)
    .where('o.form', '=', 'f10')
    .where('o.channel', '=', 'printer')
    .whereRef('o.object_id', '=', 'a.id')
    .executeTakeFirst()
  return Number(row?.copies ?? 0)
}

/** What waits for the head: submitted ones, and approved ones never put on paper. */
export async function listQueue(db: Reader) {
  const rows = await db
    .selectFrom('agreements as a')
    .innerJoin('cases as c', 'c.id', 'a.case_id')
    .innerJoin('users as u', 'u.id', 'a.mediator_id')
    .selectAll('a')
    .select((expression) => [
      'c.case_number',
      'c.title',
      'u.name as mediator_name',
      expression
        .selectFrom('agreement_reviews as r')
        .whereRef('r.agreement_id', '=', 'a.id')
        .where('r.decision', '=', 'submitted')
        .select((inner) => inner.fn.max<string>('r.at').as('at'))
        .as('submitted_at'),
      expression
        .selectFrom('agreement_reviews as r')
        .innerJoin('users as s', 's.id', 'r.actor_id')
        .whereRef('r.agreement_id', '=', 'a.id')
        .where('r.decision', '=', 'submitted')
        .orderBy('r.at', 'desc')
        .limit(1)
        .select('s.name')
        .as('submitter_name'),
    ])
    .where('a.status', 'in', ['submitted', 'approved'])
    .where((where) =>
      where.or([
        where('a.status', '=', 'submitted'),
        where.not(
          where.exists(
            where
              .selectFrom('paper_outputs as o')
              .select('o.id')
              .whereRef('o.case_id', '=', 'a.case_id')
              .where('o.form', '=', 'f10')
              .where('o.channel', '=', 'printer')
              .whereRef('o.object_id', '=', 'a.id'),
          ),
        ),
      ]),
    )
    .orderBy('a.updated_at')
    .execute()
  const items = rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    caseTitle: row.title,
    version: row.version,
    mediatorName: row.mediator_name,
    submitterName: row.submitter_name ?? row.mediator_name,
    status: row.status,
    submittedAt: row.submitted_at ?? row.updated_at,
    ...optional({ fileNumber: row.file_number }),
    copies: row.copies,
  }))
  return {
    toReview: items.filter((item) => item.status === 'submitted'),
    toPrint: items.filter((item) => item.status === 'approved'),
  }
}

export async function listAgreementVersions(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('agreements')
    .select(['id', 'version', 'status', 'file_number', 'effective_on'])
    .where('case_id', '=', caseId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    status: row.status,
    ...optional({ fileNumber: row.file_number }),
    ...(row.effective_on === null ? {} : { effectiveOn: localDate(row.effective_on) }),
  }))
}
