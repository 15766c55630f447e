import { caseStatuses, isClosed } from '../domain/case/status.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader, Row } from '../schema.ts'

/** What a booked half-day asks of whoever is on duty; the case is not told. */
export type BookedNeed = {
  date: LocalDate
  half: HalfDay
  /** Absent: any desk. */
  deskId: string | undefined
  /** '' for nothing. */
  field: string
  language: string
  required: boolean
}

const closed = caseStatuses.filter(isClosed)

/** Bookings that stand, of cases that are not closed, by day. */
export async function bookedBetween(
  db: Reader,
  from: LocalDate,
  to: LocalDate,
): Promise<BookedNeed[]> {
  const rows = await db
    .selectFrom('bookings as b')
    .innerJoin('cases as c', 'c.id', 'b.case_id')
    .select(['b.date', 'b.half', 'b.desk_id', 'b.field', 'b.language', 'b.required'])
    .where('b.cancelled', '=', 0)
    .where('b.date', '>=', from)
    .where('b.date', '<=', to)
    .where('c.status', 'not in', closed)
    .orderBy('b.date')
    .orderBy('b.id')
    .execute()
  return rows.map((row) => ({
    date: row.date as LocalDate,
    half: row.half,
    deskId: row.desk_id ?? undefined,
    field: row.field,
    language: row.language,
    required: row.required === 1,
  }))
}

export type BookingRecord = {
  id: string
  revision: number
  caseId: string
  date: LocalDate
  half: HalfDay
  atTime: string | undefined
  deskId: string | undefined
  deskName: string | undefined
  field: string
  language: string
  required: boolean
  words: string
  cancelled: boolean
  cancelledWords: string
}

const bookingRows = (db: Reader) =>
  db
    .selectFrom('bookings as b')
    .leftJoin('desks as d', 'd.id', 'b.desk_id')
    .selectAll('b')
    .select('d.name as desk_name')

const recordOf = (row: Row<'bookings'> & { desk_name: string | null }): BookingRecord => ({
  id: row.id,
  revision: row.revision,
  caseId: row.case_id,
  date: row.date as LocalDate,
  half: row.half,
  atTime: row.at_time ?? undefined,
  deskId: row.desk_id ?? undefined,
  deskName: row.desk_name ?? undefined,
  field: row.field,
  language: row.language,
  required: row.required === 1,
  words: row.words,
  cancelled: row.cancelled === 1,
  cancelledWords: row.cancelled_words,
})

/** All bookings of a case, cancelled ones too, the latest first. */
export async function listBookings(db: Reader, caseId: string): Promise<BookingRecord[]> {
  const rows = await bookingRows(db)
    .where('b.case_id', '=', caseId)
    .orderBy('b.date', 'desc')
    .orderBy('b.half')
    .orderBy('b.id')
    .execute()
  return rows.map(recordOf)
}

export async function findBooking(db: Reader, id: string): Promise<BookingRecord | undefined> {
  const row = await bookingRows(db).where('b.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** Bookings that stand of a stretch with what decides who may see their cases, by day. */
export async function listBookingsBetween(db: Reader, from: LocalDate, to: LocalDate) {
  const rows = await bookingRows(db)
    .innerJoin('cases as c', 'c.id', 'b.case_id')
    .select(['c.case_number', 'c.title', 'c.status', 'c.created_by as case_by', 'c.mediator_id'])
    .where('b.cancelled', '=', 0)
    .where('b.date', '>=', from)
    .where('b.date', '<=', to)
    .orderBy('b.date')
    .orderBy('b.half', 'desc')
    .orderBy('b.at_time')
    .orderBy('b.id')
    .execute()
  return rows.map((row) => ({
    booking: recordOf(row),
    caseNumber: row.case_number,
    title: row.title,
    access: { status: row.status, created_by: row.case_by, mediator_id: row.mediator_id },
  }))
}

/** Who is on duty, by day, half-day and desk. */
export async function onDutyBetween(db: Reader, from: LocalDate, to: LocalDate) {
  const rows = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .innerJoin('lawyers as l', 'l.id', 'd.lawyer_id')
    .select(['s.date', 's.half', 's.desk_id', 'l.name', 'l.firm_id', 'l.head_only'])
    .where('d.state', '=', 'planned')
    .where('s.date', '>=', from)
    .where('s.date', '<=', to)
    .orderBy('s.date')
    .orderBy('l.initials')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    date: row.date as LocalDate,
    half: row.half,
    deskId: row.desk_id,
    name: row.name,
    firmId: row.firm_id ?? undefined,
    headOnly: row.head_only === 1,
  }))
}
