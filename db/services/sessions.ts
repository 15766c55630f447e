import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import type { AgreementParty } from '../domain/agreement/content.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { listParties } from '../queries/parties.ts'
import type { Row, Tx } from '../schema.ts'
import { getCase } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'

export type NewAttendee = {
  capacity: Row<'attendees'>['capacity']
  partyId?: string | undefined
  name: string
  note: string
  consented: boolean
}
export type NewSession = {
  caseId: string
  place: string
  isOpen: boolean
  recorderName: string
  attendees: NewAttendee[]
}
export type EntryChange = {
  id: string
  position: number
  attendeeId: string
  text: string
  isKeyPoint: boolean
  removed: boolean
}
export type SessionResult = 'agreed' | 'notAgreed' | 'adjourned'

/** Opens a session; one is open per case at a time. An assigned case is taken on by its mediator. */
export async function startSession(happening: Happening, form: NewSession): Promise<string> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, form.caseId, mayMediate, 'cases.notYours')
  if (row.status === 'assigned') {
    row.status = await applyEvent(happening, row, { type: 'takeOn' })
  }
  if (row.status !== 'mediating') throw new DomainError('sessions.caseNotMediating')
  const last = await tx
    .selectFrom('sessions')
    .select(['ordinal', 'status'])
    .where('case_id', '=', row.id)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()
  if (last?.status === 'open') throw new DomainError('sessions.alreadyOpen')
  const id = uuid()
  const ordinal = (last?.ordinal ?? 0) + 1
  await tx
    .insertInto('sessions')
    .values({
      id,
      case_id: row.id,
      ordinal,
      status: 'open',
      place: form.place.trim(),
      is_open: form.isOpen ? 1 : 0,
      mediator_id: row.mediator_id ?? actor.userId,
      recorder_name: form.recorderName.trim(),
      started_at: now,
      rights_told_at: null,
      ended_at: null,
      result: null,
      result_note: '',
      frozen: null,
    })
    .execute()
  for (const [index, attendee] of form.attendees.entries())
    await insertAttendee(happening, row.id, id, index + 1, attendee)
  await recordEvent(happening, row.id, 'sessionStarted', { ordinal, place: form.place.trim() })
  return id
}

async function insertAttendee(
  { tx }: Happening,
  caseId: string,
  sessionId: string,
  position: number,
  attendee: NewAttendee,
): Promise<string> {
  if (attendee.partyId !== undefined) {
    const party = await tx
      .selectFrom('parties')
      .select('id')
      .where('id', '=', attendee.partyId)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    if (!party) throw new DomainError('parties.notFound')
  }
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
    })
    .execute()
  return id
}

/** The open session, if this actor leads it. */
async function getOpenSession({ tx, actor }: Happening, sessionId: string) {
  const session = await tx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session) throw new DomainError('sessions.notFound')
  const row = await getCase(tx, actor, session.case_id, mayMediate, 'cases.notYours')
  if (session.status === 'ended') throw new DomainError('sessions.alreadyEnded')
  return { session, row }
}

export async function addAttendee(happening: Happening, sessionId: string, attendee: NewAttendee) {
  const { session } = await getOpenSession(happening, sessionId)
  const last = await happening.tx
    .selectFrom('attendees')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return insertAttendee(happening, session.case_id, sessionId, (last?.position ?? 0) + 1, attendee)
}

/** @law 《人民调解工作若干规定》第三十条 (C1); telling twice keeps the first time */
export async function tellRights(happening: Happening, sessionId: string): Promise<string> {
  const { session } = await getOpenSession(happening, sessionId)
  if (session.rights_told_at !== null) return session.rights_told_at
  await happening.tx
    .updateTable('sessions')
    .set({ rights_told_at: happening.now })
    .where('id', '=', sessionId)
    .execute()
  await recordEvent(happening, session.case_id, 'rightsTold', { ordinal: session.ordinal })
  return happening.now
}

/**
 * Stores lines as they now stand; the same lines sent twice are stored once.
 * @law 《人民调解工作若干规定》第三十条 (C1): nothing is recorded before rights were told
 */
export async function saveEntries(
  happening: Happening,
  sessionId: string,
  entries: readonly EntryChange[],
) {
  const { tx, now } = happening
  const { session } = await getOpenSession(happening, sessionId)
  if (session.rights_told_at === null) throw new DomainError('sessions.rightsNotTold')
  const attendees = await tx
    .selectFrom('attendees')
    .select('id')
    .where('session_id', '=', sessionId)
    .execute()
  const present = new Set(attendees.map(({ id }) => id))
  for (const entry of entries) {
    if (!present.has(entry.attendeeId)) throw new DomainError('sessions.attendeeNotFound')
    const columns = {
      position: entry.position,
      attendee_id: entry.attendeeId,
      text: entry.text,
      is_key_point: entry.isKeyPoint ? 1 : 0,
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
    if (Number(stored.numInsertedOrUpdatedRows ?? 0) === 0)
      throw new DomainError('sessions.entryNotFound')
  }
}

/** Who was a party and what the case was called when the session ended: its minutes never follow later edits. */
export type FrozenMinutes = { caseTitle: string; mediatorName: string; parties: AgreementParty[] }

async function minutesHead(
  tx: Tx,
  session: Row<'sessions'>,
  caseTitle: string,
): Promise<FrozenMinutes> {
  const mediator = await tx
    .selectFrom('users')
    .select('name')
    .where('id', '=', session.mediator_id)
    .executeTakeFirstOrThrow()
  return {
    caseTitle,
    mediatorName: mediator.name,
    parties: await listParties(tx, session.case_id, localDateOf(session.started_at)),
  }
}

/** Ends the session and writes on the time line how; its lines are then frozen. */
export async function endSession(
  happening: Happening,
  sessionId: string,
  result: SessionResult,
  resultNote: string,
) {
  const { tx, now } = happening
  const { session, row } = await getOpenSession(happening, sessionId)
  if (session.rights_told_at === null) throw new DomainError('sessions.rightsNotTold')
  const lines = await tx
    .selectFrom('entries')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('removed', '=', 0)
    .where('text', '<>', '')
    .executeTakeFirst()
  if (!lines) throw new DomainError('sessions.noEntries')
  const details = {
    ordinal: session.ordinal,
    result,
    ...(resultNote.trim() ? { note: resultNote.trim() } : {}),
  }
  // The case may have been suspended, agreed or withdrawn meanwhile: what was said is kept all the same.
  if (row.status === 'mediating')
    await applyEvent(happening, row, { type: 'recordSession', rightsTold: true }, details)
  else await recordEvent(happening, row.id, 'recordSession', details)
  await tx
    .updateTable('sessions')
    .set({
      status: 'ended',
      ended_at: now,
      result,
      result_note: resultNote.trim(),
      frozen: JSON.stringify(await minutesHead(tx, session, row.title)),
    })
    .where('id', '=', sessionId)
    .execute()
}
