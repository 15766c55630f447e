import { addWorkdays, type HolidayYear } from '../deadline/period.ts'
import { addDays, localDate, localDateOf } from '../local-date.ts'
import type { ConsultationManner, ConsultationOutcome } from './register.ts'

type AnswerRule = {
  /** Calendar days keep the time of day: one day is 24 hours. */
  period: { unit: 'workday' | 'day'; count: number }
  source: string
  /** Day on which the source was read; it is a service guide, not a law. */
  checkedOn: string
  verified: boolean
}
const guide = { source: '公共法律服务咨询指南（摘录）', checkedOn: '2026-11-22', verified: false }

const rules: Readonly<Partial<Record<ConsultationManner, AnswerRule>>> = {
  letter: { period: { unit: 'workday', count: 7 }, ...guide },
  online: { period: { unit: 'day', count: 1 }, ...guide },
}

const lastMomentUtc = 'T15:59:59.999Z'

/**
 * Until when a letter or a question from the net is to be answered; undefined for what is answered on the spot, for
 * what is answered already, and where a year on the way has no table of days off.
 * @policy forms.md F26: letters within 7 working days, messages within 24 hours
 */
export const answerDueAt = (
  { manner, at, outcome }: Asked,
  calendar: readonly HolidayYear[],
): string | undefined => {
  const rule = rules[manner]
  if (!rule || (outcome !== undefined && outcome !== 'later')) return undefined
  const { unit, count } = rule.period
  if (unit === 'day') return `${addDays(localDate(at.slice(0, 10)), count)}${at.slice(10)}`
  const counted = addWorkdays(localDateOf(at), count, calendar)
  return counted.ok ? `${counted.day}${lastMomentUtc}` : undefined
}

type Asked = {
  manner: ConsultationManner
  at: string
  outcome?: ConsultationOutcome | undefined
}
