import type { Booking, bookings as contract } from '#contract/bookings.ts'
import { mayReadCase } from '#db/domain/access/case-access.ts'
import { isClosed } from '#db/domain/case/status.ts'
import { halfKey } from '#db/domain/rota/days.ts'
import {
  type BookingRecord,
  listBookings,
  listBookingsBetween,
  onDutyBetween,
} from '#db/queries/bookings.ts'
import { conflictsByCase, type HalfConflicts } from '#db/queries/firm-conflicts.ts'
import { cancelBooking, saveBooking } from '#db/services/bookings.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { bookingChoices } from './booking-choices.ts'
import type { Handlers, QueryContext } from './context.ts'

type OnDuty = Awaited<ReturnType<typeof onDutyBetween>>

/** A name that only the head sees. */
const unnamed = '值班律师'

/** Days from the first to the last of some bookings. */
const stretchOf = (bookings: readonly BookingRecord[]) => {
  const days = bookings.map(({ date }) => date).toSorted()
  return { from: days[0], to: days.at(-1) }
}

const lawyersOf = (
  booking: BookingRecord,
  onDuty: OnDuty,
  conflicts: HalfConflicts,
  isHead: boolean,
): Booking['lawyers'] => {
  if (booking.cancelled) return []
  const firms = conflicts.get(halfKey(booking.date, booking.half))
  return onDuty
    .filter(
      ({ date, half, deskId }) =>
        date === booking.date &&
        half === booking.half &&
        (booking.deskId === undefined || booking.deskId === deskId),
    )
    .map(({ name, firmId, headOnly }) => ({
      name: headOnly && !isHead ? unnamed : name,
      conflict: firmId !== undefined && (firms?.has(firmId) ?? false),
    }))
}

/** Each with who is on duty then; the firms are compared with the parties of its own case only. */
async function withLawyers({ db, actor }: QueryContext, records: readonly BookingRecord[]) {
  const { from, to } = stretchOf(records)
  if (from === undefined || to === undefined) return []
  const onDuty = await onDutyBetween(db, from, to)
  const conflicts = await conflictsByCase(db, from, to)
  return records.map((record) => ({
    ...record,
    lawyers: lawyersOf(
      record,
      onDuty,
      conflicts.get(record.caseId) ?? new Map(),
      actor.role === 'head',
    ),
  }))
}

export const bookings: Handlers<typeof contract> = {
  async ofCase(context, { caseId }) {
    const row = await getCase(context.db, context.actor, caseId, mayReadCase)
    return {
      bookings: await withLawyers(context, await listBookings(context.db, caseId)),
      mayEdit: !isClosed(row.status),
    }
  },
  choices: bookingChoices,
  async between(context, { from, to }) {
    const booked = (await listBookingsBetween(context.db, from, to)).filter(({ access }) =>
      mayReadCase(context.actor, accessOf(access)),
    )
    const told = await withLawyers(
      context,
      booked.map(({ booking }) => booking),
    )
    return told.map((booking, index) => ({
      ...booking,
      caseNumber: booked[index]?.caseNumber ?? '',
      title: booked[index]?.title ?? '',
    }))
  },
  async save(context, { id, revision, caseId, booking }) {
    const { atTime, deskId, ...rest } = booking
    const saved = await saveBooking(context, id, revision, caseId, { ...rest, atTime, deskId })
    context.about('booking', saved.id)
    return saved
  },
  async cancel(context, { id, revision, words }) {
    context.about('booking', id)
    return { revision: await cancelBooking(context, id, revision, words) }
  },
}
