import { mayMediate, mayOpenWall, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Reader, Tx } from '../schema.ts'
import { accessOf } from './case-access.ts'
import type { Happening } from './case-events.ts'
import { getOpenSession } from './open-session.ts'

/** `caret` counts characters before the cursor. */
export type Cursor = { entryId: string; caret: number }

/** Where this person is writing, if the line is one of the session; one place a person. */
export async function putPlace(
  { tx, actor, now }: Happening,
  sessionId: string,
  cursor: Cursor,
  mayOpen: boolean,
): Promise<boolean> {
  if (!(await isLineOf(tx, sessionId, cursor.entryId, mayOpen))) return false
  const columns = {
    session_id: sessionId,
    entry_id: cursor.entryId,
    caret: cursor.caret,
    updated_at: now,
  }
  await tx
    .insertInto('room_places')
    .values({ user_id: actor.userId, ...columns })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(columns))
    .execute()
  return true
}

async function isLineOf(
  tx: Tx,
  sessionId: string,
  entryId: string,
  mayOpen: boolean,
): Promise<boolean> {
  const shared = await tx
    .selectFrom('entries')
    .select('id')
    .where('id', '=', entryId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  if (shared || !mayOpen) return shared !== undefined
  const sealed = await tx
    .selectFrom('sealed_entries as e')
    .innerJoin('session_parts as p', 'p.id', 'e.part_id')
    .select('e.id')
    .where('e.id', '=', entryId)
    .where('p.session_id', '=', sessionId)
    .executeTakeFirst()
  return sealed !== undefined
}

export async function keepCursor(happening: Happening, sessionId: string, cursor: Cursor) {
  const { row } = await getOpenSession(happening, sessionId)
  const mayOpen = mayOpenWall(happening.actor, accessOf(row))
  if (!(await putPlace(happening, sessionId, cursor, mayOpen)))
    throw new DomainError('sessions.entryNotFound')
}

/** Whoever may no longer lead the session may still leave it. */
export async function leaveRoom({ tx, actor }: Happening, sessionId: string) {
  const session = await tx
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session) throw new DomainError('sessions.notFound')
  await tx
    .deleteFrom('room_places')
    .where('user_id', '=', actor.userId)
    .where('session_id', '=', sessionId)
    .execute()
}

/** The open session in which this person was writing and which they may still lead. */
export async function whereIWas(db: Reader, actor: Actor): Promise<string | undefined> {
  const row = await db
    .selectFrom('room_places as r')
    .innerJoin('sessions as s', 's.id', 'r.session_id')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .select(['s.id', 'c.status', 'c.created_by', 'c.mediator_id'])
    .where('r.user_id', '=', actor.userId)
    .where('s.status', '=', 'open')
    .executeTakeFirst()
  return row && mayMediate(actor, accessOf(row)) ? row.id : undefined
}
