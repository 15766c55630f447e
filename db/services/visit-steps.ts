import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import type { CaseStatus } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { Risk } from '../domain/visits/settings.ts'
import { findVisit, listVisits, type VisitAnswers, type VisitRecord } from '../queries/visits.ts'
import type { Tx } from '../schema.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'
import { keepRecordSheet } from './sheets.ts'
import { planVisits, unasked } from './visits.ts'

export type MadeVisit = VisitAnswers & { doneAt: string }

/** Its matter has come to an end: the first visit begins the follow-up. */
const ended: readonly CaseStatus[] = ['performed', 'failed', 'transferred', 'withdrawn']

async function openCase({ tx, actor }: Happening, caseId: string): Promise<CaseRecord> {
  const row = await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  requireNotArchived(row)
  return row
}

/** @throws DomainError visits.notFound, alreadyDone, changedElsewhere; cases.notYours */
async function openVisit(happening: Happening, id: string, revision?: number) {
  const visit = await findVisit(happening.tx, id)
  if (!visit) throw new DomainError('visits.notFound')
  const row = await openCase(happening, visit.caseId)
  return { row, visit: requirePlanned(visit, revision) }
}

function requirePlanned(visit: VisitRecord, revision: number | undefined): VisitRecord {
  if (visit.state === 'done') throw new DomainError('visits.alreadyDone')
  const isOlder = revision !== undefined && visit.revision !== revision
  if (visit.state !== 'planned' || isOlder) throw new DomainError('visits.changedElsewhere')
  return visit
}

function requireAhead({ now }: Happening, day: LocalDate) {
  if (day < localDateOf(now)) throw new DomainError('visits.past', { day })
}

type NewVisit = { id: string; caseId: string; plannedOn: LocalDate }

async function insertByHand({ tx, actor, now }: Happening, { id, caseId, plannedOn }: NewVisit) {
  await tx
    .insertInto('visits')
    .values({
      ...unasked,
      id,
      case_id: caseId,
      planned_on: plannedOn,
      cause: 'byHand',
      obligation_id: null,
      state: 'planned',
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/**
 * Asked twice for a day it is one visit.
 * @throws DomainError visits.past, over
 */
export async function planByHand(
  happening: Happening,
  caseId: string,
  plannedOn: LocalDate,
): Promise<string> {
  const row = await openCase(happening, caseId)
  if (row.status === 'toArchive') throw new DomainError('visits.over')
  requireAhead(happening, plannedOn)
  const known = (await listVisits(happening.tx, caseId)).find(
    (visit) =>
      visit.state === 'planned' && visit.cause === 'byHand' && visit.plannedOn === plannedOn,
  )
  if (known) return known.id
  const id = uuid()
  await insertByHand(happening, { id, caseId, plannedOn })
  await recordEvent(happening, caseId, 'visitPlanned', { visitId: id, plannedOn })
  // Where the day is taken now, what the plan had for it has to make room.
  await planVisits(happening, caseId)
  return id
}

/** To a day that somebody chose: the plan leaves it there. @throws DomainError visits.past */
export async function moveVisit(
  happening: Happening,
  id: string,
  revision: number,
  plannedOn: LocalDate,
): Promise<number> {
  const { visit } = await openVisit(happening, id, revision)
  requireAhead(happening, plannedOn)
  await happening.tx
    .updateTable('visits')
    .set({ planned_on: plannedOn, revision: revision + 1, updated_at: happening.now })
    .where('id', '=', id)
    .execute()
  const details = { visitId: id, movedFrom: visit.plannedOn, plannedOn }
  await recordEvent(happening, visit.caseId, 'visitMoved', details)
  await planVisits(happening, visit.caseId)
  return revision + 1
}

/** @policy I2: nobody is visited against his will, but the reason is written down */
export async function skipVisit(
  happening: Happening,
  id: string,
  revision: number,
  reason: string,
) {
  const { visit } = await openVisit(happening, id, revision)
  const words = reason.trim()
  await happening.tx
    .updateTable('visits')
    .set({
      state: 'skipped',
      skipped_reason: words,
      revision: revision + 1,
      updated_at: happening.now,
    })
    .where('id', '=', id)
    .execute()
  await recordEvent(happening, visit.caseId, 'visitSkipped', { visitId: id, reason: words })
  await planVisits(happening, visit.caseId)
}

/**
 * Writes down a visit that was made, with its paper. After the end of the matter the first one begins the follow-up.
 * @law 《人民调解法》第三十一条 (I1)
 * @throws DomainError visits.notYet, notFound, alreadyDone, changedElsewhere; parties.notFound
 */
export async function recordVisit(
  happening: Happening,
  caseId: string,
  planned: { id: string; revision: number } | undefined,
  made: MadeVisit,
): Promise<{ id: string; revision: number }> {
  const { tx, now } = happening
  const row = await openCase(happening, caseId)
  if (made.doneAt > now) throw new DomainError('visits.notYet')
  if (made.partyId !== undefined) await requireParty(tx, caseId, made.partyId)
  const id = planned?.id ?? uuid()
  if (planned) {
    const { visit } = await openVisit(happening, id, planned.revision)
    if (visit.caseId !== caseId) throw new DomainError('visits.notFound')
  } else await insertByHand(happening, { id, caseId, plannedOn: localDateOf(made.doneAt) })
  const revision = (planned?.revision ?? 0) + 1
  await tx
    .updateTable('visits')
    .set({
      state: 'done',
      done_at: made.doneAt,
      manner: made.manner,
      party_id: made.partyId ?? null,
      visited_name: made.visitedName.trim(),
      visitor_name: made.visitorName.trim(),
      performance: made.performance.trim(),
      satisfaction: made.satisfaction,
      later_suit: made.laterSuit.trim(),
      mistakes: made.mistakes.trim(),
      recurrence: made.recurrence,
      recurrence_words: made.recurrenceWords.trim(),
      measures: made.measures.trim(),
      revision,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
  await keepRecordSheet(happening, caseId, 'f13', id)
  await recordEvent(happening, caseId, 'visitMade', {
    visitId: id,
    visitedName: made.visitedName.trim(),
    satisfaction: made.satisfaction,
    recurrence: made.recurrence,
  })
  if (ended.includes(row.status)) await applyEvent(happening, row, { type: 'startFollowUp' })
  await planVisits(happening, caseId)
  return { id, revision }
}

async function requireParty(tx: Tx, caseId: string, partyId: string) {
  const party = await tx
    .selectFrom('parties')
    .select('id')
    .where('id', '=', partyId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!party) throw new DomainError('parties.notFound')
}

/** As somebody who knows the people sees it; the plan follows. */
export async function setRisk(happening: Happening, caseId: string, risk: Risk, words: string) {
  const { tx, actor, now } = happening
  await openCase(happening, caseId)
  const set = { risk, words: words.trim(), set_by: actor.userId, set_at: now }
  await tx
    .insertInto('case_risks')
    .values({ case_id: caseId, ...set })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(set))
    .execute()
  await recordEvent(happening, caseId, 'riskSet', { risk, words: set.words })
  await planVisits(happening, caseId)
}
