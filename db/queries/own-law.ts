import type { HolidayYear } from '../domain/deadline/period.ts'
import type { Parameter } from '../domain/labour/parameters.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Connection } from '../open.ts'

type Dates = { year: number; holidays: string; workdays: string; source: string }

/** The days off that the centre entered, by year. Read at once: every clock of the store rests on them. */
export const ownHolidayYears = (connection: Connection): HolidayYear[] =>
  connection
    .all('SELECT year, holidays, workdays, source FROM holiday_tables WHERE removed = 0')
    .map((row) => row as unknown as Dates)
    .map(({ year, holidays, workdays, source }) => ({
      year,
      holidays: JSON.parse(holidays) as LocalDate[],
      workdays: JSON.parse(workdays) as LocalDate[],
      source,
      verified: true,
    }))

type Figure = {
  id: string
  key: string
  variant: string | null
  region: string
  value: string
  unit: string
  valid_from: string
  valid_to: string | null
  document: string
  url: string
  checked_on: string | null
  verified: number
}

/** The figures that the centre entered. */
export const ownFigures = (connection: Connection): Parameter[] =>
  connection
    .all(
      `SELECT id, key, variant, region, value, unit, valid_from, valid_to, document, url, checked_on, verified
       FROM own_figures WHERE removed = 0`,
    )
    .map((row) => row as unknown as Figure)
    .map((row) => ({
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
    }))
