import type { LocalDate } from '../local-date.ts'

/**
 * With the centre on that day; the day of leaving is the first one without.
 * @policy Joined and left are days of the register
 */
export const isWithCentre = (
  { joinedOn, leftOn }: { joinedOn: LocalDate; leftOn?: LocalDate | undefined },
  on: LocalDate,
): boolean => joinedOn <= on && (leftOn === undefined || on < leftOn)

/**
 * How a firm's agreement stands on a day; both its days count.
 * @policy An agreement without dates is asked for, not guessed
 */
export const agreementOn = (
  {
    agreementFrom,
    agreementTo,
  }: { agreementFrom?: LocalDate | undefined; agreementTo?: LocalDate | undefined },
  on: LocalDate,
): 'inForce' | 'notYet' | 'over' | 'unknown' => {
  if (agreementFrom === undefined && agreementTo === undefined) return 'unknown'
  if (agreementFrom !== undefined && on < agreementFrom) return 'notYet'
  return agreementTo !== undefined && agreementTo < on ? 'over' : 'inForce'
}
