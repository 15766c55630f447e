import { call } from '../../lib/ask.ts'
import { failureOf } from '../../lib/failure.ts'
import { createEntryOutbox, type EntryOutbox } from './entry-outbox.ts'
import type { StoredEntry } from './notebook.ts'

type Kept = { outbox: EntryOutbox<StoredEntry>; rooms: number }
// Outlives the room: what could not be saved when the room was left is still on its way.
const outboxes = new Map<string, Kept>()

/** What the record itself refuses stays refused; a lock, a full disk or a lost line may pass. */
const isLasting = (error: unknown): boolean => {
  const { code } = failureOf(error)
  return /^(sessions|cases|parties)\./.test(code) || code === 'users.notPermitted'
}

const keptOf = (sessionId: string): Kept => {
  const known = outboxes.get(sessionId)
  if (known) return known
  const outbox = createEntryOutbox<StoredEntry>({
    send: (entries) => call('sessions.saveEntries', { sessionId, entries }),
    isLasting,
  })
  const kept = { outbox, rooms: 0 }
  outboxes.set(sessionId, kept)
  outbox.subscribe(() => forgetIfIdle(sessionId))
  return kept
}

const forgetIfIdle = (sessionId: string): void => {
  const kept = outboxes.get(sessionId)
  if (kept?.rooms === 0 && kept.outbox.state().kind === 'saved') outboxes.delete(sessionId)
}

export const outboxOf = (sessionId: string): EntryOutbox<StoredEntry> => keptOf(sessionId).outbox

/**
 * Keeps an outbox while its room is open.
 * @returns to be called when the room is left: sends what waits and forgets the outbox once empty
 */
export const enterOutbox = (sessionId: string, outbox: EntryOutbox<StoredEntry>): (() => void) => {
  const kept = outboxes.get(sessionId) ?? { outbox, rooms: 0 }
  kept.rooms += 1
  outboxes.set(sessionId, kept)
  return () => {
    kept.rooms -= 1
    outbox.flush()
    forgetIfIdle(sessionId)
  }
}
