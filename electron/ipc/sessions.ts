import type { sessions as contract } from '#contract/sessions.ts'
import { mayOpenWall, mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { minutesDigest } from '#db/queries/digests.ts'
import { listParties } from '#db/queries/parties.ts'
import { listParts, type SessionPart } from '#db/queries/session-parts.ts'
import { findPlace, findSession, listAttendees, listEntries } from '#db/queries/sessions.ts'
import { listFacts } from '#db/queries/undisputed-facts.ts'
import { addAttendee, leaveTable, recordConsent } from '#db/services/attendees.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { saveEntries } from '#db/services/entries.ts'
import { readPrivateNotes, savePrivateNotes } from '#db/services/private-notes.ts'
import { keepCursor, leaveRoom, whereIWas } from '#db/services/room-places.ts'
import { listSealedEntries } from '#db/services/sealed-entries.ts'
import { beginPart } from '#db/services/session-parts.ts'
import { endSession, startSession, tellRights } from '#db/services/sessions.ts'
import { addFact, answerFact, changeFact, removeFact } from '#db/services/undisputed-facts.ts'
import type { Handlers } from './context.ts'

/** With whom a separate talk was held is told behind the wall only. */
const withoutParty = ({ partyId: _partyId, ...part }: SessionPart) => part

export const sessions: Handlers<typeof contract> = {
  async get({ db, wall, actor, now }, { id }) {
    const session = await findSession(db, id)
    if (!session) throw new DomainError('sessions.notFound')
    const row = await getCase(db, actor, session.caseId, mayReadContent)
    const isMine = mayOpenWall(actor, accessOf(row))
    const { frozen: _frozen, ...record } = session
    const parties = await listParties(db, session.caseId, localDateOf(now))
    const cursor = await findPlace(db, actor.userId, id)
    return {
      ...record,
      attendees: await listAttendees(db, id),
      parties: parties.map((party) => ({ id: party.id, name: party.name, role: party.role })),
      parts: (await listParts(db, id)).map((part) => (isMine ? part : withoutParty(part))),
      entries: [
        ...(await listEntries(db, id)),
        ...(isMine ? await listSealedEntries(db, wall, id) : []),
      ],
      undisputedFacts: await listFacts(db, session.caseId),
      mayOpenWall: isMine,
      ...(cursor && { cursor }),
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
  async saveEntries(context, { sessionId, entries, cursor }) {
    context.about('session', sessionId)
    await saveEntries(context, sessionId, entries, cursor)
    return { savedAt: context.now }
  },
  async keepCursor(context, { sessionId, cursor }) {
    context.about('session', sessionId)
    await keepCursor(context, sessionId, cursor)
    return {}
  },
  async leaveRoom(context, { sessionId }) {
    context.about('session', sessionId)
    await leaveRoom(context, sessionId)
    return {}
  },
  async whereIWas({ db, actor }) {
    const sessionId = await whereIWas(db, actor)
    return sessionId === undefined ? {} : { sessionId }
  },
  async beginPart(context, { sessionId, kind, partyId }) {
    context.about('session', sessionId)
    return { id: await beginPart(context, sessionId, { kind, partyId }) }
  },
  async consent(context, { sessionId, attendeeId, partyIds }) {
    context.about('session', sessionId)
    await recordConsent(context, sessionId, attendeeId, partyIds)
    return {}
  },
  async leave(context, { sessionId, attendeeId }) {
    context.about('session', sessionId)
    await leaveTable(context, sessionId, attendeeId)
    return {}
  },
  async addFact(context, form) {
    const id = await addFact(context, form)
    context.about('fact', id)
    return { id }
  },
  async changeFact(context, change) {
    context.about('fact', change.id)
    return { revision: await changeFact(context, change) }
  },
  async removeFact(context, { id }) {
    context.about('fact', id)
    await removeFact(context, id)
    return {}
  },
  async answerFact(context, form) {
    context.about('fact', form.id)
    await answerFact(context, form)
    return {}
  },
  privateNotes: ({ db, wall, actor }, { caseId }) => readPrivateNotes(db, wall, actor, caseId),
  async savePrivateNotes(context, { caseId, text, revision }) {
    context.about('case', caseId)
    return savePrivateNotes(context, caseId, { text, revision })
  },
  async end(context, { sessionId, result, resultNote }) {
    await endSession(context, sessionId, result, resultNote)
    context.about('session', sessionId, { sha256: await minutesDigest(context.tx, sessionId) })
    return {}
  },
}
