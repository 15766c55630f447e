import type { Reader, Row } from '../schema.ts'
import { listAttendees } from './sessions.ts'

/** What stands on cover and back of the dossier; undefined while nobody wrote there. */
export function findDossierRow(db: Reader, caseId: string): Promise<Row<'dossiers'> | undefined> {
  return db.selectFrom('dossiers').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}

/** The last closing of a dossier and by whom. */
export async function findLastClosing(db: Reader, caseId: string) {
  return db
    .selectFrom('dossier_closings as d')
    .innerJoin('users as u', 'u.id', 'd.closed_by')
    .select(['d.closed_on', 'd.findings', 'd.volume_pages', 'u.name', 'u.role'])
    .where('d.case_id', '=', caseId)
    .orderBy('d.closed_at', 'desc')
    .executeTakeFirst()
}

/**
 * The agreement that papers may quote: the signed one in force, else the one that waits for its signatures; a text
 * that is still worked on is quoted by no paper.
 */
export function findQuotableAgreement(db: Reader, caseId: string) {
  return db
    .selectFrom('agreements')
    .select(['id', 'status', 'file_number', 'frozen', 'effective_on'])
    .where('case_id', '=', caseId)
    .where('status', 'in', ['signed', 'approved'])
    .where('frozen', 'is not', null)
    .orderBy('status', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

/** Names of the files that were added as evidence, in their order. */
export async function listEvidenceNames(db: Reader, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('attachments')
    .select('name')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'evidence')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ name }) => name)
}

/** Sessions in the order of time; what was said in them is not among it. */
export function listSessionHeads(db: Reader, caseId: string) {
  return db
    .selectFrom('sessions')
    .select([
      'id',
      'status',
      'place',
      'is_open',
      'recorder_name',
      'started_at',
      'ended_at',
      'result',
    ])
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
}
export type SessionHead = Awaited<ReturnType<typeof listSessionHeads>>[number]

/** Who sat in a session when both sides were there, staff included. */
export async function namesPresent(db: Reader, sessionId: string): Promise<string[]> {
  return [...new Set((await listAttendees(db, sessionId)).map(({ name }) => name))]
}
