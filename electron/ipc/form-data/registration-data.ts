import { findCaseSource, isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { localDate } from '#db/domain/local-date.ts'
import type { FormCase, FormData, FormParty } from '#documents/forms/form-data.ts'
import type { FormLabour, FormLetter, FormReferral } from '#documents/forms/office-data.ts'
import { disputeTypeWords } from './case-words.ts'
import type { CaseRecord } from './read-record.ts'

const isApplicant = ({ role }: FormParty) => role === 'applicant' || role === 'coApplicant'

export const registeredCase = ({ row, appliedOn }: CaseRecord): FormCase => {
  const source = findCaseSource(row.source_code)
  return {
    number: row.case_number,
    title: row.title,
    disputeType: disputeTypeWords(row.type_code),
    source: source?.label,
    ownMotion: source && source.bucket === 'ownMotion',
    narrative: row.narrative,
    claim: row.claim,
    appliedOn,
    acceptedOn: row.accepted_on === null ? undefined : localDate(row.accepted_on),
    mediatorNames: row.mediator_name === null ? undefined : [row.mediator_name],
    registrarName: row.creator_name,
    amountFen: row.amount_fen ?? undefined,
    peopleCount: row.people_count,
  }
}

/** Of the labour set what a registration tells. */
const labourOf = ({ row, parties }: CaseRecord): FormLabour | undefined => {
  if (!isLabourDispute(row.type_code)) return undefined
  const workers = parties.filter((party) => isApplicant(party) && party.kind === 'person')
  const [only, ...others] = workers
  return {
    commonClaim: row.claim,
    position: others.length === 0 ? only?.occupation : undefined,
    workers:
      workers.length === 0
        ? undefined
        : workers.map(({ name, idNumber, phone }) => ({ name, idNumber, phone })),
  }
}

/** A letter about the case: to whom and why is written by who sends it. */
const letterOf = ({ row, body }: CaseRecord): FormLetter => ({
  subject: row.title,
  summary: row.narrative,
  handlerName: row.mediator_name ?? undefined,
  contactName: row.mediator_name ?? row.creator_name,
  contactPhone: body.phone,
  to: row.other_body_refers === 1 ? row.other_body_name : undefined,
})

/** What a court sent; absent for a case that no court sent. */
export const referralOf = ({ row, appliedOn }: CaseRecord): FormReferral | undefined => {
  const isFromCourt =
    findCaseSource(row.source_code)?.bucket === 'court' ||
    (row.other_body === 'court' && row.other_body_refers === 1)
  if (!isFromCourt) return undefined
  return {
    courtName: row.other_body === 'court' ? row.other_body_name : undefined,
    cause: disputeTypeWords(row.type_code),
    receivedOn: appliedOn,
    accepted: row.accepted_on !== null ? true : row.status === 'rejected' ? false : undefined,
  }
}

/** What the registration alone tells: any who may read it may read this. */
export const registrationData = (record: CaseRecord): FormData => {
  const { row, appliedOn, parties, rejection } = record
  return {
    paper: { preparer: row.creator_name, date: rejection?.on },
    case: registeredCase(record),
    parties,
    refusal: rejection && { appliedOn, reason: rejection.reason },
    letter: letterOf(record),
    labour: labourOf(record),
    referral: referralOf(record),
  }
}
