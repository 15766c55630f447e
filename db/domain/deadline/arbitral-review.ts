import type { LocalDate } from '../local-date.ts'
import { type Deadline, deadlineOf, type HolidayYear } from './period.ts'

/**
 * Of a labour agreement both sides may ask the arbitration commission for a review within 15 days.
 * @law 《劳动人事争议仲裁办案规则》第七十四条 (F1)
 */
export const arbitralReviewDeadline = (
  effectiveOn: LocalDate,
  calendar: readonly HolidayYear[],
): Deadline =>
  deadlineOf(
    {
      ruleId: 'F1',
      period: { unit: 'day', count: 15 },
      source: '《劳动人事争议仲裁办案规则》第七十四条',
    },
    effectiveOn,
    calendar,
  )
