import { v7 as uuid } from 'uuid'
import { mayOpenWall } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { PartKind } from '../domain/session/room.ts'
import type { Row, Tx } from '../schema.ts'
import { accessOf } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { getOpenSession, requireParties, requireRightsTold } from './open-session.ts'
import { endRecording } from './recordings.ts'
import { makeSeal, type Walled } from './seals.ts'

export type NewPart = { kind: PartKind; partyId?: string | undefined }

/** Ends the present part and begins the next; asked for what is on already, it answers that part. */
export async function beginPart(
  happening: Walled,
  sessionId: string,
  { kind, partyId }: NewPart,
): Promise<string> {
  const { tx, actor, now } = happening
  const { session, row } = await getOpenSession(happening, sessionId)
  requireRightsTold(session)
  if (kind === 'separate') {
    if (!mayOpenWall(actor, accessOf(row))) throw new DomainError('sessions.wallNotYours')
    if (partyId === undefined) throw new DomainError('parties.notFound')
    await requireParties(tx, row.id, [partyId])
  }
  const withWhom = kind === 'separate' ? (partyId ?? null) : null
  const present = await presentPart(tx, sessionId)
  if (present?.kind === kind && present.party_id === withWhom) return present.id
  if (present) await endPart(happening, session, present)
  const last = await tx
    .selectFrom('session_parts')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  const id = uuid()
  await tx
    .insertInto('session_parts')
    .values({
      id,
      session_id: sessionId,
      position: (last?.position ?? 0) + 1,
      kind,
      party_id: withWhom,
      started_at: now,
      ended_at: null,
    })
    .execute()
  if (kind === 'separate') await makeSeal(happening, 'part', id)
  // Sound ends with the joint talk whatever the page does; its last slices began before.
  if (kind !== 'joint') await endRecording(happening, sessionId)
  return id
}

/** The first part of a new session. */
export async function beginFirstPart({ tx, now }: Happening, sessionId: string) {
  await tx
    .insertInto('session_parts')
    .values({
      id: uuid(),
      session_id: sessionId,
      position: 1,
      kind: 'joint',
      party_id: null,
      started_at: now,
      ended_at: null,
    })
    .execute()
}

/** The part that is on when the session ends. */
export async function endPresentPart(happening: Happening, session: Row<'sessions'>) {
  const present = await presentPart(happening.tx, session.id)
  if (present) await endPart(happening, session, present)
}

const presentPart = (tx: Tx, sessionId: string) =>
  tx
    .selectFrom('session_parts')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

const minuteMs = 60_000

/** Time per part goes on the time line; with whom a separate talk was held does not. */
async function endPart(happening: Happening, session: Row<'sessions'>, part: Row<'session_parts'>) {
  const { tx, now } = happening
  await tx.updateTable('session_parts').set({ ended_at: now }).where('id', '=', part.id).execute()
  // A wall clock that was set back in between makes no negative time.
  const spent = Math.max(0, Date.parse(now) - Date.parse(part.started_at))
  await recordEvent(happening, session.case_id, 'partEnded', {
    ordinal: session.ordinal,
    part: part.kind,
    minutes: Math.round(spent / minuteMs),
  })
}
