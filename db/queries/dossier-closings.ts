import { localDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Instant since which the volume of an archived case is bound; undefined while it is open. */
export async function boundSince(db: Reader, caseId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('dossier_closings as d')
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .select('d.closed_at')
    .where('d.case_id', '=', caseId)
    .where('c.status', '=', 'archived')
    .orderBy('d.closed_at', 'desc')
    .executeTakeFirst()
  return row?.closed_at
}

/** Every closing of a dossier, the newest first: an opened case is closed again. */
export async function listClosings(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('dossier_closings as d')
    .innerJoin('users as u', 'u.id', 'd.closed_by')
    .selectAll('d')
    .select('u.name')
    .where('d.case_id', '=', caseId)
    .orderBy('d.closed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    closedOn: localDate(row.closed_on),
    closedByName: row.name,
    closedAt: row.closed_at,
    reason: row.reason,
    findings: JSON.parse(row.findings) as string[],
    volumePages: row.volume_pages,
  }))
}
