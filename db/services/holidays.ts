import { faultOfTable } from '../domain/clocks/holiday-table.ts'
import { DomainError } from '../domain/errors.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Happening } from './case-events.ts'

export type HolidayInput = {
  year: number
  holidays: LocalDate[]
  workdays: LocalDate[]
  source: string
  notice: string
}

async function retire({ tx }: Happening, year: number) {
  await tx
    .updateTable('holiday_tables')
    .set({ removed: 1 })
    .where('year', '=', year)
    .where('removed', '=', 0)
    .execute()
}

/** The table of a year, in place of the one before; that one stays to be read. @throws DomainError holidays.invalid */
export async function saveHolidays(happening: Happening, id: string, input: HolidayInput) {
  const fault = faultOfTable(input)
  if (fault) throw new DomainError('holidays.invalid', fault)
  await retire(happening, input.year)
  await happening.tx
    .insertInto('holiday_tables')
    .values({
      id,
      year: input.year,
      holidays: JSON.stringify(input.holidays.toSorted()),
      workdays: JSON.stringify(input.workdays.toSorted()),
      source: input.source.trim(),
      notice: input.notice,
      removed: 0,
      entered_by: happening.actor.userId,
      entered_at: happening.now,
    })
    .execute()
}

/** Back to the shipped table, or to none; the id of the one taken out. @throws DomainError holidays.notFound */
export async function removeHolidays(happening: Happening, year: number): Promise<string> {
  const row = await happening.tx
    .selectFrom('holiday_tables')
    .select('id')
    .where('year', '=', year)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (!row) throw new DomainError('holidays.notFound')
  await retire(happening, year)
  return row.id
}
