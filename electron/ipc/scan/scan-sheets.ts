import { isOutdated, isSamePage, type PlacedScan } from '#db/domain/dossier/place-scans.ts'
import { boundSince } from '#db/queries/dossier-closings.ts'
import { attachmentBytes, latestVersions, listScanRows, placeOf } from '#db/queries/scans.ts'
import type { Reader, Row } from '#db/schema.ts'

/** A file as it was added, undecoded; `filePage` counts from 1. */
export type ScanImage =
  | { bytes: Uint8Array; type: 'jpeg' | 'png' }
  | { pdf: Uint8Array; filePage: number }

/** One scanned page and where in the volume it lies. */
export type ScanSheet = PlacedScan & {
  /** It came after closing. */
  late: boolean
  /** Instant at which it was put behind the bound pages; undefined for what was bound, or took the place of that. */
  behindSince?: string
  image(): Promise<ScanImage>
  /** Which part of the image as it is stored, before any turning. */
  part: Row<'scan_pages'>['part']
  /** Degrees clockwise that bring the part upright. What EXIF says of a photo is in it, the /Rotate of a PDF not. */
  turn: Row<'scan_pages'>['turn']
}

/**
 * The scanned pages of a case, by paper and page: of the version last printed, and of two scans of a page the one
 * that came last. Whether somebody may see them is the caller's to know.
 */
export async function scanSheets(db: Reader, caseId: string): Promise<ScanSheet[]> {
  const latest = await latestVersions(db, caseId)
  const closedAt = await boundSince(db, caseId)
  const sheets: ScanSheet[] = []
  const files = new Map<string, Promise<Uint8Array>>()
  // A stack is often one file: its pages share the bytes.
  const fileOf = (attachmentId: string) => {
    const file = files.get(attachmentId) ?? attachmentBytes(db, attachmentId)
    files.set(attachmentId, file)
    return file
  }
  // Newest first, so that of two the later is met before the earlier.
  for (const row of (await listScanRows(db, caseId)).toReversed()) {
    const place = placeOf(row)
    if (!place) continue
    const isBehind = closedAt !== undefined && row.late_reason !== null && row.placed_at > closedAt
    const newer = sheets.find((sheet) => isSamePage(sheet, place))
    if (newer && !isBehind) delete newer.behindSince
    if (newer) continue
    const paper = latest.find(
      ({ form, objectId }) => form === place.form && objectId === place.objectId,
    )
    if (isOutdated(paper, place)) continue
    sheets.push({
      ...place,
      late: row.late_reason !== null,
      ...(isBehind ? { behindSince: row.placed_at } : {}),
      part: row.part,
      turn: row.turn,
      image: async () => {
        const bytes = await fileOf(row.attachment_id)
        if (row.mediaType === 'application/pdf') return { pdf: bytes, filePage: row.file_page }
        return { bytes, type: row.mediaType === 'image/png' ? 'png' : 'jpeg' }
      },
    })
  }
  return sheets.toSorted(
    (a, b) =>
      a.form.localeCompare(b.form) || a.objectId.localeCompare(b.objectId) || a.page - b.page,
  )
}
