import type { AgreementParty, AgreementRepresentative } from '../domain/agreement/content.ts'
import { ageOn, parseLocalDate, type LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'

export type RepresentativeRecord = AgreementRepresentative & { idNumber?: string; phone?: string }
export type PartyRecord = Omit<AgreementParty, 'representatives'> & {
  representatives: RepresentativeRecord[]
}

/** Parties of one case in their order; `on` is the day that ages are counted to. */
export async function listParties(
  db: Reader,
  caseId: string,
  on: LocalDate,
): Promise<PartyRecord[]> {
  const rows = await db
    .selectFrom('parties')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  const representatives = await db
    .selectFrom('representatives as r')
    .innerJoin('parties as p', 'p.id', 'r.party_id')
    .selectAll('r')
    .where('p.case_id', '=', caseId)
    .orderBy('r.position')
    .execute()
  return rows.map((row) =>
    partyRecord(
      row,
      representatives.filter((representative) => representative.party_id === row.id),
      on,
    ),
  )
}

function partyRecord(
  row: Row<'parties'>,
  representatives: Row<'representatives'>[],
  on: LocalDate,
): PartyRecord {
  const birthDate = row.birth_date === null ? undefined : parseLocalDate(row.birth_date)
  return {
    id: row.id,
    kind: row.kind,
    role: row.role,
    name: row.name,
    ...optional({
      sex: row.sex,
      ethnicity: row.ethnicity,
      idNumber: row.id_number,
      creditCode: row.credit_code,
      phone: row.phone,
      address: row.address,
      occupation: row.occupation,
      workUnit: row.work_unit,
      legalRepName: row.legal_rep_name,
      legalRepTitle: row.legal_rep_title,
    }),
    ...(birthDate ? { birthDate, age: ageOn(birthDate, on) } : {}),
    representatives: representatives.map((representative) => ({
      kind: representative.kind,
      name: representative.name,
      ...optional({
        idNumber: representative.id_number,
        phone: representative.phone,
        relation: representative.relation,
        authority: representative.authority,
      }),
    })),
  }
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> }

/** Leaves out what the row does not hold. */
export function optional<T extends Record<string, unknown>>(columns: T): Present<T> {
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<T>
}
