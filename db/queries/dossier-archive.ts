import type { RetentionClass } from '../domain/dossier/dossier.ts'
import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

/** What is written on the cover and in the note of a volume. */
export type ArchiveWords = {
  packId: string
  retention?: RetentionClass | undefined
  archiveNumber?: string | undefined
  shelf: string
  compilerName: string
  compiledOn?: LocalDate | undefined
  checkerName: string
  checkedOn?: LocalDate | undefined
  missing: string
  late: string
  damaged: string
  media: string
  otherNotes: string
  remark: string
}

export const nationalPack = 'national'

/** As saved; with revision 0 while nobody wrote anything. */
export async function readArchive(
  db: Reader,
  caseId: string,
): Promise<ArchiveWords & { revision: number }> {
  const row = await db
    .selectFrom('dossiers')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!row)
    return {
      packId: nationalPack,
      shelf: '',
      compilerName: '',
      checkerName: '',
      missing: '',
      late: '',
      damaged: '',
      media: '',
      otherNotes: '',
      remark: '',
      revision: 0,
    }
  return {
    packId: row.pack_id,
    ...optional({ retention: row.retention, archiveNumber: row.archive_number }),
    shelf: row.shelf,
    compilerName: row.compiler_name,
    ...(row.compiled_on === null ? {} : { compiledOn: localDate(row.compiled_on) }),
    checkerName: row.checker_name,
    ...(row.checked_on === null ? {} : { checkedOn: localDate(row.checked_on) }),
    missing: row.missing,
    late: row.late,
    damaged: row.damaged,
    media: row.media,
    otherNotes: row.other_notes,
    remark: row.remark,
    revision: row.revision,
  }
}
