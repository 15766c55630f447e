import { mayMediate } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Row, Tx } from '../schema.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import type { Happening } from './case-events.ts'

export type OpenSession = { session: Row<'sessions'>; row: CaseRecord }

/** The open session and its case, if this actor leads it. */
export async function getOpenSession(
  { tx, actor }: Happening,
  sessionId: string,
): Promise<OpenSession> {
  const session = await tx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst()
  if (!session) throw new DomainError('sessions.notFound')
  const row = await getCase(tx, actor, session.case_id, mayMediate, 'cases.notYours')
  if (session.status === 'ended') throw new DomainError('sessions.alreadyEnded')
  return { session, row }
}

/** @law 《人民调解工作若干规定》第三十条 (C1): nothing is recorded before rights were told */
export function requireRightsTold({ rights_told_at: toldAt }: Row<'sessions'>) {
  if (toldAt === null) throw new DomainError('sessions.rightsNotTold')
}

/** Parties of a case in their order. */
export async function partyIdsOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('parties')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map(({ id }) => id)
}

/** @throws DomainError parties.notFound when one of them is no party of the case */
export async function requireParties(tx: Tx, caseId: string, partyIds: readonly string[]) {
  const known = new Set(await partyIdsOf(tx, caseId))
  if (partyIds.some((id) => !known.has(id))) throw new DomainError('parties.notFound')
}
