import { Big } from 'big.js'
import { formatChineseDate, localDate, type LocalDate, yearOf } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, figureOf, numberWords, type Sheet, type Sourced } from './calc-sheet.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import { atLeastMinimumWage, type Place } from './wage-base.ts'

export const overtimeKinds = {
  weekday: { text: '平日延长工作时间', percent: 150 },
  restDay: { text: '休息日加班', percent: 200 },
  holiday: { text: '法定节假日加班', percent: 300 },
} as const

export type OvertimeKind = keyof typeof overtimeKinds

/** So many hours or days of one kind; with `on` it is one day, and the day is checked. */
export type OvertimeEntry = {
  kind: OvertimeKind
  hours?: number | undefined
  days?: number | undefined
  /** Units beyond the quota, for piece work. */
  units?: number | undefined
  on?: LocalDate | undefined
  /** Rest day with time off in lieu: nothing more is due. */
  timeOffGiven?: boolean | undefined
}

export type OvertimeInput = Sourced &
  Place & {
    /** Working-hours system. */
    mode: 'hourly' | 'piece' | 'comprehensive' | 'irregular'
    /** Last day of the time covered: the law of that day applies. */
    on: LocalDate
    /** How many months the entries cover. */
    months: number
    baseFen?: Fen | undefined
    minimumWageFen?: Fen | undefined
    /** Price of one unit in yuan, as text. */
    unitPrice?: string | undefined
    entries: readonly OvertimeEntry[]
    circumstances?: Circumstances | undefined
  }

type Quantity = { unit: 'hours' | 'days' | 'units'; count: number }

const quantityOf = (sheet: Sheet, entry: OvertimeEntry, path: string, mode: string) => {
  const given = (['hours', 'days', 'units'] as const).filter((unit) => entry[unit] !== undefined)
  const [unit] = given
  if (unit === undefined || given.length > 1) {
    if (unit === undefined) sheet.missing(path, mode === 'piece' ? '件数' : '加班小时或天数')
    else sheet.refuse('contradiction', path, '小时、天数、件数只填一项。')
    return undefined
  }
  const fits = mode === 'piece' ? unit === 'units' : unit !== 'units'
  if (!fits) sheet.refuse('contradiction', `${path}.${unit}`, '计件的填件数，其他的填小时或天数。')
  sheet.checkNumber(`${path}.${unit}`, '加班数量', entry[unit], { min: 0, max: 1_000_000 })
  return { unit, count: entry[unit] ?? 0 } satisfies Quantity
}

/** A day that is given is held against the table of the thirteen days. */
const checkDay = (sheet: Sheet, { kind, on }: OvertimeEntry, path: string): void => {
  if (on === undefined) return
  const query = { key: 'statutoryHolidays', variant: String(yearOf(on)), on } as const
  const table = sheet.parameterIfKnown(query)
  if (table === undefined) {
    sheet.warn('holidaysNotKnown', `没有${yearOf(on)}年法定节假日表，未核对加班日期。`)
    return
  }
  const isHoliday = table.split(' ').includes(on)
  const day = formatChineseDate(on)
  if (kind === 'holiday' && !isHoliday)
    sheet.refuse('contradiction', `${path}.kind`, `${day}不是法定节假日，不适用300%。`)
  if (kind !== 'holiday' && isHoliday)
    sheet.warn('holidayAsOther', `${day}是法定节假日，应当按300%计算。`)
}

const warnOfLimits = (sheet: Sheet, { entries, months }: OvertimeInput): void => {
  const hours = entries.reduce(
    (sum, entry) => sum.plus(entry.hours ?? 0).plus(new Big(entry.days ?? 0).times(8)),
    new Big(0),
  )
  if (hours.gt(36 * months))
    sheet.warn(
      'overMonthlyLimit',
      `加班${numberWords(hours)}小时，超过每月36小时的上限（共${months}个月）。`,
    )
  for (const { kind, on, hours: ofDay = 0 } of entries)
    if (kind === 'weekday' && on !== undefined && ofDay > 3)
      sheet.warn(
        'overDailyLimit',
        `${formatChineseDate(on)}延长${ofDay}小时，超过每日3小时的上限。`,
      )
}

/** Kept as a fraction: multiplied before it is divided. */
type Rate = { fen: Big; divisor: Big; words: string }
type Rates = (unit: Quantity['unit']) => Rate

const ratesOf = (sheet: Sheet, input: OvertimeInput): Rates | undefined => {
  const { mode, unitPrice, baseFen, on } = input
  if (mode === 'piece') {
    sheet.checkDecimal('unitPrice', '计件单价', unitPrice)
    if (sheet.refused || unitPrice === undefined) return undefined
    const fen = new Big(unitPrice).times(100)
    return () => ({ fen, divisor: new Big(1), words: `${unitPrice}元` })
  }
  sheet.checkFen('baseFen', '加班工资计算基数（月）', baseFen)
  const payDays = sheet.parameter({ key: 'payDaysPerMonth', on }, 'on')
  if (sheet.refused || payDays === undefined || baseFen === undefined) return undefined
  const base = atLeastMinimumWage(sheet, figureOf(baseFen), input, on)
  const day: Rate = {
    fen: base.exact,
    divisor: new Big(payDays),
    words: `${base.words}÷${payDays}`,
  }
  const hour = { fen: day.fen, divisor: day.divisor.times(8), words: `${day.words}÷8` }
  return (unit) => (unit === 'hours' ? hour : day)
}

const unitWords = { hours: '小时', days: '天', units: '件' } as const

type Counted = { entry: OvertimeEntry; quantity: Quantity }

const writeEntry = (sheet: Sheet, mode: string, { entry, quantity }: Counted, rates: Rates) => {
  const { text, percent } = overtimeKinds[entry.kind]
  const counted = `${numberWords(quantity.count)}${unitWords[quantity.unit]}`
  if (entry.kind === 'restDay' && entry.timeOffGiven === true) {
    sheet.step(`${text}${counted}已安排补休，不另付加班工资。`)
    return
  }
  const rate = rates(quantity.unit)
  const exact = rate.fen.times(quantity.count).times(percent).div(rate.divisor.times(100))
  const day = entry.on === undefined ? '' : `（${formatChineseDate(entry.on)}）`
  const name = mode === 'comprehensive' && entry.kind === 'weekday' ? '周期内超时' : text
  sheet.line(`${name}${day}`, `${rate.words}×${counted}×${percent}%`, exact)
}

const countedOf = (sheet: Sheet, { mode, entries }: OvertimeInput): Counted[] => {
  if (entries.length === 0) sheet.missing('entries', '加班情况')
  return entries.flatMap((entry, index) => {
    const path = `entries.${index}`
    if (mode === 'comprehensive' && entry.kind === 'restDay')
      sheet.refuse(
        'contradiction',
        `${path}.kind`,
        '综合计算工时的，周期内超时按150%，法定节假日按300%，不单算休息日。',
      )
    checkDay(sheet, entry, path)
    const quantity = quantityOf(sheet, entry, path, mode)
    return quantity ? [{ entry, quantity }] : []
  })
}

/**
 * Overtime at 150, 200 and 300 per cent: by the hour or day of the month's wage, by the unit beyond the quota, or by
 * the excess over a period of comprehensive hours.
 * @law 《劳动法》第四十一条、第四十四条;《工资支付暂行规定》第十三条;《全国年节及纪念日放假办法》 (V9–V10b)
 */
export const overtime = calculator<OvertimeInput>('overtime', 1, (sheet, input) => {
  warnOfCircumstances(sheet, input.circumstances)
  sheet.checkInForce('on', input.on, localDate('1995-01-01'), '《劳动法》')
  sheet.checkNumber('months', '涉及的月数', input.months, { min: 1, max: 600, whole: true })
  if (input.mode === 'irregular')
    sheet.refuse(
      'notCovered',
      'mode',
      '实行不定时工作制的，国家规定不适用加班工资；当地另有规定的按当地规定另行核算。',
    )
  if (sheet.refused) return
  const rates = ratesOf(sheet, input)
  const counted = countedOf(sheet, input)
  if (sheet.refused || !rates) return
  sheet.law('《劳动法》第四十一条、第四十四条', '《工资支付暂行规定》第十三条')
  for (const each of counted) writeEntry(sheet, input.mode, each, rates)
  if (counted.some(({ entry }) => entry.kind === 'restDay' && entry.timeOffGiven !== true))
    sheet.assume('休息日加班没有安排补休。')
  if (input.mode !== 'piece') sheet.assume('加班工资基数按劳动合同约定的工资，不低于最低工资标准。')
  warnOfLimits(sheet, input)
})
