import type { HolidayYear } from '../domain/deadline/period.ts'
import type { Parameter } from '../domain/labour/parameters.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Connection } from '../open.ts'
import type { Row } from '../schema.ts'
import { parameterOf } from './figures.ts'

type Dates = Pick<Row<'holiday_tables'>, 'year' | 'holidays' | 'workdays' | 'source'>

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

/** The figures that the centre entered. */
export const ownFigures = (connection: Connection): Parameter[] =>
  connection
    .all('SELECT * FROM own_figures WHERE removed = 0')
    .map((row) => parameterOf(row as unknown as Row<'own_figures'>))
