import type { LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'

export type FirmRecord = {
  id: string
  revision: number
  name: string
  shortName: string
  phone: string
  address: string
  note: string
  agreementFrom: LocalDate | undefined
  agreementTo: LocalDate | undefined
}

export type FirmInterest = {
  id: string
  revision: number
  firmId: string
  side: 'for' | 'against'
  name: string
  /** ID number or credit code; '' when it is not known. */
  identityNumber: string
  fromOn: LocalDate | undefined
  toOn: LocalDate | undefined
  note: string
}

const firmOf = (row: Row<'firms'>): FirmRecord => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  shortName: row.short_name,
  phone: row.phone,
  address: row.address,
  note: row.note,
  agreementFrom: (row.agreement_from as LocalDate | null) ?? undefined,
  agreementTo: (row.agreement_to as LocalDate | null) ?? undefined,
})

const interestOf = (row: Row<'firm_interests'>): FirmInterest => ({
  id: row.id,
  revision: row.revision,
  firmId: row.firm_id,
  side: row.side,
  name: row.name,
  identityNumber: row.identity_number,
  fromOn: (row.from_on as LocalDate | null) ?? undefined,
  toOn: (row.to_on as LocalDate | null) ?? undefined,
  note: row.note,
})

/** Firms that were not removed, by name. */
export async function listFirms(db: Reader): Promise<FirmRecord[]> {
  const rows = await db
    .selectFrom('firms')
    .selectAll()
    .where('removed', '=', 0)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(firmOf)
}

/** Interests of all firms, by name. */
export async function listInterests(db: Reader): Promise<FirmInterest[]> {
  const rows = await db
    .selectFrom('firm_interests as i')
    .innerJoin('firms as f', 'f.id', 'i.firm_id')
    .selectAll('i')
    .where('i.removed', '=', 0)
    .where('f.removed', '=', 0)
    .orderBy('i.name')
    .orderBy('i.id')
    .execute()
  return rows.map(interestOf)
}

export async function findInterest(db: Reader, id: string): Promise<FirmInterest | undefined> {
  const row = await db
    .selectFrom('firm_interests')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  return row && interestOf(row)
}
