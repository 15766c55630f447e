import type { HalfDay } from '../domain/rota/problem.ts'

/** A window or room at which a lawyer sits. */
export type DesksTable = {
  id: string
  name: string
  place: string
  position: number
  removed: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** What is open on a kind of day; a market day's pattern takes the place of the weekday's. */
export type ShiftPatternsTable = {
  id: string
  desk_id: string
  day_kind: '1' | '2' | '3' | '4' | '5' | '6' | '7' | 'market'
  half: HalfDay
  /** HH:MM */
  starts_at: string
  ends_at: string
  demand: number
}

/** A day that is opened or closed by hand, against the calendar. */
export type OpeningDaysTable = {
  date: string
  open: number
  words: string
  created_by: string
  created_at: string
}

export type RotasTable = {
  id: string
  from_on: string
  to_on: string
  /** JSON: how the last solved rota came out. */
  solved: string | null
  /** JSON: ids of hard rules set aside. */
  relaxed: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

export type ShiftsTable = {
  id: string
  rota_id: string
  desk_id: string
  date: string
  half: HalfDay
  starts_at: string
  ends_at: string
  demand: number
  words: string
}

/** The working copy: who sits where until it is published. */
export type RotaSeatsTable = {
  shift_id: string
  lawyer_id: string
  rota_id: string
  pinned: number
  /** Set beside an absence or a conflict on purpose. */
  knowingly: number
  origin: 'solver' | 'hand' | 'copied' | 'swap' | 'cover' | 'substitute'
  reason: string
  put_by: string
  put_at: string
}

export type RotaPublicationsTable = {
  id: string
  rota_id: string
  version: number
  cause: 'publish' | 'leave' | 'cover' | 'swap' | 'substitute'
  words: string
  published_by: string
  published_at: string
}

/** A published seat: what people were told, and what came of it. Cancelled, never deleted. */
export type DutiesTable = {
  id: string
  shift_id: string
  lawyer_id: string
  /** HH:MM, as people were told; the shift's own may have been changed since. */
  starts_at: string
  ends_at: string
  state: 'planned' | 'cancelled'
  /** Whose place was taken. */
  instead_of: string | null
  /** Of the calendar entry: goes up with every change. */
  sequence: number
  signed_in_at: string | null
  signed_out_at: string | null
  corrected_minutes: number | null
  corrected_reason: string
  corrected_by: string | null
  no_show: number
  no_show_words: string
  revision: number
  published_at: string
  updated_at: string
}

/** Who had to be told of a change, and who was. */
export type DutyNoticesTable = {
  id: string
  publication_id: string
  duty_id: string
  lawyer_id: string
  kind: 'added' | 'removed' | 'changed'
  told_at: string | null
  told_by: string | null
  /** `seen`: on their own page. */
  channel: 'phone' | 'message' | 'inPerson' | 'seen' | null
}

export type DutySignsTable = {
  id: string
  duty_id: string | null
  lawyer_id: string
  kind: 'in' | 'out'
  at: string
  source: 'pin' | 'lockScreen' | 'staff'
  /** Came from the lock screen with a PIN that is not the stored one. */
  doubted: number
  recorded_by: string | null
  recorded_at: string
}

export type RotaRequestsTable = {
  id: string
  kind: 'leave' | 'cover' | 'swap'
  lawyer_id: string
  duty_id: string | null
  /** Asked to step in, or to swap. */
  partner_id: string | null
  partner_duty_id: string | null
  from_on: string | null
  to_on: string | null
  words: string
  state: 'asked' | 'agreed' | 'done' | 'declined' | 'withdrawn'
  partner_answered_at: string | null
  /** Whoever noted the partner's word: the partner's account, or staff. */
  partner_answered_by: string | null
  decided_at: string | null
  decided_by: string | null
  decided_words: string
  /** Made by the head or the window for others. */
  by_staff: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** A case expected on a half-day. */
export type BookingsTable = {
  id: string
  case_id: string
  date: string
  half: HalfDay
  at_time: string | null
  desk_id: string | null
  /** What the lawyer of that half-day should know; '' for nothing. */
  field: string
  language: string
  /** The rota must have such a lawyer, rather than should. */
  required: number
  words: string
  cancelled: number
  cancelled_words: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

export type ConsultationsTable = {
  id: string
  year: number
  number: number
  at: string
  manner: 'visit' | 'phone' | 'online' | 'letter'
  lawyer_id: string | null
  duty_id: string | null
  category: string
  name: string
  /** JSON: the rest of the register (F26). */
  content: string
  outcome:
    | 'answered'
    | 'later'
    | 'mediation'
    | 'arbitration'
    | 'suit'
    | 'legalAid'
    | 'otherOffice'
    | null
  case_id: string | null
  /** The intake that was begun from it. */
  draft_id: string | null
  removed_at: string | null
  removed_words: string
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** Consultations that were only counted, by lawyer, day and kind. */
export type ConsultationCountsTable = {
  lawyer_id: string
  date: string
  duty_id: string | null
  category: string
  count: number
  words: string
  updated_by: string
  updated_at: string
}
