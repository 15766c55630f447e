import type { VolumePart, VolumeSheet } from '#documents/pdf/assemble-volume.ts'
import { openPdf } from '#documents/pdf/pdf-pages.ts'
import { wordOnlySheet } from '#documents/placeholder-sheet.ts'
import { casePaper, type CasePaper } from '../case-papers.ts'
import type { TaskContext } from '../context.ts'
import type { VolumeFacts } from '../form-data/content-data.ts'
import type { ScanSheet } from '../scan/scan-sheets.ts'
import { askingOf } from './asking.ts'
import { lateRemark } from './late-papers.ts'
import { versionOf, type Version } from './printable.ts'
import { chromiumPdf, renderPaper, type Rendered } from './render-paper.ts'
import { titleOf, type BoundEntry } from './volume-plan.ts'

/** `since`: instant at which it was put behind the bound pages of its paper. */
type PartSheet = VolumeSheet & { since?: string }

/** A paper of the volume, rendered and with its scans in place. */
export type Part = Omit<VolumePart, 'sheets'> & {
  sheets: PartSheet[]
  entry: BoundEntry
  /** Absent for what is made of scans alone. */
  made?: CasePaper
  /** Absent also for a Word template that this machine cannot lay out, and where older signed pages lie instead. */
  version?: Version
  /** Instant at which it was added to the bound volume; absent for what was bound. */
  lateSince?: string
}

/** Cover, contents and back: they tell of the other papers and bear no number. @policy forms.md F01 */
const boards = new Set(['f00', 'f01', 'f16'])
export const isBoard = ({ form }: Pick<BoundEntry, 'form'>): boolean => boards.has(form)

const scansOf = (scans: readonly ScanSheet[], { form, objectId }: BoundEntry) =>
  scans.filter((scan) => scan.form === form && scan.objectId === objectId)

/**
 * None for a paper that is no longer final or whose scans are gone: the volume is made without it. Two for one that
 * was bound and got more sheets since.
 */
export async function makeParts(
  context: TaskContext,
  entry: BoundEntry,
  allScans: readonly ScanSheet[],
  volume?: VolumeFacts,
): Promise<Part[]> {
  const scans = scansOf(allScans, entry)
  const since = scans.flatMap(({ behindSince }) => behindSince ?? []).toSorted()[0]
  if (entry.cameLate) {
    const part = await makePart(context, entry, scans, volume)
    const lateSince = since ?? entry.latest?.madeAt ?? context.now
    return part ? [{ ...part, title: `${part.title}（${lateRemark}）`, lateSince }] : []
  }
  const inPlace = await makePart(context, entry, scans, volume)
  if (!inPlace || since === undefined) return inPlace ? [inPlace] : []
  const bound = inPlace.sheets.filter(({ since: own }) => own === undefined)
  const behind = inPlace.sheets.filter(({ since: own }) => own !== undefined)
  const late: Part[] =
    behind.length === 0
      ? []
      : [{ entry, title: `${inPlace.title}（${lateRemark}）`, sheets: behind, lateSince: since }]
  return [...(bound.length === 0 ? [] : [{ ...inPlace, sheets: bound }]), ...late]
}

async function makePart(
  context: TaskContext,
  entry: BoundEntry,
  scans: readonly ScanSheet[],
  volume?: VolumeFacts,
): Promise<Part | undefined> {
  const title = titleOf(entry)
  if (entry.scanOnly) {
    const sheets = await Promise.all(scans.map((scan) => scanned(scan)))
    return sheets.length === 0 ? undefined : { entry, title, sheets }
  }
  const made = await context.read((db) =>
    casePaper({ ...askingOf(context, db), volume }, entry.form, entry.objectId),
  )
  if (!made.isFinal) return undefined
  const rendered = await renderPaper(context.core, made, { bound: true })
  if (!rendered) {
    const pdf = await chromiumPdf(context.core, wordOnlySheet(title), { bound: true })
    const file = await openPdf(pdf)
    const sheets = await Promise.all(scans.map((scan) => scanned(scan)))
    const wasBound = entry.cameLate || sheets.some(({ since }) => since === undefined)
    return { entry, title, made, file, sheets: wasBound ? sheets : [page(0), ...sheets] }
  }
  const version = await context.read((db) => versionOf(db, entry, made, rendered.pages))
  const sheets = await sheetsOf(entry, { version, rendered, scans })
  // A text that no page of the volume shows has not left the house: it must not make the signed pages outdated.
  const isBound = !version.isNew || sheets.some(({ kind }) => kind === 'page')
  const file = rendered.file
  return { entry, title, made, ...(isBound ? { version } : {}), file, sheets }
}

const page = (index: number): PartSheet => ({ kind: 'page', page: index })

/** `pages`: so many are rendered, `bound`: so many lay in the volume anyway; what a scan lies in the place of. */
async function scanned(scan: ScanSheet, pages = 0, bound = pages): Promise<PartSheet> {
  const { part, turn, behindSince } = scan
  const source = await scan.image()
  const instead = scan.page <= pages ? { page: scan.page - 1 } : {}
  const late = behindSince === undefined || scan.page <= bound ? {} : { since: behindSince }
  return { kind: 'scan', scan: { source, part, turn }, ...instead, ...late }
}

type Made = { version: Version; rendered: Rendered; scans: readonly ScanSheet[] }

/**
 * The scan of a page lies in its place. Of a paper whose text has changed since it was signed the signed pages lie
 * there if all of them were scanned; half of one and half of another version would be no paper at all.
 */
async function sheetsOf(entry: BoundEntry, { version, rendered, scans }: Made) {
  const { pages } = rendered
  const { latest } = entry
  const isOfThis = ({ version: of }: ScanSheet) => of === undefined || of === version.version
  const older = scans.filter((scan) => !isOfThis(scan))
  if (latest && older.length > 0) {
    const isWhole = Array.from({ length: latest.pages }, (_, index) => index + 1).every((number) =>
      scans.some((scan) => scan.page === number),
    )
    if (isWhole) return Promise.all(scans.map((scan) => scanned(scan, 0, latest.pages)))
  }
  const current = scans.filter(isOfThis)
  const placed = Array.from({ length: pages }, async (_, index) => {
    const scan = current.find((each) => each.page === index + 1)
    return scan ? scanned(scan, pages) : page(index)
  })
  const behind = current.filter((scan) => scan.page > pages).map((scan) => scanned(scan))
  return Promise.all([...placed, ...behind])
}
