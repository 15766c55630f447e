import type { Parameter } from '../domain/labour/parameters.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'

/** A figure that the centre entered; `note` is its own, `package` its id. */
export type OwnFigure = Parameter & { id: string; revision: number; note: string }

/** As the calculators look it up. */
export const parameterOf = (row: Row<'own_figures'>): Parameter => ({
  key: row.key as Parameter['key'],
  variant: row.variant ?? undefined,
  region: row.region,
  value: row.value,
  unit: row.unit,
  validFrom: row.valid_from as LocalDate,
  validTo: (row.valid_to ?? undefined) as LocalDate | undefined,
  document: row.document,
  url: row.url === '' ? undefined : row.url,
  checkedOn: (row.checked_on ?? undefined) as LocalDate | undefined,
  verified: row.verified === 1,
  package: row.id,
})

const figureOf = (row: Row<'own_figures'>): OwnFigure => ({
  ...parameterOf(row),
  id: row.id,
  revision: row.revision,
  note: row.note,
})

/** Those that were not taken away. */
export async function listOwnFigures(db: Reader): Promise<OwnFigure[]> {
  const rows = await db.selectFrom('own_figures').selectAll().where('removed', '=', 0).execute()
  return rows.map(figureOf)
}
