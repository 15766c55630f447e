import { mayOpenWall } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { missingConsents } from '../domain/session/consent.ts'
import type { EntryMark } from '../domain/session/room.ts'
import { listAttendees } from '../queries/sessions.ts'
import type { Tx } from '../schema.ts'
import { accessOf } from './case-access.ts'
import type { Happening } from './case-events.ts'
import { getOpenSession, partyIdsOf, requireRightsTold } from './open-session.ts'
import { putPlace, type Cursor } from './room-places.ts'
import { putSealedEntry, sealedSpeaker } from './sealed-entries.ts'
import type { Walled } from './seals.ts'

export type EntryChange = {
  id: string
  position: number
  attendeeId: string
  text: string
  isKeyPoint: boolean
  mark?: EntryMark | undefined
  removed: boolean
  /** The separate talk behind whose wall it lies. */
  partId?: string | undefined
}

/**
 * Stores lines as they now stand; the same lines sent twice are stored once. A line that comes late, after its part
 * or during a break, is taken all the same.
 * @law 《人民调解工作若干规定》第三十条 (C1);《人民调解法》第二十条 (B7)
 */
export async function saveEntries(
  happening: Walled,
  sessionId: string,
  entries: readonly EntryChange[],
  cursor?: Cursor,
) {
  const { tx, actor } = happening
  const { session, row } = await getOpenSession(happening, sessionId)
  requireRightsTold(session)
  const mayOpen = mayOpenWall(actor, accessOf(row))
  const hasSealed = entries.some(({ partId }) => partId !== undefined)
  if (hasSealed && !mayOpen) throw new DomainError('sessions.wallNotYours')
  const separate = new Set(hasSealed ? await separateParts(tx, sessionId) : [])
  const speakers = await speakersOf(tx, sessionId, session.case_id)
  for (const entry of entries) {
    const mayStart = speakers.get(entry.attendeeId)
    if (mayStart === undefined) throw new DomainError('sessions.attendeeNotFound')
    if (!mayStart && (await currentSpeaker(happening, entry)) !== entry.attendeeId)
      throw new DomainError('sessions.consentMissing')
    if (entry.partId !== undefined && !separate.has(entry.partId))
      throw new DomainError('sessions.entryNotFound')
    // A line never goes from one side of the wall to the other.
    const isStored =
      entry.partId === undefined
        ? !(await isIn(tx, 'sealed_entries', entry.id)) &&
          (await putSharedEntry(happening, sessionId, entry))
        : !(await isIn(tx, 'entries', entry.id)) &&
          (await putSealedEntry(happening, entry.partId, entry))
    if (!isStored) throw new DomainError('sessions.entryNotFound')
  }
  if (cursor) await putPlace(happening, sessionId, cursor, mayOpen)
}

const isIn = async (tx: Tx, table: 'entries' | 'sealed_entries', id: string) =>
  (await tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined

async function separateParts(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('session_parts')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('kind', '=', 'separate')
    .execute()
  return rows.map(({ id }) => id)
}

/** Everybody ever at the table, and whether a new line of theirs may be taken down. */
async function speakersOf(
  tx: Tx,
  sessionId: string,
  caseId: string,
): Promise<Map<string, boolean>> {
  const attendees = await listAttendees(tx, sessionId)
  const partyIds = await partyIdsOf(tx, caseId)
  return new Map(
    attendees.map((attendee) => [
      attendee.id,
      missingConsents(attendee, attendees, partyIds).length === 0,
    ]),
  )
}

/** Who said the line so far: what was taken down with consent stays theirs when another party comes in. */
async function currentSpeaker(happening: Walled, entry: EntryChange): Promise<string | undefined> {
  const { tx } = happening
  if (entry.partId !== undefined)
    return (await isIn(tx, 'sealed_entries', entry.id))
      ? sealedSpeaker(happening, entry.id)
      : undefined
  const row = await tx
    .selectFrom('entries')
    .select('attendee_id')
    .where('id', '=', entry.id)
    .executeTakeFirst()
  return row?.attendee_id
}

/** False when the line belongs to another session. */
async function putSharedEntry(
  { tx, now }: Happening,
  sessionId: string,
  entry: EntryChange,
): Promise<boolean> {
  const columns = {
    position: entry.position,
    attendee_id: entry.attendeeId,
    text: entry.text,
    is_key_point: entry.isKeyPoint ? 1 : 0,
    mark: entry.mark ?? null,
    removed: entry.removed ? 1 : 0,
    updated_at: now,
  }
  const stored = await tx
    .insertInto('entries')
    .values({ id: entry.id, session_id: sessionId, ...columns, revision: 1, created_at: now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => ({ ...columns, revision: set('entries.revision', '+', 1) }))
        .where('entries.session_id', '=', sessionId),
    )
    .executeTakeFirst()
  return Number(stored.numInsertedOrUpdatedRows ?? 0) > 0
}
