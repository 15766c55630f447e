import { mayMediate } from '../domain/access/case-access.ts'
import type { CaseStatus } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { isAllDone, isAnyOpen } from '../domain/performance/obligation.ts'
import { isPending } from '../domain/strengthening/application.ts'
import { casesFallenOverdue, listObligations } from '../queries/obligations.ts'
import { listApplications } from '../queries/strengthenings.ts'
import type { Tx } from '../schema.ts'
import { calendarOf, applyEvent, type Happening } from './case-events.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { planVisits } from './visits.ts'

/** Its agreement is in force and waits to be performed. */
const followed: readonly CaseStatus[] = ['effective', 'overdue', 'confirming', 'confirmed']

/** Money also comes after a case was closed by hand or went to a court. */
const recordable: readonly CaseStatus[] = [...followed, 'performed', 'transferred', 'followUp']

/** @policy Until the papers are put in order what was paid may be recorded. */
export const takesPerformances = ({ status }: Pick<CaseRecord, 'status'>): boolean =>
  recordable.includes(status)

/** @throws DomainError obligations.notLive */
export function requireRecordable(row: Pick<CaseRecord, 'status'>) {
  if (!takesPerformances(row)) throw new DomainError('obligations.notLive', { status: row.status })
}

/**
 * An obligation that still counts, for whoever works on its case.
 * @throws DomainError obligations.notFound, dropped, notLive; cases.notYours
 */
export async function openObligation(happening: Happening, obligationId: string) {
  const { tx, actor, now } = happening
  const found = await tx
    .selectFrom('obligations')
    .select('case_id')
    .where('id', '=', obligationId)
    .executeTakeFirst()
  if (!found) throw new DomainError('obligations.notFound')
  const row = await getCase(tx, actor, found.case_id, mayMediate, 'cases.notYours')
  requireRecordable(row)
  const all = await listObligations(tx, row.id, localDateOf(now), calendarOf(happening))
  const obligation = all.find(({ id }) => id === obligationId)
  if (!obligation) throw new DomainError('obligations.notFound')
  if (obligation.dropped) throw new DomainError('obligations.dropped')
  return { row, all, obligation }
}

const statusOf = async ({ tx }: Happening, caseId: string): Promise<CaseStatus> =>
  (await tx.selectFrom('cases').select('status').where('id', '=', caseId).executeTakeFirstOrThrow())
    .status

/**
 * Brings the case in line with what was performed: all done closes it, late marks it, caught up unmarks it.
 * @returns whether this closed it
 */
export async function settleCase(happening: Happening, caseId: string): Promise<boolean> {
  const { tx, now } = happening
  const status = await statusOf(happening, caseId)
  const obligations = await listObligations(tx, caseId, localDateOf(now), calendarOf(happening))
  const row = { id: caseId, status }
  if (followed.includes(status) && isAllDone(obligations)) {
    await applyEvent(happening, row, { type: 'performFully', isAllDone: true, reason: '' })
    await planVisits(happening, caseId)
    return true
  }
  const isLate = obligations.some(({ state }) => state === 'late')
  if (status === 'effective' && isLate) await applyEvent(happening, row, { type: 'fallOverdue' })
  if (status === 'overdue' && obligations.length > 0 && !isLate)
    await applyEvent(happening, row, { type: 'catchUp' })
  await planVisits(happening, caseId)
  return false
}

const wayBack = {
  confirming: 'resumeConfirming',
  confirmed: 'resumeConfirmed',
} as const

const confirmations: readonly string[] = ['judicialConfirmation', 'arbitralReview', 'paymentOrder']

/** Where a case stood before it was closed; the office may have answered its application since then. */
async function stoodBefore(tx: Tx, caseId: string): Promise<CaseStatus | undefined> {
  const closing = await tx
    .selectFrom('case_events')
    .select('from_status')
    .where('case_id', '=', caseId)
    .where('to_status', '=', 'performed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const before = closing?.from_status ?? undefined
  if (before !== 'confirming') return before
  const made = (await listApplications(tx, caseId)).filter(({ route }) =>
    confirmations.includes(route),
  )
  if (made.length === 0 || made.some(({ state }) => isPending(state))) return before
  return made.some(({ state }) => state === 'granted') ? 'confirmed' : 'effective'
}

/** A case that its last payment had closed and that has something open again goes back to where it stood before. */
export async function reopenIfOpen(happening: Happening, caseId: string, reason: string) {
  const { tx, now } = happening
  if ((await statusOf(happening, caseId)) !== 'performed') return
  const obligations = await listObligations(tx, caseId, localDateOf(now), calendarOf(happening))
  if (!isAnyOpen(obligations)) return
  const before = await stoodBefore(tx, caseId)
  const type =
    before === 'confirming' || before === 'confirmed' ? wayBack[before] : 'undoPerformance'
  await applyEvent(happening, { id: caseId, status: 'performed' }, { type }, { reason })
}

/**
 * Marks the cases in force of which something fell due and was not done.
 * @returns how many
 */
export async function sweepOverdue(happening: Happening): Promise<number> {
  const fallen = await casesFallenOverdue(
    happening.tx,
    localDateOf(happening.now),
    calendarOf(happening),
  )
  for (const id of fallen)
    await applyEvent(happening, { id, status: 'effective' }, { type: 'fallOverdue' })
  return fallen.length
}
