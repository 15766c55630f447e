import type { AgreementStatus } from '../domain/agreement/status.ts'

export type AgreementsTable = {
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

export type ClausesTable = {
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
  offer_id: string | null
  term_id: string | null
}

export type InstalmentsTable = {
  id: string
  clause_id: string
  position: number
  due_on: string
  amount_fen: number
  method: string
}

export type AgreementReviewsTable = {
  id: string
  agreement_id: string
  at: string
  actor_id: string
  decision: 'submitted' | 'withdrawn' | 'approved' | 'returned'
  words: string
  /** JSON of the text as it was submitted; null for every other decision. */
  content: string | null
}

export type SignaturesTable = {
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

export type OffersTable = {
  id: string
  case_id: string
  session_id: string | null
  part_id: string | null
  ordinal: number
  /** Whose offer; null is the mediator's own proposal. */
  party_id: string | null
  reply_to: string | null
  /** Who alone knows of it until it is released; null is said to all. */
  confidant_id: string | null
  sealed: string
  made_at: string
  recorded_by: string
  released_at: string | null
  withdrawn_at: string | null
}

export type OfferAnswersTable = {
  id: string
  offer_id: string
  party_id: string
  part_id: string | null
  answer: 'yes' | 'no'
  at: string
  recorded_by: string
}

export type PassedWarningsTable = {
  agreement_id: string
  rule_id: string
  code: string
  path: string
  words: string
  passed_by: string
  passed_at: string
}

export type OwnClausesTable = {
  id: string
  title: string
  type_codes: string
  kind: 'payment' | 'act' | 'apology' | 'confirm' | 'other'
  text: string
  note: string
  removed: number
  created_by: string
  created_at: string
  updated_at: string
}

export type ReadBackAnswersTable = {
  id: string
  case_id: string
  paper: 'minutes' | 'agreement'
  object_id: string
  sha256: string
  item: string
  party_id: string
  answer: 'yes' | 'no'
  words: string
  at: string
  recorded_by: string
}

export type SignatureStrokesTable = {
  signature_id: string
  strokes: string
  shape_sha256: string
  paper_sha256: string
  place: string
  witness_name: string
  pointer: 'pen' | 'touch' | 'mouse'
  duration_ms: number
  flags: string
  signed_at: string
}
