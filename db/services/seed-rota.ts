import { addDays, daysBetween, localDateOf, type LocalDate, weekday } from '../domain/local-date.ts'
import { halfKey, monthOf, weekOf } from '../domain/rota/days.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import { type BookedNeed, bookedBetween } from '../queries/bookings.ts'
import { conflictFirmsBetween } from '../queries/firm-conflicts.ts'
import { type LawyerRecord, listLawyers } from '../queries/lawyers.ts'
import type { Row, Tx } from '../schema.ts'
import { type ServedDuty, seedConsultations } from './seed-consultations.ts'
import type { LawyersSeed } from './seed-lawyers.ts'
import { plannedShifts } from './shift-plan.ts'

type Shift = {
  id: string
  rotaId: string
  date: LocalDate
  half: HalfDay
  startsAt: string
  endsAt: string
  demand: number
}
type Seat = { shift: Shift; lawyer: LawyerRecord; reason: string }

type PracticeDuty = Omit<ServedDuty, 'signedInAt'> & { signedInAt: string | null }
const wasThere = (duty: PracticeDuty): duty is ServedDuty => duty.signedInAt !== null

/** Of a wall clock in China. */
const instantAt = (date: LocalDate, time: string, minutes = 0) =>
  new Date(Date.parse(`${date}T${time}:00.000+08:00`) + minutes * 60_000).toISOString()

/** The Thursday before. */
const publishedAt = (from: LocalDate) => instantAt(addDays(from, -4), '10:00')

/** The last fortnight, and this week with the next, each published before it began, with what came of it. */
export async function seedRotas(tx: Tx, seed: LawyersSeed, monday: LocalDate) {
  const taken: Seat[] = []
  const served: ServedDuty[] = []
  for (const from of [addDays(monday, -14), monday]) {
    const to = addDays(from, 13)
    const shifts = await putRota(tx, seed, from, to)
    const seats = seatPeople(shifts, {
      lawyers: await listLawyers(tx),
      conflicts: await conflictFirmsBetween(tx, from, to),
      needs: (await bookedBetween(tx, from, to)).filter(({ required }) => required),
      before: taken,
    })
    taken.push(...seats)
    const duties = await publish(tx, seed, from, seats)
    served.push(...duties.filter(wasThere))
    if (from === monday) await putRequest(tx, seed, duties)
  }
  await seedConsultations(tx, seed, served)
}

async function putRota(
  tx: Tx,
  seed: LawyersSeed,
  from: LocalDate,
  to: LocalDate,
): Promise<Shift[]> {
  const at = publishedAt(from)
  const rotaId = seed.random.uuid(at)
  await tx
    .insertInto('rotas')
    .values({
      id: rotaId,
      from_on: from,
      to_on: to,
      solved: null,
      relaxed: '[]',
      revision: 1,
      created_by: seed.actor.id,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const shifts: Shift[] = []
  for (const day of await plannedShifts(tx, { from, to }, seed.calendar))
    for (const { deskId, half, startsAt, endsAt, demand } of day.shifts) {
      const id = seed.random.uuid(at)
      shifts.push({ id, rotaId, date: day.date, half, startsAt, endsAt, demand })
      await tx
        .insertInto('shifts')
        .values({
          id,
          rota_id: rotaId,
          desk_id: deskId,
          date: day.date,
          half,
          starts_at: startsAt,
          ends_at: endsAt,
          demand,
          words: day.words,
        })
        .execute()
    }
  return shifts
}

type Known = {
  lawyers: readonly LawyerRecord[]
  conflicts: ReadonlyMap<string, ReadonlySet<string>>
  /** Those that must be met. */
  needs: readonly BookedNeed[]
  before: readonly Seat[]
}

/** Whoever may sit there, knows what must be known, and has sat least; without anybody the seat stays empty. */
function seatPeople(
  shifts: readonly Shift[],
  { lawyers, conflicts, needs, before }: Known,
): Seat[] {
  const seats: Seat[] = []
  for (const shift of shifts)
    for (let place = 0; place < shift.demand; place += 1) {
      const all = [...before, ...seats]
      const count = (lawyer: LawyerRecord) =>
        all.filter((seat) => seat.lawyer.id === lawyer.id).length
      const asked = needs.filter(({ date, half }) => date === shift.date && half === shift.half)
      const unmet = ({ fields, languages }: LawyerRecord) =>
        asked.filter(
          ({ field, language }) =>
            !(field === '' || fields.includes(field)) ||
            !(language === '' || languages.includes(language)),
        ).length
      const firms = conflicts.get(halfKey(shift.date, shift.half))
      const [fittest] = lawyers
        .filter(({ firmId }) => firmId === undefined || !firms?.has(firmId))
        .filter((lawyer) => maySit(lawyer, shift, all))
        .toSorted((a, b) => unmet(a) - unmet(b) || count(a) - count(b) || (a.id < b.id ? -1 : 1))
      if (fittest) {
        const times = count(fittest)
        const reason = `轮到${fittest.name}：可值的人里排得最少，此前四周内 ${times} 次。`
        seats.push({ shift, lawyer: fittest, reason })
      }
    }
  return seats
}

/** The same rules as those of the rota, for people who have only the limits of the practice centre. */
function maySit(lawyer: LawyerRecord, shift: Shift, seats: readonly Seat[]): boolean {
  const { date, half } = shift
  const own = seats.filter((seat) => seat.lawyer.id === lawyer.id).map((seat) => seat.shift)
  const isAway = lawyer.days.some(
    (day) =>
      (day.kind === 'leave' || day.kind === 'unavailable') &&
      day.fromOn <= date &&
      date <= day.toOn &&
      (day.half === undefined || day.half === half),
  )
  const suits =
    lawyer.weekly === undefined ||
    lawyer.weekly.some((each) => each.weekday === weekday(date) && each.half === half)
  const within = (limit: number | undefined, of: (day: LocalDate) => string) =>
    limit === undefined || own.filter((each) => of(each.date) === of(date)).length < limit
  return (
    !isAway &&
    suits &&
    lawyer.joinedOn <= date &&
    own.every((each) => each.date !== date || (lawyer.twiceADay && each.half !== half)) &&
    own.every((each) => {
      const apart = Math.abs(daysBetween(each.date, date))
      return apart === 0 || apart > lawyer.restDays
    }) &&
    within(lawyer.perWeek, weekOf) &&
    within(lawyer.perMonth, monthOf)
  )
}

type Came = Pick<
  Row<'duties'>,
  | 'signed_in_at'
  | 'signed_out_at'
  | 'corrected_minutes'
  | 'corrected_reason'
  | 'corrected_by'
  | 'no_show'
  | 'no_show_words'
>
const notYet: Came = {
  signed_in_at: null,
  signed_out_at: null,
  corrected_minutes: null,
  corrected_reason: '',
  corrected_by: null,
  no_show: 0,
  no_show_words: '',
}

/** What came of a duty: most came a little early, one stayed longer, one forgot to sign out, one did not come. */
function came({ random, now, actor }: LawyersSeed, { shift }: Seat, index: number): Came {
  const { date, startsAt, endsAt } = shift
  if (instantAt(date, startsAt) >= now) return notYet
  const isOver = instantAt(date, endsAt, 15) < now
  if (isOver && index === 4)
    return { ...notYet, no_show: 1, no_show_words: '临时开庭，没有来得及说' }
  const inAt = instantAt(date, startsAt, random.int(-12, 0))
  const outAt = isOver && index !== 6 ? instantAt(date, endsAt, random.int(0, 15)) : null
  const signed = { ...notYet, signed_in_at: inAt, signed_out_at: outAt }
  if (!isOver || index !== 9) return signed
  return {
    ...signed,
    corrected_minutes: 240,
    corrected_reason: '来访人多，晚走一小时',
    corrected_by: actor.id,
  }
}

async function publish(
  tx: Tx,
  seed: LawyersSeed,
  from: LocalDate,
  seats: readonly Seat[],
): Promise<PracticeDuty[]> {
  const rotaId = seats[0]?.shift.rotaId
  if (rotaId === undefined) return []
  const at = publishedAt(from)
  const publicationId = seed.random.uuid(at)
  await tx
    .insertInto('rota_publications')
    .values({
      id: publicationId,
      rota_id: rotaId,
      version: 1,
      cause: 'publish',
      words: '',
      published_by: seed.actor.id,
      published_at: at,
    })
    .execute()
  const duties: PracticeDuty[] = []
  for (const [index, seat] of seats.entries()) {
    const dutyId = seed.random.uuid(at)
    const outcome = came(seed, seat, index)
    await putDuty(tx, seed, seat, { dutyId, at, outcome })
    await putNotice(tx, seed, publicationId, seat, { dutyId, at, index, last: seats.length - 2 })
    duties.push({
      dutyId,
      lawyerId: seat.lawyer.id,
      date: seat.shift.date,
      signedInAt: outcome.signed_in_at,
    })
  }
  return duties
}

/** Somebody without an account telephoned: the last duty ahead needs another. */
async function putRequest(tx: Tx, seed: LawyersSeed, duties: readonly PracticeDuty[]) {
  const accounts = (await listLawyers(tx)).filter(({ userId }) => userId !== undefined)
  const duty = duties.findLast(
    ({ lawyerId, date }) =>
      date > addDays(localDateOf(seed.now), 1) && !accounts.some(({ id }) => id === lawyerId),
  )
  if (!duty) return
  await tx
    .insertInto('rota_requests')
    .values({
      id: seed.random.uuid(seed.now),
      kind: 'cover',
      lawyer_id: duty.lawyerId,
      duty_id: duty.dutyId,
      partner_id: null,
      partner_duty_id: null,
      from_on: null,
      to_on: null,
      words: '电话里说那天要开庭，想请人代一班',
      state: 'asked',
      partner_answered_at: null,
      partner_answered_by: null,
      decided_at: null,
      decided_by: null,
      decided_words: '',
      by_staff: 1,
      revision: 1,
      created_by: seed.actor.id,
      created_at: seed.now,
      updated_at: seed.now,
    })
    .execute()
}

async function putDuty(
  tx: Tx,
  seed: LawyersSeed,
  { shift, lawyer, reason }: Seat,
  { dutyId, at, outcome }: { dutyId: string; at: string; outcome: Came },
) {
  await tx
    .insertInto('rota_seats')
    .values({
      shift_id: shift.id,
      lawyer_id: lawyer.id,
      rota_id: shift.rotaId,
      pinned: 0,
      knowingly: 0,
      origin: 'solver',
      reason,
      put_by: seed.actor.id,
      put_at: at,
    })
    .execute()
  await tx
    .insertInto('duties')
    .values({
      id: dutyId,
      shift_id: shift.id,
      lawyer_id: lawyer.id,
      starts_at: shift.startsAt,
      ends_at: shift.endsAt,
      state: 'planned',
      instead_of: null,
      sequence: 0,
      ...outcome,
      revision: 1,
      published_at: at,
      updated_at: outcome.signed_out_at ?? outcome.signed_in_at ?? at,
    })
    .execute()
  for (const [kind, signedAt] of [
    ['in', outcome.signed_in_at],
    ['out', outcome.signed_out_at],
  ] as const)
    if (signedAt !== null)
      await tx
        .insertInto('duty_signs')
        .values({
          id: seed.random.uuid(signedAt),
          duty_id: dutyId,
          lawyer_id: lawyer.id,
          kind,
          at: signedAt,
          source: 'pin',
          doubted: 0,
          recorded_by: null,
          recorded_at: signedAt,
        })
        .execute()
}

/** All but the last two that are still ahead have been told. */
async function putNotice(
  tx: Tx,
  seed: LawyersSeed,
  publicationId: string,
  { shift, lawyer }: Seat,
  { dutyId, at, index, last }: { dutyId: string; at: string; index: number; last: number },
) {
  const isTold = index < last || instantAt(shift.date, shift.startsAt) < seed.now
  await tx
    .insertInto('duty_notices')
    .values({
      id: seed.random.uuid(at),
      publication_id: publicationId,
      duty_id: dutyId,
      lawyer_id: lawyer.id,
      kind: 'added',
      told_at: isTold ? at : null,
      told_by: isTold ? seed.actor.id : null,
      channel: isTold ? (index % 3 === 0 ? 'phone' : 'message') : null,
    })
    .execute()
}
