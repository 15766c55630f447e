import type { Attitude, OtherBody } from '../domain/case/intake.ts'
import type { CaseStatus } from '../domain/case/status.ts'

export type IntakeDraftsTable = {
  id: string
  owner_id: string
  form: string
  revision: number
  created_at: string
  updated_at: string
}

export type CasesTable = {
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

export type PartiesTable = {
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

export type RepresentativesTable = {
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

export type CaseEventsTable = {
  id: string
  case_id: string
  at: string
  actor_id: string
  kind: string
  from_status: CaseStatus | null
  to_status: CaseStatus | null
  details: string
}

export type AttachmentsTable = {
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

export type AttachmentChunksTable = { attachment_id: string; position: number; bytes: Uint8Array }

export type PaperOutputsTable = {
  id: string
  case_id: string
  form: string
  object_id: string
  channel: 'printer' | 'pdf' | 'docx'
  copies: number
  at: string
  actor_id: string
}
