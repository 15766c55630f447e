import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../domain/access/case-access.ts'
import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { isOpen } from './obligations.ts'

/** What stands at the head of every line. */
export type CaseHead = {
  caseId: string
  caseNumber: string
  title: string
  parties: string
  mediatorName?: string
}

/** The heads of these cases, in one statement. */
export async function listCaseHeads(
  db: Reader,
  caseIds: readonly string[],
): Promise<Map<string, CaseHead>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases as c')
    .leftJoin('users as m', 'm.id', 'c.mediator_id')
    .select([
      'c.id',
      'c.case_number',
      'c.title',
      'm.name as mediator_name',
      sql<string | null>`(SELECT group_concat(name, '、') FROM
        (SELECT p.name FROM parties p WHERE p.case_id = c.id ORDER BY p.position))`.as('parties'),
    ])
    .where('c.id', 'in', caseIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        caseId: row.id,
        caseNumber: row.case_number,
        title: row.title,
        parties: row.parties ?? '',
        ...(row.mediator_name === null ? {} : { mediatorName: row.mediator_name }),
      },
    ]),
  )
}

const isFollower = (actor: Actor) => actor.role === 'mediator' || actor.role === 'head'

const own = (actor: Actor) =>
  actor.role === 'head' ? sql<SqlBool>`true` : sql<SqlBool>`c.mediator_id = ${actor.userId}`

/** What debtors promised for a day up to `until` and what they have said nothing else of since; a letter takes nothing back. */
export async function listOpenPromises(db: Reader, actor: Actor, until: LocalDate) {
  if (!isFollower(actor)) return []
  const rows = await db
    .selectFrom('urges as u')
    .innerJoin('cases as c', 'c.id', 'u.case_id')
    .leftJoin('obligations as o', 'o.id', 'u.obligation_id')
    .select(['u.id', 'u.case_id', 'u.obligation_id', 'u.promised_on', 'u.promised_fen'])
    .where(own(actor))
    .where('c.status', 'in', ['effective', 'overdue', 'confirming', 'confirmed'])
    .where('u.answer', '=', 'promised')
    .where('u.promised_on', '<=', until)
    .where(
      sql<SqlBool>`NOT EXISTS (SELECT 1 FROM urges l WHERE l.case_id = u.case_id
        AND l.obligation_id IS u.obligation_id AND (l.at, l.id) > (u.at, u.id)
        AND l.answer NOT IN ('sent', 'notReached'))`,
    )
    .where(sql<SqlBool>`(o.id IS NULL OR (o.dropped_at IS NULL AND ${isOpen('o')}))`)
    .orderBy('u.promised_on')
    .orderBy('u.id')
    .execute()
  return rows.flatMap((row) =>
    row.promised_on === null
      ? []
      : [
          {
            id: row.id,
            caseId: row.case_id,
            obligationId: row.obligation_id ?? undefined,
            promisedOn: localDate(row.promised_on),
            promisedFen: row.promised_fen ?? undefined,
          },
        ],
  )
}

/** Dossiers lent out that are due back by `until`. */
export async function listDueLoans(db: Reader, actor: Actor, until: LocalDate) {
  if (!isFollower(actor)) return []
  const rows = await db
    .selectFrom('dossier_loans as l')
    .innerJoin('cases as c', 'c.id', 'l.case_id')
    .select(['l.id', 'l.case_id', 'l.due_on', 'l.borrower'])
    .where(own(actor))
    .where('l.returned_on', 'is', null)
    .where('l.due_on', '<=', until)
    .orderBy('l.due_on')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    dueOn: localDate(row.due_on),
    borrower: row.borrower,
  }))
}

/** Cases that something is planned for: a visit, or an obligation with its day. */
export async function listPlannedCases(db: Reader): Promise<Set<string>> {
  const visits = await db
    .selectFrom('visits')
    .select('case_id')
    .distinct()
    .where('state', '=', 'planned')
    .execute()
  const obligations = await db
    .selectFrom('obligations as o')
    .select('o.case_id')
    .distinct()
    .where('o.dropped_at', 'is', null)
    .where('o.due_on', 'is not', null)
    .where(sql<SqlBool>`${isOpen('o')}`)
    .execute()
  return new Set([...visits, ...obligations].map(({ case_id }) => case_id))
}
