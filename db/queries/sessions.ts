import { needsConsent } from '../domain/session/consent.ts'
import type { Reader, Row } from '../schema.ts'
import { optional } from './parties.ts'

export async function findSession(db: Reader, sessionId: string) {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .innerJoin('users as u', 'u.id', 's.mediator_id')
    .selectAll('s')
    .select(['c.case_number', 'c.title', 'u.name as mediator_name'])
    .where('s.id', '=', sessionId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    caseTitle: row.title,
    ordinal: row.ordinal,
    status: row.status,
    place: row.place,
    isOpen: row.is_open === 1,
    mediatorId: row.mediator_id,
    mediatorName: row.mediator_name,
    recorderName: row.recorder_name,
    startedAt: row.started_at,
    ...optional({ rightsToldAt: row.rights_told_at, endedAt: row.ended_at, result: row.result }),
    resultNote: row.result_note,
    frozen: row.frozen,
  }
}

/** Who sits at the table, with the parties whose consent to them is on record (B7). */
export async function listAttendees(db: Reader, sessionId: string) {
  const rows = await db
    .selectFrom('attendees')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute()
  const consents = await db
    .selectFrom('attendee_consents as k')
    .innerJoin('attendees as a', 'a.id', 'k.attendee_id')
    .innerJoin('parties as p', 'p.id', 'k.party_id')
    .select(['k.attendee_id', 'k.party_id'])
    .where('a.session_id', '=', sessionId)
    .orderBy('p.position')
    .execute()
  const consentedByAll = rows.some(isConsentedBefore) ? await partyIds(db, sessionId) : []
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    capacity: row.capacity,
    ...optional({
      partyId: row.party_id,
      helperKind: row.helper_kind,
      joinedAt: row.joined_at,
      leftAt: row.left_at,
    }),
    name: row.name,
    note: row.note,
    ...(row.disclosure === '' ? {} : { disclosure: row.disclosure }),
    consented: row.consented === 1,
    consentsOf: isConsentedBefore(row)
      ? consentedByAll
      : consents.filter((each) => each.attendee_id === row.id).map((each) => each.party_id),
  }))
}

/** Recorded before consents were kept party by party: one tick stood for all of them. */
const isConsentedBefore = ({ capacity, consented, joined_at }: Row<'attendees'>) =>
  needsConsent(capacity) && consented === 1 && joined_at === null

async function partyIds(db: Reader, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('parties as p')
    .innerJoin('sessions as s', 's.case_id', 'p.case_id')
    .select('p.id')
    .where('s.id', '=', sessionId)
    .orderBy('p.position')
    .execute()
  return rows.map(({ id }) => id)
}

/** Every line that both sides may see, in its order; removed ones too: the room offers them back. */
export async function listEntries(db: Reader, sessionId: string) {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    attendeeId: row.attendee_id,
    text: row.text,
    isKeyPoint: row.is_key_point === 1,
    ...optional({ mark: row.mark }),
    removed: row.removed === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}

/** Where this person was last writing in the session. */
export async function findPlace(db: Reader, userId: string, sessionId: string) {
  const row = await db
    .selectFrom('room_places')
    .select(['entry_id', 'caret'])
    .where('user_id', '=', userId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row && { entryId: row.entry_id, caret: row.caret }
}
