import type { LocalDate } from '../../local-date.ts'

/** Day 1 of the first lunar month, per year. */
export type SpringFestivals = Readonly<Record<number, LocalDate>>

/**
 * A time told in the text. `by` is a last day or a day; `start` a first day; `vague` cannot be made a date.
 * `isExact`: the calendar date itself was said, so the words add nothing.
 */
export type FoundDate = {
  from: number
  to: number
  role: 'by' | 'start' | 'vague'
  date?: LocalDate
  isExact: boolean
  /** Its year was told and it lies before the day of reading: no promise, a report. */
  isOver?: boolean
  /** Said without a year, so that a neighbour may decide the year. */
  yearless?: { month: number; day: number | 'last' }
}
