import { sql, type Expression, type SqlBool } from 'kysely'
import { caseScope, type Actor } from '../domain/access/case-access.ts'
import { isClosed, caseStatuses, type CaseStatus } from '../domain/case/status.ts'
import { likePattern } from '../like-pattern.ts'
import type { Reader } from '../schema.ts'
import { isOpen } from './obligations.ts'

export type CaseView = 'open' | 'mine' | 'closed' | 'all'
export type CaseFilter = {
  view: CaseView
  text?: string | undefined
  status?: CaseStatus | undefined
  /** The last row of the page before: `applied_at|id`. */
  after?: string | undefined
  limit: number
  /** The oldest first instead of the newest; pages go on from the newest only. */
  oldestFirst?: boolean | undefined
}

/** Nothing is mediated any more, but somebody has the visit or the archive still before him. */
const toFinish: readonly CaseStatus[] = ['followUp', 'toArchive']
const isDone = (status: CaseStatus): boolean => isClosed(status) && !toFinish.includes(status)

const closedStatuses = caseStatuses.filter(isDone)
const openStatuses = caseStatuses.filter((status) => !isDone(status) && status !== 'draft')

export type CaseRow = Awaited<ReturnType<typeof listCaseRows>>[number]

/** One row a case, with what the list and the next step need; newest first. */
export function listCaseRows(db: Reader, actor: Actor, filter: CaseFilter) {
  const order = filter.oldestFirst ? 'asc' : 'desc'
  let rows = caseRows(db).orderBy('c.applied_at', order).orderBy('c.id', order).limit(filter.limit)
  const scope = caseScope(actor.role)
  if (scope === 'none' || scope === 'shared') rows = rows.where(sql<SqlBool>`false`)
  if (scope === 'ownAndPool')
    rows = rows.where((where) =>
      where.or([
        where('c.mediator_id', '=', actor.userId),
        where('c.created_by', '=', actor.userId),
        where.and([
          where('c.mediator_id', 'is', null),
          where('c.status', 'in', ['submitted', 'accepted']),
        ]),
      ]),
    )
  if (filter.view === 'mine')
    rows = rows.where((where) =>
      where.or([
        where('c.mediator_id', '=', actor.userId),
        where('c.created_by', '=', actor.userId),
      ]),
    )
  if (filter.view === 'open') rows = rows.where('c.status', 'in', openStatuses)
  if (filter.view === 'closed') rows = rows.where('c.status', 'in', closedStatuses)
  if (filter.status) rows = rows.where('c.status', '=', filter.status)
  if (filter.text?.trim()) {
    const pattern = likePattern(filter.text.trim())
    rows = rows.where((where) =>
      where.or([
        sql<SqlBool>`c.title LIKE ${pattern} ESCAPE '\\'`,
        sql<SqlBool>`c.case_number LIKE ${pattern} ESCAPE '\\'`,
        sql<SqlBool>`EXISTS (SELECT 1 FROM parties p WHERE p.case_id = c.id AND p.name LIKE ${pattern} ESCAPE '\\')`,
        sql<SqlBool>`EXISTS (SELECT 1 FROM agreements a WHERE a.case_id = c.id AND a.file_number LIKE ${pattern} ESCAPE '\\')`,
      ]),
    )
  }
  const cursor = filter.after ? cursorOf(filter.after) : undefined
  if (cursor)
    rows = rows.where(sql<SqlBool>`(c.applied_at, c.id) < (${cursor.appliedAt}, ${cursor.id})`)
  return rows.execute()
}

export function cursorOf(text: string) {
  const [appliedAt, id] = text.split('|')
  return appliedAt && id ? { appliedAt, id } : undefined
}

export function findCaseRow(db: Reader, caseId: string) {
  return caseRows(db).where('c.id', '=', caseId).executeTakeFirst()
}

const newestAgreement = (column: 'id' | 'status') =>
  sql<string | null>`(SELECT a.${sql.raw(column)} FROM agreements a
    WHERE a.case_id = c.id AND a.status NOT IN ('superseded', 'void')
    ORDER BY a.version DESC LIMIT 1)`

/** Of the version in force: a correction that is still being written changes neither number nor clock. */
const agreementInForce = (column: 'id' | 'effective_on') =>
  sql<string | null>`(SELECT a.${sql.raw(column)} FROM agreements a
    WHERE a.case_id = c.id AND a.status <> 'void' AND a.effective_on IS NOT NULL
    ORDER BY a.version DESC LIMIT 1)`

const agreementNumber = sql<string | null>`(SELECT a.file_number FROM agreements a
    WHERE a.case_id = c.id AND a.status <> 'void' AND a.file_number IS NOT NULL
    ORDER BY a.version DESC LIMIT 1)`

const partyNames = (roles: Expression<unknown>) =>
  sql<string | null>`(SELECT group_concat(name, '、') FROM
    (SELECT p.name FROM parties p WHERE p.case_id = c.id AND p.role IN (${roles}) ORDER BY p.position))`

function caseRows(db: Reader) {
  return db
    .selectFrom('cases as c')
    .leftJoin('users as m', 'm.id', 'c.mediator_id')
    .innerJoin('users as creator', 'creator.id', 'c.created_by')
    .selectAll('c')
    .select([
      'm.name as mediator_name',
      'creator.name as creator_name',
      partyNames(sql`'applicant', 'coApplicant'`).as('applicants'),
      partyNames(sql`'respondent', 'thirdParty', 'party'`).as('others'),
      newestAgreement('id').as('agreement_id'),
      newestAgreement('status').as('agreement_status'),
      agreementNumber.as('agreement_number'),
      agreementInForce('effective_on').as('effective_on'),
      sql<number>`(SELECT count(*) FROM sessions s WHERE s.case_id = c.id AND s.status = 'ended')`.as(
        'ended_sessions',
      ),
      sql<
        'agreed' | 'notAgreed' | 'adjourned' | null
      >`(SELECT s.result FROM sessions s WHERE s.case_id = c.id AND s.status = 'ended' ORDER BY s.ordinal DESC LIMIT 1)`.as(
        'last_result',
      ),
      sql<
        string | null
      >`(SELECT s.id FROM sessions s WHERE s.case_id = c.id AND s.status = 'open')`.as(
        'open_session_id',
      ),
      sql<
        string | null
      >`(SELECT s.started_at FROM sessions s WHERE s.case_id = c.id AND s.status = 'open')`.as(
        'open_session_started_at',
      ),
      sql<number>`EXISTS (SELECT 1 FROM sessions s WHERE s.case_id = c.id AND s.rights_told_at IS NOT NULL)`.as(
        'rights_told',
      ),
      sql<number>`EXISTS (SELECT 1 FROM paper_outputs o WHERE o.case_id = c.id AND o.form = 'f10'
        AND o.channel = 'printer' AND o.object_id = ${newestAgreement('id')})`.as('printed'),
      sql<string | null>`(SELECT min(o.due_on) FROM obligations o
        WHERE o.case_id = c.id AND o.dropped_at IS NULL AND ${isOpen('o')})`.as('first_due_on'),
    ])
}
