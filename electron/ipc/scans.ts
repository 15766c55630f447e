import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { scans as contract, ScanPage } from '#contract/scans.ts'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { isOutdated, isSamePage } from '#db/domain/dossier/place-scans.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { listDossierPapers } from '#db/queries/dossier-papers.ts'
import { optional } from '#db/queries/parties.ts'
import { listScanRows, placeOf } from '#db/queries/scans.ts'
import { getCase } from '#db/services/case-access.ts'
import {
  caseForScans,
  placeScans,
  readableScan,
  setScanState,
  turnScan,
} from '#db/services/scans.ts'
import type { Handlers, QueryContext } from './context.ts'
import { fileScans } from './scan/file-scans.ts'
import { scanPicture } from './scan/scan-images.ts'
import { titleOf } from './scan/scan-report.ts'

export const scans: Handlers<typeof contract> = {
  async list({ db, actor, now }, { caseId }) {
    await getCase(db, actor, caseId, mayReadContent)
    return scanPages(db, caseId, now)
  },
  async add(context, wish) {
    // Before anybody looks for files that are then refused.
    await context.read((db) => caseForScans(db, context.actor(), wish.caseId, wish.lateReason))
    const chosen = await context.core.host.chooseOpenFiles({
      title: '选择扫描件或照片',
      extensions: ['pdf', 'jpg', 'jpeg', 'png'],
      many: true,
    })
    const files = await Promise.all(
      chosen.map(async (path) => ({
        name: basename(path).slice(-200),
        size: (await stat(path)).size,
        bytes: () => readFile(path),
      })),
    )
    return fileScans(context, wish, files)
  },
  drop: (context, { files, ...wish }) =>
    fileScans(
      context,
      wish,
      files.map(({ name, base64 }) => ({
        name: name.trim() === '' ? 'scan' : name,
        size: Buffer.byteLength(base64, 'base64'),
        bytes: () => Promise.resolve(Buffer.from(base64, 'base64')),
      })),
    ),
  async image(context, { scanId, width }) {
    const scan = await context.read((db) => readableScan(db, context.actor(), scanId))
    const { store } = context.core
    if (!store) throw new DomainError('store.locked')
    const png = await scanPicture(store, scan, width)
    return { base64: Buffer.from(png).toString('base64') }
  },
  async place(context, wish) {
    context.about('case', await placeScans(context, wish))
    return {}
  },
  async setState(context, { scanIds, state }) {
    context.about('case', await setScanState(context, scanIds, state))
    return {}
  },
  async turn(context, { scanId, by }) {
    context.about('case', await turnScan(context, scanId, by))
    return {}
  },
}

async function scanPages(db: QueryContext['db'], caseId: string, now: string): Promise<ScanPage[]> {
  const rows = await listScanRows(db, caseId)
  const papers = (await listDossierPapers(db, caseId, localDateOf(now))).map((entry) => ({
    ...entry,
    version: entry.latest?.version,
  }))
  const paperOf = ({ form, objectId }: { form: string; objectId: string }) =>
    papers.find((paper) => paper.form === form && paper.objectId === objectId)
  const current = rows.flatMap((row) => {
    const place = placeOf(row)
    return place && !isOutdated(paperOf(place), place) ? [place] : []
  })
  return rows.map((row) => {
    const place = placeOf(row)
    const paper = place && paperOf(place)
    const outdated = place !== undefined && isOutdated(paper, place)
    return {
      id: row.id,
      attachmentId: row.attachment_id,
      fileName: row.fileName,
      filePage: row.file_page,
      part: row.part,
      turn: row.turn,
      state: row.state,
      ...place,
      ...(paper && { title: titleOf(paper) }),
      ...optional({ readBy: row.read_by, lateReason: row.late_reason }),
      outdated,
      double:
        place !== undefined &&
        !outdated &&
        current.filter((other) => isSamePage(other, place)).length > 1,
      placedAt: row.placed_at,
    }
  })
}
