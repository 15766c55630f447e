import { hasBegun } from '../domain/duty/half-day.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader } from '../schema.ts'

export type DutyOnDay = { dutyId: string; date: LocalDate; half: HalfDay }
type Days = { fromOn: LocalDate; toOn: LocalDate | undefined; half: HalfDay | undefined }
export type Served = { served: number; lastServedOn: LocalDate }

/** Published duties of a lawyer within a stretch (open without its last day), and its half-day where one is named, that have not begun. */
export async function dutiesWithin(
  db: Reader,
  lawyerId: string,
  { fromOn, toOn, half }: Days,
  now: string,
): Promise<DutyOnDay[]> {
  let rows = db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.id', 's.date', 's.half', 'd.starts_at'])
    .where('d.lawyer_id', '=', lawyerId)
    .where('d.state', '=', 'planned')
    .where('s.date', '>=', fromOn)
    .orderBy('s.date')
    .orderBy('d.starts_at')
  if (toOn !== undefined) rows = rows.where('s.date', '<=', toOn)
  if (half !== undefined) rows = rows.where('s.half', '=', half)
  return (await rows.execute())
    .map((row) => ({ ...row, date: row.date as LocalDate }))
    .filter(({ date, starts_at }) => !hasBegun({ date, startsAt: starts_at }, now))
    .map((row) => ({ dutyId: row.id, date: row.date, half: row.half }))
}

/** Duties of the 365 days before `today` by lawyer, and the last one; who did not come did not serve. */
export async function servedBefore(db: Reader, today: LocalDate): Promise<Map<string, Served>> {
  const rows = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(({ fn }) => [
      'd.lawyer_id',
      fn.countAll<number>().as('served'),
      fn.max('s.date').as('last'),
    ])
    .where('d.state', '=', 'planned')
    .where('d.no_show', '=', 0)
    .where('s.date', '>=', addDays(today, -365))
    .where('s.date', '<', today)
    .groupBy('d.lawyer_id')
    .execute()
  return new Map(
    rows.map(({ lawyer_id, served, last }) => [
      lawyer_id,
      { served, lastServedOn: last as LocalDate },
    ]),
  )
}
