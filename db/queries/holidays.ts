import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** The years whose days off the centre entered, with who did so. */
export async function listOwnHolidays(db: Reader) {
  const rows = await db
    .selectFrom('holiday_tables as h')
    .innerJoin('users as u', 'u.id', 'h.entered_by')
    .selectAll('h')
    .select('u.name as entered_by_name')
    .where('h.removed', '=', 0)
    .orderBy('h.year')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    holidays: JSON.parse(row.holidays) as LocalDate[],
    workdays: JSON.parse(row.workdays) as LocalDate[],
    source: row.source,
    verified: true,
    own: true,
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at,
  }))
}
