import type { HolidayYear } from '../deadline/period.ts'
import type { LocalDate } from '../local-date.ts'

/** What the figure is called on paper. The keys are permanent: stored rows carry them. */
export const parameterNames = {
  payDaysPerMonth: '月计薪天数',
  monthlyMinimumWage: '月最低工资标准',
  hourlyMinimumWage: '小时最低工资标准',
  averageMonthlyWage: '上年度职工月平均工资',
  urbanDisposableIncome: '上一年度全国城镇居民人均可支配收入',
  lprOneYear: '一年期贷款市场报价利率（LPR）',
  lateInterestPerDay: '迟延履行期间加倍部分债务利息日利率',
  injuryDisabilityMonths: '一次性伤残补助金月数',
  injuryAllowancePercent: '伤残津贴比例',
  injuryMedicalMonths: '一次性工伤医疗补助金月数',
  injuryEmploymentMonths: '一次性伤残就业补助金月数',
  injuryTaperPercent: '一次性伤残就业补助金按距退休年限支付的比例',
  injuryCarePercent: '生活护理费比例',
  statutoryHolidays: '法定节假日（加班支付300%的日子）',
} as const

export type ParameterKey = keyof typeof parameterNames

/**
 * A dated figure: it holds from its first to its last day, both included, in its region and nowhere else.
 * `region` is 'CN' or a six-digit code of GB/T 2260; `value` is text, so that no digit is lost.
 */
export type Parameter = {
  key: ParameterKey
  /** Grade, tier or year, where one key has several figures. */
  variant?: string | undefined
  region: string
  value: string
  unit: string
  validFrom: LocalDate
  validTo?: LocalDate | undefined
  /** The document that says so, with its number. */
  document: string
  url?: string | undefined
  checkedOn?: LocalDate | undefined
  /** The document itself has been read and compared. */
  verified: boolean
  package: string
}

/** What the calculators look up; a figure or a year that is not in here is not known. */
export type LabourTables = {
  parameters: readonly Parameter[]
  calendar: readonly HolidayYear[]
}

export type ParameterQuery = {
  key: ParameterKey
  variant?: string | undefined
  region?: string | undefined
  on: LocalDate
}

/** The region itself, its city, its province, the country. */
const regionsOf = (region: string | undefined): string[] =>
  region !== undefined && /^\d{6}$/.test(region)
    ? [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, 'CN'])]
    : ['CN']

const holdsOn = ({ validFrom, validTo }: Parameter, on: LocalDate): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo)

export type FoundParameter = {
  found?: Parameter | undefined
  /** Rows that would fit on another day: the figure is known, but not for this date. */
  otherDays: readonly Parameter[]
}

/**
 * The figure of the day: that of the nearest region around, the newest when two overlap; never one of another day.
 * @policy labour-calculators.md §0.3: a date outside the validity of a figure is told, not extrapolated
 */
export const findParameter = (
  parameters: readonly Parameter[],
  { key, variant, region, on }: ParameterQuery,
): FoundParameter => {
  const regions = regionsOf(region)
  const fitting = parameters.filter(
    (row) => row.key === key && row.variant === variant && regions.includes(row.region),
  )
  const [found] = fitting
    .filter((row) => holdsOn(row, on))
    .toSorted(
      (a, b) =>
        regions.indexOf(a.region) - regions.indexOf(b.region) ||
        (a.validFrom < b.validFrom ? 1 : -1),
    )
  return { found, otherDays: found ? [] : fitting }
}
