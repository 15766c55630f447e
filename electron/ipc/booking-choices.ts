import type { bookings as contract } from '#contract/bookings.ts'
import { mayReadCase } from '#db/domain/access/case-access.ts'
import { isWithCentre } from '#db/domain/duty/membership.ts'
import { addDays, formatChineseTime, localDateOf } from '#db/domain/local-date.ts'
import { bookedBetween, onDutyBetween } from '#db/queries/bookings.ts'
import { conflictsOfCase } from '#db/queries/case-conflicts.ts'
import { listDesks } from '#db/queries/desks.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { getCase } from '#db/services/case-access.ts'
import { plannedShifts } from '#db/services/shift-plan.ts'
import type { HandlerOf } from './context.ts'

/** Days that can be chosen at a glance; a later one is typed. */
const ahead = 14
const halves = ['morning', 'afternoon'] as const
/** A name that only the head sees. */
const unnamed = '值班律师'

const sorted = (words: readonly string[]): string[] =>
  [...new Set(words)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

export const bookingChoices: HandlerOf<(typeof contract)['choices']> = async (
  { db, actor, now, resources },
  { caseId },
) => {
  await getCase(db, actor, caseId, mayReadCase)
  const from = localDateOf(now)
  const to = addDays(from, ahead)
  const clock = formatChineseTime(now).slice(-5)
  const names = new Map((await listDesks(db)).map(({ id, name }) => [id, name]))
  const onDuty = await onDutyBetween(db, from, to)
  const booked = await bookedBetween(db, from, to)
  const isConflict = await conflictsOfCase(db, caseId)
  const known = (await listLawyers(db)).filter((lawyer) => isWithCentre(lawyer, from))
  const days = await plannedShifts(db, { from, to }, resources.calendar)
  return {
    halfDays: days.flatMap(({ date, words, shifts }) =>
      halves.flatMap((half) => {
        const open = shifts.filter(
          (shift) => shift.half === half && (date !== from || shift.endsAt > clock),
        )
        if (open.length === 0) return []
        return {
          date,
          half,
          words,
          desks: open.map(({ deskId, startsAt, endsAt }) => ({
            deskId,
            name: names.get(deskId) ?? '',
            startsAt,
            endsAt,
          })),
          lawyers: onDuty
            .filter((duty) => duty.date === date && duty.half === half)
            .map(({ name, firmId, headOnly }) => ({
              name: headOnly && actor.role !== 'head' ? unnamed : name,
              conflict: firmId !== undefined && isConflict(firmId, date),
            })),
          booked: booked.filter((each) => each.date === date && each.half === half).length,
        }
      }),
    ),
    fields: sorted(known.flatMap(({ fields }) => fields)),
    languages: sorted(known.flatMap(({ languages }) => languages)),
  }
}
