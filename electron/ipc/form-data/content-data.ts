import { localDate, localDateOf } from '#db/domain/local-date.ts'
import type { VisitRecord } from '#db/queries/visits.ts'
import type {
  FormData,
  FormDossier,
  FormEvidence,
  FormSession,
} from '#documents/forms/form-data.ts'
import type { FormScreening, FormSubsidy } from '#documents/forms/office-data.ts'
import { oralAgreement, paymentOf, performancesOf, writtenAgreement } from './agreement-data.ts'
import { disputeTypeWords, retentionWords, sessionResultShort } from './case-words.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { paymentOfRecord, performancesOfRecord, urgeOfRecord } from './performance-data.ts'
import type { CaseContent, CaseRecord } from './read-record.ts'
import { referralOf, registeredCase, registrationData } from './registration-data.ts'
import { visitData } from './visit-data.ts'

/** What only the whole volume knows. */
export type VolumeFacts = Pick<FormDossier, 'pages' | 'documents' | 'contents'>

const given = (text: string | undefined) => (text?.trim() ? text : undefined)
const day = (text: string | null | undefined) => (text ? localDate(text) : undefined)

const dossierOf = (
  { dossier, closing }: CaseContent,
  volume: VolumeFacts | undefined,
): FormDossier => ({
  compilerName: given(dossier?.compiler_name),
  compiledOn: day(dossier?.compiled_on),
  retention: dossier?.retention ? retentionWords[dossier.retention] : undefined,
  remark: given(dossier?.remark),
  checkerName: given(dossier?.checker_name),
  checkedOn: day(dossier?.checked_on),
  // The head closes what he has looked through; a mediator who closes his own volume has not reviewed it.
  ...(closing?.role === 'head'
    ? { reviewerName: closing.name, reviewedOn: day(closing.closed_on) }
    : {}),
  archiveNumber: dossier?.archive_number ?? undefined,
  pages: closing?.volume_pages,
  missing: given(dossier?.missing),
  late: given(dossier?.late),
  damaged: given(dossier?.damaged),
  media: given(dossier?.media),
  otherNotes: given(dossier?.other_notes),
  ...volume,
})

const sessionsOf = ({ sessions }: CaseContent): FormSession[] =>
  sessions.map((session) => ({
    startedAt: session.started_at,
    endedAt: session.ended_at ?? undefined,
    place: session.place,
    isOpen: session.is_open === 1,
    result: session.result === null ? undefined : sessionResultShort[session.result],
  }))

/** The name of the file without its kind. */
const evidenceOf = ({ evidenceNames }: CaseContent): FormEvidence[] | undefined =>
  evidenceNames.length === 0
    ? undefined
    : evidenceNames.map((name) => ({ name: name.replace(/\.[A-Za-z0-9]{1,5}$/u, '') || name }))

const subsidyOf = (record: CaseRecord, content: CaseContent, outcome: Outcome): FormSubsidy => ({
  applicantName: record.row.mediator_name ?? undefined,
  rows: [
    {
      caseNumber: content.agreement?.fileNumber ?? record.row.case_number,
      disputeType: disputeTypeWords(record.row.type_code),
      agreedFen: content.agreement && writtenAgreement(content.agreement).totalFen,
      performance: outcome.performance,
      dossierPassed: content.closing && content.closing.findings === '[]',
    },
  ],
})

const screeningOf = ({ row, body, parties }: CaseRecord, outcome: Outcome): FormScreening => ({
  title: row.title,
  place: row.place,
  category: disputeTypeWords(row.type_code),
  peopleCount: row.people_count,
  summary: row.narrative,
  units: given(
    parties
      .filter(({ kind }) => kind === 'organisation')
      .map(({ name }) => name)
      .join('、'),
  ),
  manner: '人民调解',
  organisation: body.fullName,
  responsibleName: row.mediator_name ?? undefined,
  responsiblePhone: body.phone,
  solution: outcome.result,
})

/** Which day stands under the seal: none but that of the step that the paper is of. */
const paperDate = (form: string, outcome: Outcome, record: CaseRecord) => {
  if (form === 'f18') return outcome.termination?.endedOn
  return form === 'f19' ? record.rejection?.on : undefined
}

const visitedOn = ({ visit }: About) =>
  visit?.doneAt === undefined ? undefined : localDateOf(visit.doneAt)

export type About = {
  form: string
  /** Place of the sheet among those of its form, from 0. */
  position: number
  volume: VolumeFacts | undefined
  /** What the sheet is of: the case, or a record of it under whose id it goes. */
  objectId: string
  /** The visit that the sheet is of. */
  visit?: VisitRecord | undefined
}

/** All that the store knows of a case and may print; what it does not know stays a blank. */
export function contentData(record: CaseRecord, content: CaseContent, about: About): FormData {
  const { row, parties, body } = record
  const { agreement, oralWords } = content
  const outcome = outcomeOf(content)
  const registered = registrationData(record)
  const mediator = row.mediator_name ?? undefined
  const [first] = content.sessions
  const written = agreement && writtenAgreement(agreement)
  const referral = referralOf(record)
  return {
    ...registered,
    // A receipt's witness is whoever was there, not whoever has the case.
    paper: {
      date: visitedOn(about) ?? paperDate(about.form, outcome, record),
      preparer: about.form === 'f12' ? undefined : (mediator ?? row.creator_name),
    },
    case: {
      ...registeredCase(record),
      // A volume without an agreement goes by the number that it has in the archive.
      fileNumber: row.agreement_number ?? content.dossier?.archive_number ?? undefined,
      startedOn: first && localDateOf(first.started_at),
      closedOn: outcome.closedOn,
      recorderName: given(agreement?.recorderName ?? content.sessions.at(-1)?.recorder_name),
      result: outcome.result,
      performance: outcome.performance,
    },
    dossier: dossierOf(content, about.volume),
    investigation: {
      matter: row.title,
      investigatorNames: mediator === undefined ? undefined : [mediator],
    },
    evidence: evidenceOf(content),
    sessions: sessionsOf(content),
    agreement: written ?? (oralWords && oralAgreement(oralWords)),
    performances:
      content.performance.obligations.length > 0
        ? performancesOfRecord(content.performance)
        : agreement && performancesOf(agreement),
    payment:
      paymentOfRecord(content.performance, about.objectId) ??
      (agreement && paymentOf(agreement, about.position)),
    urge: urgeOfRecord(content.performance),
    visit: (about.visit && visitData(about.visit, row.title)) ?? {
      reason: row.title,
      performance: outcome.performance,
      visitorNames: mediator === undefined ? undefined : [mediator],
    },
    confirmation: { appliedOn: outcome.confirmationAppliedOn },
    termination: outcome.termination,
    letter: outcome.transfer
      ? { ...registered.letter, to: outcome.transfer.to, reason: outcome.transfer.reason }
      : registered.letter,
    closedSession: content.closedSessionNames && { presentNames: content.closedSessionNames },
    majorCase: {
      matter: row.title,
      peopleCount: row.people_count,
      amountFen: row.amount_fen ?? undefined,
      cause: row.narrative,
      claims: row.claim,
      reportedBy: body.fullName,
      reporterName: mediator,
    },
    paymentOrder: { dueOn: agreement && performancesOf(agreement)[0]?.dueOn },
    referral: referral && {
      ...referral,
      result: outcome.result,
      endedOn: written?.signedOn ?? outcome.closedOn,
      reason: outcome.termination?.reason,
      issues: written?.issues,
      undisputedFacts:
        content.undisputedFacts.length === 0 ? undefined : [...content.undisputedFacts],
    },
    screening: screeningOf(record, outcome),
    subsidy: subsidyOf(record, content, outcome),
    parties,
  }
}
