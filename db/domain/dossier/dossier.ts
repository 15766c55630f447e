import type { AgreementParty } from '../agreement/content.ts'
import type { SignatureManner } from '../agreement/signing.ts'
import type { Attitude } from '../case/intake.ts'
import type { ConfirmationRoute } from '../case/status.ts'
import type { CountedEnds } from '../clocks/last-days.ts'
import type { LocalDate } from '../local-date.ts'
import type { FormId } from './forms.ts'

/** How the mediation ended; a case that goes on has none. */
export type DossierOutcome = 'agreed' | 'oral' | 'failed' | 'withdrawn' | 'transferred' | 'rejected'

export const retentionClasses = ['short', 'long', 'permanent'] as const
/** 短期, 长期, 永久; how many years each is, is a setting (forms.md F00). */
export type RetentionClass = (typeof retentionClasses)[number]

export type DossierCase = {
  id: string
  /** What the cover, the agreement and the visit carry: （2026）织人调字第12号. */
  fileNumber?: string | undefined
  typeCode: string
  sourceCode: string
  otherSide?: Attitude | undefined
  /** Of a dispute that a court has sent after filing it (S31). */
  courtProcedure?: 'ordinary' | 'summary' | undefined
  appliedOn?: LocalDate | undefined
  /** The day the court's materials were signed for (S30, S31); else acceptance counts. */
  materialsSignedOn?: LocalDate | undefined
  acceptedOn?: LocalDate | undefined
  /** The day the mediation ended: agreement reached, terminated, withdrawn. */
  concludedOn?: LocalDate | undefined
  closedOn?: LocalDate | undefined
  outcome?: DossierOutcome | undefined
  /** By the clocks of the case; a volume without a record is counted plainly from its own dates. */
  counted?: CountedEnds | undefined
  /** A longer period, with the ids of the parties who agreed to it. */
  extensions: readonly { until: LocalDate; consentedBy: readonly string[] }[]
  /** Stretches that do not count, such as an appraisal (C8). */
  pauses: readonly { from: LocalDate; to: LocalDate }[]
  performance?: 'open' | 'atOnce' | 'performed' | 'enforcement' | undefined
  /** Days of duties that are not payments; those of payments stand with the agreement's amounts. */
  dueOn: readonly LocalDate[]
  confirmation?: { route: ConfirmationRoute; appliedOn?: LocalDate | undefined } | undefined
  hasEvidence?: boolean | undefined
  investigated?: boolean | undefined
  /** Why nobody visits; blank or absent when a visit is due. */
  followUpSkipped?: string | undefined
  retention?: RetentionClass | undefined
}

export const paperCapacities = [
  'party',
  'representative',
  'agent',
  'mediator',
  'recorder',
  'registrar',
  'informer',
  'helper',
  'interviewee',
  'investigator',
  'provider',
  'payee',
  'visitor',
  'filer',
  'checker',
  'head',
  'body',
] as const
export type PaperCapacity = (typeof paperCapacities)[number]

export type PaperSignature = {
  capacity: PaperCapacity
  /** As written; of a seal what it says. Blank when it cannot be read. */
  name: string
  partyId?: string | undefined
  /** Empty: the line is there, nobody has signed on it. */
  manner: readonly SignatureManner[]
  signedOn?: LocalDate | undefined
}

/** Words as they stand on the paper, and whose they are when that is known. */
export type PrintedWords = { text: string; partyId?: string | undefined }

export const amountKinds = ['total', 'instalment', 'paid', 'other'] as const

/**
 * Money as printed. `total`: a sum that was agreed, not one that was claimed or offered; `paid`: received.
 * Totals and instalments with the same `clause` belong together.
 */
export type PrintedAmount = {
  kind: (typeof amountKinds)[number]
  figures?: string | undefined
  capitals?: string | undefined
  clause?: string | undefined
  dueOn?: LocalDate | undefined
}

export const quotedDays = ['applied', 'accepted', 'agreed', 'concluded', 'closed', 'born'] as const
/** A day that the paper quotes. */
export type PrintedDate = {
  what: (typeof quotedDays)[number]
  date: LocalDate
  partyId?: string | undefined
}

/** A row of a contents list or of an evidence list; `from` its first page, `sheets` how many. */
export type ListedRow = {
  title: string
  from?: number | undefined
  sheets?: number | undefined
}

export type PaperAttachment = 'guardianProof' | 'legalRepProof'

/** What can be known of a paper, from the records or from its scan. What nobody could read is left out. */
export type DossierPaper = {
  id: string
  formId: FormId
  title: string
  /** Where to go to mend it; the paper's own id when absent. */
  objectId?: string | undefined
  /** The paper that this one is an annex of: an evidence sheet, a copy for the court. */
  partOf?: string | undefined
  date?: LocalDate | undefined
  number?: string | undefined
  version?: number | undefined
  isFinal: boolean
  superseded: boolean
  /** It was signed before another took its place: it stays behind that one, marked as replaced. */
  keptOriginal?: boolean | undefined
  /** Added after closing, with its trace; order of dates does not bind it. */
  filedLate?: boolean | undefined
  /** A copy stands for an original that is not there. */
  copyOnly?: boolean | undefined
  /** Ids of the parties that it is about; all of them when absent. */
  concerns?: readonly string[] | undefined
  /** Invited helpers who took part and have to sign. */
  helpers?: readonly string[] | undefined
  signedBy: readonly PaperSignature[]
  readBack?: boolean | undefined
  /** Of minutes: the session was closed, and the minutes say so. */
  closed?: boolean | undefined
  notesClosed?: boolean | undefined
  /** Of a paper on a failed mediation: the ways that stay open were told. */
  remediesTold?: boolean | undefined
  names: readonly PrintedWords[]
  idNumbers: readonly PrintedWords[]
  creditCodes: readonly PrintedWords[]
  addresses: readonly PrintedWords[]
  amounts: readonly PrintedAmount[]
  dates: readonly PrintedDate[]
  listed?: readonly ListedRow[] | undefined
  /** `from`: the first page number that is written on it. */
  pages: { from?: number | undefined; count: number }
  attachments: readonly PaperAttachment[]
  scans: readonly { pages: number; version?: number | undefined }[]
}

export type DossierMediator = { name: string; idNumber?: string | undefined }

/** All that the doctor sees of a case; `papers` in the order in which they lie. */
export type Dossier = {
  case: DossierCase
  body: { sealName: string }
  parties: readonly AgreementParty[]
  mediators: readonly DossierMediator[]
  /** Others who may be named: recorder, registrar, helpers, witnesses, lawyers. */
  people: readonly string[]
  papers: readonly DossierPaper[]
}
