import type { PDFDocument } from '@cantoo/pdf-lib'
import { objectMark, type PageCode } from '#db/domain/dossier/page-code.ts'
import { DomainError } from '#db/domain/errors.ts'
import { latestVersion } from '#db/queries/paper-versions.ts'
import type { Reader, Tx } from '#db/schema.ts'
import { isSameVersion, keepVersion } from '#db/services/paper-versions.ts'
import { layStamps } from '#documents/pdf/lay-stamps.ts'
import { stampSheet } from '#documents/pdf/page-stamps.ts'
import { pdfBytes } from '#documents/pdf/pdf-pages.ts'
import type { CasePaper } from '../case-papers.ts'
import type { TaskContext } from '../context.ts'
import type { Core } from '../core.ts'
import { paperModel, type PaperModel } from './paper-model.ts'
import { fontsOf, renderPaper } from './render-paper.ts'

export type PaperKey = { form: string; objectId: string }

/** The version that a paper is, or becomes when it leaves the house. */
export type Version = PaperModel & {
  version: number
  pages: number
  /** It did not leave the house like this before. */
  isNew: boolean
}

export type Printable = Version & { pdf: Uint8Array }

/** The very PDF of a paper: with the code on each page once its text is final. @throws DomainError papers.noOffice */
export async function printablePdf(
  core: Core,
  context: Pick<TaskContext, 'read'>,
  key: PaperKey,
  made: CasePaper,
): Promise<Printable> {
  const rendered = await renderPaper(core, made)
  if (!rendered) throw new DomainError('papers.noOffice')
  const version = await context.read((db) => versionOf(db, key, made, rendered.pages))
  if (!made.isFinal) return { ...version, pdf: await pdfBytes(rendered.file) }
  const caseNumber = await context.read((db) => caseNumberOf(db, made.caseId))
  const codes = pageCodes(caseNumber, key, version)
  return { ...version, pdf: await withCodes(core, rendered.file, codes) }
}

export async function versionOf(
  db: Reader,
  { form, objectId }: PaperKey,
  made: CasePaper,
  pages: number,
): Promise<Version> {
  const model = paperModel(made)
  const latest = await latestVersion(db, form, objectId)
  const isNew = !latest || !isSameVersion(latest, { sha256: model.sha256, pages })
  const version = (latest?.version ?? 0) + (isNew ? 1 : 0)
  return { ...model, version, pages, isNew }
}

export async function caseNumberOf(db: Reader, caseId: string): Promise<string> {
  const row = await db
    .selectFrom('cases')
    .select('case_number')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new DomainError('cases.notFound')
  return row.case_number
}

/** One for each page, in order. */
export const pageCodes = (
  caseNumber: string,
  { form, objectId }: PaperKey,
  { version, pages }: Pick<Version, 'version' | 'pages'>,
): PageCode[] =>
  Array.from({ length: pages }, (_, index) => ({
    caseNumber,
    form,
    object: objectMark(objectId),
    version,
    page: index + 1,
    pages,
  }))

async function withCodes(core: Core, file: PDFDocument, codes: readonly PageCode[]) {
  const sheet = await stampSheet(
    codes.map((code) => ({ kind: 'code', code })),
    await fontsOf(core),
  )
  const places = codes.map((_, index) => ({ page: index, stamp: index, corner: 'foot' as const }))
  await layStamps(file, await core.host.renderPdf(sheet), places)
  return pdfBytes(file)
}

/** What leaves the house is kept as a version, unless it left like this before. */
export const keepPrinted = (
  tx: Tx,
  key: PaperKey,
  made: { caseId: string; version: Version; actorId: string; now: string },
): Promise<number> =>
  keepVersion(tx, {
    ...key,
    caseId: made.caseId,
    sha256: made.version.sha256,
    pages: made.version.pages,
    model: made.version.model,
    templateId: made.version.templateId,
    actorId: made.actorId,
    now: made.now,
  })
