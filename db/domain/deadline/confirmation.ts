import type { LocalDate } from '../local-date.ts'
import { type Deadline, deadlineOf, type HolidayYear } from './period.ts'

/**
 * Both parties ask the court together within 30 days of the agreement taking effect.
 * @law 《民事诉讼法》第二百零五条;《人民调解法》第三十三条 (E1)
 */
export const confirmationDeadline = (
  effectiveOn: LocalDate,
  calendar: readonly HolidayYear[],
): Deadline =>
  deadlineOf(
    {
      ruleId: 'E1',
      period: { unit: 'day', count: 30 },
      source: '《民事诉讼法》第二百零五条、《人民调解法》第三十三条',
    },
    effectiveOn,
    calendar,
  )

/**
 * Enforcement is asked for within two years of the last day of performance.
 * @param lastDueOn of instalments the last one.
 * @law 《民事诉讼法》第二百五十条 (E11)
 */
export const enforcementDeadline = (
  lastDueOn: LocalDate,
  calendar: readonly HolidayYear[],
): Deadline =>
  deadlineOf(
    { ruleId: 'E11', period: { unit: 'year', count: 2 }, source: '《民事诉讼法》第二百五十条' },
    lastDueOn,
    calendar,
  )
