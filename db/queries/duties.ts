import type { LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader } from '../schema.ts'

/** A published seat with its half-day, desk and person. */
export type DutyRecord = {
  id: string
  revision: number
  shiftId: string
  rotaId: string
  lawyerId: string
  lawyerName: string
  firmName: string
  phone: string
  /** Seen by the head and the person alone. */
  headOnly: boolean
  userId: string | undefined
  date: LocalDate
  half: HalfDay
  /** HH:MM */
  startsAt: string
  endsAt: string
  deskId: string
  deskName: string
  place: string
  demand: number
  state: 'planned' | 'cancelled'
  insteadOf: { lawyerId: string; name: string; headOnly: boolean } | undefined
  sequence: number
  signedInAt: string | undefined
  signedOutAt: string | undefined
  correctedMinutes: number | undefined
  correctedReason: string
  noShow: boolean
  noShowWords: string
}

const dutyRows = (db: Reader) =>
  db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .innerJoin('desks as k', 'k.id', 's.desk_id')
    .innerJoin('lawyers as l', 'l.id', 'd.lawyer_id')
    .leftJoin('firms as f', 'f.id', 'l.firm_id')
    .leftJoin('lawyers as i', 'i.id', 'd.instead_of')
    .selectAll('d')
    .select(['s.rota_id', 's.desk_id', 's.date', 's.half', 's.demand'])
    .select(['k.name as desk_name', 'k.place', 'f.short_name as firm_name'])
    .select(['l.name as lawyer_name', 'l.phone', 'l.head_only', 'l.user_id'])
    .select(['i.name as instead_name', 'i.head_only as instead_head_only'])

type DutyRow = Awaited<ReturnType<ReturnType<typeof dutyRows>['execute']>>[number]

const recordOf = (row: DutyRow): DutyRecord => ({
  id: row.id,
  revision: row.revision,
  shiftId: row.shift_id,
  rotaId: row.rota_id,
  lawyerId: row.lawyer_id,
  lawyerName: row.lawyer_name,
  firmName: row.firm_name ?? '',
  phone: row.phone,
  headOnly: row.head_only === 1,
  userId: row.user_id ?? undefined,
  date: row.date as LocalDate,
  half: row.half,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  deskId: row.desk_id,
  deskName: row.desk_name,
  place: row.place,
  demand: row.demand,
  state: row.state,
  insteadOf:
    row.instead_of === null
      ? undefined
      : {
          lawyerId: row.instead_of,
          name: row.instead_name ?? '',
          headOnly: row.instead_head_only === 1,
        },
  sequence: row.sequence,
  signedInAt: row.signed_in_at ?? undefined,
  signedOutAt: row.signed_out_at ?? undefined,
  correctedMinutes: row.corrected_minutes ?? undefined,
  correctedReason: row.corrected_reason,
  noShow: row.no_show === 1,
  noShowWords: row.no_show_words,
})

type Wanted = { from?: LocalDate; to?: LocalDate; lawyerId?: string; ids?: readonly string[] }

/** Duties of a stretch by day, half-day and desk; cancelled ones too. */
export async function listDuties(db: Reader, wanted: Wanted): Promise<DutyRecord[]> {
  let rows = dutyRows(db)
  if (wanted.from !== undefined) rows = rows.where('s.date', '>=', wanted.from)
  if (wanted.to !== undefined) rows = rows.where('s.date', '<=', wanted.to)
  if (wanted.lawyerId !== undefined) rows = rows.where('d.lawyer_id', '=', wanted.lawyerId)
  if (wanted.ids) rows = rows.where('d.id', 'in', wanted.ids)
  const found = await rows
    .orderBy('s.date')
    .orderBy('d.starts_at')
    .orderBy('k.position')
    .orderBy('d.id')
    .execute()
  return found.map(recordOf)
}

export async function findDuty(db: Reader, id: string): Promise<DutyRecord | undefined> {
  const row = await dutyRows(db).where('d.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export type ShiftRecord = {
  id: string
  date: LocalDate
  half: HalfDay
  startsAt: string
  endsAt: string
  deskId: string
  deskName: string
  demand: number
}

/** Half-days of rotas that were published, by day, half-day and desk. */
export async function listPublishedShifts(
  db: Reader,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ShiftRecord[]> {
  const rows = await db
    .selectFrom('shifts as s')
    .innerJoin('desks as k', 'k.id', 's.desk_id')
    .selectAll('s')
    .select('k.name as desk_name')
    // As people on it were told, where somebody is.
    .leftJoin('duties as d', (join) =>
      join.onRef('d.shift_id', '=', 's.id').on('d.state', '=', 'planned'),
    )
    .select((eb) => [
      eb.fn.max('d.starts_at').as('told_starts_at'),
      eb.fn.max('d.ends_at').as('told_ends_at'),
    ])
    .groupBy('s.id')
    .where('s.date', '>=', from)
    .where('s.date', '<=', to)
    .where('s.rota_id', 'in', (eb) => eb.selectFrom('rota_publications').select('rota_id'))
    .orderBy('s.date')
    .orderBy('s.starts_at')
    .orderBy('k.position')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    date: row.date as LocalDate,
    half: row.half,
    startsAt: row.told_starts_at ?? row.starts_at,
    endsAt: row.told_ends_at ?? row.ends_at,
    deskId: row.desk_id,
    deskName: row.desk_name,
    demand: row.demand,
  }))
}

/** Signs from the lock screen with a PIN that was not the stored one, by duty. */
export async function listDoubted(db: Reader, dutyIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('duty_signs')
    .select('duty_id')
    .where('doubted', '=', 1)
    .where('duty_id', 'in', dutyIds)
    .execute()
  return new Set(rows.flatMap(({ duty_id }) => (duty_id === null ? [] : [duty_id])))
}
