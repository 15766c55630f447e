import type { Reader } from '../schema.ts'

/** Newest first; `before` is the last seq of the page before. */
export async function listAudit(db: Reader, before: number | undefined, limit: number) {
  let rows = db
    .selectFrom('audit_log as a')
    .leftJoin('users as u', 'u.id', 'a.actor_id')
    .selectAll('a')
    .select('u.name as actor_name')
    .orderBy('a.seq', 'desc')
    .limit(limit)
  if (before !== undefined) rows = rows.where('a.seq', '<', before)
  return (await rows.execute()).map((row) => ({
    seq: row.seq,
    at: row.at,
    actorName: row.actor_name ?? row.actor_id,
    actorRole: row.actor_role,
    operation: row.operation,
    objectKind: row.object_kind,
    objectId: row.object_id,
    result: row.result,
  }))
}
