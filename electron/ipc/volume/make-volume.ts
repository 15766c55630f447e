import type { PDFDocument } from '@cantoo/pdf-lib'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { getCase } from '#db/services/case-access.ts'
import { assembleVolume } from '#documents/pdf/assemble-volume.ts'
import { layStamps, type StampPlace } from '#documents/pdf/lay-stamps.ts'
import { stampSheet, type PageStamp } from '#documents/pdf/page-stamps.ts'
import { unreadableScanSheet } from '#documents/placeholder-sheet.ts'
import type { TaskContext } from '../context.ts'
import type { VolumeFacts } from '../form-data/content-data.ts'
import { scanSheets, type ScanSheet } from '../scan/scan-sheets.ts'
import { lateRemark, withLateBehind } from './late-papers.ts'
import { pageCodes } from './printable.ts'
import { chromiumPdf, fontsOf } from './render-paper.ts'
import { isBoard, makeParts, type Part } from './volume-parts.ts'
import { boundEntries, type BoundEntry } from './volume-plan.ts'
import { goOn, type Work } from './volume-work.ts'

/** `first`: page of the file, from 0; `range`: the numbers on its sheets, as the list of contents says them. */
export type BoundPart = Part & { first: number; range?: string }

export type Volume = {
  title: string
  document: PDFDocument
  parts: BoundPart[]
  /** Numbers the sheets; before that a copy of a paper may be taken out without a number. */
  number(): Promise<void>
}

/**
 * Every paper of a case behind the other, with page codes, contents and bookmarks.
 * @throws DomainError volumes.empty, volumes.cancelled, cases.notReadable
 */
export async function makeVolume(asked: TaskContext, caseId: string, work: Work): Promise<Volume> {
  const context = await withKnownFonts(asked)
  const row = await context.read((db) => getCase(db, context.actor(), caseId, mayReadContent))
  const entries = await context.read((db) =>
    boundEntries(db, { actor: context.actor(), now: context.now, resources: context.core }, caseId),
  )
  const scans = await context.read((db) => scanSheets(db, caseId))
  const parts = await allParts(context, entries, scans, work)
  if (parts.every(({ entry }) => isBoard(entry))) throw new DomainError('volumes.empty')
  goOn(work, 'binding', 0, parts.length)
  const title = `${row.case_number} ${row.title}`
  const { document, firstPages } = await assembleVolume(title, parts, {
    unreadable: () => chromiumPdf(context.core, unreadableScanSheet()),
    onPart: (done) => {
      goOn(work, 'binding', done, parts.length)
    },
  })
  const bound = withRanges(parts).map((part, index) => ({ ...part, first: firstPages[index] ?? 0 }))
  const { codes, numbers } = stampsOf(row.case_number, bound)
  const stamps = [...codes, ...numbers]
  const sheet = await stampSheet(
    stamps.map(({ stamp }) => stamp),
    await fontsOf(context.core),
  )
  const sheetPdf = await context.core.host.renderPdf(sheet)
  const places = (of: readonly Stamped[], from: number): StampPlace[] =>
    of.map(({ page, corner }, index) => ({ page, corner, stamp: from + index }))
  await layStamps(document, sheetPdf, places(codes, 0))
  goOn(work, 'writing', 0, 1)
  return {
    title,
    document,
    parts: bound,
    number: () => layStamps(document, sheetPdf, places(numbers, codes.length)),
  }
}

/** The machine is asked for its fonts once and not for every paper. */
async function withKnownFonts(context: TaskContext): Promise<TaskContext> {
  const { host } = context.core
  const families = await host.installedFonts()
  const installedFonts = () => Promise.resolve(families)
  return { ...context, core: { ...context.core, host: { ...host, installedFonts } } }
}

/** Papers first: cover, contents and back say how many pages they have. */
async function allParts(
  context: TaskContext,
  entries: readonly BoundEntry[],
  scans: readonly ScanSheet[],
  work: Work,
): Promise<Part[]> {
  const made = new Map<BoundEntry, Part[]>()
  const make = async (entry: BoundEntry, volume?: VolumeFacts) => {
    made.set(entry, await makeParts(context, entry, scans, volume))
  }
  const bound = (of: readonly BoundEntry[]) =>
    withLateBehind(of.flatMap((entry) => made.get(entry) ?? []))
  const papers = entries.filter((entry) => !isBoard(entry))
  let done = 0
  goOn(work, 'papers', done, entries.length)
  await sideBySide(papers, async (entry) => {
    goOn(work, 'papers', done, entries.length)
    await make(entry)
    done += 1
  })
  const facts = volumeFacts(bound(papers))
  for (const entry of entries.filter(isBoard)) {
    goOn(work, 'contents', done, entries.length)
    await make(entry, facts)
    done += 1
  }
  return bound(entries)
}

/** Two windows of Chromium lay out two papers at once; more only wait for each other. */
async function sideBySide<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  await Promise.all([lane(), lane()])
}

/** Numbers run over the sheets of all papers in order. */
function withRanges(parts: readonly Part[]): (Part & { range?: string })[] {
  let last = 0
  return parts.map((part) => {
    if (isBoard(part.entry)) return part
    const from = last + 1
    last += part.sheets.length
    return { ...part, range: from === last ? String(from) : `${from}-${last}` }
  })
}

function volumeFacts(papers: readonly Part[]): VolumeFacts {
  return {
    documents: new Set(papers.map(({ entry }) => entry)).size,
    pages: papers.reduce((sum, { sheets }) => sum + sheets.length, 0),
    contents: withRanges(papers).map(({ entry, range, lateSince }) => {
      const remarks = [entry.subtitle, lateSince && lateRemark].filter(Boolean)
      return {
        title: entry.title,
        ...(range === undefined ? {} : { pages: range }),
        ...(remarks.length === 0 ? {} : { remark: remarks.join('；') }),
      }
    }),
  }
}

type Stamped = { stamp: PageStamp; page: number; corner: StampPlace['corner'] }

function stampsOf(caseNumber: string, parts: readonly BoundPart[]) {
  const codes: Stamped[] = []
  const numbers: Stamped[] = []
  for (const { entry, version, sheets, first } of parts) {
    const ofPaper = version ? pageCodes(caseNumber, entry, version) : []
    for (const [index, sheet] of sheets.entries()) {
      const page = first + index
      const code = sheet.kind === 'page' ? ofPaper[sheet.page] : undefined
      if (code) codes.push({ stamp: { kind: 'code', code }, page, corner: 'foot' })
      if (isBoard(entry)) continue
      const number = numbers.length + 1
      const onScan = sheet.kind === 'scan'
      numbers.push({ stamp: { kind: 'number', number, onScan }, page, corner: 'head' })
    }
  }
  return { codes, numbers }
}
