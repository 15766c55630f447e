import { mayMediate } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { paymentMethodLabel } from '../domain/agreement/content.ts'
import { localDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { Fen } from '../domain/money.ts'
import { allocate, inPaymentOrder } from '../domain/performance/allocate.ts'
import { isAllDone, totalsOf } from '../domain/performance/obligation.ts'
import { listObligations } from '../queries/obligations.ts'
import { getCase } from './case-access.ts'
import { calendarOf, recordEvent, type Happening } from './case-events.ts'
import { openObligation, requireRecordable, reopenIfOpen, settleCase } from './performance-case.ts'
import { addProofs, insertPerformance, markUndone, slip } from './performance-rows.ts'
import { keepRecordSheet } from './sheets.ts'

export type NewPerformance = {
  obligationId: string
  doneOn: LocalDate
  amountFen?: Fen | undefined
  /** As the screen shows it. */
  paidFen?: Fen | undefined
  method: string
  note: string
  proofIds: readonly string[]
  spread: boolean
}

/**
 * What was paid or done. Never more than is owed: what exceeds the chosen instalment goes on to the next ones of the
 * same debtor and creditor when that is wished, else it is refused.
 * @throws DomainError obligations.recordedElsewhere, amountRequired, tooMuch, notYetDone, beforeEffective, proofNotFound
 */
export async function recordPerformance(happening: Happening, wish: NewPerformance) {
  const { tx, now } = happening
  const { row, all, obligation } = await openObligation(happening, wish.obligationId)
  const today = localDateOf(now)
  const isStale = wish.paidFen !== undefined && wish.paidFen !== obligation.paidFen
  if (isStale || (obligation.kind === 'act' && obligation.state === 'done'))
    throw new DomainError('obligations.recordedElsewhere')
  if (wish.doneOn > today) throw new DomainError('obligations.notYetDone')
  await requireEffective(happening, row.id, obligation.agreementId, wish.doneOn)
  await requireProofs(happening, row.id, wish.proofIds)
  const common = { caseId: row.id, doneOn: wish.doneOn, method: wish.method, note: wish.note }
  const parts = partsOf(wish, obligation, all)
  const ids: string[] = []
  for (const part of parts) {
    const id = await insertPerformance(happening, { ...common, ...part })
    await addProofs(happening, row.id, id, wish.proofIds)
    if (obligation.kind === 'payment' && isCash(wish.method))
      await keepRecordSheet(happening, row.id, 'f12', id)
    ids.push(id)
  }
  const paidFen = parts.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
  await recordEvent(happening, row.id, 'performanceRecorded', {
    title: obligation.title,
    doneOn: wish.doneOn,
    ...(obligation.kind === 'payment' ? { amountFen: paidFen } : {}),
    ...(parts.length > 1 ? { parts: parts.length } : {}),
  })
  const closed = await settleCase(happening, row.id)
  const { leftFen } = totalsOf(await listObligations(tx, row.id, today, calendarOf(happening)))
  return { performanceIds: ids, leftFen, closed, caseId: row.id }
}

/** @policy Of cash a receipt is the only proof, so the volume asks for one; a transfer has its slip. */
const isCash = (method: string) => paymentMethodLabel(method) === '现金'

type Found = Awaited<ReturnType<typeof openObligation>>

function partsOf(
  { amountFen, spread }: NewPerformance,
  obligation: Found['obligation'],
  all: Found['all'],
): { obligationId: string; amountFen: Fen | undefined }[] {
  if (obligation.kind === 'act') return [{ obligationId: obligation.id, amountFen: undefined }]
  if (amountFen === undefined || amountFen === 0)
    throw new DomainError('obligations.amountRequired')
  const payments = all.filter(({ kind, dropped }) => kind === 'payment' && !dropped)
  const order = spread ? inPaymentOrder(obligation, payments) : [obligation]
  const { parts, overFen } = allocate(amountFen, order)
  if (overFen > 0)
    throw new DomainError('obligations.tooMuch', { leftFen: amountFen - overFen, overFen })
  return parts.map(({ id, amountFen: part }) => ({ obligationId: id, amountFen: part }))
}

async function requireEffective(
  { tx }: Happening,
  caseId: string,
  agreementId: string,
  doneOn: LocalDate,
) {
  const rows = await tx
    .selectFrom('agreements')
    .select(['id', 'effective_on'])
    .where('case_id', '=', caseId)
    .where('effective_on', 'is not', null)
    .execute()
  if (!rows.some(({ id }) => id === agreementId)) throw new DomainError('obligations.notInForce')
  // Under a corrected text money may also have come while the first one was in force.
  const [first] = rows.map(({ effective_on }) => effective_on ?? '').toSorted()
  if (first && doneOn < localDate(first))
    throw new DomainError('obligations.beforeEffective', { effectiveOn: first })
}

async function requireProofs({ tx }: Happening, caseId: string, proofIds: readonly string[]) {
  for (const id of proofIds) {
    const found = await tx
      .selectFrom('attachments')
      .select('id')
      .where('id', '=', id)
      .where('case_id', '=', caseId)
      .executeTakeFirst()
    if (!found) throw new DomainError('obligations.proofNotFound')
  }
}

/** The performance with its case, for whoever works on it. */
async function findPerformance({ tx, actor }: Happening, performanceId: string) {
  const found = await tx
    .selectFrom('performances')
    .selectAll()
    .where('id', '=', performanceId)
    .executeTakeFirst()
  if (!found) throw new DomainError('obligations.notFound')
  const row = await getCase(tx, actor, found.case_id, mayMediate, 'cases.notYours')
  if (found.undone_at !== null) throw new DomainError('obligations.alreadyUndone')
  return { found, row }
}

/** @returns the case */
export async function addPerformanceProofs(
  happening: Happening,
  performanceId: string,
  attachmentIds: readonly string[],
): Promise<string> {
  const { row } = await findPerformance(happening, performanceId)
  requireRecordable(row)
  await requireProofs(happening, row.id, attachmentIds)
  await addProofs(happening, row.id, performanceId, attachmentIds)
  await recordEvent(happening, row.id, 'performanceProofsAdded', { count: attachmentIds.length })
  return row.id
}

/**
 * Recorded by mistake: it stays to be read and counts no more. A case that it had closed is open again, unless it was
 * already visited. @returns the case
 */
export async function undoPerformance(
  happening: Happening,
  performanceId: string,
  reason: string,
): Promise<string> {
  const { tx, now } = happening
  const { found, row } = await findPerformance(happening, performanceId)
  requireRecordable(row)
  if (row.status === 'followUp')
    throw new DomainError('obligations.notLive', { status: row.status })
  const today = localDateOf(now)
  const before = await listObligations(tx, row.id, today, calendarOf(happening))
  await markUndone(happening, performanceId, reason)
  await tx
    .updateTable('scan_pages')
    .set({ state: 'loose', form: null, object_id: null, page: null, version: null, read_by: null })
    .where('form', '=', slip)
    .where('object_id', '=', performanceId)
    .execute()
  await tx
    .updateTable('sheets')
    .set({ removed: 1, updated_at: now })
    .where('form', '=', 'f12')
    .where('object_id', '=', performanceId)
    .execute()
  await recordEvent(happening, row.id, 'performanceUndone', {
    title: before.find(({ id }) => id === found.obligation_id)?.title ?? '',
    ...(found.amount_fen === null ? {} : { amountFen: found.amount_fen }),
    reason: reason.trim(),
  })
  if (isAllDone(before)) await reopenIfOpen(happening, row.id, reason.trim())
  await settleCase(happening, row.id)
  return row.id
}
