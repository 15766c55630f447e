import { parseLocalDate, yearOf } from '../local-date.ts'
import type { ParameterKey } from './parameters.ts'

type FigureForm = {
  unit: string
  /** Least and greatest value; `dates` is a list of days. */
  value: { min: string; max: string } | 'dates'
  /** What tells several figures of one key apart; none where there is only one. */
  variant?: RegExp
  /** One figure for the whole country: no calculator looks for one of a place. */
  national?: true
  /** The variant may be left out. */
  optionalVariant?: true
}

const money = { min: '1', max: '99999999' }
const share = { min: '0', max: '100' }
const months = { min: '0', max: '120' }
const grade = /^(?:[1-9]|10)$/u
const tier = /^[\p{L}\p{N}]{1,10}$/u

/** How each figure is written: the calculators reckon in these units. */
export const figureForms: Readonly<Record<ParameterKey, FigureForm>> = {
  payDaysPerMonth: { national: true, unit: '天', value: { min: '1', max: '31' } },
  monthlyMinimumWage: { unit: '元', value: money, variant: tier, optionalVariant: true },
  hourlyMinimumWage: { unit: '元', value: money, variant: tier, optionalVariant: true },
  averageMonthlyWage: { unit: '元', value: money },
  urbanDisposableIncome: { national: true, unit: '元', value: money },
  lprOneYear: { national: true, unit: '%', value: { min: '0.01', max: '30' } },
  lateInterestPerDay: { national: true, unit: '%', value: { min: '0.0001', max: '1' } },
  injuryDisabilityMonths: { national: true, unit: '月', value: months, variant: grade },
  injuryAllowancePercent: { national: true, unit: '%', value: share, variant: grade },
  injuryMedicalMonths: { unit: '月', value: months, variant: grade },
  injuryEmploymentMonths: { unit: '月', value: months, variant: grade },
  injuryTaperPercent: { unit: '%', value: share, variant: /^[0-4]$/u },
  injuryCarePercent: { national: true, unit: '%', value: share, variant: /^(?:full|most|part)$/u },
  statutoryHolidays: { national: true, unit: '日期', value: 'dates', variant: /^\d{4}$/u },
}

export type FigureFault =
  | 'invalid'
  | 'outOfRange'
  | 'wrongUnit'
  | 'wrongVariant'
  | 'wrongDates'
  | 'nationalOnly'

const decimal = /^\d{1,9}(?:\.\d{1,8})?$/u
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u

/**
 * A value as it is stored: half-width, without the commas of thousands, days parted by one space.
 * @policy issue 5: figures are kept as decimal text, so that no digit is lost
 */
export const figureText = (typed: string): string => {
  const text = typed.normalize('NFKC').trim()
  if (thousands.test(text)) return text.replaceAll(',', '')
  return text.replaceAll(/[\s,、;]+/gu, ' ')
}

/** Fewer places than eight, at most nine digits before the point: exact as a scaled whole number. */
const scaled = (text: string): bigint => {
  const [whole = '0', places = ''] = text.split('.')
  return BigInt(whole) * 100_000_000n + BigInt(places.padEnd(8, '0'))
}

const faultOfDates = (text: string, variant: string | undefined): FigureFault | undefined => {
  const days = text.split(' ').map((day) => parseLocalDate(day))
  const isSound = days.every(
    (day, index) =>
      day !== undefined &&
      String(yearOf(day)) === variant &&
      (index === 0 || (days[index - 1] ?? '') < day),
  )
  return isSound ? undefined : 'wrongDates'
}

/**
 * What is wrong with a figure that somebody enters, the first thing only.
 * @policy labour-calculators.md §0.3: a figure of another unit or form would give a wrong sum in silence
 */
export const figureFault = ({
  key,
  variant,
  region,
  value,
  unit,
}: {
  key: ParameterKey
  region: string
  variant?: string | undefined
  value: string
  unit: string
}): FigureFault | undefined => {
  const form = figureForms[key]
  if (unit !== form.unit) return 'wrongUnit'
  if (form.national && region !== 'CN') return 'nationalOnly'
  if (variant === undefined ? form.variant && !form.optionalVariant : !form.variant?.test(variant))
    return 'wrongVariant'
  if (form.value === 'dates') return faultOfDates(value, variant)
  if (!decimal.test(value)) return 'invalid'
  const { min, max } = form.value
  return scaled(value) < scaled(min) || scaled(value) > scaled(max) ? 'outOfRange' : undefined
}
