import type { Actor } from '../domain/access/case-access.ts'
import { maySayKnowingly } from '../domain/duty/passing.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, daysBetween, localDate, type LocalDate } from '../domain/local-date.ts'
import { breaksOfPutting } from '../domain/rota/breaks.ts'
import { prepare } from '../domain/rota/prepared.ts'
import { rosterOf } from '../domain/rota/roster.ts'
import { begunShifts } from '../queries/begun-shifts.ts'
import { readRotaProblem } from '../queries/rota-problem.ts'
import type { Reader, Row } from '../schema.ts'
import { requireRota, reviseRota, type RotaHappening, tellReasons } from './rota-seats.ts'

type Seat = { shiftId: string; lawyerId: string }
type Origin = Row<'rota_seats'>['origin']
/** Taken back by undo it is again what it was. */
type Coming = Seat & { origin?: Origin | undefined }
type Place = { rotaId: string; revision: number }

/** Whom this person does not see: for others than the head those that only the head sees. */
export async function unseenLawyers(db: Reader, { role, userId }: Actor): Promise<Set<string>> {
  if (role === 'head') return new Set()
  const rows = await db
    .selectFrom('lawyers')
    .select('id')
    .where('head_only', '=', 1)
    .where((eb) => eb.or([eb('user_id', 'is', null), eb('user_id', '!=', userId)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** @throws DomainError rotas.notSeen, lawyers.notFound, rotas.notFound, rotas.past */
async function requireMovable(happening: RotaHappening, rotaId: string, seats: readonly Seat[]) {
  const { tx, actor, now } = happening
  const unseen = await unseenLawyers(tx, actor)
  if (seats.some(({ lawyerId }) => unseen.has(lawyerId))) throw new DomainError('rotas.notSeen')
  for (const lawyerId of new Set(seats.map((seat) => seat.lawyerId))) {
    const row = await tx
      .selectFrom('lawyers')
      .select('id')
      .where('id', '=', lawyerId)
      .executeTakeFirst()
    if (!row) throw new DomainError('lawyers.notFound')
  }
  const begun = (await begunShifts(tx, rotaId, now)).either
  for (const shiftId of new Set(seats.map((seat) => seat.shiftId))) {
    const row = await tx
      .selectFrom('shifts')
      .select('id')
      .where('id', '=', shiftId)
      .where('rota_id', '=', rotaId)
      .executeTakeFirst()
    if (!row) throw new DomainError('rotas.notFound')
    if (begun.has(row.id)) throw new DomainError('rotas.past')
  }
}

/**
 * Takes these seats away and adds those; whatever it does not name stays. What it breaks is told, not forbidden.
 * @throws DomainError rotas.notFound, changedElsewhere, notSeen, past, seatNotFound, seatTaken, lawyers.notFound
 */
export async function moveSeats(
  happening: RotaHappening,
  { rotaId, revision }: Place,
  { out, into, knowingly }: { out: readonly Seat[]; into: readonly Coming[]; knowingly: boolean },
): Promise<number> {
  const { tx, actor } = happening
  await requireRota(happening, rotaId, revision)
  const touched = [...out, ...into]
  await requireMovable(happening, rotaId, touched)
  for (const { shiftId, lawyerId } of out) {
    const gone = await tx
      .deleteFrom('rota_seats')
      .where('shift_id', '=', shiftId)
      .where('lawyer_id', '=', lawyerId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new DomainError('rotas.seatNotFound')
  }
  // Whoever may not pass a rule still puts people: what it breaks is told.
  const isKnown = knowingly && maySayKnowingly(actor)
  for (const { origin = 'hand', ...seat } of into)
    await putSeat(happening, rotaId, seat, { origin, knowingly: isKnown })
  await tellReasons(happening, rotaId, touched)
  return reviseRota(happening, rotaId)
}

type Put = { origin: Origin; knowingly?: boolean; reason?: string }

/** @throws DomainError rotas.seatTaken */
async function putSeat(
  { tx, actor, now }: RotaHappening,
  rotaId: string,
  { shiftId, lawyerId }: Seat,
  { origin, knowingly = false, reason = '' }: Put,
) {
  const row = await tx
    .insertInto('rota_seats')
    .values({
      shift_id: shiftId,
      lawyer_id: lawyerId,
      rota_id: rotaId,
      pinned: knowingly ? 1 : 0,
      knowingly: knowingly ? 1 : 0,
      origin,
      reason,
      put_by: actor.userId,
      put_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (row.numInsertedOrUpdatedRows === 0n) throw new DomainError('rotas.seatTaken')
}

/**
 * Keeps somebody where he or she sits, whatever the solver would rather do.
 * @throws DomainError rotas.notFound, changedElsewhere, notSeen, past, seatNotFound
 */
export async function pinSeat(
  happening: RotaHappening,
  { rotaId, revision }: Place,
  seat: Seat & { pinned: boolean; knowingly: boolean },
): Promise<number> {
  const { tx, actor } = happening
  await requireRota(happening, rotaId, revision)
  await requireMovable(happening, rotaId, [seat])
  const isKnown = seat.pinned && seat.knowingly
  const pinned = seat.pinned ? 1 : 0
  const { numUpdatedRows } = await tx
    .updateTable('rota_seats')
    .set((set) => ({
      pinned,
      // Others leave what the head passed, and pass nothing.
      knowingly: isKnown && !maySayKnowingly(actor) ? set.ref('knowingly') : isKnown ? 1 : 0,
    }))
    .where('shift_id', '=', seat.shiftId)
    .where('lawyer_id', '=', seat.lawyerId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DomainError('rotas.seatNotFound')
  await tellReasons(happening, rotaId, [seat])
  return reviseRota(happening, rotaId)
}

/** Whole weeks, so that weekdays stay: a fortnight, or as many weeks as the stretch has. */
const daysBack = (from: LocalDate, to: LocalDate): number =>
  Math.max(2, Math.ceil((daysBetween(from, to) + 1) / 7)) * 7

type Former = { date: LocalDate; half: string; deskId: string; lawyerId: string }

/** Who was published there, or sat there where nothing was published. */
async function formerSeats(
  { tx }: RotaHappening,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Former[]> {
  const seats = await tx
    .selectFrom('rota_seats as r')
    .innerJoin('shifts as s', 's.id', 'r.shift_id')
    .select(['s.date', 's.half', 's.desk_id', 's.rota_id', 'r.lawyer_id'])
    .where('s.date', '>=', from)
    .where('s.date', '<=', to)
    .orderBy('r.put_at')
    .orderBy('r.lawyer_id')
    .execute()
  const duties = await tx
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['s.date', 's.half', 's.desk_id', 's.rota_id', 'd.lawyer_id'])
    .where('d.state', '=', 'planned')
    .where('s.date', '>=', from)
    .where('s.date', '<=', to)
    .orderBy('d.id')
    .execute()
  const published = new Set(duties.map(({ rota_id }) => rota_id))
  return [...duties, ...seats.filter(({ rota_id }) => !published.has(rota_id))].map((row) => ({
    date: localDate(row.date),
    half: row.half,
    deskId: row.desk_id,
    lawyerId: row.lawyer_id,
  }))
}

/** Whether somebody sat somewhere in the stretch from which a rota would be copied. */
export async function hasFormer(
  db: Reader,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<boolean> {
  const back = -daysBack(from, to)
  const within = [addDays(from, back), addDays(to, back)] as const
  const row = await db
    .selectFrom('rota_seats as r')
    .innerJoin('shifts as s', 's.id', 'r.shift_id')
    .select('s.id')
    .where('s.date', '>=', within[0])
    .where('s.date', '<=', within[1])
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Who sat at the same desk on the same weekday into the empty seats, but nobody beside a rule.
 * @throws DomainError rotas.notFound, rotas.changedElsewhere, rotas.noneBefore
 */
export async function copyLast(
  happening: RotaHappening,
  { rotaId, revision }: Place,
): Promise<{ revision: number; copied: number; leftOut: number }> {
  const { tx, actor, now, resources } = happening
  const rota = await requireRota(happening, rotaId, revision)
  const stretch = { from: localDate(rota.from_on), to: localDate(rota.to_on) }
  const back = -daysBack(stretch.from, stretch.to)
  const former = await formerSeats(happening, {
    from: addDays(stretch.from, back),
    to: addDays(stretch.to, back),
  })
  if (former.length === 0) throw new DomainError('rotas.noneBefore')
  const unseen = await unseenLawyers(tx, actor)
  const { problem, assignments } = await readRotaProblem(tx, rotaId, resources)
  const prepared = prepare(problem)
  const roster = rosterOf(prepared, assignments)
  const begun = (await begunShifts(tx, rotaId, now)).either
  const copied: Seat[] = []
  let leftOut = 0
  for (const { id, date, half, desk, demand } of problem.shifts) {
    if (begun.has(id)) continue
    const then = addDays(date, back)
    for (const { lawyerId } of former.filter(
      (each) => each.date === then && each.half === half && each.deskId === desk,
    )) {
      if (unseen.has(lawyerId) || roster.ofShift(id).includes(lawyerId)) continue
      if (roster.ofShift(id).length >= demand) break
      const assignment = { lawyer: lawyerId, shift: id }
      const isKept =
        prepared.lawyers.has(lawyerId) && breaksOfPutting(prepared, roster, assignment).length === 0
      if (!isKept) {
        leftOut += 1
        continue
      }
      roster.put(assignment)
      copied.push({ lawyerId, shiftId: id })
    }
  }
  for (const seat of copied) await putSeat(happening, rotaId, seat, { origin: 'copied' })
  await tellReasons(happening, rotaId, copied)
  return { revision: await reviseRota(happening, rotaId), copied: copied.length, leftOut }
}
