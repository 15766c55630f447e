import type { Actor, CaseAccess } from '../domain/access/case-access.ts'
import { DomainError, type ErrorCode } from '../domain/errors.ts'
import type { Reader, Row } from '../schema.ts'

export type CaseRecord = Row<'cases'>

export const accessOf = (
  row: Pick<CaseRecord, 'status' | 'created_by' | 'mediator_id'>,
): CaseAccess => ({
  status: row.status,
  createdBy: row.created_by,
  mediatorId: row.mediator_id ?? undefined,
})

type May = (actor: Actor, access: CaseAccess) => boolean

/** The case, if this actor may do with it what is asked; else a refusal that does not tell whether it exists. */
export async function getCase(
  db: Reader,
  actor: Actor,
  caseId: string,
  may: May,
  code: ErrorCode = 'cases.notReadable',
): Promise<CaseRecord> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (!row) throw new DomainError('cases.notFound')
  if (!may(actor, accessOf(row))) throw new DomainError(code)
  return row
}
