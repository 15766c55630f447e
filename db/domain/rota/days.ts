import { addDays, type LocalDate, weekday } from '../local-date.ts'
import type { HalfDay, RotaProblem } from './problem.ts'

export type Calendar = {
  /** Saturday or Sunday that is not worked in exchange, or a legal day off. */
  isOff: (date: LocalDate) => boolean
  /** The last day before a legal holiday begins. */
  isBeforeHoliday: (date: LocalDate) => boolean
}

/**
 * @policy Fairness of weekends follows the State Council's notice: a worked Saturday (调休) is no weekend
 */
export const calendarOf = ({ holidays, workdays }: RotaProblem['calendar']): Calendar => {
  const off = new Set(holidays)
  const worked = new Set(workdays)
  return {
    isOff: (date) => off.has(date) || (weekday(date) > 5 && !worked.has(date)),
    isBeforeHoliday: (date) => !off.has(date) && off.has(addDays(date, 1)),
  }
}

/** @policy Limits per week run from Monday to Sunday */
export const weekOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date))

/** @policy Limits per month are those of the calendar month */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** @policy A half-day is the smallest piece of the rota: nobody sits at two desks in it */
export const halfKey = (date: LocalDate, half: HalfDay): string => `${date} ${half}`
