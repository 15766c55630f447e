import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { placeScan, type KnownPaper, type Placement } from '../domain/dossier/place-scans.ts'
import { houseForm } from '../domain/dossier/house-forms.ts'
import type { PageCode } from '../domain/dossier/page-code.ts'
import { mayReadContent, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { listDossierPapers, type DossierEntry } from '../queries/dossier-papers.ts'
import { findScanRow, latestVersions, type ScanRow } from '../queries/scans.ts'
import type { Reader, Row, Tx } from '../schema.ts'
import { keepAttachment, mayAddFiles } from './attachments.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'

type Kind = Row<'attachments'>['kind']
type ScanPages = Row<'scan_pages'>

/** One side of paper in a file as it was read. */
export type ScanSide = Pick<ScanPages, 'part' | 'turn'> & {
  /** From 1. */
  filePage: number
  code?: PageCode | undefined
  isBlank: boolean
}
export type ScanFileRead = { name: string; bytes: Uint8Array; sides: readonly ScanSide[] }

/** `again`: the file was here already and stays as it is. */
export type Filed = { again: true } | { again: false; placements: Placement[] }

/**
 * The case, for whoever may add scans to it.
 * @throws DomainError scans.lateReasonRequired after closing
 */
export async function caseForScans(
  db: Reader,
  actor: Actor,
  caseId: string,
  lateReason: string | undefined,
): Promise<CaseRecord> {
  const row = await getCase(db, actor, caseId, mayAddFiles, 'cases.notYours')
  if (row.status === 'archived' && !lateReason?.trim())
    throw new DomainError('scans.lateReasonRequired')
  return row
}

/** Papers that codes may name: those of the volume that can be opened. */
const knownPapers = (entries: readonly DossierEntry[]): KnownPaper[] =>
  entries.flatMap(({ form, objectId, latest }) =>
    objectId === undefined
      ? []
      : [{ form, objectId, version: latest?.version, pages: latest?.pages, expected: false }],
  )

/**
 * Keeps a file that was read and lays each of its pages where its code says. Pages of other cases must have been
 * left out of it before.
 */
export async function fileScan(
  happening: Happening,
  caseId: string,
  { name, bytes, sides }: ScanFileRead,
  lateReason: string | undefined,
): Promise<Filed> {
  const { tx, actor } = happening
  const row = await caseForScans(tx, actor, caseId, lateReason)
  const known = await findFile(tx, caseId, bytes)
  if (known?.isFiled) return { again: true }
  const placements = await placementsOf(happening, row, sides)
  const attachmentId =
    known?.id ??
    (await keepAttachment(happening, {
      caseId,
      agreementId: agreementOf(placements),
      kind: placements.some(({ to }) => to === 'paper') ? 'signedScan' : 'other',
      name,
      bytes,
    }))
  const late = row.status === 'archived' ? (lateReason ?? '').trim() : null
  await layPages(happening, { id: attachmentId, caseId }, sides, placements, late)
  await recordEvent(happening, caseId, 'scansFiled', {
    name,
    pages: sides.length,
    placed: placements.filter(({ to }) => to === 'paper').length,
    ...(late === null ? {} : { reason: late }),
  })
  return { again: false, placements }
}

/** Makes the pages of a file that was added as an attachment known to the volume. */
export async function layAttachment(
  happening: Happening,
  caseId: string,
  attachmentId: string,
  sides: readonly ScanSide[],
) {
  const row = await getCase(happening.tx, happening.actor, caseId, mayAddFiles, 'cases.notYours')
  const placements = await placementsOf(happening, row, sides)
  await layPages(happening, { id: attachmentId, caseId }, sides, placements, null)
}

async function placementsOf(
  { tx, now }: Happening,
  row: CaseRecord,
  sides: readonly ScanSide[],
): Promise<Placement[]> {
  const papers = knownPapers(await listDossierPapers(tx, row.id, localDateOf(now)))
  return sides.map((side) => placeScan(row.case_number, papers, side))
}

async function layPages(
  { tx, actor, now }: Happening,
  file: { id: string; caseId: string },
  sides: readonly ScanSide[],
  placements: readonly Placement[],
  lateReason: string | null,
) {
  for (const [index, side] of sides.entries())
    await tx
      .insertInto('scan_pages')
      .values({
        id: uuid(),
        attachment_id: file.id,
        case_id: file.caseId,
        file_page: side.filePage,
        part: side.part,
        turn: side.turn,
        ...columnsOf(placements[index] ?? { to: 'loose' }),
        late_reason: lateReason,
        placed_by: actor.userId,
        placed_at: now,
      })
      .execute()
}

/** A file of the same bytes in this case, and whether its pages are in the volume's hands. */
async function findFile(tx: Tx, caseId: string, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = await tx
    .selectFrom('attachments as a')
    .leftJoin('scan_pages as s', 's.attachment_id', 'a.id')
    .select(['a.id', 's.id as scanId'])
    .where('a.case_id', '=', caseId)
    .where('a.sha256', '=', sha256)
    .orderBy('s.id', 'desc')
    .executeTakeFirst()
  return file && { id: file.id, isFiled: file.scanId !== null }
}

/** The one agreement that a file shows, so that it is seen with its signatures too. */
function agreementOf(placements: readonly Placement[]): string | undefined {
  const papers = placements.flatMap((each) => (each.to === 'paper' ? [each] : []))
  const [first] = papers
  const isOne = papers.every(({ form, objectId }) => form === 'f10' && objectId === first?.objectId)
  return isOne ? first?.objectId : undefined
}

type Place = Pick<ScanPages, 'state' | 'form' | 'object_id' | 'page' | 'version' | 'read_by'>
const nowhere = { form: null, object_id: null, page: null, version: null, read_by: null } as const

function columnsOf(placement: Placement): Place {
  if (placement.to !== 'paper')
    return { state: placement.to === 'setAside' ? 'setAside' : 'loose', ...nowhere }
  const { form, objectId, page, version } = placement
  return { state: 'placed', form, object_id: objectId, page, version, read_by: 'code' }
}

/** The scan, if this actor may see what it shows. @throws DomainError */
export async function readableScan(db: Reader, actor: Actor, scanId: string): Promise<ScanRow> {
  const row = await findScanRow(db, scanId)
  if (!row) throw new DomainError('scans.notFound')
  await getCase(db, actor, row.case_id, mayReadContent)
  return row
}

/** Scans of one case that this actor may move, in the order asked for. */
async function movableScans(
  { tx, actor }: Happening,
  scanIds: readonly string[],
): Promise<{ row: CaseRecord; scans: ScanRow[] }> {
  const scans: ScanRow[] = []
  for (const id of new Set(scanIds)) {
    const scan = await findScanRow(tx, id)
    if (!scan) throw new DomainError('scans.notFound')
    scans.push(scan)
  }
  const [first] = scans
  if (!first) throw new DomainError('scans.nothingChosen')
  const row = await getCase(tx, actor, first.case_id, mayAddFiles, 'cases.notYours')
  if (scans.some(({ case_id }) => case_id !== row.id)) throw new DomainError('scans.notFound')
  return { row, scans }
}

/** What was there at closing lies still; what came late may find its place. */
function requireMovable(row: CaseRecord, scans: readonly ScanRow[]) {
  if (scans.some(({ late_reason }) => late_reason === null)) requireNotArchived(row)
}

const kinds: Readonly<Record<string, Kind>> = {
  f05: 'identity',
  f08: 'evidence',
  'f08-list': 'evidence',
}

/**
 * By hand: consecutive pages of a paper. @returns the case
 * @throws DomainError scans.unknownPaper for what cannot lie in this volume
 */
export async function placeScans(
  happening: Happening,
  { scanIds, form, objectId, page }: Target & { scanIds: readonly string[]; page: number },
): Promise<string> {
  const { tx } = happening
  const { row, scans } = await movableScans(happening, scanIds)
  requireMovable(row, scans)
  const entries = await listDossierPapers(tx, row.id, localDateOf(happening.now))
  if (!takesScans(entries, row.id, { form, objectId })) throw new DomainError('scans.unknownPaper')
  const latest = (await latestVersions(tx, row.id)).find(
    (paper) => paper.form === form && paper.objectId === objectId,
  )
  for (const [index, scan] of scans.entries()) {
    const place = { state: 'placed', form, object_id: objectId, page: page + index } as const
    await move(happening, scan.id, { ...place, version: latest?.version ?? null, read_by: 'hand' })
    await tx
      .updateTable('attachments')
      .set({ kind: kinds[form] ?? 'signedScan' })
      .where('id', '=', scan.attachment_id)
      .where('kind', '=', 'other')
      .execute()
  }
  return row.id
}

type Target = { form: string; objectId: string }

/** A paper of the volume that is no draft; or a form that is not made by the record, with the case for its object. */
function takesScans(entries: readonly DossierEntry[], caseId: string, { form, objectId }: Target) {
  const entry = entries.find((each) => each.form === form && each.objectId === objectId)
  if (entry) return entry.state !== 'draft' || entry.scanOnly
  const made = houseForm(form)?.made
  return objectId === caseId && (made === 'scan' || made === 'sheet')
}

/** @returns the case */
export async function setScanState(
  happening: Happening,
  scanIds: readonly string[],
  state: 'loose' | 'setAside',
): Promise<string> {
  const { row, scans } = await movableScans(happening, scanIds)
  requireMovable(row, scans)
  for (const { id } of scans) await move(happening, id, { state, ...nowhere })
  return row.id
}

const move = ({ tx, actor, now }: Happening, scanId: string, place: Place) =>
  tx
    .updateTable('scan_pages')
    .set({ ...place, placed_by: actor.userId, placed_at: now })
    .where('id', '=', scanId)
    .execute()

/** Turned further clockwise. @returns the case */
export async function turnScan(
  happening: Happening,
  scanId: string,
  by: 90 | 180 | 270,
): Promise<string> {
  const { row, scans } = await movableScans(happening, [scanId])
  const turn = (((scans[0]?.turn ?? 0) + by) % 360) as ScanPages['turn']
  await happening.tx.updateTable('scan_pages').set({ turn }).where('id', '=', scanId).execute()
  return row.id
}
