import type { sessions as contract } from '#contract/sessions.ts'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { findSession, listAttendees, listEntries } from '#db/queries/sessions.ts'
import { getCase } from '#db/services/case-access.ts'
import {
  addAttendee,
  endSession,
  saveEntries,
  startSession,
  tellRights,
} from '#db/services/sessions.ts'
import type { Handlers } from './context.ts'

export const sessions: Handlers<typeof contract> = {
  async get({ db, actor }, { id }) {
    const session = await findSession(db, id)
    if (!session) throw new DomainError('sessions.notFound')
    await getCase(db, actor, session.caseId, mayReadContent)
    const { frozen: _frozen, ...record } = session
    return {
      ...record,
      attendees: await listAttendees(db, id),
      entries: await listEntries(db, id),
    }
  },
  async start(context, form) {
    const id = await startSession(context, form)
    context.about('session', id)
    return { id }
  },
  async addAttendee(context, { sessionId, attendee }) {
    context.about('session', sessionId)
    return { id: await addAttendee(context, sessionId, attendee) }
  },
  async tellRights(context, { sessionId }) {
    context.about('session', sessionId)
    return { toldAt: await tellRights(context, sessionId) }
  },
  async saveEntries(context, { sessionId, entries }) {
    context.about('session', sessionId)
    await saveEntries(context, sessionId, entries)
    return { savedAt: context.now }
  },
  async end(context, { sessionId, result, resultNote }) {
    context.about('session', sessionId)
    await endSession(context, sessionId, result, resultNote)
    return {}
  },
}
