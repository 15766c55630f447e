import type { Route } from '../domain/strengthening/routes.ts'

/** One thing that the agreement in force obliges somebody to: an instalment or an act. */
export type ObligationsTable = {
  id: string
  case_id: string
  agreement_id: string
  clause_id: string
  clause_number: number
  /** From 1; null for an act. */
  instalment: number | null
  kind: 'payment' | 'act'
  debtor_id: string | null
  creditor_id: string | null
  text: string
  due_on: string | null
  amount_fen: number | null
  method: string
  account: string
  /** A corrected agreement took its place. */
  dropped_at: string | null
  dropped_reason: string
  created_at: string
}

/** What was paid or done of an obligation; taken back with a reason, never deleted. */
export type PerformancesTable = {
  id: string
  case_id: string
  obligation_id: string
  done_on: string
  amount_fen: number | null
  method: string
  note: string
  recorded_by: string
  recorded_at: string
  undone_at: string | null
  undone_by: string | null
  undone_reason: string
}

export type PerformanceProofsTable = { performance_id: string; attachment_id: string }

/** Each time the debtor was reminded, and what came of it. */
export type UrgesTable = {
  id: string
  case_id: string
  obligation_id: string | null
  at: string
  channel: 'phone' | 'message' | 'visit' | 'letter'
  person: string
  answer: 'reached' | 'promised' | 'disputed' | 'cannotPay' | 'refused' | 'notReached' | 'sent'
  promised_on: string | null
  promised_fen: number | null
  words: string
  /** Of a letter: its sheet. */
  sheet_id: string | null
  recorded_by: string
  recorded_at: string
}

/** A court, commission or other office that papers go to; entered by the centre. */
export type OfficesTable = {
  id: string
  kind:
    | 'court'
    | 'commission'
    | 'inspectorate'
    | 'notary'
    | 'legalAid'
    | 'police'
    | 'petition'
    | 'other'
  level: 'basic' | 'intermediate'
  name: string
  /** JSON: words of the places that it is in charge of, as they stand in addresses. */
  areas: string
  address: string
  phone: string
  note: string
  /** The court that invited this body to mediate. */
  invites_us: number
  removed: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

export type RouteAnswersTable = {
  case_id: string
  /** JSON of the answers that decide which routes are open. */
  answers: string
  revision: number
  updated_by: string
  updated_at: string
}

/** An application that makes the agreement binding by force, or goes on where it was broken. */
export type StrengtheningsTable = {
  id: string
  case_id: string
  agreement_id: string
  route: Route | 'arbitration' | 'enforcement'
  office_id: string | null
  office_name: string
  /** To the minute. */
  applied_at: string
  amount_fen: number | null
  state: 'applied' | 'accepted' | 'granted' | 'refused' | 'ended' | 'withdrawn'
  /** The office's own number. */
  number: string
  accepted_on: string | null
  /** Of a payment order: when the debtor received it. */
  served_on: string | null
  decided_on: string | null
  reason: string
  words: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

export type CaseRisksTable = {
  case_id: string
  risk: 'low' | 'normal' | 'high'
  words: string
  set_by: string
  set_at: string
}

export type VisitsTable = {
  id: string
  case_id: string
  planned_on: string
  cause: 'beforeDue' | 'afterDue' | 'afterClosing' | 'byHand'
  obligation_id: string | null
  state: 'planned' | 'done' | 'skipped'
  done_at: string | null
  manner: string
  party_id: string | null
  visited_name: string
  visitor_name: string
  performance: string
  satisfaction: 'very' | 'satisfied' | 'neutral' | 'dissatisfied' | 'notSaid' | null
  later_suit: string
  mistakes: string
  recurrence: 'none' | 'hidden' | 'escalated' | null
  recurrence_words: string
  measures: string
  skipped_reason: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** A later case that grew out of an earlier one. */
export type CaseLinksTable = {
  case_id: string
  earlier_id: string
  kind: 'reEscalated'
  visit_id: string | null
  created_by: string
  created_at: string
}

/** What moves a clock of a case; taken back with a reason, never deleted. */
export type ClockChangesTable = {
  id: string
  case_id: string
  /** Permanent id of a deadline rule. */
  rule: string
  kind: 'pause' | 'extension' | 'override' | 'interruption'
  /** Pause: its first day. Extension: when it was agreed. Override: the day set. Interruption: when. */
  on_day: string
  /** Pause: its last day, null while it lasts. Extension: the new last day. */
  until_day: string | null
  pause_reason: string | null
  /** JSON: who agreed. */
  consents: string
  words: string
  recorded_by: string
  recorded_at: string
  undone_at: string | null
  undone_by: string | null
  undone_reason: string
}

/** Days that only people know and that clocks count from: left the job, had the accident. */
export type CaseDatesTable = {
  case_id: string
  event: string
  on_day: string
  words: string
  recorded_by: string
  recorded_at: string
}

/** The days off of a year as entered from the State Council's notice; goes before the shipped table. */
export type HolidayTablesTable = {
  id: string
  year: number
  holidays: string
  workdays: string
  source: string
  notice: string
  removed: number
  entered_by: string
  entered_at: string
}

/** A dated figure entered by the centre; one of the same key, variant, region and first day replaces the shipped one. */
export type OwnFiguresTable = {
  id: string
  key: string
  variant: string | null
  region: string
  value: string
  unit: string
  valid_from: string
  valid_to: string | null
  document: string
  url: string
  checked_on: string | null
  verified: number
  note: string
  removed: number
  revision: number
  entered_by: string
  entered_at: string
  updated_at: string
}

/** A reckoning kept with a case as it was made; input and result never change. */
export type CalculationsTable = {
  id: string
  case_id: string
  name: string
  version: number
  title: string
  input: string
  result: string
  amount_fen: number
  /** What the law would give: the linter compares the agreement with it (D11). */
  statutory: number
  removed: number
  kept_by: string
  kept_at: string
}
