import { v7 as uuid } from 'uuid'
import { checkLibraryClause } from '../domain/agreement/library/check-clause.ts'
import type { ClauseKind } from '../domain/agreement/content.ts'
import { DomainError } from '../domain/errors.ts'
import { isBlocked } from '../domain/reason.ts'
import type { Happening } from './case-events.ts'
import { StepRefused } from './step-refused.ts'

export type OwnClause = {
  title: string
  typeCodes: string[]
  kind: ClauseKind
  text: string
  note: string
}

/** @throws StepRefused clauses.invalid with every fault of the wording */
function columnsOf(clause: OwnClause) {
  const faults = checkLibraryClause(clause)
  if (isBlocked(faults)) throw new StepRefused('clauses.invalid', faults)
  return {
    title: clause.title.trim(),
    type_codes: JSON.stringify(clause.typeCodes),
    kind: clause.kind,
    text: clause.text.trim(),
    note: clause.note.trim(),
  }
}

/** Wording of the centre's own, offered to everybody who writes agreements. */
export async function addOwnClause({ tx, actor, now }: Happening, clause: OwnClause) {
  const id = uuid()
  await tx
    .insertInto('own_clauses')
    .values({
      id,
      ...columnsOf(clause),
      removed: 0,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}

export async function changeOwnClause({ tx, now }: Happening, id: string, clause: OwnClause) {
  const changed = await tx
    .updateTable('own_clauses')
    .set({ ...columnsOf(clause), updated_at: now })
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new DomainError('clauses.notFound')
}

/** It is offered no more; agreements that took it keep their text. */
export async function removeOwnClause({ tx, now }: Happening, id: string) {
  const removed = await tx
    .updateTable('own_clauses')
    .set({ removed: 1, updated_at: now })
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new DomainError('clauses.notFound')
}
