import type { Reader } from '../schema.ts'

/** The case that a paper belongs to; undefined for an object of no case. */
export async function paperCase(
  db: Reader,
  { form, objectId }: { form: string; objectId: string },
): Promise<string | undefined> {
  if (form === 'f09') return caseOf(db, 'sessions', objectId)
  if (form === 'f10') return caseOf(db, 'agreements', objectId)
  const own = await db
    .selectFrom('cases')
    .select('id')
    .where('id', '=', objectId)
    .executeTakeFirst()
  if (own) return own.id
  const sheet = await db
    .selectFrom('sheets')
    .select('case_id')
    .where('form', '=', form)
    .where('object_id', '=', objectId)
    .executeTakeFirst()
  return sheet?.case_id ?? (form === 'f05' ? caseOf(db, 'parties', objectId) : undefined)
}

async function caseOf(db: Reader, table: 'sessions' | 'agreements' | 'parties', id: string) {
  const row = await db.selectFrom(table).select('case_id').where('id', '=', id).executeTakeFirst()
  return row?.case_id
}
