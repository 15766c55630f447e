import { hasBegun } from '../domain/duty/half-day.ts'
import { localDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

type Begun = {
  /** As people were told; where nobody was, as it stands. */
  told: ReadonlySet<string>
  /** As people were told or as it stands, whichever is sooner: nobody goes any more, nobody comes. */
  either: ReadonlySet<string>
}

/** Half-days of a rota that have begun. The times on the board may be another try than those that people know. */
export async function begunShifts(db: Reader, rotaId: string, now: string): Promise<Begun> {
  const rows = await db
    .selectFrom('shifts as s')
    .leftJoin('duties as d', (join) =>
      join.onRef('d.shift_id', '=', 's.id').on('d.state', '=', 'planned'),
    )
    .select(['s.id', 's.date', 's.starts_at'])
    .select((eb) => eb.fn.min('d.starts_at').as('told_starts_at'))
    .where('s.rota_id', '=', rotaId)
    .groupBy('s.id')
    .execute()
  const told = new Set<string>()
  const either = new Set<string>()
  for (const row of rows) {
    const isBegun = (startsAt: string) => hasBegun({ date: localDate(row.date), startsAt }, now)
    if (isBegun(row.told_starts_at ?? row.starts_at)) told.add(row.id)
    if (told.has(row.id) || isBegun(row.starts_at)) either.add(row.id)
  }
  return { told, either }
}
