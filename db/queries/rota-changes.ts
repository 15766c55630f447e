import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader } from '../schema.ts'
import { begunShifts } from './begun-shifts.ts'

export type ChangedSeat = {
  shiftId: string
  lawyerId: string
  date: LocalDate
  half: HalfDay
  /** Of the shift as it stands now. */
  startsAt: string
  endsAt: string
  hasBegun: boolean
}
export type ChangedDuty = ChangedSeat & { dutyId: string }

/** Where the working copy of a rota and what people were told differ. */
export type RotaChanges = {
  added: ChangedSeat[]
  removed: ChangedDuty[]
  /** The same person at another time. */
  changed: ChangedDuty[]
}

/** Times that a rota was published. */
export async function rotaVersion(db: Reader, rotaId: string): Promise<number> {
  const row = await db
    .selectFrom('rota_publications')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('rota_id', '=', rotaId)
    .executeTakeFirst()
  return row?.version ?? 0
}

const keyOf = ({ shiftId, lawyerId }: { shiftId: string; lawyerId: string }) =>
  `${shiftId} ${lawyerId}`

/**
 * What publishing would tell people. Once a rota was published, half-days that have begun are no longer changed
 * by it: they stay as people were told.
 */
export async function rotaChanges(db: Reader, rotaId: string, now: string): Promise<RotaChanges> {
  const seatRows = await db
    .selectFrom('rota_seats as r')
    .innerJoin('shifts as s', 's.id', 'r.shift_id')
    .select(['s.id', 's.date', 's.half', 's.starts_at', 's.ends_at', 'r.lawyer_id'])
    .where('r.rota_id', '=', rotaId)
    .orderBy('s.date')
    .orderBy('s.half', 'desc')
    .orderBy('r.lawyer_id')
    .execute()
  const dutyRows = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['s.id', 's.date', 's.half', 's.starts_at', 's.ends_at', 'd.lawyer_id'])
    .select(['d.id as duty_id', 'd.starts_at as told_starts_at', 'd.ends_at as told_ends_at'])
    .where('s.rota_id', '=', rotaId)
    .where('d.state', '=', 'planned')
    .orderBy('s.date')
    .orderBy('s.half', 'desc')
    .orderBy('d.lawyer_id')
    .execute()
  const begun = (await begunShifts(db, rotaId, now)).either
  const isFirst = (await rotaVersion(db, rotaId)) === 0
  const seatOf = (row: (typeof seatRows)[number]): ChangedSeat => ({
    shiftId: row.id,
    lawyerId: row.lawyer_id,
    date: localDate(row.date),
    half: row.half,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    hasBegun: begun.has(row.id),
  })
  const seats = seatRows.map(seatOf)
  const duties = dutyRows.map((row) => ({
    ...seatOf(row),
    dutyId: row.duty_id,
    isMoved: row.told_starts_at !== row.starts_at || row.told_ends_at !== row.ends_at,
  }))
  const sits = new Set(seats.map(keyOf))
  const told = new Set(duties.map(keyOf))
  const isOpen = (each: ChangedSeat) => isFirst || !each.hasBegun
  return {
    added: seats.filter((seat) => isOpen(seat) && !told.has(keyOf(seat))),
    removed: duties.filter((duty) => isOpen(duty) && !sits.has(keyOf(duty))),
    changed: duties.filter((duty) => isOpen(duty) && sits.has(keyOf(duty)) && duty.isMoved),
  }
}

export const isUnchanged = ({ added, removed, changed }: RotaChanges): boolean =>
  added.length + removed.length + changed.length === 0
