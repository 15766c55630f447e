import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { listFacts } from '../queries/undisputed-facts.ts'
import type { Row, Tx } from '../schema.ts'
import { getCase } from './case-access.ts'
import type { Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'
import { requireParties } from './open-session.ts'

export type NewFact = {
  caseId: string
  sessionId?: string | undefined
  entryId?: string | undefined
  text: string
}

/**
 * A fact that nobody disputes, typed or taken from a line of the shared record; the same line and words asked for
 * twice are one fact. A concession is never one.
 * @law 《民事诉讼法解释》第一百零七条 (C15)
 */
export async function addFact(happening: Happening, form: NewFact): Promise<string> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, form.caseId, mayMediate, 'cases.notYours')
  requireNotArchived(row)
  const text = form.text.trim()
  const source = await sourceOf(tx, row.id, form)
  if (source.entryId !== null) {
    const facts = await listFacts(tx, row.id)
    const same = facts.find((fact) => fact.entryId === source.entryId && fact.text === text)
    if (same) return same.id
  }
  const last = await tx
    .selectFrom('undisputed_facts')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('case_id', '=', row.id)
    .executeTakeFirst()
  const id = uuid()
  await tx
    .insertInto('undisputed_facts')
    .values({
      id,
      case_id: row.id,
      session_id: source.sessionId,
      entry_id: source.entryId,
      position: (last?.position ?? 0) + 1,
      text,
      removed: 0,
      revision: 1,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}

type Source = { sessionId: string | null; entryId: string | null }

async function sourceOf(tx: Tx, caseId: string, form: NewFact): Promise<Source> {
  if (form.sessionId !== undefined) {
    const session = await tx
      .selectFrom('sessions')
      .select('id')
      .where('id', '=', form.sessionId)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    if (!session) throw new DomainError('sessions.notFound')
  }
  if (form.entryId === undefined) return { sessionId: form.sessionId ?? null, entryId: null }
  const entry = await tx
    .selectFrom('entries as e')
    .innerJoin('sessions as s', 's.id', 'e.session_id')
    .select(['e.session_id', 'e.mark'])
    .where('e.id', '=', form.entryId)
    .where('e.removed', '=', 0)
    .where('s.case_id', '=', caseId)
    .executeTakeFirst()
  if (!entry || (form.sessionId !== undefined && form.sessionId !== entry.session_id))
    throw new DomainError('sessions.entryNotFound')
  if (entry.mark === 'concession') throw new DomainError('sessions.concessionNoFact')
  return { sessionId: entry.session_id, entryId: form.entryId }
}

async function getFact({ tx, actor }: Happening, factId: string): Promise<Row<'undisputed_facts'>> {
  const fact = await tx
    .selectFrom('undisputed_facts')
    .selectAll()
    .where('id', '=', factId)
    .executeTakeFirst()
  if (!fact) throw new DomainError('sessions.factNotFound')
  requireNotArchived(await getCase(tx, actor, fact.case_id, mayMediate, 'cases.notYours'))
  if (fact.removed === 1) throw new DomainError('sessions.factNotFound')
  return fact
}

/** Another wording; answers to the former one no longer count. The same words again change nothing. */
export async function changeFact(
  happening: Happening,
  change: { id: string; revision: number; text: string },
): Promise<number> {
  const fact = await getFact(happening, change.id)
  const text = change.text.trim()
  if (fact.text === text) return fact.revision
  if (fact.revision !== change.revision) throw new DomainError('sessions.changedElsewhere')
  const revision = fact.revision + 1
  await happening.tx
    .updateTable('undisputed_facts')
    .set({ text, revision, updated_at: happening.now })
    .where('id', '=', fact.id)
    .execute()
  return revision
}

export async function removeFact(happening: Happening, factId: string) {
  const fact = await getFact(happening, factId)
  await happening.tx
    .updateTable('undisputed_facts')
    .set({ removed: 1, updated_at: happening.now })
    .where('id', '=', fact.id)
    .execute()
}

/** What a party says to this very wording; the last answer counts and every one is kept. */
export async function answerFact(
  happening: Happening,
  form: { id: string; revision: number; partyId: string; answer: 'yes' | 'no' },
) {
  const { tx, actor, now } = happening
  const fact = await getFact(happening, form.id)
  if (fact.revision !== form.revision) throw new DomainError('sessions.changedElsewhere')
  await requireParties(tx, fact.case_id, [form.partyId])
  await tx
    .insertInto('undisputed_fact_answers')
    .values({
      id: uuid(),
      fact_id: fact.id,
      revision: fact.revision,
      party_id: form.partyId,
      answer: form.answer,
      at: now,
      recorded_by: actor.userId,
    })
    .execute()
}
