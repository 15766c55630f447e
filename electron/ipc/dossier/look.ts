import type { DossierFindingRow, DossierPaperRow } from '#contract/dossiers.ts'
import { type CaseStatus, isClosed } from '#db/domain/case/status.ts'
import { examine } from '#db/domain/dossier/examine.ts'
import type { DossierFinding } from '#db/domain/dossier/rules.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { readArchive } from '#db/queries/dossier-archive.ts'
import type { DossierEntry } from '#db/queries/dossier-papers.ts'
import type { Reader } from '#db/schema.ts'
import { dossierRecord, type DossierRecord } from '#db/services/dossier-record.ts'
import { endsOfCase } from '../case-clocks.ts'
import { casePaper, type Asking } from '../case-papers.ts'
import type { QueryContext } from '../context.ts'
import { formInForce, formShelf } from '../form-shelf.ts'
import type { Resources } from '../resources.ts'
import { paperModel } from '../volume/paper-model.ts'
import { findingRow } from './finding-rows.ts'
import { packOf } from './rule-pack.ts'

type Looking = { db: Reader; now: string; resources: Resources }

export type Looked = DossierRecord & { findings: DossierFindingRow[] }

/** Until a case is settled nobody binds its volume: the binder's sheets and page numbers are not due yet. */
const binderRules = new Set(['V7-order', 'V7-pages', 'V7-contents', 'V7-retention'])
const binderSheets = new Set(['f00', 'f01', 'f15', 'f16', 'f17'])

const isEarly = ({ ruleId, form }: DossierFinding, status: CaseStatus): boolean =>
  !isClosed(status) &&
  status !== 'confirmed' &&
  (binderRules.has(ruleId) || (form !== undefined && binderSheets.has(form)))

/** The volume and what the doctor has against it, by the pack that it is kept by. */
export async function lookThrough(
  { db, now, resources }: Looking,
  caseId: string,
): Promise<Looked> {
  const today = localDateOf(now)
  const pack = packOf(resources, (await readArchive(db, caseId)).packId)
  const record = await dossierRecord({ db, now }, caseId, pack)
  if (!record) throw new DomainError('cases.notFound')
  const { entries } = record
  const counted = await endsOfCase(db, caseId, resources, now)
  const dossier = { ...record.dossier, case: { ...record.dossier.case, counted } }
  const findings = examine(dossier, pack, today, resources.calendar).filter(
    (finding) => !isEarly(finding, record.rows.row.status),
  )
  return {
    ...record,
    dossier,
    findings: findings.map((finding) => findingRow(finding, { dossier, entries, pack, today })),
  }
}

/** Cover, contents and back count the others: only a whole volume says what they will be. */
const boards = new Set(['f00', 'f01', 'f16'])

async function hasChanged(asking: Asking, entry: DossierEntry): Promise<boolean> {
  const { form, objectId, latest, scanOnly } = entry
  if (!latest || objectId === undefined || scanOnly || boards.has(form)) return false
  try {
    return paperModel(await casePaper(asking, form, objectId)).sha256 !== latest.sha256
  } catch (error) {
    // A form that this version no longer knows stays as it was printed.
    if (error instanceof DomainError) return false
    throw error
  }
}

/** A line of the list, in the words of the form that is in force. */
export async function paperRow(
  { db, actor, now, resources }: QueryContext,
  entry: DossierEntry,
): Promise<DossierPaperRow> {
  const { latest, objectId, subtitle } = entry
  const asking = {
    db,
    actor,
    now,
    notice: resources.notice,
    forms: formShelf(resources),
    law: resources,
  }
  const definition = await formInForce(db, asking.forms, entry.form, localDateOf(now))
  return {
    form: entry.form,
    ...(objectId === undefined ? {} : { objectId }),
    title: definition?.title ?? entry.title,
    ...(subtitle === undefined ? {} : { subtitle }),
    state: entry.state,
    scanOnly: entry.scanOnly,
    ...(latest && { version: latest.version, pages: latest.pages, printedAt: latest.madeAt }),
    changedSince: await hasChanged(asking, entry),
    signed: entry.signed,
    wantsSigning: entry.wantsSigning,
    scans: { ...entry.scans, outdated: entry.scans.outdated.map(({ page }) => page) },
    filedLate: entry.filedLate,
    editable: entry.editable,
    removable: entry.removable,
  }
}
