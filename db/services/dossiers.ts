import { v7 as uuid } from 'uuid'
import {
  mayMediate,
  mayReadCase,
  mayReadContent,
  type Actor,
} from '../domain/access/case-access.ts'
import type { CaseAccess } from '../domain/access/case-access.ts'
import { isCounted } from '../domain/dossier/forms.ts'
import { DomainError, type ErrorCode } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { type ArchiveWords, readArchive } from '../queries/dossier-archive.ts'
import { paperCase } from '../queries/dossier-key.ts'
import { type DossierEntry, listDossierPapers } from '../queries/dossier-papers.ts'
import { findOpenLoan } from '../queries/dossier-loans.ts'
import type { Reader } from '../schema.ts'
import { accessOf, getCase, type CaseRecord } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'

/** @policy workflow.md §3: the window files, the mediator and the head answer for the volume. */
export const mayFile = (actor: Actor, access: CaseAccess): boolean =>
  mayMediate(actor, access) || (actor.role === 'receptionist' && mayReadCase(actor, access))

/**
 * Says, or takes back, that every signature and seal is on the paper; said twice of one version it is said once.
 * @param key `ofRegistration`: it is made of the registration alone, so that the window may read it
 * @throws DomainError dossiers.notFound for what no volume holds, dossiers.notReady for what is not final,
 *   cases.notReadable for a paper that this person may not read
 */
export async function confirmSigned(
  happening: Happening,
  key: { form: string; objectId: string; ofRegistration: boolean },
  signed: boolean,
): Promise<string> {
  const { tx, actor, now } = happening
  const caseId = await paperCase(tx, key)
  if (caseId === undefined) throw new DomainError('dossiers.notFound')
  const row = await getCase(tx, actor, caseId, mayFile, 'cases.notYours')
  if (!key.ofRegistration && !mayReadContent(actor, accessOf(row)))
    throw new DomainError('cases.notReadable')
  requireNotArchived(row)
  const entries = await listDossierPapers(tx, caseId, localDateOf(now))
  const entry = entries.find(({ form, objectId }) => form === key.form && objectId === key.objectId)
  if (!entry?.wantsSigning) throw new DomainError('dossiers.notFound')
  if (signed && entry.state !== 'there') throw new DomainError('dossiers.notReady')
  const isOfOlder = await hasVersionSince(tx, key)
  const gone = await tx
    .deleteFrom('signed_papers')
    .where('form', '=', key.form)
    .where('object_id', '=', key.objectId)
    .executeTakeFirst()
  const was = gone.numDeletedRows > 0n
  if (signed)
    await tx
      .insertInto('signed_papers')
      .values({
        form: key.form,
        object_id: key.objectId,
        case_id: caseId,
        confirmed_by: actor.userId,
        confirmed_at: now,
      })
      .execute()
  if (was !== signed || (signed && isOfOlder))
    await recordEvent(happening, caseId, signed ? 'paperConfirmed' : 'paperUnconfirmed', {
      form: key.form,
      title: entry.title,
    })
  return caseId
}

/** A version was made after the paper was confirmed: what was said was said of an older one. */
async function hasVersionSince(db: Reader, key: { form: string; objectId: string }) {
  const row = await db
    .selectFrom('signed_papers as s')
    .innerJoin('paper_versions as v', (join) =>
      join.onRef('v.form', '=', 's.form').onRef('v.object_id', '=', 's.object_id'),
    )
    .select('v.id')
    .where('s.form', '=', key.form)
    .where('s.object_id', '=', key.objectId)
    .whereRef('v.made_at', '>', 's.confirmed_at')
    .executeTakeFirst()
  return row !== undefined
}

/** Where the closed volume stands, and what is found to be missing or came late: all that is still written of it. */
const writtenAfterClosing = new Set<string>(['archiveNumber', 'shelf', 'remark', 'missing', 'late'])

const asWritten = (value: string | undefined): string => value?.trim() ?? ''

/** Names of what differs. */
const changesOf = (stored: ArchiveWords, given: ArchiveWords): string[] =>
  (Object.keys({ ...stored, ...given }) as (keyof ArchiveWords)[]).filter(
    (key) => asWritten(stored[key]) !== asWritten(given[key]),
  )

/**
 * What is written on a closed volume stays; where it stands and what came late may still be told.
 * @throws DomainError dossiers.closed, dossiers.stale, dossiers.archiveNumberTaken, dossiers.wrongDays,
 *   dossiers.unknownPack
 */
export async function saveArchive(
  happening: Happening,
  caseId: string,
  given: ArchiveWords & { revision: number },
  packIds: readonly string[],
): Promise<number> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, caseId, mayFile, 'cases.notYours')
  const { revision: latest, ...stored } = await readArchive(tx, caseId)
  const { revision: from, ...words } = given
  const changes = changesOf(stored, words)
  if (!changes.every((key) => writtenAfterClosing.has(key))) requireNotArchived(row)
  if (latest !== from) throw new DomainError('dossiers.stale')
  if (!packIds.includes(given.packId)) throw new DomainError('dossiers.unknownPack')
  const { compiledOn, checkedOn } = given
  if (compiledOn !== undefined && checkedOn !== undefined && checkedOn < compiledOn)
    throw new DomainError('dossiers.wrongDays')
  const archiveNumber = given.archiveNumber?.trim() || null
  await requireFreeNumber(tx, caseId, archiveNumber)
  const revision = given.revision + 1
  const columns = {
    pack_id: given.packId,
    retention: given.retention ?? null,
    archive_number: archiveNumber,
    shelf: given.shelf.trim(),
    compiler_name: given.compilerName.trim(),
    compiled_on: compiledOn ?? null,
    checker_name: given.checkerName.trim(),
    checked_on: checkedOn ?? null,
    missing: given.missing,
    late: given.late,
    damaged: given.damaged,
    media: given.media,
    other_notes: given.otherNotes,
    remark: given.remark,
    revision,
    updated_at: now,
  }
  await tx
    .insertInto('dossiers')
    .values({ case_id: caseId, ...columns })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(columns))
    .execute()
  if (row.status === 'archived' && changes.length > 0)
    await recordEvent(happening, caseId, 'archiveWritten', {
      archiveNumber: archiveNumber ?? '',
      shelf: columns.shelf,
      remark: columns.remark,
    })
  return revision
}

async function requireFreeNumber(db: Reader, caseId: string, archiveNumber: string | null) {
  if (archiveNumber === null) return
  const other = await db
    .selectFrom('dossiers as d')
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .select('c.case_number')
    .where('d.archive_number', '=', archiveNumber)
    .where('d.case_id', '<>', caseId)
    .executeTakeFirst()
  if (other) throw new DomainError('dossiers.archiveNumberTaken', { caseNumber: other.case_number })
}

/** Sheets that carry a page number, as far as they were printed or scanned. */
export const volumePages = (entries: readonly DossierEntry[]): number =>
  entries
    .filter(({ state, dossierForm }) => state === 'there' && isCounted(dossierForm))
    .reduce((sum, { latest, scans }) => sum + (latest?.pages ?? scans.pages.length), 0)

/**
 * Why a dossier cannot be closed by this person, findings aside; undefined when nothing stands against it.
 * @policy taxonomy.md §3 (D18, D19): visit or its skipping comes first; what is lent out is not in the cabinet
 */
export async function closingRefused(
  db: Reader,
  actor: Actor,
  row: CaseRecord,
  access: CaseAccess,
): Promise<ErrorCode | undefined> {
  if (row.status === 'archived') return 'dossiers.closed'
  if (!mayMediate(actor, access)) return 'cases.notYours'
  if (row.status !== 'toArchive') return 'dossiers.notReady'
  return (await findOpenLoan(db, row.id)) ? 'dossiers.lentOut' : undefined
}

/**
 * Closes the volume for good, with what was found and passed over.
 * @param findings as sentences; those that only inform are none
 * @policy issue 4 §2: with findings only by the head, and with a reason
 */
export async function closeDossier(
  happening: Happening,
  row: CaseRecord,
  about: { findings: readonly string[]; reason: string; entries: readonly DossierEntry[] },
) {
  const { tx, actor, now } = happening
  const { findings, entries } = about
  const reason = about.reason.trim()
  if (findings.length > 0 && actor.role !== 'head')
    throw new DomainError('dossiers.openFindings', { count: findings.length })
  if (findings.length > 0 && reason === '')
    throw new DomainError('dossiers.reasonRequired', { count: findings.length })
  await tx
    .insertInto('dossier_closings')
    .values({
      id: uuid(),
      case_id: row.id,
      closed_on: localDateOf(now),
      closed_by: actor.userId,
      closed_at: now,
      reason,
      findings: JSON.stringify(findings),
      volume_pages: volumePages(entries),
    })
    .execute()
  // What stands against it was passed over with the head's reason just now.
  await applyEvent(
    happening,
    row,
    { type: 'archive', isChecklistGreen: true, arePagesNumbered: true },
    { findings: findings.length, ...(reason === '' ? {} : { reason }) },
  )
}
