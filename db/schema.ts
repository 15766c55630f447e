import type { Kysely, Selectable, Transaction } from 'kysely'
import type { AgreementStatus } from './domain/agreement/status.ts'
import type { Attitude, OtherBody } from './domain/case/intake.ts'
import type { CaseStatus } from './domain/case/status.ts'
import type { Role } from './domain/roles.ts'

type SettingsTable = { key: string; value: string; updated_at: string }

type UsersTable = {
  id: string
  name: string
  role: Role
  active: number
  created_at: string
  updated_at: string
}

type NumberSequencesTable = { kind: 'case' | 'agreement'; year: number; last: number }

type IntakeDraftsTable = {
  id: string
  owner_id: string
  form: string
  revision: number
  created_at: string
  updated_at: string
}

type CasesTable = {
  id: string
  year: number
  seq: number
  case_number: string
  status: CaseStatus
  title: string
  source_code: string
  type_code: string
  place: string
  narrative: string
  claim: string
  amount_fen: number | null
  people_count: number
  other_body: OtherBody
  other_body_name: string
  other_body_refers: number
  other_side: Attitude
  scope_doubts: string
  applied_at: string
  accepted_on: string | null
  mediator_id: string | null
  created_by: string
  practice: number
  created_at: string
  updated_at: string
}

type PartiesTable = {
  id: string
  case_id: string
  position: number
  kind: 'person' | 'organisation'
  role: 'applicant' | 'respondent' | 'thirdParty' | 'coApplicant' | 'party'
  name: string
  sex: 'male' | 'female' | null
  ethnicity: string | null
  birth_date: string | null
  id_number: string | null
  credit_code: string | null
  phone: string | null
  address: string | null
  occupation: string | null
  work_unit: string | null
  legal_rep_name: string | null
  legal_rep_title: string | null
}

type RepresentativesTable = {
  id: string
  party_id: string
  position: number
  kind: 'guardian' | 'agent' | 'legalRepresentative'
  name: string
  id_number: string | null
  phone: string | null
  relation: string | null
  authority: 'general' | 'special' | null
}

type CaseEventsTable = {
  id: string
  case_id: string
  at: string
  actor_id: string
  kind: string
  from_status: CaseStatus | null
  to_status: CaseStatus | null
  details: string
}

type SessionsTable = {
  id: string
  case_id: string
  ordinal: number
  status: 'open' | 'ended'
  place: string
  is_open: number
  mediator_id: string
  recorder_name: string
  started_at: string
  rights_told_at: string | null
  ended_at: string | null
  result: 'agreed' | 'notAgreed' | 'adjourned' | null
  result_note: string
  /** What the head of the minutes says once the session has ended: JSON of `FrozenMinutes`. */
  frozen: string | null
}

type AttendeesTable = {
  id: string
  session_id: string
  position: number
  capacity: 'mediator' | 'party' | 'representative' | 'helper' | 'lawyer'
  party_id: string | null
  name: string
  note: string
  consented: number
}

type EntriesTable = {
  id: string
  session_id: string
  position: number
  attendee_id: string
  text: string
  is_key_point: number
  removed: number
  revision: number
  created_at: string
  updated_at: string
}

type AgreementsTable = {
  id: string
  case_id: string
  version: number
  status: AgreementStatus
  revision: number
  year: number | null
  seq: number | null
  file_number: string | null
  facts: string
  issues: string
  responsibilities: string
  performance_manner: string
  performance_deadline: string
  performance_place: string
  copies: number
  mediator_id: string
  recorder_name: string
  frozen: string | null
  frozen_sha256: string | null
  approved_by: string | null
  approved_at: string | null
  effective_on: string | null
  created_at: string
  updated_at: string
}

type ClausesTable = {
  id: string
  agreement_id: string
  position: number
  kind: 'payment' | 'act' | 'apology' | 'confirm' | 'other'
  text: string
  payer_id: string | null
  payee_id: string | null
  total_fen: number | null
  method: string
  account: string
}

type InstalmentsTable = {
  id: string
  clause_id: string
  position: number
  due_on: string
  amount_fen: number
  method: string
}

type AgreementReviewsTable = {
  id: string
  agreement_id: string
  at: string
  actor_id: string
  decision: 'submitted' | 'withdrawn' | 'approved' | 'returned'
  words: string
}

type SignaturesTable = {
  id: string
  agreement_id: string
  capacity: 'party' | 'representative' | 'mediator' | 'recorder' | 'body'
  party_id: string | null
  signer_name: string
  manner: string
  signed_on: string
  recorded_by: string
  recorded_at: string
}

type AttachmentsTable = {
  id: string
  case_id: string
  agreement_id: string | null
  kind: 'signedScan' | 'evidence' | 'identity' | 'other'
  name: string
  media_type: string
  size: number
  sha256: string
  added_by: string
  added_at: string
}

type AttachmentChunksTable = { attachment_id: string; position: number; bytes: Uint8Array }

type PaperOutputsTable = {
  id: string
  case_id: string
  form: string
  object_id: string
  channel: 'printer' | 'pdf' | 'docx'
  copies: number
  at: string
  actor_id: string
}

type AuditLogTable = {
  seq: number
  at: string
  actor_id: string
  actor_role: string
  operation: string
  object_kind: string
  object_id: string
  result: string
  prev: string
  mac: string
}

type MigrationsTable = { id: number; name: string; checksum: string; applied_at: string }

/** Rows of every table as SQL holds them; records are mapped in db/queries. */
export type Database = {
  settings: SettingsTable
  users: UsersTable
  number_sequences: NumberSequencesTable
  intake_drafts: IntakeDraftsTable
  cases: CasesTable
  parties: PartiesTable
  representatives: RepresentativesTable
  case_events: CaseEventsTable
  sessions: SessionsTable
  attendees: AttendeesTable
  entries: EntriesTable
  agreements: AgreementsTable
  clauses: ClausesTable
  instalments: InstalmentsTable
  agreement_reviews: AgreementReviewsTable
  signatures: SignaturesTable
  attachments: AttachmentsTable
  attachment_chunks: AttachmentChunksTable
  paper_outputs: PaperOutputsTable
  audit_log: AuditLogTable
  migrations: MigrationsTable
}

export type Row<T extends keyof Database> = Selectable<Database[T]>

/** Reads only: a query that is handed this cannot write (compile error). */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'with' | 'fn'>

/** Inside a command's one transaction. */
export type Tx = Transaction<Database>
