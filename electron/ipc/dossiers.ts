import type { dossiers as contract } from '#contract/dossiers.ts'
import { mayReadCase, mayReadContent } from '#db/domain/access/case-access.ts'
import { suggestedRetention } from '#db/domain/dossier/retention.ts'
import { DomainError } from '#db/domain/errors.ts'
import { daysBetween, localDateOf } from '#db/domain/local-date.ts'
import { parseYuan } from '#db/domain/money.ts'
import { readArchive } from '#db/queries/dossier-archive.ts'
import { listClosings } from '#db/queries/dossier-closings.ts'
import { listLoans } from '#db/queries/dossier-loans.ts'
import { casesInHand, listHandovers } from '#db/queries/handovers.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import {
  closeDossier,
  closingRefused,
  confirmSigned,
  mayFile,
  saveArchive,
} from '#db/services/dossiers.ts'
import { handOver } from '#db/services/handovers.ts'
import { lendDossier, returnDossier } from '#db/services/loans.ts'
import type { Handlers, QueryContext } from './context.ts'
import { findingSentence, isOpen } from './dossier/finding-rows.ts'
import { type Looked, lookThrough, paperRow } from './dossier/look.ts'
import { isRegistrationForm } from './form-data/registration-forms.ts'

const suggestion = ({ dossier }: Looked) => {
  const agreement = dossier.papers.find(({ formId, superseded }) => formId === 'f10' && !superseded)
  const amounts = agreement?.amounts ?? []
  const totals = amounts.filter(({ kind }) => kind === 'total')
  const { concludedOn, typeCode, outcome } = dossier.case
  const lastDue = amounts
    .flatMap(({ dueOn }) => dueOn ?? [])
    .toSorted()
    .at(-1)
  const year = 366
  return suggestedRetention({
    typeCode,
    outcome,
    totalFen: totals.reduce((sum, { figures }) => sum + (parseYuan(figures ?? '') ?? 0), 0),
    runsLong:
      concludedOn !== undefined &&
      lastDue !== undefined &&
      daysBetween(concludedOn, lastDue) > year,
  })
}

/** Made by code from the registration. */
const codedRegistration = new Set(['f03', 'f04', 'receipt'])
const isRegistrationPaper = (form: string) =>
  codedRegistration.has(form) || isRegistrationForm(form)

/** The window sees what it has registered: neither talks nor settlement, nor what is said against them. */
async function get(context: QueryContext, { caseId }: { caseId: string }) {
  const { db, actor, now, resources } = context
  const row = await getCase(db, actor, caseId, mayReadCase)
  const access = accessOf(row)
  const looked = await lookThrough(context, caseId)
  const seesContent = mayReadContent(actor, access)
  const entries = looked.entries.filter(({ form }) => seesContent || isRegistrationPaper(form))
  const findings = seesContent ? looked.findings : []
  const papers = []
  for (const entry of entries) papers.push(await paperRow(context, entry))
  const refused = await closingRefused(db, actor, row, access)
  const blocked = findings.some(isOpen) && actor.role !== 'head'
  const closingCode = refused ?? (blocked ? 'dossiers.openFindings' : undefined)
  const agreement = looked.dossier.papers.find(
    ({ formId, superseded }) => formId === 'f10' && !superseded,
  )
  return {
    caseId,
    caseNumber: row.case_number,
    ...(agreement?.number === undefined ? {} : { fileNumber: agreement.number }),
    title: row.title,
    status: row.status,
    papers,
    findings,
    archive: looked.archive,
    // It tells of the settlement.
    ...(seesContent ? { suggestedRetention: suggestion(looked) } : {}),
    packs: resources.dossierRules().map(({ id, title }) => ({ id, title })),
    retentionYears: await getSetting(db, 'retentionYears'),
    looseScans: await countLoose(context, caseId),
    loans: (await listLoans(db, localDateOf(now), { caseId, openOnly: false })).map(
      ({ loan }) => loan,
    ),
    closings: (await listClosings(db, caseId)).map((closing) =>
      seesContent ? closing : { ...closing, reason: '', findings: [] },
    ),
    isClosed: row.status === 'archived',
    mayEdit: row.status !== 'archived' && mayFile(actor, access),
    ...(closingCode === undefined ? {} : { closingRefused: closingCode }),
    mayCloseWithFindings: actor.role === 'head',
  }
}

async function countLoose({ db }: QueryContext, caseId: string): Promise<number> {
  const { loose } = await db
    .selectFrom('scan_pages')
    .select((expression) => expression.fn.countAll<number>().as('loose'))
    .where('case_id', '=', caseId)
    .where('state', '=', 'loose')
    .executeTakeFirstOrThrow()
  return Number(loose)
}

export const dossiers: Handlers<typeof contract> = {
  get,
  async confirmSigned(context, { signed, ...key }) {
    context.about('paper', key.objectId)
    const ofRegistration = isRegistrationPaper(key.form)
    await confirmSigned(context, { ...key, ofRegistration }, signed)
    return {}
  },
  async saveArchive(context, { caseId, ...words }) {
    context.about('dossier', caseId)
    const packIds = context.resources.dossierRules().map(({ id }) => id)
    return { revision: await saveArchive(context, caseId, words, packIds) }
  },
  async close(context, { caseId, reason }) {
    const { tx, actor, now, resources } = context
    context.about('dossier', caseId)
    const row = await getCase(tx, actor, caseId, mayReadCase)
    const refused = await closingRefused(tx, actor, row, accessOf(row))
    if (refused) throw new DomainError(refused, { status: row.status })
    const looked = await lookThrough({ db: tx, now, resources }, caseId)
    await closeDossier(context, row, {
      findings: looked.findings.filter(isOpen).map(findingSentence),
      reason: reason ?? '',
      entries: looked.entries,
    })
    const { archiveNumber } = await readArchive(tx, caseId)
    return archiveNumber === undefined ? {} : { archiveNumber }
  },
  async lend(context, form) {
    context.about('dossier', form.caseId)
    return { loanId: await lendDossier(context, form) }
  },
  async returnLoan(context, { loanId, ...words }) {
    context.about('loan', loanId)
    await returnDossier(context, loanId, words)
    return {}
  },
  async loans({ db, actor, now }, { openOnly }) {
    const rows = await listLoans(db, localDateOf(now), { openOnly })
    return rows.filter(({ access }) => mayReadCase(actor, accessOf(access))).map(({ loan }) => loan)
  },
  async saveRetentionYears(context, years) {
    context.about('settings', 'retentionYears')
    await putSetting(context.tx, 'retentionYears', years, context.now)
    return {}
  },
  async handOver(context, form) {
    const handoverId = await handOver(context, form)
    context.about('handover', handoverId)
    return { handoverId }
  },
  handovers: ({ db }) => listHandovers(db),
  casesOf: ({ db }, { userId }) => casesInHand(db, userId),
}
