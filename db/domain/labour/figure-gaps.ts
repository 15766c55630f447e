import { type LocalDate, yearOf } from '../local-date.ts'
import { findParameter, type Parameter, type ParameterKey } from './parameters.ts'

export type FigureGap = { key: ParameterKey; variant?: string | undefined }

const grades = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))

/**
 * What the calculators would look up on a day in a place. Lump sums and their taper are a province's own.
 * @policy labour-calculators.md, "Parameters that vary"
 */
const wanted = (region: string, wageTier: string, on: LocalDate): FigureGap[] => {
  const each = (key: ParameterKey, variants: readonly string[]): FigureGap[] =>
    variants.map((variant) => ({ key, variant }))
  const isPlace = region !== 'CN'
  const tier = wageTier === '' ? undefined : wageTier
  return [
    { key: 'payDaysPerMonth' },
    ...(isPlace
      ? [
          { key: 'monthlyMinimumWage', variant: tier } as const,
          { key: 'averageMonthlyWage' } as const,
        ]
      : []),
    { key: 'urbanDisposableIncome' },
    { key: 'lprOneYear' },
    { key: 'lateInterestPerDay' },
    ...each('injuryDisabilityMonths', grades(1, 10)),
    ...each('injuryAllowancePercent', grades(1, 6)),
    ...each('injuryCarePercent', ['full', 'most', 'part']),
    ...(isPlace
      ? [
          ...each('injuryMedicalMonths', grades(5, 10)),
          ...each('injuryEmploymentMonths', grades(5, 10)),
        ]
      : []),
    ...each('statutoryHolidays', [String(yearOf(on))]),
  ]
}

/**
 * Figures of this place that nobody has entered for this day: what rests on them gives no result.
 * @policy labour-calculators.md §0.3: a gap is told, not filled by the figure of another day
 */
export const figureGaps = (
  parameters: readonly Parameter[],
  place: { region: string; wageTier: string },
  on: LocalDate,
): FigureGap[] =>
  wanted(place.region, place.wageTier, on).filter(
    ({ key, variant }) =>
      findParameter(parameters, { key, variant, region: place.region, on }).found === undefined,
  )
