import type { EntryMark, HelperKind, PartKind } from '../domain/session/room.ts'

/** What lies behind the wall under a key of its own. */
export type SealKind = 'part' | 'notes' | 'offers' | 'draft'

export type SessionsTable = {
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

export type AttendeesTable = {
  id: string
  session_id: string
  position: number
  capacity: 'mediator' | 'party' | 'representative' | 'helper' | 'lawyer'
  party_id: string | null
  name: string
  note: string
  consented: number
  helper_kind: HelperKind | null
  disclosure: string
  joined_at: string | null
  left_at: string | null
}

export type EntriesTable = {
  id: string
  session_id: string
  position: number
  attendee_id: string
  text: string
  is_key_point: number
  mark: EntryMark | null
  removed: number
  revision: number
  created_at: string
  updated_at: string
}

export type SessionPartsTable = {
  id: string
  session_id: string
  position: number
  kind: PartKind
  party_id: string | null
  started_at: string
  ended_at: string | null
}

export type SealsTable = {
  kind: SealKind
  object_id: string
  wrapped_key: string
  created_at: string
}

export type SealedEntriesTable = {
  id: string
  part_id: string
  position: number
  sealed: string
  removed: number
  revision: number
  created_at: string
  updated_at: string
}

/** What a draft belongs to: an agreement for the reasons of passed warnings, a case for every other kind. */
export type DraftKind =
  | 'offer'
  | 'passedWarnings'
  | 'visit'
  | 'relapse'
  | 'clockChange'
  | 'handOver'
  | 'calculation'

export type PrivateDraftsTable = {
  id: string
  owner_id: string
  kind: DraftKind
  object_id: string
  sealed: string
  updated_at: string
}

export type PrivateNotesTable = {
  id: string
  case_id: string
  owner_id: string
  sealed: string
  revision: number
  updated_at: string
}

export type AttendeeConsentsTable = {
  attendee_id: string
  party_id: string
  consented_at: string
  recorded_by: string
}

export type UndisputedFactsTable = {
  id: string
  case_id: string
  session_id: string | null
  entry_id: string | null
  position: number
  text: string
  removed: number
  revision: number
  created_at: string
  updated_at: string
}

export type UndisputedFactAnswersTable = {
  id: string
  fact_id: string
  revision: number
  party_id: string
  answer: 'yes' | 'no'
  at: string
  recorded_by: string
}

export type RoomPlacesTable = {
  user_id: string
  session_id: string
  entry_id: string
  caret: number
  updated_at: string
}

export type RecordingsTable = {
  id: string
  session_id: string
  position: number
  media_type: string
  started_at: string
  ended_at: string | null
  keep_until: string | null
  purged_at: string | null
}

export type RecordingConsentsTable = {
  recording_id: string
  party_id: string
  consented_at: string
  recorded_by: string
}

export type RecordingSlicesTable = {
  recording_id: string
  position: number
  started_ms: number
  bytes: Uint8Array
}
