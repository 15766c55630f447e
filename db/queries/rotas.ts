import { localDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import { monthOf } from '../domain/rota/days.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader, Row } from '../schema.ts'
import { begunShifts } from './begun-shifts.ts'
import { isUnchanged, rotaChanges, rotaVersion } from './rota-changes.ts'

export type RotaState = 'draft' | 'published' | 'changed'

export type RotaHead = {
  id: string
  from: LocalDate
  to: LocalDate
  state: RotaState
  version: number
  publishedAt: string | undefined
  /** Empty seats of half-days still to come. */
  gaps: number
}

export const findRota = (db: Reader, id: string): Promise<Row<'rotas'> | undefined> =>
  db.selectFrom('rotas').selectAll().where('id', '=', id).executeTakeFirst()

export type ShiftRecord = {
  id: string
  date: LocalDate
  half: HalfDay
  deskId: string
  deskName: string
  startsAt: string
  endsAt: string
  demand: number
  words: string
  /** Seats of the working copy. */
  seats: number
  hasBegun: boolean
}

/** The shifts of a rota by day, half-day and desk. */
export async function listShifts(db: Reader, rotaId: string, now: string): Promise<ShiftRecord[]> {
  const rows = await db
    .selectFrom('shifts as s')
    .innerJoin('desks as k', 'k.id', 's.desk_id')
    .leftJoin('rota_seats as r', 'r.shift_id', 's.id')
    .selectAll('s')
    .select(['k.name as desk_name', (eb) => eb.fn.count<number>('r.lawyer_id').as('seats')])
    .where('s.rota_id', '=', rotaId)
    .groupBy('s.id')
    .orderBy('s.date')
    .orderBy('s.half', 'desc')
    .orderBy('k.position')
    .orderBy('s.id')
    .execute()
  const begun = (await begunShifts(db, rotaId, now)).either
  return rows.map((row) => {
    return {
      date: localDate(row.date),
      startsAt: row.starts_at,
      id: row.id,
      half: row.half,
      deskId: row.desk_id,
      deskName: row.desk_name,
      endsAt: row.ends_at,
      demand: row.demand,
      words: row.words,
      seats: row.seats,
      hasBegun: begun.has(row.id),
    }
  })
}

export const gapsIn = (shifts: readonly ShiftRecord[]): number =>
  shifts.reduce(
    (sum, { hasBegun: isOver, demand, seats }) => sum + (isOver ? 0 : Math.max(0, demand - seats)),
    0,
  )

/** How a rota stands; `gaps` from its shifts. */
export async function rotaHead(db: Reader, row: Row<'rotas'>, now: string): Promise<RotaHead> {
  const last = await db
    .selectFrom('rota_publications')
    .select('published_at')
    .where('rota_id', '=', row.id)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const version = await rotaVersion(db, row.id)
  const isOver = row.to_on < localDateOf(now)
  const isTold = isOver || isUnchanged(await rotaChanges(db, row.id, now))
  return {
    id: row.id,
    from: localDate(row.from_on),
    to: localDate(row.to_on),
    state: version === 0 ? 'draft' : isTold ? 'published' : 'changed',
    version,
    publishedAt: last?.published_at,
    gaps: isOver ? 0 : gapsIn(await listShifts(db, row.id, now)),
  }
}

/** The newest first. */
export async function listRotas(db: Reader, now: string): Promise<RotaHead[]> {
  const rows = await db.selectFrom('rotas').selectAll().orderBy('from_on', 'desc').execute()
  const heads: RotaHead[] = []
  for (const row of rows) heads.push(await rotaHead(db, row, now))
  return heads
}

/** The last day on which each served before today; who did not come did not. */
export async function lastServedOn(db: Reader, now: string): Promise<Map<string, LocalDate>> {
  const rows = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id', (eb) => eb.fn.max('s.date').as('date')])
    .where('d.state', '=', 'planned')
    .where('d.no_show', '=', 0)
    .where('s.date', '<', localDateOf(now))
    .groupBy('d.lawyer_id')
    .execute()
  return new Map(rows.map((row) => [row.lawyer_id, localDate(row.date)]))
}

/** Half-days of each in the month in which a rota begins: published ones of others, and its working copy. */
export async function inMonthOf(db: Reader, rota: Row<'rotas'>): Promise<Map<string, number>> {
  const month = monthOf(localDate(rota.from_on))
  const within = [`${month}-01`, `${month}-31`] as const
  const duties = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id'])
    .where('s.rota_id', '!=', rota.id)
    .where('d.state', '=', 'planned')
    .where('s.date', '>=', within[0])
    .where('s.date', '<=', within[1])
    .execute()
  const seats = await db
    .selectFrom('rota_seats as r')
    .innerJoin('shifts as s', 's.id', 'r.shift_id')
    .select(['r.lawyer_id'])
    .where('s.rota_id', '=', rota.id)
    .where('s.date', '>=', within[0])
    .where('s.date', '<=', within[1])
    .execute()
  const counts = new Map<string, number>()
  for (const row of [...duties, ...seats])
    counts.set(row.lawyer_id, (counts.get(row.lawyer_id) ?? 0) + 1)
  return counts
}
