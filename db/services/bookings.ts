import { v7 as uuid } from 'uuid'
import { mayReadCase } from '../domain/access/case-access.ts'
import { isClosed } from '../domain/case/status.ts'
import { hasBegun } from '../domain/duty/half-day.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { type BookingRecord, findBooking, listBookings } from '../queries/bookings.ts'
import { listDesks } from '../queries/desks.ts'
import type { Tx } from '../schema.ts'
import { getCase } from './case-access.ts'
import { calendarOf, type Happening } from './case-events.ts'
import { plannedShifts } from './shift-plan.ts'

type BookingForm = Omit<
  BookingRecord,
  'id' | 'revision' | 'caseId' | 'deskName' | 'cancelled' | 'cancelledWords'
>

/** @throws DomainError bookings.notFound, bookings.alreadyCancelled, bookings.changedElsewhere */
async function known(tx: Tx, id: string, revision: number): Promise<BookingRecord> {
  const booking = await findBooking(tx, id)
  if (!booking) throw new DomainError('bookings.notFound')
  if (booking.cancelled) throw new DomainError('bookings.alreadyCancelled')
  if (booking.revision !== revision) throw new DomainError('bookings.changedElsewhere')
  return booking
}

/** Of a half-day without a desk. */
const lastEnd = { morning: '12:00', afternoon: '18:00' } as const

/** A named desk must be open in that half-day; without one the day. A half-day that is over is past. */
async function requireOpen(happening: Happening, { date, half, deskId }: BookingForm) {
  const { tx, now } = happening
  if (deskId !== undefined && !(await listDesks(tx)).some(({ id }) => id === deskId))
    throw new DomainError('desks.notFound')
  const [day] = await plannedShifts(tx, { from: date, to: date }, calendarOf(happening))
  const shifts = (day?.shifts ?? []).filter(
    (shift) => shift.half === half && (deskId === undefined || shift.deskId === deskId),
  )
  if (day?.open !== true || (deskId !== undefined && shifts.length === 0))
    throw new DomainError('bookings.closedDay')
  const ends = shifts.map(({ endsAt }) => endsAt).toSorted()
  if (hasBegun({ date, startsAt: ends.at(-1) ?? lastEnd[half] }, now))
    throw new DomainError('bookings.past')
}

const columnsOf = (booking: BookingForm) => ({
  date: booking.date,
  half: booking.half,
  at_time: booking.atTime ?? null,
  desk_id: booking.deskId ?? null,
  field: booking.field.trim(),
  language: booking.language.trim(),
  required: booking.required ? 1 : 0,
  words: booking.words.trim(),
})

/**
 * Books a half-day for a case, or changes what is booked.
 * @throws DomainError cases.notFound, cases.notReadable, bookings.closedCase, bookings.past, bookings.closedDay,
 * bookings.alreadyBooked, desks.notFound, and those of a change
 */
export async function saveBooking(
  happening: Happening,
  id: string | undefined,
  revision: number,
  caseId: string,
  booking: BookingForm,
): Promise<{ id: string; revision: number }> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, caseId, mayReadCase)
  const before = id === undefined ? undefined : await known(tx, id, revision)
  if (before && before.caseId !== caseId) throw new DomainError('bookings.notFound')
  if (isClosed(row.status)) throw new DomainError('bookings.closedCase')
  const today = localDateOf(now)
  if (booking.date < today || (before && before.date < today))
    throw new DomainError('bookings.past')
  const same = (await listBookings(tx, caseId)).some(
    (each) =>
      each.id !== id && !each.cancelled && each.date === booking.date && each.half === booking.half,
  )
  if (same) throw new DomainError('bookings.alreadyBooked')
  await requireOpen(happening, booking)
  if (id !== undefined) {
    await tx
      .updateTable('bookings')
      .set({ ...columnsOf(booking), revision: revision + 1, updated_at: now })
      .where('id', '=', id)
      .execute()
    return { id, revision: revision + 1 }
  }
  const made = uuid()
  await tx
    .insertInto('bookings')
    .values({
      id: made,
      case_id: caseId,
      ...columnsOf(booking),
      cancelled: 0,
      cancelled_words: '',
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { id: made, revision: 1 }
}

/** @throws DomainError bookings.notFound, bookings.alreadyCancelled, bookings.changedElsewhere, cases.notReadable */
export async function cancelBooking(
  { tx, actor, now }: Happening,
  id: string,
  revision: number,
  words: string,
): Promise<number> {
  const { caseId } = await known(tx, id, revision)
  await getCase(tx, actor, caseId, mayReadCase)
  await tx
    .updateTable('bookings')
    .set({
      cancelled: 1,
      cancelled_words: words.trim(),
      revision: revision + 1,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
  return revision + 1
}
