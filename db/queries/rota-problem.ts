import type { HolidayYear } from '../domain/deadline/period.ts'
import { addDays, localDate, type LocalDate } from '../domain/local-date.ts'
import type { Assignment, Pin, RotaProblem, RotaShift } from '../domain/rota/problem.ts'
import { type DatedWeights, type RotaWeights, weightsOn } from '../domain/rota/weights.ts'
import type { Reader, Row } from '../schema.ts'
import { bookedBetween } from './bookings.ts'
import { conflictFirmsBetween } from './firm-conflicts.ts'
import { rotaLawyers } from './rota-lawyers.ts'
import { getSetting } from './settings.ts'

/** What a rota is judged by beside the store: a context's `resources` are such tables. */
export type RotaTables = {
  readonly calendar: readonly HolidayYear[]
  readonly rotaWeights: () => readonly DatedWeights[]
}

/** A rota as the rules see it, with who sits where. */
export type ReadRota = {
  problem: RotaProblem
  assignments: Assignment[]
  /** Booked cases by shift. */
  booked: ReadonlyMap<string, number>
}

type Stretch = { from: LocalDate; to: LocalDate }

const daysAround = 31

/**
 * The problem of a rota, and who sits where: in the working copy (`seats`) or as people were told (`duties`).
 * @throws when there is no such rota, or no weights are in force on its first day
 */
export async function readRotaProblem(
  db: Reader,
  rotaId: string,
  tables: RotaTables,
  over: 'seats' | 'duties' = 'seats',
): Promise<ReadRota> {
  const rota = await db
    .selectFrom('rotas')
    .selectAll()
    .where('id', '=', rotaId)
    .executeTakeFirstOrThrow()
  const stretch = { from: localDate(rota.from_on), to: localDate(rota.to_on) }
  const seats = await db
    .selectFrom('rota_seats')
    .selectAll()
    .where('rota_id', '=', rotaId)
    .orderBy('put_at')
    .execute()
  const published = await publishedOf(db, rotaId)
  const assignments =
    over === 'duties'
      ? published
      : seats.map((seat) => ({ lawyer: seat.lawyer_id, shift: seat.shift_id }))
  const calendar = daysOff(tables.calendar)
  const named = new Set([...seats.map((seat) => seat.lawyer_id), ...published.map(lawyerIn)])
  const lawyers = await rotaLawyers(db, stretch, calendar, named)
  const known = new Set(lawyers.map(({ id }) => id))
  const settings = await getSetting(db, 'rota')
  const { shifts, booked } = await readShifts(db, rotaId, stretch)
  const stands = new Set(assignments.map(({ lawyer, shift }) => `${lawyer}|${shift}`))
  return {
    problem: {
      lawyers,
      firms: await readFirms(db),
      desks: await db
        .selectFrom('desks')
        .select(['id', 'name'])
        .orderBy('position')
        .orderBy('id')
        .execute(),
      shifts,
      pairings: await readPairings(db, known),
      pins: pinsOf(seats).filter(({ lawyer, shift }) => stands.has(`${lawyer}|${shift}`)),
      published,
      adjacent: await readAdjacent(db, rotaId, stretch, known),
      calendar,
      settings: { allowGaps: settings.allowGaps, conflicts: settings.conflicts },
      relaxed: JSON.parse(rota.relaxed) as string[],
      weights: weightsIn(tables, stretch.from),
    },
    assignments,
    booked,
  }
}

const lawyerIn = ({ lawyer }: Assignment) => lawyer

function weightsIn({ rotaWeights }: RotaTables, on: LocalDate): RotaWeights {
  const weights = weightsOn(rotaWeights(), on)
  if (!weights) throw new Error(`no weights of the rota are in force on ${on}`)
  return weights
}

const daysOff = (years: readonly HolidayYear[]): RotaProblem['calendar'] => ({
  holidays: years.flatMap(({ holidays }) => holidays),
  workdays: years.flatMap(({ workdays }) => workdays),
})

/** Whoever sits somewhere on purpose stays there, beside absences and conflicts. */
const pinsOf = (seats: readonly Row<'rota_seats'>[]): Pin[] =>
  seats
    .filter(({ pinned, knowingly }) => pinned === 1 || knowingly === 1)
    .map((seat) => ({
      lawyer: seat.lawyer_id,
      shift: seat.shift_id,
      ...(seat.knowingly === 1 ? { knowingly: true } : {}),
    }))

const publishedOf = (db: Reader, rotaId: string): Promise<Assignment[]> =>
  db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id as lawyer', 'd.shift_id as shift'])
    .where('s.rota_id', '=', rotaId)
    .where('d.state', '=', 'planned')
    .orderBy('d.id')
    .execute()

async function readFirms(db: Reader): Promise<RotaProblem['firms']> {
  const rows = await db.selectFrom('firms').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...(row.agreement_from === null ? {} : { agreementFrom: localDate(row.agreement_from) }),
    ...(row.agreement_to === null ? {} : { agreementTo: localDate(row.agreement_to) }),
  }))
}

async function readPairings(
  db: Reader,
  known: ReadonlySet<string>,
): Promise<RotaProblem['pairings']> {
  const rows = await db.selectFrom('lawyer_pairings').selectAll().orderBy('id').execute()
  return rows
    .filter((row) => known.has(row.one_id) && known.has(row.other_id))
    .map((row) => ({ lawyers: [row.one_id, row.other_id], kind: row.kind }))
}

/** Duties and seats of other rotas near this one, each half-day once. */
async function readAdjacent(
  db: Reader,
  rotaId: string,
  { from, to }: Stretch,
  known: ReadonlySet<string>,
): Promise<RotaProblem['adjacent']> {
  const within = [addDays(from, -daysAround), addDays(to, daysAround)] as const
  const duties = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id', 's.date', 's.half'])
    .where('s.rota_id', '!=', rotaId)
    .where('s.date', '>=', within[0])
    .where('s.date', '<=', within[1])
    .where('d.state', '=', 'planned')
    .execute()
  const seats = await db
    .selectFrom('rota_seats as r')
    .innerJoin('shifts as s', 's.id', 'r.shift_id')
    .select(['r.lawyer_id', 's.date', 's.half'])
    .where('s.rota_id', '!=', rotaId)
    .where('s.date', '>=', within[0])
    .where('s.date', '<=', within[1])
    .execute()
  const once = new Map(
    [...duties, ...seats]
      .filter((row) => known.has(row.lawyer_id))
      .map((row) => [`${row.lawyer_id} ${row.date} ${row.half}`, row]),
  )
  return [...once.values()].map((row) => ({
    lawyer: row.lawyer_id,
    date: localDate(row.date),
    half: row.half,
  }))
}

/** Shifts with what their booked cases ask; a booking for any desk stands with the first that is open then. */
async function readShifts(db: Reader, rotaId: string, { from, to }: Stretch) {
  const rows = await db
    .selectFrom('shifts as s')
    .innerJoin('desks as k', 'k.id', 's.desk_id')
    .selectAll('s')
    .where('s.rota_id', '=', rotaId)
    .orderBy('s.date')
    .orderBy('s.half', 'desc')
    .orderBy('k.position')
    .orderBy('s.id')
    .execute()
  const conflicts = await conflictFirmsBetween(db, from, to)
  const needs = new Map<string, RotaShift['needs'][number][]>()
  const booked = new Map<string, number>()
  for (const booking of await bookedBetween(db, from, to)) {
    const open = rows.filter(
      ({ date, half, demand }) => date === booking.date && half === booking.half && demand > 0,
    )
    const at = open.find((row) => row.desk_id === booking.deskId) ?? open[0]
    if (!at) continue
    booked.set(at.id, (booked.get(at.id) ?? 0) + 1)
    const asked = needs.get(at.id) ?? []
    needs.set(at.id, asked)
    for (const kind of ['field', 'language'] as const)
      if (booking[kind] !== '')
        asked.push({ kind, value: booking[kind], ...(booking.required ? { required: true } : {}) })
  }
  const shifts = rows.map((row): RotaShift => ({
    id: row.id,
    date: localDate(row.date),
    half: row.half,
    desk: row.desk_id,
    demand: row.demand,
    needs: onceEach(needs.get(row.id) ?? []),
    conflictFirms: [...(conflicts.get(`${row.date} ${row.half}`) ?? [])].toSorted(),
  }))
  return { shifts, booked }
}

/** The same wish of two cases is one need, the stricter of both. */
function onceEach(needs: readonly RotaShift['needs'][number][]): RotaShift['needs'] {
  const once = new Map<string, RotaShift['needs'][number]>()
  for (const need of needs.toSorted((a, b) => Number(a.required ?? 0) - Number(b.required ?? 0)))
    once.set(`${need.kind} ${need.value}`, need)
  return [...once.values()]
}
