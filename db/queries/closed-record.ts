import type { Reader } from '../schema.ts'

/** Cover, contents and back tell of the whole volume. */
const boards = new Set(['f00', 'f01', 'f16'])

type Key = { caseId: string; form: string; objectId: string }

/**
 * Whether the case is closed and, since a version of one of its papers was made, nothing came to that paper: no word
 * was written into it and, for what tells of the whole volume, neither was it closed nor was anything added.
 * @param madeAt instant
 */
export async function hasClosedRecord(
  db: Reader,
  { caseId, form, objectId }: Key,
  madeAt: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('cases')
    .select('status')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row?.status !== 'archived') return false
  const written = await db
    .selectFrom('sheets')
    .select('updated_at')
    .where('form', '=', form)
    .where('object_id', '=', objectId)
    .where('updated_at', '>', madeAt)
    .executeTakeFirst()
  if (written) return false
  return !boards.has(form) || !(await hasChangedVolume(db, caseId, madeAt))
}

async function hasChangedVolume(db: Reader, caseId: string, since: string): Promise<boolean> {
  const closed = await db
    .selectFrom('dossier_closings')
    .select('id')
    .where('case_id', '=', caseId)
    .where('closed_at', '>', since)
    .executeTakeFirst()
  const scanned = await db
    .selectFrom('scan_pages')
    .select('id')
    .where('case_id', '=', caseId)
    .where('placed_at', '>', since)
    .executeTakeFirst()
  return closed !== undefined || scanned !== undefined
}
