import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import { hasBegun } from '../domain/duty/half-day.ts'
import type { PlannedShift } from '../domain/duty/open-days.ts'
import { daysBetween, localDate, type LocalDate } from '../domain/local-date.ts'
import { prepare } from '../domain/rota/prepared.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import { rulesOf } from '../domain/rota/rules.ts'
import { begunShifts } from '../queries/begun-shifts.ts'
import { rotaVersion } from '../queries/rota-changes.ts'
import { readRotaProblem } from '../queries/rota-problem.ts'
import type { Row } from '../schema.ts'
import { requireRota, reviseRota, type RotaHappening } from './rota-seats.ts'
import { plannedShifts } from './shift-plan.ts'

const longestDays = 62

type Stretch = { from: LocalDate; to: LocalDate }
type NewShift = PlannedShift & { date: LocalDate }

const shiftsOf = async ({ tx, resources }: RotaHappening, stretch: Stretch): Promise<NewShift[]> =>
  (await plannedShifts(tx, stretch, resources.calendar)).flatMap(({ date, shifts }) =>
    shifts.map((shift) => ({ ...shift, date })),
  )

/**
 * A draft with the shifts that patterns and calendar ask for.
 * @throws DomainError rotas.datesReversed, tooLong, overlaps, noDesks, noLawyers, noShifts
 */
export async function createRota(
  happening: RotaHappening,
  { from, to }: Stretch,
): Promise<{ id: string; revision: number }> {
  const { tx, actor, now } = happening
  if (to < from) throw new DomainError('rotas.datesReversed')
  if (daysBetween(from, to) >= longestDays) throw new DomainError('rotas.tooLong')
  const there = await tx
    .selectFrom('rotas')
    .select('id')
    .where('from_on', '<=', to)
    .where('to_on', '>=', from)
    .executeTakeFirst()
  if (there) throw new DomainError('rotas.overlaps')
  const desk = await tx.selectFrom('desks').select('id').where('removed', '=', 0).executeTakeFirst()
  if (!desk) throw new DomainError('rotas.noDesks')
  const lawyer = await tx
    .selectFrom('lawyers')
    .select('id')
    .where('joined_on', '<=', to)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', from)]))
    .executeTakeFirst()
  if (!lawyer) throw new DomainError('rotas.noLawyers')
  const planned = await shiftsOf(happening, { from, to })
  if (planned.length === 0) throw new DomainError('rotas.noShifts')
  const id = uuid()
  await tx
    .insertInto('rotas')
    .values({
      id,
      from_on: from,
      to_on: to,
      solved: null,
      relaxed: '[]',
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await insertShifts(happening, id, planned)
  return { id, revision: 1 }
}

async function insertShifts({ tx }: RotaHappening, rotaId: string, planned: readonly NewShift[]) {
  for (const { deskId, date, half, startsAt, endsAt, demand } of planned)
    await tx
      .insertInto('shifts')
      .values({
        id: uuid(),
        rota_id: rotaId,
        desk_id: deskId,
        date,
        half,
        starts_at: startsAt,
        ends_at: endsAt,
        demand,
        words: '',
      })
      .execute()
}

const placeOf = (date: string, half: HalfDay, deskId: string) => `${date} ${half} ${deskId}`

/**
 * Shifts anew from patterns and calendar. A shift that people were told of stays as a row without seats, so that
 * they can be told that it falls away; half-days that have begun stay as they are.
 * @throws DomainError rotas.notFound, rotas.changedElsewhere
 */
export async function refreshShifts(
  happening: RotaHappening,
  rotaId: string,
  revision: number,
): Promise<{ revision: number; added: number; removed: number; kept: number; changed: number }> {
  const { tx, now } = happening
  const rota = await requireRota(happening, rotaId, revision)
  const stretch = { from: localDate(rota.from_on), to: localDate(rota.to_on) }
  const begun = (await begunShifts(tx, rotaId, now)).told
  const all = await tx.selectFrom('shifts').selectAll().where('rota_id', '=', rotaId).execute()
  const rows = all.filter(({ id }) => !begun.has(id))
  const stays = new Set(
    all.filter(({ id }) => begun.has(id)).map((row) => placeOf(row.date, row.half, row.desk_id)),
  )
  const planned = (await shiftsOf(happening, stretch))
    .filter((shift) => !hasBegun(shift, now))
    .filter((each) => !stays.has(placeOf(each.date, each.half, each.deskId)))
  const wanted = new Map(planned.map((each) => [placeOf(each.date, each.half, each.deskId), each]))
  const there = new Set(rows.map((row) => placeOf(row.date, row.half, row.desk_id)))
  let removed = 0
  let kept = 0
  let changed = 0
  for (const row of rows) {
    const shift = wanted.get(placeOf(row.date, row.half, row.desk_id))
    if (shift) {
      await changeShift(happening, row, shift)
      kept += 1
      if (isOther(row, shift)) changed += 1
    } else if (await closeShift(happening, row)) removed += 1
  }
  const added = [...wanted].filter(([place]) => !there.has(place)).map(([, shift]) => shift)
  await insertShifts(happening, rotaId, added)
  const next = await reviseRota(happening, rotaId)
  return { revision: next, added: added.length, removed, kept, changed }
}

const isOther = (row: Row<'shifts'>, { startsAt, endsAt, demand }: NewShift): boolean =>
  row.starts_at !== startsAt || row.ends_at !== endsAt || row.demand !== demand

/** Whether there was anything to close. */
async function closeShift({ tx }: RotaHappening, row: Row<'shifts'>): Promise<boolean> {
  await tx.deleteFrom('rota_seats').where('shift_id', '=', row.id).execute()
  const duty = await tx
    .selectFrom('duties')
    .select('id')
    .where('shift_id', '=', row.id)
    .executeTakeFirst()
  if (duty) await tx.updateTable('shifts').set({ demand: 0 }).where('id', '=', row.id).execute()
  else await tx.deleteFrom('shifts').where('id', '=', row.id).execute()
  return !duty || row.demand > 0
}

type ShiftChange = { startsAt: string; endsAt: string; demand: number; words?: string }

/** Those who were told of other times hear of it when it is published. */
async function changeShift({ tx }: RotaHappening, row: Row<'shifts'>, change: ShiftChange) {
  const { startsAt, endsAt, demand, words = row.words } = change
  await tx
    .updateTable('shifts')
    .set({
      starts_at: startsAt,
      ends_at: endsAt,
      demand,
      words,
    })
    .where('id', '=', row.id)
    .execute()
}

/** @throws DomainError rotas.notFound, rotas.changedElsewhere, rotas.past */
export async function setShift(
  happening: RotaHappening,
  place: { rotaId: string; revision: number; shiftId: string },
  change: ShiftChange,
): Promise<number> {
  const { tx, now } = happening
  await requireRota(happening, place.rotaId, place.revision)
  const row = await tx
    .selectFrom('shifts')
    .selectAll()
    .where('id', '=', place.shiftId)
    .where('rota_id', '=', place.rotaId)
    .executeTakeFirst()
  if (!row) throw new DomainError('rotas.notFound')
  if ((await begunShifts(tx, place.rotaId, now)).told.has(row.id))
    throw new DomainError('rotas.past')
  await changeShift(happening, row, change)
  return reviseRota(happening, place.rotaId)
}

/** @throws DomainError rotas.notFound, rotas.changedElsewhere, rotas.published */
export async function removeRota(happening: RotaHappening, rotaId: string, revision: number) {
  const { tx } = happening
  await requireRota(happening, rotaId, revision)
  if ((await rotaVersion(tx, rotaId)) > 0) throw new DomainError('rotas.published')
  await tx.deleteFrom('rota_seats').where('rota_id', '=', rotaId).execute()
  await tx.deleteFrom('shifts').where('rota_id', '=', rotaId).execute()
  await tx.deleteFrom('rotas').where('id', '=', rotaId).execute()
}

/**
 * Sets hard rules of this rota aside.
 * @throws DomainError rotas.notFound, rotas.changedElsewhere, rotas.unknownRule
 */
export async function relaxRules(
  happening: RotaHappening,
  place: { rotaId: string; revision: number },
  relaxed: readonly string[],
): Promise<number> {
  const { tx, resources } = happening
  await requireRota(happening, place.rotaId, place.revision)
  const { problem } = await readRotaProblem(tx, place.rotaId, resources)
  const known = new Set(rulesOf(prepare({ ...problem, relaxed: [] })).map(({ id }) => id))
  if (relaxed.some((id) => !known.has(id))) throw new DomainError('rotas.unknownRule')
  await tx
    .updateTable('rotas')
    .set({ relaxed: JSON.stringify([...new Set(relaxed)]) })
    .where('id', '=', place.rotaId)
    .execute()
  return reviseRota(happening, place.rotaId)
}
