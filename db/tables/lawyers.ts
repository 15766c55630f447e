import type { HalfDay } from '../domain/rota/problem.ts'

/** A law firm with its agreement with the centre. */
export type FirmsTable = {
  id: string
  name: string
  short_name: string
  phone: string
  address: string
  note: string
  agreement_from: string | null
  agreement_to: string | null
  removed: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** Somebody for or against whom a firm acts; told by the firm, matched with booked parties. */
export type FirmInterestsTable = {
  id: string
  firm_id: string
  side: 'for' | 'against'
  name: string
  /** ID number or credit code, normalised; '' when it is not known. */
  identity_number: string
  from_on: string | null
  to_on: string | null
  note: string
  removed: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

export type LawyersTable = {
  id: string
  name: string
  /** Of the name in pinyin, lower case: lm. */
  initials: string
  /** The account by which this person signs in; many have none. */
  user_id: string | null
  firm_id: string | null
  licence_number: string
  /** JSON: words. */
  fields: string
  languages: string
  phone: string
  contact_hours: string
  joined_on: string
  /** First day on which this person is no longer with the centre. */
  left_on: string | null
  /** Part of a full turn that is fair. */
  share_percent: number
  /** JSON: [{weekday, half}]; null: all. */
  weekly: string | null
  per_week: number | null
  per_month: number | null
  rest_days: number
  twice_a_day: number
  /** Only the head sees this person; for other editors the seat is taken. */
  head_only: number
  /** JSON: scrypt salt, cost and hash of the PIN for signing in at the desk. */
  pin: string | null
  note: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** A day or stretch that differs from the weekly pattern: an exception, leave or a wish. */
export type LawyerDaysTable = {
  id: string
  lawyer_id: string
  kind: 'available' | 'unavailable' | 'leave' | 'want' | 'avoid'
  from_on: string
  to_on: string
  /** Null: the whole day. */
  half: HalfDay | null
  words: string
  source: 'hand' | 'self' | 'xlsx' | 'ics'
  /** Of an imported one: its UID or row, so that a second import replaces it. */
  source_key: string | null
  removed_at: string | null
  removed_by: string | null
  created_by: string
  created_at: string
}

export type LawyerPairingsTable = {
  id: string
  one_id: string
  other_id: string
  kind: 'together' | 'apart'
  note: string
  created_by: string
  created_at: string
}
