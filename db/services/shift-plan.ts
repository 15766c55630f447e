import { SolarDay } from 'tyme4ts'
import type { HolidayYear } from '../domain/deadline/period.ts'
import type { LunarDay } from '../domain/duty/holiday-names.ts'
import { type PlannedDay, planDays } from '../domain/duty/open-days.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { listDesks, listOpeningDays } from '../queries/desks.ts'
import { getSetting } from '../queries/settings.ts'
import type { Reader } from '../schema.ts'

/** Of the lunar calendar; a leap month has the number of the month before it, negative. */
export const lunarDayOf = (date: LocalDate): LunarDay => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay()
  return { month: lunar.getMonth(), day: lunar.getDay() }
}

/** What is open on each day of a stretch by patterns, calendar, market and hand. */
export async function plannedShifts(
  db: Reader,
  { from, to }: { from: LocalDate; to: LocalDate },
  calendar: readonly HolidayYear[],
): Promise<PlannedDay[]> {
  const desks = await listDesks(db)
  const { marketDays } = await getSetting(db, 'rota')
  return planDays(from, to, {
    calendar,
    market: marketDays,
    openingDays: await listOpeningDays(db),
    deskIds: desks.map(({ id }) => id),
    patterns: desks.flatMap(({ id, patterns }) =>
      patterns.map((pattern) => ({ ...pattern, deskId: id })),
    ),
    lunarDayOf,
  })
}
