import type { AgreementParty } from '../domain/agreement/content.ts'
import type { DossierPaper, PrintedAmount } from '../domain/dossier/dossier.ts'
import { givenSignatures, withGiven } from '../domain/dossier/given-signatures.ts'
import { comesBack, houseForm } from '../domain/dossier/house-forms.ts'
import { formOn } from '../domain/dossier/pack.ts'
import { writtenWords } from '../domain/dossier/written-words.ts'
import { localDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { DossierEntry } from '../queries/dossier-papers.ts'
import { keyOf } from '../queries/dossier-rows.ts'
import { type Making, wordsOf } from './dossier-making.ts'
import { ownAgreement, ownMinutes } from './dossier-own-papers.ts'

/** A paper's id in the doctor's dossier tells which entry it is. */
export const paperIdOf = ({ form, objectId }: Pick<DossierEntry, 'form' | 'objectId'>): string =>
  keyOf(form, objectId ?? '')

/** Days that the record gives a paper which says nothing else of itself. */
const recordDay = (
  { form, objectId = '' }: DossierEntry,
  { rows, archive }: Making,
): LocalDate | undefined => {
  const { row, course, sessions } = rows
  const told = sessions.find(({ rights_told_at }) => rights_told_at !== null)?.rights_told_at
  switch (form) {
    case 'f00':
      return archive.compiledOn
    case 'f15':
    case 'f16':
      return archive.checkedOn ?? archive.compiledOn
    case 'f17':
      return archive.compiledOn
    case 'f02':
    case 'f22-application':
      return localDateOf(row.applied_at)
    case 'f03':
    case 'f22-register':
      return localDate(row.accepted_on ?? localDateOf(row.applied_at))
    case 'f04':
      return told ? localDateOf(told) : undefined
    case 'f13': {
      const visitedAt = rows.visits.get(objectId)
      return visitedAt === undefined ? undefined : localDateOf(visitedAt)
    }
    case 'f18':
    case 'f19':
    case 'withdrawal':
    case 'f20-transfer':
      return course.endedOn
    default:
      return undefined
  }
}

const numberedForms = new Set(['f00', 'f11', 'f13', 'f14', 'f17', 'f23'])

/** A paper of the volume as far as the record knows it: its words, who has signed it, what was scanned. */
export async function paperOf(entry: DossierEntry, making: Making): Promise<DossierPaper> {
  const { form, dossierForm, objectId = '', latest, scans } = entry
  const { rows, asking, pack, parties, today } = making
  const own =
    form === 'f10'
      ? await ownAgreement(asking.db, objectId)
      : form === 'f09'
        ? await ownMinutes(asking, objectId)
        : {}
  const { recorder, sealName, ...paper } = own
  const words = writtenWords(form, wordsOf(making, form, objectId), parties)
  const confirmedAt = rows.signed.get(keyOf(form, objectId))?.confirmedAt
  const isHere = confirmedAt !== undefined || scans.pages.length > 0
  // What was signed by hand was dated by hand: on the day it was printed, as far as anybody knows.
  const handDay = isHere
    ? (rows.handSigned.get(keyOf(form, objectId)) ?? latest?.madeAt)
    : undefined
  const date =
    paper.date ??
    words.date ??
    recordDay(entry, making) ??
    (handDay === undefined ? undefined : localDateOf(handDay))
  const concerns = concernsOf(entry, parties)
  const isDraft = entry.state === 'draft'
  const given =
    confirmedAt === undefined
      ? []
      : givenSignatures(formOn(pack, dossierForm, date ?? today), {
          parties,
          concerns,
          mediators: making.mediators,
          helpers: paper.helpers ?? [],
          names: recorder ? { recorder } : {},
          sealName: sealName ?? making.sealName,
          day: date ?? today,
        })
  const number =
    paper.number ?? words.number ?? (numberedForms.has(dossierForm) ? making.fileNumber : undefined)
  return {
    ...pickWords(words),
    ...(form === 'f12' && words.amounts.length === 0
      ? { amounts: receiptAmounts(entry, making) }
      : {}),
    ...paper,
    id: paperIdOf(entry),
    formId: dossierForm,
    title: entry.title,
    objectId,
    date,
    number,
    version: latest?.version,
    isFinal: !isDraft,
    superseded: entry.superseded === true,
    keptOriginal: entry.superseded === true,
    filedLate: entry.filedLate,
    concerns,
    signedBy: withGiven(paper.signedBy ?? [], given),
    readBack: paper.readBack === true || words.readBack || confirmedAt !== undefined,
    remediesTold: form === 'f18' ? rows.course.remediesTold : undefined,
    pages: { count: latest?.pages ?? Math.max(1, scans.pages.length) },
    attachments: attachmentsOf(entry, parties, confirmedAt !== undefined),
    scans: scansOf(entry),
    listed: words.listed,
  }
}

/** A receipt that says no other sum is for its instalment: the first sheet for the first, and so on. */
const receiptAmounts = (entry: DossierEntry, { rows, agreement }: Making): PrintedAmount[] => {
  const sheet = rows.sheets.find(
    ({ form, object_id }) => form === 'f12' && object_id === entry.objectId,
  )
  if (entry.scanOnly || sheet?.words.fields['收款.金额'] !== undefined) return []
  const instalments = agreement.amounts?.filter(({ kind }) => kind === 'instalment') ?? []
  const due = instalments[sheet?.position ?? 0]
  return due?.figures === undefined ? [] : [{ kind: 'paid', figures: due.figures }]
}

const pickWords = ({
  names,
  idNumbers,
  creditCodes,
  addresses,
  amounts,
  dates,
}: ReturnType<typeof writtenWords>) => ({
  names,
  idNumbers,
  creditCodes,
  addresses,
  amounts,
  dates,
})

const concernsOf = ({ form, partyId }: DossierEntry, parties: readonly AgreementParty[]) => {
  if (partyId !== undefined) return [partyId]
  if (form === 'f06-legal')
    return parties.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)
  if (form !== 'f06') return undefined
  return parties
    .filter(({ representatives }) => representatives.some(({ kind }) => kind === 'agent'))
    .map(({ id }) => id)
}

/**
 * An organisation's identity paper is its licence; that a guardian's proof lies with a minor's is known from who
 * looked at it.
 */
const attachmentsOf = (
  { dossierForm, partyId, form }: DossierEntry,
  parties: readonly AgreementParty[],
  isConfirmed: boolean,
): DossierPaper['attachments'] => {
  if (dossierForm !== 'f05') return []
  const meant = parties.filter(({ id }) => partyId === undefined || partyId === id)
  const licence = form === 'f06-legal' || meant.some(({ kind }) => kind === 'organisation')
  return [
    ...(licence ? ['legalRepProof' as const] : []),
    ...(isConfirmed ? ['guardianProof' as const] : []),
  ]
}

/** Sheets that never come back lie in the volume as they are. */
const scansOf = ({ form, latest, scans }: DossierEntry): DossierPaper['scans'] => {
  const of = houseForm(form)
  if (of && !comesBack(of)) return [{ pages: latest?.pages ?? 1 }]
  return [
    ...(scans.pages.length > 0 ? [{ pages: scans.pages.length, version: latest?.version }] : []),
    ...(scans.outdated.length > 0 && latest
      ? [{ pages: scans.outdated.length, version: latest.version - 1 }]
      : []),
  ]
}
