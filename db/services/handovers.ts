import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import type { Reason } from '../domain/reason.ts'
import { findOpenLoan } from '../queries/dossier-loans.ts'
import { type HandedOver, settledStatuses } from '../queries/handovers.ts'
import type { Reader, Row } from '../schema.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { StepRefused } from './step-refused.ts'

export type NewHandover = {
  fromId: string
  toId: string
  caseIds: readonly string[]
  reason: string
}

/**
 * Open cases of one mediator go to another, all or none.
 * @policy issue 4 §2; who left keeps what was signed: minutes and approved agreements bear the old name
 * @law 《人民调解工作若干规定》第二十五条 (B4): nobody mediates in a matter of his own
 * @throws DomainError dossiers.notTheirs; StepRefused cases.stepNotAllowed with each case that the new one may not have
 */
export async function handOver(happening: Happening, form: NewHandover): Promise<string> {
  const { tx, actor, now } = happening
  if (form.fromId === form.toId) throw new DomainError('cases.mediatorNotFound')
  const from = await mediatorOf(tx, form.fromId)
  const to = await mediatorOf(tx, form.toId)
  if (!from || to?.active !== 1) throw new DomainError('cases.mediatorNotFound')
  const rows = await casesOf(tx, form)
  const reasons = await conflicts(tx, rows, to.name)
  if (reasons.length > 0) throw new StepRefused('cases.stepNotAllowed', reasons)
  const id = uuid()
  const reason = form.reason.trim()
  await tx
    .insertInto('handovers')
    .values({
      id,
      from_id: form.fromId,
      to_id: form.toId,
      reason,
      made_by: actor.userId,
      made_at: now,
    })
    .execute()
  for (const [index, row] of rows.entries()) {
    await tx
      .insertInto('handover_cases')
      .values({ handover_id: id, case_id: row.id, position: index + 1 })
      .execute()
    await tx
      .updateTable('cases')
      .set({ mediator_id: form.toId, updated_at: now })
      .where('id', '=', row.id)
      .execute()
    await tx
      .updateTable('agreements')
      .set({ mediator_id: form.toId, updated_at: now })
      .where('case_id', '=', row.id)
      .where('status', 'in', ['draft', 'submitted', 'returned'])
      .execute()
    const borrower = (await findOpenLoan(tx, row.id))?.borrower
    const details: HandedOver = {
      handoverId: id,
      fromName: from.name,
      toName: to.name,
      reason,
      caseStatus: row.status,
      ...(borrower === undefined ? {} : { borrower }),
    }
    await recordEvent(happening, row.id, 'handedOver', details)
  }
  return id
}

const mediatorOf = (db: Reader, id: string) =>
  db
    .selectFrom('users')
    .select(['name', 'active'])
    .where('id', '=', id)
    .where('role', '=', 'mediator')
    .executeTakeFirst()

type HandedRow = Pick<Row<'cases'>, 'id' | 'case_number' | 'status'>

async function casesOf(db: Reader, form: NewHandover): Promise<HandedRow[]> {
  const wanted = new Set(form.caseIds)
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'case_number', 'status'])
    .where('mediator_id', '=', form.fromId)
    .where('status', 'not in', [...settledStatuses])
    .orderBy('case_number')
    .execute()
  const found = rows.filter(({ id }) => wanted.has(id))
  if (found.length < wanted.size) throw new DomainError('dossiers.notTheirs')
  return found
}

/** As when a case is assigned: the new mediator is none of its parties. */
async function conflicts(db: Reader, rows: readonly HandedRow[], name: string): Promise<Reason[]> {
  const namesakes = await db
    .selectFrom('parties')
    .select('case_id')
    .where('name', '=', name)
    .execute()
  return rows
    .filter(({ id }) => namesakes.some(({ case_id }) => case_id === id))
    .map(({ id, case_number }) => ({
      ruleId: 'B4',
      level: 'block',
      path: id,
      code: 'mediatorHasConflict',
      details: { caseNumber: case_number },
    }))
}
