import type { KnownOffice } from '../domain/strengthening/offices.ts'
import type { Reader, Row } from '../schema.ts'

export type OfficeRecord = KnownOffice & {
  address: string
  phone: string
  note: string
  revision: number
}

const recordOf = (row: Row<'offices'>): OfficeRecord => ({
  id: row.id,
  kind: row.kind,
  level: row.level,
  name: row.name,
  areas: JSON.parse(row.areas) as string[],
  address: row.address,
  phone: row.phone,
  note: row.note,
  invitesUs: row.invites_us === 1,
  revision: row.revision,
})

/** Courts, commissions and others that were entered, by kind and name. */
export async function listOffices(db: Reader): Promise<OfficeRecord[]> {
  const rows = await db
    .selectFrom('offices')
    .selectAll()
    .where('removed', '=', 0)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(recordOf)
}

export async function findOffice(db: Reader, id: string): Promise<OfficeRecord | undefined> {
  const row = await db
    .selectFrom('offices')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  return row && recordOf(row)
}
