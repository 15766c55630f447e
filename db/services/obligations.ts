import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { Clause } from '../domain/agreement/content.ts'
import { carryOver } from '../domain/performance/carry.ts'
import { isAnyOpen, type ObligationState } from '../domain/performance/obligation.ts'
import { listClauses } from '../queries/agreements.ts'
import { listObligations } from '../queries/obligations.ts'
import { listPerformances, type PerformanceRecord } from '../queries/performances.ts'
import type { Tx } from '../schema.ts'
import { calendarOf, recordEvent, type Happening } from './case-events.ts'
import { openObligation, reopenIfOpen, settleCase } from './performance-case.ts'
import { movePerformance, splitPerformance } from './performance-rows.ts'

/**
 * What a signed agreement obliges to, as records: each instalment, each act. Of a corrected one the obligations of the
 * earlier text are dropped, and what was paid counts under the new text; one that owes more opens the case again.
 */
export async function makeObligations(happening: Happening, agreementId: string) {
  const { tx, now } = happening
  const agreement = await tx
    .selectFrom('agreements')
    .select(['case_id'])
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  const caseId = agreement.case_id
  const clauses = await listClauses(tx, agreementId)
  // Also what an earlier correction dropped, as far as money still lies there that had no place.
  const paid = await performed(tx, caseId)
  const earlier = (
    await listObligations(tx, caseId, localDateOf(now), calendarOf(happening))
  ).filter(({ id, dropped }) => !dropped || paid.some(({ obligationId }) => obligationId === id))
  for (const [index, clause] of clauses.entries())
    await insertObligations(happening, { caseId, agreementId }, clause, index + 1)
  if (earlier.length > 0) await carry(happening, caseId, agreementId, earlier, clauses)
  if (!isAnyOpen(earlier)) await reopenIfOpen(happening, caseId, corrected)
  await settleCase(happening, caseId)
}

const corrected = '协议已经更正，按更正后的协议履行'

const performed = async (tx: Tx, caseId: string) =>
  (await listPerformances(tx, caseId)).filter(({ undone }) => !undone)

type Of = { caseId: string; agreementId: string }

async function insertObligations(
  { tx, now }: Happening,
  { caseId, agreementId }: Of,
  clause: Clause,
  clauseNumber: number,
) {
  const common = {
    case_id: caseId,
    agreement_id: agreementId,
    clause_id: clause.id,
    clause_number: clauseNumber,
    text: clause.text,
    dropped_at: null,
    dropped_reason: '',
    created_at: now,
  }
  const { payment } = clause
  for (const [index, instalment] of (payment?.instalments ?? []).entries())
    await tx
      .insertInto('obligations')
      .values({
        ...common,
        id: uuid(),
        instalment: index + 1,
        kind: 'payment',
        debtor_id: payment?.payerId || null,
        creditor_id: payment?.payeeId || null,
        due_on: instalment.dueOn,
        amount_fen: instalment.amountFen,
        method: instalment.method ?? payment?.method ?? '',
        account: payment?.account ?? '',
      })
      .execute()
  if (clause.kind === 'act' || clause.kind === 'apology')
    await tx
      .insertInto('obligations')
      .values({
        ...common,
        id: uuid(),
        instalment: null,
        kind: 'act',
        debtor_id: null,
        creditor_id: null,
        due_on: null,
        amount_fen: null,
        method: '',
        account: '',
      })
      .execute()
}

async function carry(
  happening: Happening,
  caseId: string,
  agreementId: string,
  earlier: readonly ObligationState[],
  after: readonly Clause[],
) {
  const { tx, now } = happening
  const today = localDateOf(now)
  const made = (await listObligations(tx, caseId, today, calendarOf(happening))).filter(
    (one) => one.agreementId === agreementId,
  )
  const before: Clause[] = []
  for (const id of new Set(earlier.map((one) => one.agreementId)))
    before.push(...(await listClauses(tx, id)))
  const counted = await performed(tx, caseId)
  const carried = carryOver({ before, after }, earlier, made, counted.map(carriedOf))
  for (const { performanceId, parts, restFen } of carried) {
    const performance = counted.find(({ id }) => id === performanceId)
    const [only, ...more] = parts
    if (!performance || !only) continue
    if (more.length === 0 && restFen === 0)
      await movePerformance(happening, performanceId, only.obligationId)
    else
      await splitPerformance(happening, caseId, performance, [
        ...parts,
        ...(restFen > 0 ? [{ obligationId: performance.obligationId, amountFen: restFen }] : []),
      ])
  }
  const dropped = earlier.filter((one) => !one.dropped)
  for (const { id } of dropped)
    await tx
      .updateTable('obligations')
      .set({ dropped_at: now, dropped_reason: corrected })
      .where('id', '=', id)
      .execute()
  await recordEvent(happening, caseId, 'obligationsCorrected', {
    dropped: dropped.length,
    carried: carried.filter(({ parts }) => parts.length > 0).length,
  })
}

const carriedOf = ({ id, obligationId, amountFen }: PerformanceRecord) => ({
  id,
  obligationId,
  amountFen,
})

/** @policy The day of a payment is what both sides signed; only an act that has none gets one. */
export async function setDue(
  happening: Happening,
  obligationId: string,
  dueOn: LocalDate | undefined,
): Promise<string> {
  const { row, obligation } = await openObligation(happening, obligationId)
  if (obligation.kind === 'payment') throw new DomainError('obligations.dueFixed')
  await happening.tx
    .updateTable('obligations')
    .set({ due_on: dueOn ?? null })
    .where('id', '=', obligationId)
    .execute()
  await recordEvent(happening, row.id, 'obligationDueSet', {
    title: obligation.title,
    ...(dueOn ? { dueOn } : {}),
  })
  await settleCase(happening, row.id)
  return row.id
}
