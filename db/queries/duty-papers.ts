import { sumServed } from '../domain/duty/hours.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader } from '../schema.ts'
import { listCounts } from './duty-counts.ts'
import { listDuties, listPublishedShifts, type DutyRecord } from './duties.ts'
import { listLawyers, type LawyerRecord } from './lawyers.ts'

type Stretch = { from: LocalDate; to: LocalDate }

export type PaperSeat = {
  dutyId: string
  name: string
  hidden: boolean
  firm: string
  licenceNumber: string
  phone: string
  insteadOfName: string | undefined
  signedInAt: string | undefined
  signedOutAt: string | undefined
  noShow: boolean
  visitors: number
}
export type PaperShift = {
  date: LocalDate
  half: HalfDay
  /** HH:MM */
  startsAt: string
  endsAt: string
  deskName: string
  place: string
  demand: number
  seats: PaperSeat[]
}

/** Instead of the name of somebody whom only the head sees: a paper hangs where all can read it. */
const hiddenName = '值班律师'

const shortFirm = ({ firmShortName, firmName }: LawyerRecord): string =>
  firmShortName ?? firmName ?? ''

const seatOf = (
  duty: DutyRecord,
  lawyer: LawyerRecord | undefined,
  visitors: ReadonlyMap<string, number>,
): PaperSeat => {
  const { id, insteadOf, signedInAt, signedOutAt, noShow } = duty
  const isHidden = duty.headOnly || !lawyer
  return {
    dutyId: id,
    name: isHidden ? hiddenName : lawyer.name,
    hidden: isHidden,
    firm: isHidden ? '' : shortFirm(lawyer),
    licenceNumber: isHidden ? '' : lawyer.licenceNumber,
    phone: isHidden ? '' : lawyer.phone,
    insteadOfName: insteadOf && (insteadOf.headOnly ? hiddenName : insteadOf.name),
    signedInAt,
    signedOutAt,
    noShow,
    visitors: visitors.get(id) ?? 0,
  }
}

const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Half-days of published rotas with who sits there, by day, time and desk; nobody named whom only the head sees. */
export async function publishedSeats(
  db: Reader,
  stretch: Stretch,
  deskId?: string,
): Promise<PaperShift[]> {
  const desks = await db.selectFrom('desks').select(['id', 'place']).execute()
  const places = new Map(desks.map(({ id, place }) => [id, place]))
  const lawyers = new Map((await listLawyers(db)).map((lawyer) => [lawyer.id, lawyer]))
  const visitors = countedBy(await listCounts(db, stretch), ({ dutyId }) => dutyId)
  const planned = (await listDuties(db, stretch)).filter(({ state }) => state === 'planned')
  const duties = groupedBy(planned, ({ shiftId }) => shiftId)
  return (await listPublishedShifts(db, stretch))
    .filter((shift) => deskId === undefined || shift.deskId === deskId)
    .map(({ id, date, half, startsAt, endsAt, deskId: desk, deskName, demand }) => ({
      date,
      half,
      startsAt,
      endsAt,
      deskName,
      place: places.get(desk) ?? '',
      demand,
      seats: (duties.get(id) ?? []).map((duty) =>
        seatOf(duty, lawyers.get(duty.lawyerId), visitors),
      ),
    }))
}

/** Consultations by whatever `keyOf` tells of each count. */
const countedBy = (
  counts: Awaited<ReturnType<typeof listCounts>>,
  keyOf: (count: { lawyerId: string; dutyId: string | undefined }) => string | undefined,
): Map<string, number> => {
  const found = new Map<string, number>()
  for (const count of counts) {
    const key = keyOf(count)
    if (key !== undefined) found.set(key, (found.get(key) ?? 0) + count.count)
  }
  return found
}

export type LawyerHours = ReturnType<typeof sumServed> & {
  lawyerId: string
  userId: string | undefined
  headOnly: boolean
  name: string
  firm: string
  firmFullName: string
  licenceNumber: string
  consultations: number
}

/** What everybody did in a stretch who was with the centre in it or did anything; by name. */
export async function hoursBetween(
  db: Reader,
  stretch: Stretch,
  now: string,
): Promise<LawyerHours[]> {
  const { from, to } = stretch
  const duties = groupedBy(await listDuties(db, stretch), ({ lawyerId }) => lawyerId)
  const visitors = countedBy(await listCounts(db, stretch), ({ lawyerId }) => lawyerId)
  return (await listLawyers(db)).flatMap((lawyer) => {
    const { id, joinedOn, leftOn, userId, headOnly, name, licenceNumber } = lawyer
    const served = sumServed(duties.get(id) ?? [], now)
    const consultations = visitors.get(id) ?? 0
    const wasThere = joinedOn <= to && (leftOn === undefined || leftOn > from)
    if (!wasThere && served.duties + served.noShows + consultations === 0) return []
    return {
      ...served,
      lawyerId: id,
      userId,
      headOnly,
      name,
      firm: shortFirm(lawyer),
      firmFullName: lawyer.firmName ?? '',
      licenceNumber,
      consultations,
    }
  })
}

export type MonthServed = { month: string; duties: number; minutes: number }

/** Of one person month by month (YYYY-MM), months without any left out. */
export async function monthsServed(
  db: Reader,
  lawyerId: string,
  stretch: Stretch,
  now: string,
): Promise<MonthServed[]> {
  const duties = await listDuties(db, { ...stretch, lawyerId })
  return [...groupedBy(duties, ({ date }) => date.slice(0, 7))].flatMap(([month, of]) => {
    const { duties: count, minutes } = sumServed(of, now)
    return count === 0 ? [] : [{ month, duties: count, minutes }]
  })
}
