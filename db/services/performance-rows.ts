import { v7 as uuid } from 'uuid'
import type { LocalDate } from '../domain/local-date.ts'
import type { Fen } from '../domain/money.ts'
import type { PerformanceRecord } from '../queries/performances.ts'
import type { Happening } from './case-events.ts'

type Row = {
  caseId: string
  obligationId: string
  amountFen: Fen | undefined
  doneOn: LocalDate
  method: string
  note: string
}

export async function insertPerformance({ tx, actor, now }: Happening, row: Row): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('performances')
    .values({
      id,
      case_id: row.caseId,
      obligation_id: row.obligationId,
      done_on: row.doneOn,
      amount_fen: row.amountFen ?? null,
      method: row.method.trim(),
      note: row.note.trim(),
      recorded_by: actor.userId,
      recorded_at: now,
      undone_at: null,
      undone_by: null,
      undone_reason: '',
    })
    .execute()
  return id
}

/** Stays to be read and counts no more. */
export const markUndone = ({ tx, actor, now }: Happening, id: string, reason: string) =>
  tx
    .updateTable('performances')
    .set({ undone_at: now, undone_by: actor.userId, undone_reason: reason.trim() })
    .where('id', '=', id)
    .execute()

/** The form under which proofs lie in the volume: nothing is printed, it is made of its scans alone. */
export const slip = 'f12-slip'

/** Proofs belong to what they prove, and so do their pages that lie nowhere yet: they are bound with the volume. */
export async function addProofs(
  { tx, actor, now }: Happening,
  caseId: string,
  performanceId: string,
  attachmentIds: readonly string[],
) {
  for (const attachmentId of new Set(attachmentIds))
    await tx
      .insertInto('performance_proofs')
      .values({ performance_id: performanceId, attachment_id: attachmentId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const last = await tx
    .selectFrom('scan_pages')
    .select((expression) => expression.fn.max('page').as('page'))
    .where('form', '=', slip)
    .where('object_id', '=', performanceId)
    .executeTakeFirst()
  let page = last?.page ?? 0
  for (const attachmentId of new Set(attachmentIds)) {
    const unplaced = await tx
      .selectFrom('scan_pages')
      .select(['id', 'state'])
      .where('attachment_id', '=', attachmentId)
      .where('case_id', '=', caseId)
      .where('state', 'in', ['loose', 'setAside'])
      .orderBy('file_page')
      .orderBy('id')
      .execute()
    const loose = unplaced.filter(({ state }) => state === 'loose')
    // A pale slip may look like an empty page; somebody says that it proves something, so it is none.
    for (const { id } of loose.length > 0 ? loose : unplaced) {
      page += 1
      await tx
        .updateTable('scan_pages')
        .set({
          state: 'placed',
          form: slip,
          object_id: performanceId,
          page,
          version: null,
          read_by: 'hand',
          placed_by: actor.userId,
          placed_at: now,
        })
        .where('id', '=', id)
        .execute()
    }
  }
}

/** Counts under the corrected text from now on. */
export async function movePerformance({ tx }: Happening, id: string, obligationId: string) {
  await tx
    .updateTable('performances')
    .set({ obligation_id: obligationId })
    .where('id', '=', id)
    .execute()
}

/** One payment that counts at several places of the corrected text: its record stays, its parts count. */
export async function splitPerformance(
  happening: Happening,
  caseId: string,
  performance: PerformanceRecord,
  parts: readonly { obligationId: string; amountFen?: Fen }[],
) {
  await markUndone(happening, performance.id, '协议更正后转记到新的各期')
  const ids: string[] = []
  for (const { obligationId, amountFen } of parts) {
    const { doneOn, method, note } = performance
    const id = await insertPerformance(happening, {
      caseId,
      obligationId,
      amountFen,
      doneOn,
      method,
      note,
    })
    for (const { attachmentId } of performance.proofs)
      await happening.tx
        .insertInto('performance_proofs')
        .values({ performance_id: id, attachment_id: attachmentId })
        .execute()
    ids.push(id)
  }
  // Its slip stays in the volume, with the first part.
  const [first] = ids
  if (first)
    await happening.tx
      .updateTable('scan_pages')
      .set({ object_id: first })
      .where('form', '=', slip)
      .where('object_id', '=', performance.id)
      .execute()
}
