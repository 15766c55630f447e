import type { duties as contract } from '#contract/duties.ts'
import { isAtRisk, isOver, minutesServed } from '#db/domain/duty/hours.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { listCounts } from '#db/queries/duty-counts.ts'
import {
  type DutyRecord,
  listDoubted,
  listDuties,
  listPublishedShifts,
} from '#db/queries/duties.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Handlers, QueryContext } from '../context.ts'
import { lineOf } from './lines.ts'

type Day = Awaited<ReturnType<Handlers<typeof contract>['day']>>

/** One day at the desk; a person who did not come stays on it, also when somebody else took the place. */
export async function dutyDay(context: QueryContext, { date }: { date: LocalDate }): Promise<Day> {
  const { db, actor, now } = context
  const stretch = { from: date, to: date }
  const { lateAfterMinutes } = await getSetting(db, 'rota')
  const all = await listDuties(db, stretch)
  const doubted = await listDoubted(
    db,
    all.map(({ id }) => id),
  )
  const visitors = visitorsOf(all, await listCounts(db, stretch))
  const shown = (duty: DutyRecord) => ({
    ...lineOf(duty, actor),
    lawyerId: duty.lawyerId,
    lawyerName: duty.lawyerName,
    firmName: duty.firmName,
    phone: duty.phone,
    revision: duty.revision,
    minutes: minutesServed(duty),
    ...(duty.correctedMinutes === undefined ? {} : { correctedMinutes: duty.correctedMinutes }),
    correctedReason: duty.correctedReason,
    noShow: duty.noShow,
    noShowWords: duty.noShowWords,
    atRisk: isAtRisk(duty, now, lateAfterMinutes),
    over: isOver(duty, now),
    doubted: doubted.has(duty.id),
    visitors: visitors.get(duty.id) ?? 0,
  })
  const shifts = await listPublishedShifts(db, stretch)
  return {
    date,
    shifts: shifts.map(({ id: shiftId, half, startsAt, endsAt, deskId, deskName, demand }) => {
      const here = all.filter((duty) => duty.shiftId === shiftId)
      const planned = here.filter(({ state }) => state === 'planned')
      const told = here.filter(({ state, noShow }) => state === 'planned' || noShow)
      return {
        shiftId,
        half,
        startsAt,
        endsAt,
        deskId,
        deskName,
        missing: Math.max(0, demand - planned.length),
        hidden: planned.filter((duty) => !maySeeLawyer(actor, duty)).length,
        duties: told.filter((duty) => maySeeLawyer(actor, duty)).map(shown),
      }
    }),
  }
}

type Counted = Awaited<ReturnType<typeof listCounts>>

/** By duty; what names none belongs to the person's first one of that day. */
function visitorsOf(all: readonly DutyRecord[], counted: Counted): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { dutyId, lawyerId, date, count } of counted) {
    const own = all.filter((duty) => duty.lawyerId === lawyerId && duty.date === date)
    const at = own.find(({ id }) => id === dutyId) ?? own.find(({ state }) => state === 'planned')
    if (at) sums.set(at.id, (sums.get(at.id) ?? 0) + count)
  }
  return sums
}
