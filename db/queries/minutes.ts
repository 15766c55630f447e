import { recessesOf, type Recess } from '../domain/session/recesses.ts'
import { goesIntoMinutes } from '../domain/session/room.ts'
import type { Reader } from '../schema.ts'
import { listParts } from './session-parts.ts'
import { listAttendees, listEntries } from './sessions.ts'

export type MinutesLine = { id: string; speaker: string; text: string }
export type MinutesRecord = {
  /** Lines in their order, with the breaks where they fell. */
  items: (MinutesLine | Recess)[]
  /** Concessions were made and left out (C15). */
  concessionsLeftOut: boolean
}

/** What the minutes of a session say was said: shared lines only, and never a concession. */
export async function minutesRecord(db: Reader, sessionId: string): Promise<MinutesRecord> {
  const attendees = await listAttendees(db, sessionId)
  const speakers = new Map(attendees.map(({ id, name }) => [id, name]))
  const entries = await listEntries(db, sessionId)
  const lines = entries.filter(goesIntoMinutes)
  const recesses = recessesOf(await listParts(db, sessionId))
  /** A break stands behind the last line that was begun before it. */
  const placed = recesses.map((recess) => ({
    recess,
    after: lines.findLastIndex(({ createdAt }) => createdAt < recess.pausedAt),
  }))
  const recessesAfter = (index: number) =>
    placed.filter(({ after }) => after === index).map(({ recess }) => recess)
  return {
    items: [
      ...recessesAfter(-1),
      ...lines.flatMap((line, index) => [
        { id: line.id, speaker: speakers.get(line.attendeeId) ?? '', text: line.text },
        ...recessesAfter(index),
      ]),
    ],
    concessionsLeftOut: entries.some(
      (entry) => entry.mark === 'concession' && goesIntoMinutes({ ...entry, mark: undefined }),
    ),
  }
}
