import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

export type SessionPart = Awaited<ReturnType<typeof listParts>>[number]

/** The stretches of a session, one after the other. */
export async function listParts(db: Reader, sessionId: string) {
  const rows = await db
    .selectFrom('session_parts')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    kind: row.kind,
    ...optional({ partyId: row.party_id, endedAt: row.ended_at }),
    startedAt: row.started_at,
  }))
}
