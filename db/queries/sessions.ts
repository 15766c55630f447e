import type { Reader } from '../schema.ts'
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

export async function listAttendees(db: Reader, sessionId: string) {
  const rows = await db
    .selectFrom('attendees')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    capacity: row.capacity,
    ...optional({ partyId: row.party_id }),
    name: row.name,
    note: row.note,
    consented: row.consented === 1,
  }))
}

/** Every line in its order, removed ones too: the room offers them back. */
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
    removed: row.removed === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}
