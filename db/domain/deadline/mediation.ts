import { isLabourDispute } from '../case/taxonomy.ts'
import type { LocalDate } from '../local-date.ts'
import { type Deadline, deadlineOf, type HolidayYear } from './period.ts'

/**
 * Finish within one month of acceptance; a labour dispute within 15 days of receiving the application.
 * @param receivedOn acceptance, or for a labour dispute the day the application came in.
 * @law 《人民调解工作若干规定》第三十六条 (C2);《劳动争议调解仲裁法》第十四条 (C3)
 */
export const mediationDeadline = (
  typeCode: string,
  receivedOn: LocalDate,
  calendar: readonly HolidayYear[],
): Deadline =>
  deadlineOf(
    isLabourDispute(typeCode)
      ? {
          ruleId: 'C3',
          period: { unit: 'day', count: 15 },
          source: '《劳动争议调解仲裁法》第十四条',
        }
      : {
          ruleId: 'C2',
          period: { unit: 'month', count: 1 },
          source: '《人民调解工作若干规定》第三十六条',
        },
    receivedOn,
    calendar,
  )
