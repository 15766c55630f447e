import type { Reader } from '../schema.ts'

/** The centre's own clauses, newest first. */
export async function listOwnClauses(db: Reader) {
  const rows = await db
    .selectFrom('own_clauses')
    .selectAll()
    .where('removed', '=', 0)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    typeCodes: JSON.parse(row.type_codes) as string[],
    kind: row.kind,
    text: row.text,
    note: row.note,
  }))
}
