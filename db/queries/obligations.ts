import { sql } from 'kysely'
import type { Actor } from '../domain/access/case-access.ts'
import type { HolidayYear } from '../domain/deadline/period.ts'
import { isCountable, localDate, type LocalDate } from '../domain/local-date.ts'
import {
  daysLate,
  lastDayOf,
  lateUntil,
  obligationState,
  obligationTitle,
  type ObligationState,
} from '../domain/performance/obligation.ts'
import type { Reader } from '../schema.ts'
import { caseHeadColumns, caseHeadOf } from './case-head.ts'

/** Obligations with what counts of their performances. */
const obligationRows = (db: Reader) =>
  db
    .selectFrom('obligations as o')
    .leftJoin('parties as debtor', 'debtor.id', 'o.debtor_id')
    .leftJoin('parties as creditor', 'creditor.id', 'o.creditor_id')
    .selectAll('o')
    .select([
      'debtor.name as debtor_name',
      'creditor.name as creditor_name',
      sql<number>`(SELECT count(*) FROM obligations i
        WHERE i.agreement_id = o.agreement_id AND i.clause_id = o.clause_id)`.as('instalments'),
      sql<number>`(SELECT coalesce(sum(p.amount_fen), 0) FROM performances p
        WHERE p.obligation_id = o.id AND p.undone_at IS NULL)`.as('paid_fen'),
      sql<number>`(SELECT count(*) FROM performances p
        WHERE p.obligation_id = o.id AND p.undone_at IS NULL)`.as('performed'),
    ])

type ObligationRow = Awaited<
  ReturnType<ReturnType<typeof obligationRows>['executeTakeFirstOrThrow']>
>

const stateOf = (
  row: ObligationRow,
  today: LocalDate,
  calendar: readonly HolidayYear[],
): ObligationState => {
  const dueOn = row.due_on === null ? undefined : localDate(row.due_on)
  const amountFen = row.amount_fen ?? undefined
  const dropped = row.dropped_at !== null
  const facts = { kind: row.kind, dueOn, amountFen, paidFen: row.paid_fen, dropped }
  const state = obligationState({ ...facts, count: row.performed }, today, calendar)
  const lastOn = dueOn && lastDayOf(dueOn, calendar)
  const instalment = row.instalment ?? undefined
  return {
    id: row.id,
    agreementId: row.agreement_id,
    clauseId: row.clause_id,
    instalment,
    kind: row.kind,
    title: obligationTitle(row.clause_number, instalment, row.instalments),
    text: row.text,
    debtorId: row.debtor_id ?? undefined,
    creditorId: row.creditor_id ?? undefined,
    debtorName: row.debtor_name ?? undefined,
    creditorName: row.creditor_name ?? undefined,
    dueOn,
    lastOn,
    amountFen,
    paidFen: row.paid_fen,
    leftFen: dropped ? 0 : Math.max(0, (amountFen ?? 0) - row.paid_fen),
    method: row.method,
    account: row.account,
    state,
    daysLate: daysLate(state, lastOn, today),
    dropped,
    droppedReason: row.dropped_reason,
  }
}

/** In the order of the agreement; what a correction dropped stands last. */
export async function listObligations(
  db: Reader,
  caseId: string,
  today: LocalDate,
  calendar: readonly HolidayYear[],
): Promise<ObligationState[]> {
  const rows = await obligationRows(db)
    .where('o.case_id', '=', caseId)
    .orderBy(sql`o.dropped_at IS NOT NULL`)
    .orderBy('o.clause_number')
    .orderBy('o.instalment')
    .orderBy('o.created_at')
    .execute()
  return rows.map((row) => stateOf(row, today, calendar))
}

const followed = ['effective', 'overdue', 'confirming', 'confirmed'] as const

/**
 * What is due up to a day and still open, of cases that are followed, the earliest first; a mediator sees his own,
 * the head all, nobody else any.
 */
export async function listOpenObligations(
  db: Reader,
  actor: Actor,
  until: LocalDate,
  calendar: readonly HolidayYear[],
) {
  if (actor.role !== 'mediator' && actor.role !== 'head') return []
  let rows = obligationRows(db)
    .innerJoin('cases as c', 'c.id', 'o.case_id')
    .leftJoin('users as m', 'm.id', 'c.mediator_id')
    .select(caseHeadColumns)
    .where('o.dropped_at', 'is', null)
    .where('o.due_on', '<=', until)
    .where(sql<boolean>`${isOpen('o')}`)
    .where('c.status', 'in', followed)
    .orderBy('o.due_on')
    .orderBy('o.id')
  if (actor.role === 'mediator') rows = rows.where('c.mediator_id', '=', actor.userId)
  return (await rows.execute()).map((row) => {
    // How late it is depends on today, which the board knows.
    const { state: _state, daysLate: _daysLate, ...obligation } = stateOf(row, until, calendar)
    return {
      ...obligation,
      ...caseHeadOf(row),
    }
  })
}

/** The last day of the period of performance: enforcement counts from it (E11). */
export async function lastPerformanceDay(
  db: Reader,
  caseId: string,
): Promise<LocalDate | undefined> {
  const row = await db
    .selectFrom('obligations')
    .select((expression) => expression.fn.max('due_on').as('last'))
    .where('case_id', '=', caseId)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  const last = row?.last ? localDate(row.last) : undefined
  return last && isCountable(last) ? last : undefined
}

/** Cases in force of which something is late on a day. */
export async function casesFallenOverdue(
  db: Reader,
  today: LocalDate,
  calendar: readonly HolidayYear[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('obligations as o')
    .innerJoin('cases as c', 'c.id', 'o.case_id')
    .select('o.case_id')
    .distinct()
    .where('c.status', '=', 'effective')
    .where('o.dropped_at', 'is', null)
    .where('o.due_on', '<=', lateUntil(today, calendar))
    .where(sql<boolean>`${isOpen('o')}`)
    .orderBy('o.case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** SQL for: not yet done. */
export const isOpen = (table: string) => {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql`CASE WHEN ${of('kind')} = 'payment'
    THEN ${of('amount_fen')} > (SELECT coalesce(sum(p.amount_fen), 0) FROM performances p
      WHERE p.obligation_id = ${of('id')} AND p.undone_at IS NULL)
    ELSE NOT EXISTS (SELECT 1 FROM performances p
      WHERE p.obligation_id = ${of('id')} AND p.undone_at IS NULL) END`
}
