import type { LocalDate } from '../domain/local-date.ts'
import type { OpeningDay, ShiftPattern } from '../domain/duty/open-days.ts'
import type { Reader } from '../schema.ts'

export type DeskRecord = {
  id: string
  revision: number
  name: string
  place: string
  position: number
  patterns: Omit<ShiftPattern, 'deskId'>[]
}

/** Desks that were not removed in their order, each with its patterns. */
export async function listDesks(db: Reader): Promise<DeskRecord[]> {
  const rows = await db
    .selectFrom('desks')
    .selectAll()
    .where('removed', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const patterns = await db
    .selectFrom('shift_patterns')
    .selectAll()
    .orderBy('day_kind')
    .orderBy('half', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    name: row.name,
    place: row.place,
    position: row.position,
    patterns: patterns
      .filter(({ desk_id }) => desk_id === row.id)
      .map(({ day_kind, half, starts_at, ends_at, demand }) => ({
        dayKind: day_kind,
        half,
        startsAt: starts_at,
        endsAt: ends_at,
        demand,
      })),
  }))
}

/** Days that were opened or closed by hand, by day. */
export async function listOpeningDays(db: Reader): Promise<OpeningDay[]> {
  const rows = await db.selectFrom('opening_days').selectAll().orderBy('date').execute()
  return rows.map(({ date, open, words }) => ({ date: date as LocalDate, open: open === 1, words }))
}
