import type { PlacedScan } from '../domain/dossier/place-scans.ts'
import type { Reader, Row } from '../schema.ts'

export type ScanRow = Row<'scan_pages'> & { fileName: string; mediaType: string; addedAt: string }

/** Pages of added files in the order in which they came, pages of a file in theirs. */
export async function listScanRows(db: Reader, caseId: string): Promise<ScanRow[]> {
  return db
    .selectFrom('scan_pages as s')
    .innerJoin('attachments as a', 'a.id', 's.attachment_id')
    .selectAll('s')
    .select(['a.name as fileName', 'a.media_type as mediaType', 'a.added_at as addedAt'])
    .where('s.case_id', '=', caseId)
    .orderBy('a.added_at')
    .orderBy('s.attachment_id')
    .orderBy('s.file_page')
    .orderBy('s.id')
    .execute()
}

export async function findScanRow(db: Reader, scanId: string): Promise<ScanRow | undefined> {
  return db
    .selectFrom('scan_pages as s')
    .innerJoin('attachments as a', 'a.id', 's.attachment_id')
    .selectAll('s')
    .select(['a.name as fileName', 'a.media_type as mediaType', 'a.added_at as addedAt'])
    .where('s.id', '=', scanId)
    .executeTakeFirst()
}

/** Where the page lies; undefined while it is loose or set aside. */
export const placeOf = (row: Row<'scan_pages'>): PlacedScan | undefined =>
  row.state === 'placed' && row.form !== null && row.object_id !== null && row.page !== null
    ? {
        form: row.form,
        objectId: row.object_id,
        page: row.page,
        ...(row.version === null ? {} : { version: row.version }),
      }
    : undefined

/** Of every paper of the case that ever left the house the newest version. */
export async function latestVersions(
  db: Reader,
  caseId: string,
): Promise<{ form: string; objectId: string; version: number; pages: number }[]> {
  const rows = await db
    .selectFrom('paper_versions as v')
    .select(['v.form', 'v.object_id', 'v.version', 'v.pages'])
    .where('v.case_id', '=', caseId)
    .where('v.version', '=', ({ selectFrom }) =>
      selectFrom('paper_versions as w')
        .select(({ fn }) => fn.max<number>('w.version').as('newest'))
        .whereRef('w.form', '=', 'v.form')
        .whereRef('w.object_id', '=', 'v.object_id'),
    )
    .execute()
  return rows.map(({ object_id: objectId, ...row }) => ({ ...row, objectId }))
}

/** The file as it was added, whoever asks: the caller has looked whether they may. */
export async function attachmentBytes(db: Reader, attachmentId: string): Promise<Buffer> {
  const chunks = await db
    .selectFrom('attachment_chunks')
    .select('bytes')
    .where('attachment_id', '=', attachmentId)
    .orderBy('position')
    .execute()
  return Buffer.concat(chunks.map(({ bytes }) => bytes))
}

/** Whether a file of these bytes is in the case and its pages are known. */
export async function isFiled(db: Reader, caseId: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('scan_pages as s')
    .innerJoin('attachments as a', 'a.id', 's.attachment_id')
    .select('s.id')
    .where('a.case_id', '=', caseId)
    .where('a.sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined
}
