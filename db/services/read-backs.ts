import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { mayMediate, mayReadContent, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { agreementItems } from '../domain/read-back/agreement-items.ts'
import {
  canonicalItems,
  isReadBackComplete,
  lastAnswers,
  type ReadBackItem,
} from '../domain/read-back/items.ts'
import { minutesItems } from '../domain/read-back/minutes-items.ts'
import { presentParties } from '../domain/session/consent.ts'
import { sessionResultWords } from '../domain/session/result.ts'
import { contentOf, findAgreementRow } from '../queries/agreements.ts'
import { listParties } from '../queries/parties.ts'
import { minutesRecord } from '../queries/minutes.ts'
import { listReadBackAnswers } from '../queries/read-backs.ts'
import { findSession, listAttendees } from '../queries/sessions.ts'
import type { Reader } from '../schema.ts'
import type { FrozenAgreement } from './agreements.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type EventDetails, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'
import type { FrozenMinutes } from './sessions.ts'

export type ReadBackPaper = 'minutes' | 'agreement'

/** What is read and to whom, as the record stands now. */
type ReadBackText = {
  caseId: string
  title: string
  items: ReadBackItem[]
  parties: { id: string; name: string; role: string }[]
  /** No longer in force: it can be looked at but not answered. */
  isOver: boolean
  /** What tells this text from others of the case on the time line. */
  details: EventDetails
}

type Source = { db: Reader; now: string }
type Asking = Source & { actor: Actor }

/** @throws DomainError readBacks.notFound */
function textOf(asking: Source, paper: ReadBackPaper, objectId: string): Promise<ReadBackText> {
  return paper === 'agreement' ? agreementText(asking, objectId) : minutesText(asking, objectId)
}

const named = ({ id, name, role }: { id: string; name: string; role: string }) => ({
  id,
  name,
  role,
})

async function agreementText({ db, now }: Source, agreementId: string): Promise<ReadBackText> {
  const row = await findAgreementRow(db, agreementId)
  if (!row) throw new DomainError('readBacks.notFound')
  const frozen = row.frozen === null ? undefined : (JSON.parse(row.frozen) as FrozenAgreement)
  const parties = frozen?.parties ?? (await listParties(db, row.case_id, localDateOf(now)))
  return {
    caseId: row.case_id,
    title: frozen?.caseTitle ?? row.title,
    items: agreementItems(frozen?.content ?? (await contentOf(db, row)), parties),
    parties: parties.map(named),
    isOver: row.status === 'superseded' || row.status === 'void',
    details: { version: row.version },
  }
}

async function minutesText({ db, now }: Source, sessionId: string): Promise<ReadBackText> {
  const session = await findSession(db, sessionId)
  if (!session) throw new DomainError('readBacks.notFound')
  const frozen = session.frozen === null ? undefined : (JSON.parse(session.frozen) as FrozenMinutes)
  const parties = frozen?.parties ?? (await listParties(db, session.caseId, localDateOf(now)))
  const present = presentParties(
    await listAttendees(db, sessionId),
    parties.map(({ id }) => id),
  )
  const { items } = await minutesRecord(db, sessionId)
  const result = session.result === undefined ? '' : sessionResultWords[session.result]
  return {
    caseId: session.caseId,
    title: frozen?.caseTitle ?? session.caseTitle,
    items: minutesItems(
      items.filter((item) => 'text' in item),
      [result, session.resultNote].filter((text) => text !== '').join('\n'),
    ),
    parties: parties.filter(({ id }) => present.includes(id)).map(named),
    isOver: false,
    details: { ordinal: session.ordinal },
  }
}

const digestOf = (paper: ReadBackPaper, items: readonly ReadBackItem[]) =>
  createHash('sha256').update(canonicalItems(paper, items)).digest('hex')

/** Everybody has said yes to every piece of the text as it now stands. */
export async function wasReadBack(source: Source, paper: ReadBackPaper, objectId: string) {
  const { items, parties } = await textOf(source, paper, objectId)
  const answers = await listReadBackAnswers(source.db, objectId, digestOf(paper, items))
  return isReadBackComplete(items, parties, answers)
}

/** The pieces, who is asked, and what they last said to this very text. */
export async function getReadBack(asking: Asking, paper: ReadBackPaper, objectId: string) {
  const text = await textOf(asking, paper, objectId)
  await getCase(asking.db, asking.actor, text.caseId, mayReadContent)
  const sha256 = digestOf(paper, text.items)
  const answers = await listReadBackAnswers(asking.db, objectId, sha256)
  const { caseId, title, items, parties } = text
  const complete = isReadBackComplete(items, parties, answers)
  return { caseId, title, sha256, items, parties, answers: lastAnswers(answers), complete }
}

export type NewReadBackAnswer = {
  paper: ReadBackPaper
  objectId: string
  sha256: string
  item: string
  partyId: string
  answer: 'yes' | 'no'
  words: string
}

/**
 * What a party said to a piece that was read to it. The time line tells once that everybody said yes to everything.
 * @throws DomainError readBacks.textChanged when another text was read than now stands there
 */
export async function answerReadBack(happening: Happening, given: NewReadBackAnswer) {
  const { tx, actor, now } = happening
  const { paper, objectId, sha256, item, partyId, answer } = given
  const text = await textOf({ db: tx, now }, paper, objectId)
  requireNotArchived(await getCase(tx, actor, text.caseId, mayMediate, 'cases.notYours'))
  if (text.isOver) throw new DomainError('readBacks.notInForce')
  if (digestOf(paper, text.items) !== sha256) throw new DomainError('readBacks.textChanged')
  if (!text.items.some(({ key }) => key === item)) throw new DomainError('readBacks.itemNotFound')
  if (!text.parties.some(({ id }) => id === partyId))
    throw new DomainError('readBacks.partyNotFound')
  await tx
    .insertInto('read_back_answers')
    .values({
      id: uuid(),
      case_id: text.caseId,
      paper,
      object_id: objectId,
      sha256,
      item,
      party_id: partyId,
      answer,
      words: given.words.trim(),
      at: now,
      recorded_by: actor.userId,
    })
    .execute()
  const answers = await listReadBackAnswers(tx, objectId, sha256)
  if (!isReadBackComplete(text.items, text.parties, answers)) return
  const details = { paper, ...text.details, sha256 }
  if (await isOnTimeline(happening, text.caseId, sha256)) return
  await recordEvent(happening, text.caseId, 'readBackComplete', details)
}

async function isOnTimeline({ tx }: Happening, caseId: string, sha256: string): Promise<boolean> {
  const events = await tx
    .selectFrom('case_events')
    .select('details')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'readBackComplete')
    .execute()
  return events.some(
    ({ details }) => (JSON.parse(details) as Partial<EventDetails>)['sha256'] === sha256,
  )
}
