import { localDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Everything that was recorded as paid or done, what was taken back too; in the order of the days. */
export async function listPerformances(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('performances as p')
    .innerJoin('users as u', 'u.id', 'p.recorded_by')
    .leftJoin('users as b', 'b.id', 'p.undone_by')
    .selectAll('p')
    .select(['u.name as recorded_by_name', 'b.name as undone_by_name'])
    .where('p.case_id', '=', caseId)
    .orderBy('p.done_on')
    .orderBy('p.recorded_at')
    .orderBy('p.id')
    .execute()
  const proofs = await db
    .selectFrom('performance_proofs as f')
    .innerJoin('performances as p', 'p.id', 'f.performance_id')
    .innerJoin('attachments as a', 'a.id', 'f.attachment_id')
    .select(['f.performance_id', 'a.id', 'a.name'])
    .where('p.case_id', '=', caseId)
    .orderBy('a.added_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    obligationId: row.obligation_id,
    doneOn: localDate(row.done_on),
    ...(row.amount_fen === null ? {} : { amountFen: row.amount_fen }),
    method: row.method,
    note: row.note,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
    proofs: proofs
      .filter(({ performance_id }) => performance_id === row.id)
      .map(({ id, name }) => ({ attachmentId: id, name })),
    ...(row.undone_at === null
      ? {}
      : {
          undone: {
            at: row.undone_at,
            byName: row.undone_by_name ?? '',
            reason: row.undone_reason,
          },
        }),
  }))
}
export type PerformanceRecord = Awaited<ReturnType<typeof listPerformances>>[number]

/** The case of a payment that still counts; undefined for any other id. */
export async function caseOfPerformance(db: Reader, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('performances')
    .select('case_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.case_id
}
