import type { PaperForm } from '#contract/papers.ts'
import { mayReadCase, mayReadContent } from '#db/domain/access/case-access.ts'
import { findCaseSource, isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { paperCode } from '#db/domain/paper-code.ts'
import { contentOf, findAgreementRow } from '#db/queries/agreements.ts'
import { findCalculation } from '#db/queries/calculations.ts'
import { listParties } from '#db/queries/parties.ts'
import { minutesDigest } from '#db/queries/digests.ts'
import { minutesRecord } from '#db/queries/minutes.ts'
import { findSession, listAttendees } from '#db/queries/sessions.ts'
import { listScreenSignatures } from '#db/queries/screen-signatures.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { FrozenAgreement } from '#db/services/agreements.ts'
import { getCase } from '#db/services/case-access.ts'
import type { FrozenMinutes } from '#db/services/sessions.ts'
import { firstTelling } from '#db/queries/case-details.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import { listFacts } from '#db/queries/undisputed-facts.ts'
import { calcAnnexPaper } from '#documents/calc-annex.ts'
import { registerPaper } from '#documents/f03-register.ts'
import { noticePaper } from '#documents/f04-notice-of-rights.ts'
import { minutesPaper } from '#documents/f09-minutes.ts'
import { agreementPaper } from '#documents/f10-agreement.ts'
import { receiptPaper } from '#documents/receipt.ts'
import { undisputedFactsPaper } from '#documents/undisputed-facts.ts'
import type { NoticeText } from '#documents/notice-text.ts'
import type { PaperContext } from '#documents/paper-context.ts'
import type { Paper } from '#documents/paper.ts'
import { orBlank } from '#documents/wording.ts'
import type { LawTables } from './case-clocks.ts'
import type { QueryContext } from './context.ts'
import { controlSlip } from './control-slip.ts'
import { handoverPaper } from './dossier/filing-papers.ts'
import { disputeTypeWords } from './form-data/case-words.ts'
import type { VolumeFacts } from './form-data/content-data.ts'
import { readCaseRecord } from './form-data/read-record.ts'
import { registrationData } from './form-data/registration-data.ts'
import { blankContext, blankForm, formPaper, templateFor } from './form-papers.ts'
import type { FormShelf } from './form-shelf.ts'
import { asKept } from './kept-paper.ts'

export type CasePaper = {
  paper: Paper
  caseId: string
  /** Its text changes no more by itself: it may be printed. */
  isFinal: boolean
  /** The centre's own Word file that takes the place of the paper, and what fills it. */
  template?: { id: string; bytes: Uint8Array; data: Record<string, unknown> }
}
export type Asking = Pick<QueryContext, 'db' | 'actor' | 'now'> & {
  notice: NoticeText
  /** The built-in definitions, see `formShelf`. */
  forms: FormShelf
  /** Days off and rules with a time in them. */
  law: LawTables
  /** For cover, contents and back: what only the whole volume knows. */
  volume?: VolumeFacts | undefined
}

/**
 * A paper of a case from its record, as this actor may see it; once the dossier is closed as it last left the house.
 * A form that is data is made by the case's id, or by that of a further sheet.
 */
export async function casePaper(
  asking: Asking,
  form: PaperForm,
  objectId: string,
): Promise<CasePaper> {
  return asKept(asking.db, { form, objectId }, await fromRecord(asking, form, objectId))
}

function fromRecord(asking: Asking, form: PaperForm, objectId: string): Promise<CasePaper> {
  switch (form) {
    case 'f10':
      return agreementOf(asking, objectId)
    case 'f09':
      return minutesOf(asking, objectId)
    case 'undisputedFacts':
      return undisputedFacts(asking, objectId)
    case 'f03':
    case 'f04':
    case 'receipt':
      return registration(asking, form, objectId)
    case 'calc-annex':
      return calcAnnex(asking, objectId)
    case 'control-slip':
      return controlSlip(asking, objectId)
    case 'handover':
      return handoverPaper(asking, objectId)
    default:
      return formPaper(asking, form, objectId)
  }
}

/**
 * A form without a case, to be filled by hand.
 * @throws DomainError papers.unknownForm for what is no form or makes no sense without a case
 */
export async function blankPaper(asking: Asking, form: PaperForm): Promise<Paper> {
  if (form !== 'f04') return blankForm(asking, form)
  return noticePaper({
    context: await blankContext(asking.db),
    caseNumber: orBlank(''),
    caseTitle: '空白',
    parties: blankParties,
    notice: asking.notice,
    isLabour: false,
    tellerName: '',
    toldOn: undefined,
  })
}

const blankParties = (['applicant', 'respondent'] as const).map((role) => ({
  id: role,
  role,
  kind: 'person' as const,
  name: '',
  representatives: [],
}))

async function contextOf({ db }: Pick<Asking, 'db'>, draft: boolean): Promise<PaperContext> {
  return { body: await getSetting(db, 'body'), practice: await getSetting(db, 'practice'), draft }
}

/** @param signedOnScreen how many of the signatures on screen, in their order; all unless given */
export async function agreementOf(
  asking: Pick<QueryContext, 'db' | 'actor' | 'now'>,
  agreementId: string,
  signedOnScreen = Number.POSITIVE_INFINITY,
): Promise<CasePaper> {
  const { db, actor, now } = asking
  const row = await findAgreementRow(db, agreementId)
  if (!row) throw new DomainError('agreements.notFound')
  await getCase(db, actor, row.case_id, mayReadContent)
  const frozen = row.frozen === null ? undefined : (JSON.parse(row.frozen) as FrozenAgreement)
  const isFinal = frozen !== undefined
  const paper = agreementPaper({
    context: {
      ...(await contextOf(asking, !isFinal)),
      ...(frozen && { body: frozen.body }),
      superseded: row.status === 'superseded',
      code: row.frozen_sha256 === null ? undefined : paperCode(row.frozen_sha256),
    },
    fileNumber: frozen?.fileNumber,
    disputeTitle: frozen?.caseTitle ?? row.title,
    content: frozen?.content ?? (await contentOf(db, row)),
    parties: frozen?.parties ?? (await listParties(db, row.case_id, localDateOf(now))),
    mediatorNames: [frozen?.mediatorName ?? row.mediator_name],
    recorderName: frozen?.recorderName ?? row.recorder_name,
    // Written by hand at the signing: the frozen paper prints the same before and after.
    date: undefined,
    screens: (await listScreenSignatures(db, agreementId)).slice(0, signedOnScreen),
  })
  return { paper, caseId: row.case_id, isFinal }
}

export async function minutesOf(
  asking: Pick<QueryContext, 'db' | 'actor' | 'now'>,
  sessionId: string,
): Promise<CasePaper> {
  const { db, actor } = asking
  const session = await findSession(db, sessionId)
  if (!session) throw new DomainError('sessions.notFound')
  await getCase(db, actor, session.caseId, mayReadContent)
  const isFinal = session.status === 'ended'
  const sha256 = await minutesDigest(db, sessionId)
  const attendees = await listAttendees(db, sessionId)
  const { items, concessionsLeftOut } = await minutesRecord(db, sessionId)
  const frozen = session.frozen === null ? undefined : (JSON.parse(session.frozen) as FrozenMinutes)
  const paper = minutesPaper({
    ...session,
    ...frozen,
    context: {
      ...(await contextOf(asking, !isFinal)),
      ...(frozen?.body && { body: frozen.body }),
      code: sha256 === undefined ? undefined : paperCode(sha256),
    },
    endedAt: session.endedAt,
    rightsToldAt: session.rightsToldAt,
    result: session.result,
    parties:
      frozen?.parties ?? (await listParties(db, session.caseId, localDateOf(session.startedAt))),
    comers: attendees.filter(({ partyId }) => partyId !== undefined),
    helpers: attendees.filter(({ capacity }) => capacity === 'helper' || capacity === 'lawyer'),
    entries: items,
    concessionsLeftOut,
  })
  return { paper, caseId: session.caseId, isFinal }
}

/** The table of facts that nobody disputes; without a fact it is only looked at. */
async function undisputedFacts(asking: Asking, caseId: string): Promise<CasePaper> {
  const { db, actor, now } = asking
  await getCase(db, actor, caseId, mayReadContent)
  const row = await findCaseRow(db, caseId)
  if (!row) throw new DomainError('cases.notFound')
  const facts = await listFacts(db, caseId)
  const isFinal = facts.length > 0
  const paper = undisputedFactsPaper({
    context: await contextOf(asking, !isFinal),
    caseNumber: row.case_number,
    caseTitle: row.title,
    parties: await listParties(db, caseId, localDateOf(now)),
    facts,
    mediatorName: row.mediator_name ?? '',
    madeOn: localDateOf(now),
  })
  return { paper, caseId, isFinal }
}

/** A reckoning as it was kept; it changes no more. @throws DomainError calculations.notFound */
async function calcAnnex(asking: Asking, calculationId: string): Promise<CasePaper> {
  const { db, actor, now } = asking
  const calculation = await findCalculation(db, calculationId)
  if (!calculation) throw new DomainError('calculations.notFound')
  const { caseId } = calculation
  await getCase(db, actor, caseId, mayReadContent)
  const row = await findCaseRow(db, caseId)
  if (!row) throw new DomainError('cases.notFound')
  const paper = calcAnnexPaper({
    context: await contextOf(asking, false),
    caseNumber: row.case_number,
    caseTitle: row.title,
    parties: await listParties(db, caseId, localDateOf(now)),
    calculation,
  })
  return { paper, caseId, isFinal: true }
}

/** Papers that are made from the registration: register, notice of rights, receipt. */
async function registration(
  asking: Asking,
  form: 'f03' | 'f04' | 'receipt',
  caseId: string,
): Promise<CasePaper> {
  const { db, actor, now } = asking
  const access = await getCase(db, actor, caseId, mayReadCase)
  const row = await findCaseRow(db, access.id)
  if (!row) throw new DomainError('cases.notFound')
  const context = await contextOf(asking, false)
  const parties = await listParties(db, caseId, localDateOf(now))
  const common = {
    context,
    caseNumber: row.case_number,
    caseTitle: row.title,
    parties,
    disputeType: disputeTypeWords(row.type_code),
    registrarName: row.creator_name,
  }
  const source = findCaseSource(row.source_code)
  const told = await firstTelling(db, caseId)
  const paper = {
    f03: () =>
      registerPaper({
        ...common,
        source: source?.label ?? '',
        ownMotion: source?.bucket === 'ownMotion',
        narrative: row.narrative,
        claim: row.claim,
        acceptedOn: row.accepted_on === null ? undefined : localDate(row.accepted_on),
      }),
    f04: () =>
      noticePaper({
        ...common,
        tellerName: told?.mediatorName ?? row.mediator_name ?? '',
        toldOn: told && localDateOf(told.toldAt),
        notice: asking.notice,
        isLabour: isLabourDispute(row.type_code),
      }),
    receipt: () =>
      receiptPaper({ ...common, appliedAt: row.applied_at, accepted: row.accepted_on !== null }),
  }[form]()
  const template = await templateFor(db, form, localDateOf(now), async (fill) => {
    const data = registrationData(await readCaseRecord(db, caseId, false))
    const toldBy = { preparer: told?.mediatorName, date: told && localDateOf(told.toldAt) }
    return fill(form === 'f04' ? { ...data, paper: toldBy } : data, context)
  })
  return { paper, caseId, isFinal: true, ...template }
}
