import type { Deadline } from '../deadline/period.ts'
import type { ClockFacts } from './facts.ts'
import { type Clock, clocksOfFacts, type ClockLaw } from './running.ts'

/**
 * A clock as the one day to go by: where people set a day it stands for the counted one.
 * @policy rules.md §L: the earlier day is told, the rolled one beside it; undefined while no last day is known
 */
export const listedDay = ({ deadline }: Clock): Deadline | undefined => {
  const { ruleId, base, dueOn, remindOn, rolled, override, needsCalendar } = deadline
  if (dueOn === undefined) return undefined
  const { rollsOverWeekend, source } = deadline
  return {
    ruleId,
    base,
    raw: dueOn,
    rolled: override ? override.date : rolled,
    remindOn,
    needsCalendar: needsCalendar && !override,
    rollsOverWeekend,
    source,
  }
}

/** With what people did to it: pauses, longer periods, days set by hand. */
export type CountedEnd = Deadline & { isPaused: boolean }

const afterwards = ['E1', 'F1', 'E11'] as const
export type AfterSigning = (typeof afterwards)[number]

/** Ends of the periods that papers and routes are judged by, whether or not they have been kept. */
export type CountedEnds = {
  /** Several where the record does not know which procedure it was. */
  mediation: readonly CountedEnd[]
} & { readonly [Rule in AfterSigning]?: CountedEnd }

const mediation = ['C2', 'C3', 'C5', 'C6']

/**
 * When mediation, confirmation, review and enforcement of this case end, by the clocks of the case.
 * @policy issue 5 §1: one engine: no screen and no paper says another last day
 */
export const countedEnds = (law: ClockLaw, facts: ClockFacts): CountedEnds => {
  // What was done in time or is of no use any more had its last day all the same.
  const standing = { ...facts, status: 'effective' as const, applications: [] }
  const ends = clocksOfFacts(law, standing).flatMap((clock): CountedEnd[] => {
    const day = listedDay(clock)
    return day ? [{ ...day, isPaused: clock.deadline.isPaused }] : []
  })
  const of = (rule: AfterSigning) => {
    const end = ends.find(({ ruleId }) => ruleId === rule)
    return end ? { [rule]: end } : {}
  }
  return {
    mediation: ends.filter(({ ruleId }) => mediation.includes(ruleId)),
    ...of('E1'),
    ...of('F1'),
    ...of('E11'),
  }
}
