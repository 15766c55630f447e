import { v7 as uuid } from 'uuid'
import { mayMediate, mayReadContent, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, localDateOf } from '../domain/local-date.ts'
import { getSetting } from '../queries/settings.ts'
import type { Reader, Tx } from '../schema.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'

/** Ten hours of five-second slices: longer than any session, so something is wrong. */
const mostSlices = 7200

async function findRecording(db: Reader, recordingId: string) {
  const row = await db
    .selectFrom('recordings as r')
    .innerJoin('sessions as s', 's.id', 'r.session_id')
    .selectAll('r')
    .select(['s.case_id', 's.status', 's.ordinal'])
    .where('r.id', '=', recordingId)
    .executeTakeFirst()
  if (!row) throw new DomainError('recordings.notFound')
  return row
}

/** The recording, if this actor may hear it. */
export async function getRecording(db: Reader, actor: Actor, recordingId: string) {
  const row = await findRecording(db, recordingId)
  await getCase(db, actor, row.case_id, mayReadContent)
  return row
}

/** The recording, if this actor leads its session. */
async function ownRecording({ tx, actor }: Happening, recordingId: string) {
  const row = await findRecording(tx, recordingId)
  await getCase(tx, actor, row.case_id, mayMediate, 'cases.notYours')
  return row
}

const openPart = (tx: Tx, sessionId: string) =>
  tx
    .selectFrom('session_parts')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/** Parties for whom somebody sits at the table: each of them must consent. */
async function presentParties(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('attendees')
    .select('party_id')
    .distinct()
    .where('session_id', '=', sessionId)
    .where('party_id', 'is not', null)
    .where('left_at', 'is', null)
    .execute()
  return rows.flatMap(({ party_id }) => party_id ?? [])
}

/**
 * Sound begins only where the centre allows it, while both sides talk, with the consent of everybody present.
 * @policy forms.md F21: no recording without consent
 */
export async function startRecording(
  happening: Happening,
  form: { sessionId: string; mediaType: string; consentsOf: readonly string[] },
): Promise<string> {
  const { tx, actor, now } = happening
  const session = await tx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', form.sessionId)
    .executeTakeFirst()
  if (!session) throw new DomainError('sessions.notFound')
  await getCase(tx, actor, session.case_id, mayMediate, 'cases.notYours')
  if (session.status === 'ended') throw new DomainError('sessions.alreadyEnded')
  if (session.rights_told_at === null) throw new DomainError('sessions.rightsNotTold')
  if (!(await getSetting(tx, 'recordings')).allowed) throw new DomainError('recordings.notAllowed')
  if (!/^audio\/(?:webm|ogg|mp4)(?:;|$)/.test(form.mediaType))
    throw new DomainError('recordings.kindUnknown')
  if ((await openPart(tx, form.sessionId))?.kind !== 'joint')
    throw new DomainError('recordings.separateTalk')
  const parties = await presentParties(tx, form.sessionId)
  if (parties.length === 0 || parties.some((id) => !form.consentsOf.includes(id)))
    throw new DomainError('recordings.consentMissing')
  await endRecording(happening, form.sessionId)
  const last = await tx
    .selectFrom('recordings')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('session_id', '=', form.sessionId)
    .executeTakeFirst()
  const id = uuid()
  await tx
    .insertInto('recordings')
    .values({
      id,
      session_id: form.sessionId,
      position: (last?.position ?? 0) + 1,
      media_type: form.mediaType,
      started_at: now,
      ended_at: null,
      keep_until: null,
      purged_at: null,
    })
    .execute()
  for (const partyId of parties)
    await tx
      .insertInto('recording_consents')
      .values({ recording_id: id, party_id: partyId, consented_at: now, recorded_by: actor.userId })
      .execute()
  await recordEvent(happening, session.case_id, 'recordingStarted', { ordinal: session.ordinal })
  return id
}

/** What runs in this session, or was left open by a crash, ends now. */
export async function endRecording(happening: Happening, sessionId: string) {
  const { tx, now } = happening
  await tx
    .updateTable('recordings')
    .set({ ended_at: now, keep_until: await keepUntil(happening) })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

async function keepUntil({ tx, now }: Happening): Promise<string | null> {
  const { keepDays } = await getSetting(tx, 'recordings')
  return keepDays === undefined ? null : addDays(localDateOf(now), keepDays)
}

/** Whether a separate talk was held at that time, however late the sound of it comes; `at` in ms since 1970. */
async function isInSeparateTalk(tx: Tx, sessionId: string, at: number): Promise<boolean> {
  const talks = await tx
    .selectFrom('session_parts')
    .select(['started_at', 'ended_at'])
    .where('session_id', '=', sessionId)
    .where('kind', '=', 'separate')
    .execute()
  return talks.some(
    ({ started_at, ended_at }) =>
      at >= Date.parse(started_at) && (ended_at === null || at < Date.parse(ended_at)),
  )
}

/** The same position sent twice is stored once. Nothing that began in a separate talk is taken. */
export async function addSlice(
  happening: Happening,
  slice: { recordingId: string; position: number; startedMs: number; bytes: Uint8Array },
) {
  const { tx } = happening
  const recording = await ownRecording(happening, slice.recordingId)
  if (recording.purged_at !== null) throw new DomainError('recordings.ended')
  if (slice.position >= mostSlices) throw new DomainError('recordings.tooLong')
  const beganAt = Date.parse(recording.started_at) + slice.startedMs
  if (await isInSeparateTalk(tx, recording.session_id, beganAt))
    throw new DomainError('recordings.separateTalk')
  await tx
    .insertInto('recording_slices')
    .values({
      recording_id: slice.recordingId,
      position: slice.position,
      started_ms: slice.startedMs,
      bytes: slice.bytes,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Stopping twice stops once. */
export async function stopRecording(happening: Happening, recordingId: string) {
  const recording = await ownRecording(happening, recordingId)
  if (recording.ended_at !== null) return
  await happening.tx
    .updateTable('recordings')
    .set({ ended_at: happening.now, keep_until: await keepUntil(happening) })
    .where('id', '=', recordingId)
    .execute()
  await recordEvent(happening, recording.case_id, 'recordingStopped', {
    ordinal: recording.ordinal,
  })
}

/** The sound goes; that there was one, and who consented, stays. */
export async function purgeRecording(happening: Happening, recordingId: string) {
  const recording = await ownRecording(happening, recordingId)
  if (recording.ended_at === null) throw new DomainError('recordings.alreadyRunning')
  if (recording.purged_at !== null) return
  await purge(happening, recordingId)
  await recordEvent(happening, recording.case_id, 'recordingPurged', { ordinal: recording.ordinal })
}

async function purge({ tx, now }: Pick<Happening, 'tx' | 'now'>, recordingId: string) {
  await tx.deleteFrom('recording_slices').where('recording_id', '=', recordingId).execute()
  await tx.updateTable('recordings').set({ purged_at: now }).where('id', '=', recordingId).execute()
}

/** Recordings whose days are over. */
export async function dueRecordings(db: Reader, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recordings')
    .select('id')
    .where('keep_until', '<', localDateOf(now))
    .where('purged_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** @policy The centre's setting says for how many days sound is kept */
export async function purgeDue(happening: Pick<Happening, 'tx' | 'now'>): Promise<void> {
  for (const id of await dueRecordings(happening.tx, happening.now)) await purge(happening, id)
}
