import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import type { AgreementParty } from '../domain/agreement/content.ts'
import type { BodySettings } from '../domain/body-settings.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { listParties } from '../queries/parties.ts'
import { getSetting } from '../queries/settings.ts'
import type { Row, Tx } from '../schema.ts'
import { insertAttendee, type NewAttendee } from './attendees.ts'
import { getCase } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { getOpenSession, requireRightsTold } from './open-session.ts'
import { beginFirstPart, endPresentPart } from './session-parts.ts'

export type NewSession = {
  caseId: string
  place: string
  isOpen: boolean
  recorderName: string
  attendees: NewAttendee[]
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
  await beginFirstPart(happening, id)
  for (const [index, attendee] of form.attendees.entries())
    await insertAttendee(happening, row.id, id, index + 1, attendee)
  await recordEvent(happening, row.id, 'sessionStarted', { ordinal, place: form.place.trim() })
  return id
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

/** Who was a party and what the case was called when the session ended: its minutes never follow later edits. */
export type FrozenMinutes = {
  caseTitle: string
  mediatorName: string
  parties: AgreementParty[]
  /** The centre as it was called then; absent in minutes of before. */
  body?: BodySettings
}

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
    body: await getSetting(tx, 'body'),
  }
}

/**
 * Ends the session and writes on the time line how; its lines are then frozen. Lines of separate talks alone are no
 * record.
 */
export async function endSession(
  happening: Happening,
  sessionId: string,
  result: SessionResult,
  resultNote: string,
) {
  const { tx, now } = happening
  const { session, row } = await getOpenSession(happening, sessionId)
  requireRightsTold(session)
  const lines = await tx
    .selectFrom('entries')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('removed', '=', 0)
    .where('text', '<>', '')
    .executeTakeFirst()
  if (!lines) throw new DomainError('sessions.noEntries')
  await endPresentPart(happening, session)
  await tx.deleteFrom('room_places').where('session_id', '=', sessionId).execute()
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
