import { call } from '../../lib/ask.ts'
import { ConnectionLost, signedInHere } from '../../lib/client.ts'
import { failureOf } from '../../lib/failure.ts'
import { createCursorKeeper, type Cursor, type CursorKeeper } from './cursor-keeper.ts'
import { createEntryOutbox, type EntryOutbox } from './entry-outbox.ts'
import type { StoredEntry } from './notebook-line.ts'

type Kept = {
  outbox: EntryOutbox<StoredEntry>
  rooms: number
  /** Of the room that is open. */
  cursor?: CursorKeeper
}
// Outlives the room: what could not be saved when the room was left is still on its way. Each person has their own:
// who signs in after somebody else neither sees nor sends what that one wrote.
const outboxes = new Map<string, Kept>()

const keyOf = (userId: string | undefined, sessionId: string): string =>
  `${userId ?? ''} ${sessionId}`

/** What the record itself refuses stays refused; a lock, a full disk or a lost line may pass. */
const isLasting = (error: unknown): boolean => {
  const { code } = failureOf(error)
  return /^(sessions|cases|parties)\./.test(code) || code === 'users.notPermitted'
}

const keptOf = (sessionId: string): Kept => {
  const owner = signedInHere()
  const key = keyOf(owner, sessionId)
  const known = outboxes.get(key)
  if (known) return known
  const outbox = createEntryOutbox<StoredEntry>({
    send: (entries) => {
      if (signedInHere() !== owner) throw new ConnectionLost()
      const cursor = outboxes.get(key)?.cursor?.take()
      return call('sessions.saveEntries', { sessionId, entries, ...(cursor ? { cursor } : {}) })
    },
    isLasting,
  })
  const kept = { outbox, rooms: 0 }
  outboxes.set(key, kept)
  outbox.subscribe(() => forgetIfIdle(key))
  return kept
}

const forgetIfIdle = (key: string): void => {
  const kept = outboxes.get(key)
  if (kept?.rooms === 0 && kept.outbox.state().kind === 'saved') outboxes.delete(key)
}

export const outboxOf = (sessionId: string): EntryOutbox<StoredEntry> => keptOf(sessionId).outbox

/**
 * Keeps an outbox and the place of the cursor while their room is open.
 * @returns `leave` sends what waits and forgets the outbox once empty
 */
export const enterOutbox = (
  sessionId: string,
  outbox: EntryOutbox<StoredEntry>,
  sendCursor: (cursor: Cursor) => Promise<unknown>,
): { cursor: CursorKeeper; leave: () => void } => {
  const key = keyOf(signedInHere(), sessionId)
  const kept = outboxes.get(key) ?? { outbox, rooms: 0 }
  const cursor = createCursorKeeper({ send: sendCursor })
  kept.rooms += 1
  kept.cursor = cursor
  outboxes.set(key, kept)
  return {
    cursor,
    leave: () => {
      kept.rooms -= 1
      outbox.flush()
      cursor.stop()
      if (kept.cursor === cursor) kept.cursor = undefined
      forgetIfIdle(key)
    },
  }
}
