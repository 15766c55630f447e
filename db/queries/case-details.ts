import { sql, type SqlBool } from 'kysely'
import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

type Detail = string | number | boolean

export async function listEvents(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('case_events as e')
    .innerJoin('users as u', 'u.id', 'e.actor_id')
    .selectAll('e')
    .select('u.name as actor_name')
    .where('e.case_id', '=', caseId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    kind: row.kind,
    ...optional({ fromStatus: row.from_status, toStatus: row.to_status }),
    details: JSON.parse(row.details) as Record<string, Detail>,
  }))
}

/** Lines that `goesIntoMinutes` lets through: neither removed, nor blank, nor a concession (C15). */
const isInMinutes = sql<SqlBool>`e.removed = 0 AND e.mark IS NOT 'concession'
  AND trim(e.text, char(9, 10, 11, 12, 13, 32, 160, 12288, 65279)) <> ''`

export async function listSessionSummaries(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.mediator_id')
    .leftJoin('entries as e', (join) => join.onRef('e.session_id', '=', 's.id').on(isInMinutes))
    .where('s.case_id', '=', caseId)
    .selectAll('s')
    .select((expression) => [
      'u.name as mediator_name',
      expression.fn.count<number>('e.id').as('lines'),
    ])
    .groupBy('s.id')
    .orderBy('s.ordinal', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    status: row.status,
    mediatorName: row.mediator_name,
    startedAt: row.started_at,
    ...optional({ endedAt: row.ended_at, result: row.result }),
    entryCount: Number(row.lines),
  }))
}

export async function listAttachments(
  db: Reader,
  by: { caseId: string } | { agreementId: string },
) {
  let rows = db
    .selectFrom('attachments as a')
    .innerJoin('users as u', 'u.id', 'a.added_by')
    .selectAll('a')
    .select('u.name as added_by_name')
    .orderBy('a.added_at', 'desc')
  rows =
    'caseId' in by
      ? rows.where('a.case_id', '=', by.caseId)
      : rows.where('a.agreement_id', '=', by.agreementId)
  return (await rows.execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    ...optional({ agreementId: row.agreement_id }),
    addedByName: row.added_by_name,
    addedAt: row.added_at,
  }))
}

/** Who talked about what in all sessions: lines marked as key points, oldest first. */
export async function listKeyPoints(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('sessions as s', 's.id', 'e.session_id')
    .innerJoin('attendees as a', 'a.id', 'e.attendee_id')
    .where('s.case_id', '=', caseId)
    .where(isInMinutes)
    .where('e.is_key_point', '=', 1)
    .select(['a.name', 'e.text'])
    .orderBy('s.ordinal')
    .orderBy('e.position')
    .execute()
  return rows.map((row) => ({ speaker: row.name, text: row.text }))
}

/** When rights and duties were first told in this case, and by whom. */
export async function firstTelling(db: Reader, caseId: string) {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.mediator_id')
    .select(['s.rights_told_at', 'u.name'])
    .where('s.case_id', '=', caseId)
    .where('s.rights_told_at', 'is not', null)
    .orderBy('s.ordinal')
    .executeTakeFirst()
  return row?.rights_told_at ? { toldAt: row.rights_told_at, mediatorName: row.name } : undefined
}
