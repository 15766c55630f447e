import type { CaseStatus } from '../domain/case/status.ts'
import type { Reader } from '../schema.ts'

/** @policy issue 4 §2: whatever is not in the archive or turned away changes hands. */
export const settledStatuses: readonly CaseStatus[] = ['draft', 'rejected', 'archived']

/** What a mediator has in hand, oldest first. */
export async function casesInHand(db: Reader, userId: string) {
  const rows = await db
    .selectFrom('cases as c')
    .leftJoin('dossier_loans as l', (join) =>
      join.onRef('l.case_id', '=', 'c.id').on('l.returned_on', 'is', null),
    )
    .select(['c.id', 'c.case_number', 'c.title', 'c.status', 'l.id as loan_id'])
    .where('c.mediator_id', '=', userId)
    .where('c.status', 'not in', [...settledStatuses])
    .orderBy('c.case_number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.case_number,
    title: row.title,
    status: row.status,
    lentOut: row.loan_id !== null,
  }))
}

/** Newest first. */
export async function listHandovers(db: Reader) {
  const rows = await handoverRows(db).orderBy('h.made_at', 'desc').orderBy('h.id').execute()
  return rows.map(handoverOf)
}

const handoverRows = (db: Reader) =>
  db
    .selectFrom('handovers as h')
    .innerJoin('users as f', 'f.id', 'h.from_id')
    .innerJoin('users as t', 't.id', 'h.to_id')
    .innerJoin('users as m', 'm.id', 'h.made_by')
    .selectAll('h')
    .select((expression) => [
      'f.name as from_name',
      't.name as to_name',
      'm.name as maker_name',
      expression
        .selectFrom('handover_cases as k')
        .whereRef('k.handover_id', '=', 'h.id')
        .select((inner) => inner.fn.countAll<number>().as('cases'))
        .as('cases'),
    ])

type HandoverRow = Awaited<ReturnType<ReturnType<typeof handoverRows>['execute']>>[number]

const handoverOf = (row: HandoverRow) => ({
  id: row.id,
  fromName: row.from_name,
  toName: row.to_name,
  reason: row.reason,
  madeAt: row.made_at,
  madeByName: row.maker_name,
  caseCount: Number(row.cases),
})

export type HandedCase = {
  id: string
  caseNumber: string
  title: string
  /** As it was when it changed hands. */
  status: CaseStatus
  /** Who had the volume then; undefined when it was in the cabinet. */
  borrower: string | undefined
}

/** Of the line that a hand-over leaves on the time line of a case. */
export type HandedOver = {
  handoverId: string
  fromName: string
  toName: string
  reason: string
  caseStatus: CaseStatus
  borrower?: string
}

/** A hand-over with its cases in their order, as they were then; undefined for an id of none. */
export async function findHandover(db: Reader, handoverId: string) {
  const row = await handoverRows(db).where('h.id', '=', handoverId).executeTakeFirst()
  if (!row) return undefined
  const rows = await db
    .selectFrom('handover_cases as k')
    .innerJoin('cases as c', 'c.id', 'k.case_id')
    .innerJoin('case_events as e', (join) =>
      join.onRef('e.case_id', '=', 'c.id').on('e.kind', '=', 'handedOver'),
    )
    .select(['c.id', 'c.case_number', 'c.title', 'e.details'])
    .where('k.handover_id', '=', handoverId)
    .orderBy('k.position')
    .execute()
  const cases = rows.flatMap(({ details, ...one }): HandedCase[] => {
    const then = JSON.parse(details) as HandedOver
    if (then.handoverId !== handoverId) return []
    return [
      {
        id: one.id,
        caseNumber: one.case_number,
        title: one.title,
        status: then.caseStatus,
        borrower: then.borrower,
      },
    ]
  })
  return { ...handoverOf(row), cases }
}
