import type { LocalDate } from '../local-date.ts'
import type { Calendar } from './days.ts'
import type { RotaHistory, RotaLawyer, RotaProblem } from './problem.ts'
import type { RotaWeights } from './weights.ts'

/** What is shared out fairly, each over the rolling year. */
export type FairnessKind = keyof RotaHistory
export const fairnessKinds = ['total', 'weekends', 'beforeHolidays'] as const

export const fairnessParts = {
  total: 'fairTotal',
  weekends: 'fairWeekends',
  beforeHolidays: 'fairBeforeHolidays',
} as const

export const fairnessNames: Readonly<Record<FairnessKind, string>> = {
  total: '值班',
  weekends: '休息日班',
  beforeHolidays: '节前班',
}

/** Fair number of duties by kind and lawyer, history and this rota together; a real number. */
export type ExpectedLoads = Readonly<Record<FairnessKind, ReadonlyMap<string, number>>>

/** @policy Weekends and days before holidays are shared out beside the total */
export const countsAs = (kind: FairnessKind, date: LocalDate, calendar: Calendar): boolean => {
  if (kind === 'weekends') return calendar.isOff(date)
  return kind === 'total' || calendar.isBeforeHoliday(date)
}

const turnOf = ({ share = 1, activeDays = 365 }: RotaLawyer) => share * (activeDays / 365)

/**
 * The fair share of each: all duties of the rolling year with this rota, divided by turns.
 * @policy A half turn or half a year with the centre is half a share
 */
export const expectedLoads = (problem: RotaProblem, calendar: Calendar): ExpectedLoads => {
  const turns = problem.lawyers.reduce((sum, lawyer) => sum + turnOf(lawyer), 0)
  const shareOut = (kind: FairnessKind) => {
    const demand = problem.shifts
      .filter(({ date }) => countsAs(kind, date, calendar))
      .reduce((sum, shift) => sum + shift.demand, 0)
    const all = problem.lawyers.reduce((sum, { history }) => sum + history[kind], demand)
    return new Map(
      problem.lawyers.map((lawyer) => [
        lawyer.id,
        turns > 0 ? (all * turnOf(lawyer)) / turns : all / problem.lawyers.length,
      ]),
    )
  }
  return {
    total: shareOut('total'),
    weekends: shareOut('weekends'),
    beforeHolidays: shareOut('beforeHolidays'),
  }
}

/**
 * Points of so many duties in all: the square of the distance from the fair share, rounded. Convex for every
 * whole weight, so each further duty costs no less than the one before.
 * @policy Distance from the fair share counts by its square, so the furthest is helped first
 */
export const loadCost = (weight: number, duties: number, expected: number): number =>
  Math.round(weight * (duties - expected) ** 2)

/** @policy The points of one more duty */
export const stepCost = (weight: number, duties: number, expected: number): number =>
  loadCost(weight, duties + 1, expected) - loadCost(weight, duties, expected)

/** @policy Each kind of fairness has a weight of its own */
export const fairnessWeight = (weights: RotaWeights, kind: FairnessKind): number =>
  weights[fairnessParts[kind]]
