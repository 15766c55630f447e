import type { LocalDate } from '#db/domain/local-date.ts'
import type { DutyWeek } from '#contract/duties.ts'

type Day = DutyWeek['days'][number]
type Shift = Day['shifts'][number]
type Half = Shift['half']
type Person = Shift['people'][number]

/** One desk in a half-day; it is named only where there are several. */
export type DeskCell = {
  shiftId: string
  deskName: string | undefined
  startsAt: string
  endsAt: string
  people: readonly Person[]
  /** Seats without anybody. */
  missing: number
}
export type WeekRow = {
  date: LocalDate
  /** 国庆节放假, 集市日 */
  words: string
  closed: boolean
  isToday: boolean
  isPast: boolean
  morning: readonly DeskCell[]
  afternoon: readonly DeskCell[]
}

const cellsOf = (day: Day, half: Half, named: boolean): DeskCell[] =>
  day.shifts
    .filter((shift) => shift.half === half && (shift.demand > 0 || shift.people.length > 0))
    .map((shift) => ({
      shiftId: shift.shiftId,
      deskName: named ? shift.deskName : undefined,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      people: shift.people,
      missing: Math.max(0, shift.demand - shift.people.length),
    }))

/** Monday to Sunday, a row for each day. */
export const weekRows = (week: Pick<DutyWeek, 'days'>, today: LocalDate): WeekRow[] => {
  const desks = new Set(week.days.flatMap(({ shifts }) => shifts.map(({ deskId }) => deskId)))
  return week.days.map((day) => {
    const morning = cellsOf(day, 'morning', desks.size > 1)
    const afternoon = cellsOf(day, 'afternoon', desks.size > 1)
    return {
      date: day.date,
      words: day.words,
      closed: morning.length === 0 && afternoon.length === 0,
      isToday: day.date === today,
      isPast: day.date < today,
      morning,
      afternoon,
    }
  })
}
