import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import { needsConsent } from '../domain/session/consent.ts'
import type { HelperKind } from '../domain/session/room.ts'
import type { Row } from '../schema.ts'
import type { Happening } from './case-events.ts'
import { getOpenSession, partyIdsOf, requireParties } from './open-session.ts'

export type NewAttendee = {
  capacity: Row<'attendees'>['capacity']
  partyId?: string | undefined
  name: string
  note: string
  /** Of a helper or lawyer: every party of the case consented (B7). */
  consented: boolean
  helperKind?: HelperKind | undefined
  /** A relation to a party that was disclosed (B5). */
  disclosure?: string | undefined
}

export async function insertAttendee(
  happening: Happening,
  caseId: string,
  sessionId: string,
  position: number,
  attendee: NewAttendee,
): Promise<string> {
  const { tx, now } = happening
  if (attendee.partyId !== undefined) await requireParties(tx, caseId, [attendee.partyId])
  const id = uuid()
  await tx
    .insertInto('attendees')
    .values({
      id,
      session_id: sessionId,
      position,
      capacity: attendee.capacity,
      party_id: attendee.partyId ?? null,
      name: attendee.name.trim(),
      note: attendee.note.trim(),
      consented: attendee.consented ? 1 : 0,
      helper_kind: attendee.helperKind ?? null,
      disclosure: attendee.disclosure?.trim() ?? '',
      joined_at: now,
      left_at: null,
    })
    .execute()
  if (needsConsent(attendee.capacity) && attendee.consented)
    await recordConsents(happening, id, await partyIdsOf(tx, caseId))
  return id
}

async function recordConsents(
  { tx, actor, now }: Happening,
  attendeeId: string,
  partyIds: readonly string[],
) {
  if (partyIds.length === 0) return
  await tx
    .insertInto('attendee_consents')
    .values(
      partyIds.map((partyId) => ({
        attendee_id: attendeeId,
        party_id: partyId,
        consented_at: now,
        recorded_by: actor.userId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Somebody came later, or was called in. */
export async function addAttendee(happening: Happening, sessionId: string, attendee: NewAttendee) {
  const { session } = await getOpenSession(happening, sessionId)
  const last = await happening.tx
    .selectFrom('attendees')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return insertAttendee(happening, session.case_id, sessionId, (last?.position ?? 0) + 1, attendee)
}

/**
 * Parties agreed to somebody who was called in; who agreed before keeps the first time.
 * @law 《人民调解法》第二十条 (B7)
 */
export async function recordConsent(
  happening: Happening,
  sessionId: string,
  attendeeId: string,
  partyIds: readonly string[],
) {
  const { tx } = happening
  const { session } = await getOpenSession(happening, sessionId)
  const attendee = await findAttendee(happening, sessionId, attendeeId)
  if (!needsConsent(attendee.capacity)) throw new DomainError('sessions.attendeeNotFound')
  await requireParties(tx, session.case_id, partyIds)
  await recordConsents(happening, attendeeId, [...new Set(partyIds)])
  const consents = await tx
    .selectFrom('attendee_consents')
    .select('party_id')
    .where('attendee_id', '=', attendeeId)
    .execute()
  const consented = new Set(consents.map((each) => each.party_id))
  const all = await partyIdsOf(tx, session.case_id)
  if (all.every((id) => consented.has(id)))
    await tx.updateTable('attendees').set({ consented: 1 }).where('id', '=', attendeeId).execute()
}

/** Somebody went before the end; who went twice keeps the first time. */
export async function leaveTable(happening: Happening, sessionId: string, attendeeId: string) {
  await getOpenSession(happening, sessionId)
  await findAttendee(happening, sessionId, attendeeId)
  await happening.tx
    .updateTable('attendees')
    .set({ left_at: happening.now })
    .where('id', '=', attendeeId)
    .where('left_at', 'is', null)
    .execute()
}

async function findAttendee({ tx }: Happening, sessionId: string, attendeeId: string) {
  const row = await tx
    .selectFrom('attendees')
    .selectAll()
    .where('id', '=', attendeeId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (!row) throw new DomainError('sessions.attendeeNotFound')
  return row
}
