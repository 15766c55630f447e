import type { DutyLine } from '#contract/duty-line.ts'
import { hasBegun } from '#db/domain/duty/half-day.ts'
import type { LocalDate } from '#db/domain/local-date.ts'

const daysOffered = 10

/** Days on which somebody sat or sits, also who signed in before the shift began; the newest first, each once. */
export const deskDays = (
  duties: readonly Pick<DutyLine, 'date' | 'startsAt' | 'state' | 'signedInAt'>[],
  now: string,
): LocalDate[] =>
  [
    ...new Set(
      duties
        .filter((duty) => duty.state === 'planned' && (duty.signedInAt || hasBegun(duty, now)))
        .map(({ date }) => date),
    ),
  ]
    .toSorted((one, other) => (one < other ? 1 : -1))
    .slice(0, daysOffered)
