import { localDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

/** A slice says when it began; the last one is taken to be as long as the pause between two. */
const lastSliceMs = 5000

export async function listRecordings(db: Reader, sessionId: string) {
  const rows = await db
    .selectFrom('recordings as r')
    .leftJoin('recording_slices as s', 's.recording_id', 'r.id')
    .selectAll('r')
    .select((expression) => [
      expression.fn.count<number>('s.position').as('slices'),
      expression.fn.max<number | null>('s.started_ms').as('last_ms'),
    ])
    .where('r.session_id', '=', sessionId)
    .groupBy('r.id')
    .orderBy('r.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    mediaType: row.media_type,
    startedAt: row.started_at,
    ...optional({ endedAt: row.ended_at, purgedAt: row.purged_at }),
    ...(row.keep_until === null ? {} : { keepUntil: localDate(row.keep_until) }),
    slices: Number(row.slices),
    durationMs:
      row.ended_at === null
        ? Number(row.last_ms ?? 0) + (Number(row.slices) > 0 ? lastSliceMs : 0)
        : Date.parse(row.ended_at) - Date.parse(row.started_at),
  }))
}

/** All slices in order: one after the other they are the sound file. */
export async function readSound(db: Reader, recordingId: string): Promise<Uint8Array> {
  const rows = await db
    .selectFrom('recording_slices')
    .select('bytes')
    .where('recording_id', '=', recordingId)
    .orderBy('position')
    .execute()
  return Buffer.concat(rows.map(({ bytes }) => Buffer.from(bytes)))
}
