import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../domain/access/case-access.ts'
import { localDate, type LocalDate } from '../domain/local-date.ts'
import { obligationTitle } from '../domain/performance/obligation.ts'
import type { Reader, Row } from '../schema.ts'
import { caseHeadColumns, caseHeadOf } from './case-head.ts'

/** Of a visit that was made; what was not asked is blank. */
export type VisitAnswers = {
  manner: 'phone' | 'visit' | 'office' | 'message'
  partyId: string | undefined
  visitedName: string
  visitorName: string
  performance: string
  satisfaction: NonNullable<Row<'visits'>['satisfaction']>
  laterSuit: string
  mistakes: string
  recurrence: NonNullable<Row<'visits'>['recurrence']>
  recurrenceWords: string
  measures: string
}

export type VisitRecord = {
  id: string
  caseId: string
  plannedOn: LocalDate
  cause: Row<'visits'>['cause']
  obligationId: string | undefined
  /** 第1项第2期 */
  obligationTitle: string | undefined
  /** `dropped`: the plan took it back; nobody gave it up. */
  state: Row<'visits'>['state'] | 'dropped'
  doneAt: string | undefined
  answers: VisitAnswers | undefined
  skippedReason: string
  revision: number
  createdAt: string
}

const inForce = ['effective', 'overdue', 'confirming', 'confirmed'] as const

const visitRows = (db: Reader) =>
  db
    .selectFrom('visits as v')
    .leftJoin('obligations as o', 'o.id', 'v.obligation_id')
    .selectAll('v')
    .select([
      'o.clause_number',
      'o.instalment',
      sql<number>`(SELECT count(*) FROM obligations i
        WHERE i.agreement_id = o.agreement_id AND i.clause_id = o.clause_id)`.as('instalments'),
    ])

type VisitRow = Awaited<ReturnType<ReturnType<typeof visitRows>['executeTakeFirstOrThrow']>>

const titleOf = (row: Pick<VisitRow, 'clause_number' | 'instalment' | 'instalments'>) =>
  row.clause_number === null
    ? undefined
    : obligationTitle(row.clause_number, row.instalment ?? undefined, row.instalments)

const answersOf = (row: VisitRow): VisitAnswers | undefined =>
  row.state !== 'done' || row.satisfaction === null || row.recurrence === null
    ? undefined
    : {
        manner: row.manner as VisitAnswers['manner'],
        partyId: row.party_id ?? undefined,
        visitedName: row.visited_name,
        visitorName: row.visitor_name,
        performance: row.performance,
        satisfaction: row.satisfaction,
        laterSuit: row.later_suit,
        mistakes: row.mistakes,
        recurrence: row.recurrence,
        recurrenceWords: row.recurrence_words,
        measures: row.measures,
      }

const recordOf = (row: VisitRow): VisitRecord => ({
  id: row.id,
  caseId: row.case_id,
  plannedOn: localDate(row.planned_on),
  cause: row.cause,
  obligationId: row.obligation_id ?? undefined,
  obligationTitle: titleOf(row),
  state: row.state === 'skipped' && row.skipped_reason === '' ? 'dropped' : row.state,
  doneAt: row.done_at ?? undefined,
  answers: answersOf(row),
  skippedReason: row.skipped_reason,
  revision: row.revision,
  createdAt: row.created_at,
})

/** All visits of a case, also those that the plan took back, by their days. */
export async function listAllVisits(db: Reader, caseId: string): Promise<VisitRecord[]> {
  const rows = await visitRows(db)
    .where('v.case_id', '=', caseId)
    .orderBy('v.planned_on')
    .orderBy('v.id')
    .execute()
  return rows.map(recordOf)
}

/** Visits that are planned, were made or were given up, by their days. */
export async function listVisits(db: Reader, caseId: string): Promise<VisitRecord[]> {
  return (await listAllVisits(db, caseId)).filter(({ state }) => state !== 'dropped')
}

export async function findVisit(db: Reader, id: string): Promise<VisitRecord | undefined> {
  const row = await visitRows(db).where('v.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/**
 * Visits planned for a day up to `until`, the earliest first; a mediator sees those of his own cases, the head all,
 * nobody else any.
 */
export async function listPlannedVisits(db: Reader, actor: Actor, until: LocalDate) {
  if (actor.role !== 'mediator' && actor.role !== 'head') return []
  let rows = visitRows(db)
    .innerJoin('cases as c', 'c.id', 'v.case_id')
    .leftJoin('users as m', 'm.id', 'c.mediator_id')
    .select(caseHeadColumns)
    .where('v.state', '=', 'planned')
    .where('v.planned_on', '<=', until)
    .orderBy('v.planned_on')
    .orderBy('v.id')
  if (actor.role === 'mediator') rows = rows.where('c.mediator_id', '=', actor.userId)
  return (await rows.execute()).map((row) => ({
    id: row.id,
    plannedOn: localDate(row.planned_on),
    cause: row.cause,
    obligationTitle: titleOf(row),
    ...caseHeadOf(row),
  }))
}

/** The visits whose day somebody chose, each with the day on which the plan had it. */
export async function movedVisits(db: Reader, caseId: string): Promise<Map<string, LocalDate>> {
  const rows = await db
    .selectFrom('case_events')
    .select([
      sql<string>`json_extract(details, '$.visitId')`.as('id'),
      sql<string>`json_extract(details, '$.movedFrom')`.as('day'),
    ])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'visitMoved')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ id, day }) => [id, localDate(day)]))
}

/** Cases for which visits are planned, or were: what a change of the settings concerns. */
export async function listVisitedCases(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('cases as c')
    .select('c.id')
    .where((where) =>
      where.or([
        where('c.status', 'in', [...inForce, 'followUp']),
        sql<SqlBool>`EXISTS (SELECT 1 FROM visits v WHERE v.case_id = c.id AND v.state = 'planned')`,
      ]),
    )
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Days of visits that the plan has put there, from a day on. */
export async function listDaysAhead(db: Reader, from: LocalDate) {
  const rows = await db
    .selectFrom('visits')
    .select(['case_id as caseId', 'planned_on'])
    .distinct()
    .where('state', '=', 'planned')
    .where('cause', '<>', 'byHand')
    .where('planned_on', '>=', from)
    .orderBy('case_id')
    .execute()
  return rows.map(({ caseId, planned_on }) => ({ caseId, plannedOn: localDate(planned_on) }))
}

/** Cases that never had a visit planned: in force with something due, or performed since a day. */
export async function listUnplannedCases(db: Reader, since: LocalDate): Promise<string[]> {
  const rows = await db
    .selectFrom('cases as c')
    .select('c.id')
    .where((where) =>
      where.or([
        where.and([
          where('c.status', 'in', inForce),
          sql<SqlBool>`EXISTS (SELECT 1 FROM obligations o
            WHERE o.case_id = c.id AND o.dropped_at IS NULL AND o.due_on IS NOT NULL)`,
        ]),
        where.and([
          where('c.status', 'in', ['performed', 'followUp']),
          where('c.updated_at', '>=', since),
        ]),
      ]),
    )
    .where(sql<SqlBool>`NOT EXISTS (SELECT 1 FROM visits v WHERE v.case_id = c.id)`)
    .orderBy('c.id')
    .execute()
  return rows.map(({ id }) => id)
}
