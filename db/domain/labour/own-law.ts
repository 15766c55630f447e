import type { LprRow } from '../agreement/lint/facts.ts'
import type { HolidayYear } from '../deadline/period.ts'
import { localDate } from '../local-date.ts'
import type { Parameter } from './parameters.ts'

/** A figure without a last day holds until another takes its place. */
const openEnd = localDate('9999-12-31')

/**
 * A year's table entered by the centre stands in place of the shipped one.
 * @policy issue 5: law, rates and holidays are dated data that a centre can enter
 */
export const mergeCalendar = (
  shipped: readonly HolidayYear[],
  own: readonly HolidayYear[],
): HolidayYear[] =>
  [...shipped.filter(({ year }) => own.every((one) => one.year !== year)), ...own].toSorted(
    (a, b) => a.year - b.year,
  )

/**
 * Whether two rows are the same figure of the same days: the one entered by the centre then stands for the other.
 * @policy issue 5: a shipped figure is replaced, never changed
 */
export const isSameFigure = (a: Parameter, b: Parameter): boolean =>
  a.key === b.key && a.variant === b.variant && a.region === b.region && a.validFrom === b.validFrom

/**
 * The one-year LPR as the linter of interest looks it up, the newest first: of two that overlap the newer holds.
 * @policy issue 5: one figure that a centre enters serves calculators and linter alike
 */
export const lprRows = (parameters: readonly Parameter[]): LprRow[] =>
  parameters
    .filter(({ key, region }) => key === 'lprOneYear' && region === 'CN')
    .map(({ validFrom, validTo, value }) => ({
      from: validFrom,
      to: validTo ?? openEnd,
      percent: value,
    }))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))

/**
 * A figure entered by the centre stands in place of the shipped one of the same key, variant, region and first day.
 * @policy issue 5: parameters are dated data that a centre can enter
 */
export const mergeParameters = (
  shipped: readonly Parameter[],
  own: readonly Parameter[],
): Parameter[] => [...shipped.filter((row) => !own.some((one) => isSameFigure(one, row))), ...own]
