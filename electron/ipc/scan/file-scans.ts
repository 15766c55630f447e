import { createHash } from 'node:crypto'
import type { ScanReport } from '#contract/scans.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { listDossierPapers } from '#db/queries/dossier-papers.ts'
import { isFiled } from '#db/queries/scans.ts'
import { largestAttachment, mediaTypeOf } from '#db/services/attachments.ts'
import { caseForScans, fileScan, type ScanSide } from '#db/services/scans.ts'
import { leaveOut, type ScanFile } from '#documents/scan/leave-out.ts'
import { openRaster, type Raster, type ScanMediaType } from '#documents/scan/raster.ts'
import { readScan, type ReadPage, type ReadPart } from '#documents/scan/read-scan.ts'
import { ScanFileError } from '#documents/scan/scan-file-error.ts'
import type { TaskContext } from '../context.ts'
import { newTally, scanReport, type ScanTally } from './scan-report.ts'

/** Read only when its turn comes: fifty of them would fill the memory. */
export type NewScanFile = { name: string; size: number; bytes(): Promise<Uint8Array> }
export type ScanWish = { caseId: string; lateReason?: string | undefined }

/** Files one after the other: read, freed of what is none of this case's business, kept, laid in their place. */
export async function fileScans(
  context: TaskContext,
  { caseId, lateReason }: ScanWish,
  files: readonly NewScanFile[],
): Promise<ScanReport> {
  const row = await context.read((db) => caseForScans(db, context.actor(), caseId, lateReason))
  const tally = newTally()
  for (const file of files) {
    tally.files += 1
    try {
      await fileOne(context, { caseId, lateReason, caseNumber: row.case_number }, file, tally)
    } catch (error) {
      if (!(error instanceof ScanFileError)) throw error
      tally.broken.push({ fileName: file.name, why: error.why })
    }
  }
  const today = localDateOf(context.core.clock.now())
  return scanReport(tally, await context.read((db) => listDossierPapers(db, caseId, today)))
}

type Case = ScanWish & { caseNumber: string }

async function fileOne(context: TaskContext, one: Case, file: NewScanFile, tally: ScanTally) {
  const { caseId, lateReason, caseNumber } = one
  if (file.size > largestAttachment) throw new ScanFileError('tooLarge')
  const bytes = await file.bytes()
  const mediaType = mediaTypeOf(bytes) as ScanMediaType | undefined
  if (!mediaType) throw new ScanFileError('kind')
  if (await context.read((db) => isFiled(db, caseId, sha256Of(bytes)))) {
    tally.again.push(file.name)
    return
  }
  const raster = await openRaster(bytes, mediaType)
  let kept: ScanFile | undefined
  try {
    const pages = await readAll(raster)
    tally.pages += pages.reduce((sum, { parts }) => sum + parts.length, 0)
    const isForeign = ({ code }: ReadPart) =>
      code !== undefined && code.caseNumber !== caseNumber.toUpperCase()
    for (const { filePage, parts } of pages)
      for (const { code } of parts.filter(isForeign))
        if (code) tally.foreign.push({ fileName: file.name, filePage, caseNumber: code.caseNumber })
    kept = await leaveOut({ bytes, mediaType, pages }, raster, isForeign)
  } finally {
    raster.close()
  }
  if (!kept) return
  const { bytes: keptBytes, pages } = kept
  if (keptBytes.length > largestAttachment) throw new ScanFileError('tooLarge')
  const sides = sidesOf(pages)
  const filed = await context.write({ kind: 'case', id: caseId }, (tx) =>
    fileScan(
      { tx, actor: context.actor(), now: context.core.clock.now() },
      caseId,
      { name: file.name, bytes: keptBytes, sides },
      lateReason,
    ),
  )
  if (filed.again) tally.again.push(file.name)
  else {
    tally.placements.push(...filed.placements)
    tally.blank += filed.placements.filter(({ to }) => to === 'setAside').length
    tally.loose += filed.placements.filter(({ to }) => to === 'loose').length
  }
}

/** Pages of a file that is added as it is; none of one that cannot be read, or whose pages are known. */
export async function readSides(
  { read }: Pick<TaskContext, 'read'>,
  caseId: string,
  bytes: Uint8Array,
): Promise<ScanSide[]> {
  const mediaType = mediaTypeOf(bytes) as ScanMediaType | undefined
  if (!mediaType || (await read((db) => isFiled(db, caseId, sha256Of(bytes))))) return []
  try {
    const raster = await openRaster(bytes, mediaType)
    try {
      return sidesOf(await readAll(raster))
    } finally {
      raster.close()
    }
  } catch (error) {
    if (error instanceof ScanFileError) return []
    throw error
  }
}

const sidesOf = (pages: readonly ReadPage[]): ScanSide[] =>
  pages.flatMap(({ filePage, parts }) => parts.map((part) => ({ filePage, ...part })))

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function readAll(raster: Raster): Promise<ReadPage[]> {
  const pages: ReadPage[] = []
  for await (const page of readScan(raster)) pages.push(page)
  return pages
}
