import { Big } from 'big.js'
import { daysBetween, formatChineseDate, localDate, type LocalDate } from '../local-date.ts'
import { calculator, numberWords, type Sheet, type Sourced } from './calc-sheet.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import { type WageBase, wageBase } from './wage-base.ts'

export type AnnualLeaveInput = Sourced &
  WageBase & {
    /** The calendar year of the leave. */
    year: number
    /** Whole years worked for all employers together. */
    serviceYears: number
    /** Twelve months were worked without a break. */
    twelveMonths: boolean
    /** First day with this employer, where it lies in the year. */
    joinedOn?: LocalDate | undefined
    /** Last day with this employer, where it lies in the year. */
    leftOn?: LocalDate | undefined
    takenDays: number
    /** The normal pay of the days was paid, so that twice the pay is still due. */
    normalPayPaid: boolean
    /** The worker wrote that he does not take the leave for reasons of his own. */
    refusedInWriting: boolean
    circumstances?: Circumstances | undefined
  }

/**
 * Days of leave a year by all service: 5 from one year, 10 from ten, 15 from twenty.
 * @law 《职工带薪年休假条例》第三条
 */
export const leaveEntitlement = (serviceYears: number): number =>
  serviceYears < 1 ? 0 : serviceYears < 10 ? 5 : serviceYears < 20 ? 10 : 15

type Unused = { elapsed: number; days: number; from: LocalDate; to: LocalDate }

const unusedOf = ({
  year,
  joinedOn,
  leftOn,
  serviceYears,
  takenDays,
}: AnnualLeaveInput): Unused => {
  const [first, last] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)]
  const from = joinedOn !== undefined && joinedOn > first ? joinedOn : first
  const to = leftOn !== undefined && leftOn < last ? leftOn : last
  const elapsed = daysBetween(from, to) + 1
  const entitlement = leaveEntitlement(serviceYears)
  // In a leap year a whole year still gives no more than the year's leave.
  const due = new Big(Math.min(365, elapsed)).times(entitlement).div(365)
  const left = due.minus(takenDays).round(0, Big.roundDown).toNumber()
  return { elapsed, days: Math.max(0, left), from, to }
}

const check = (sheet: Sheet, input: AnnualLeaveInput): void => {
  const { year, serviceYears, takenDays, joinedOn, leftOn } = input
  sheet.checkNumber('year', '年度', year, { min: 2008, max: 2999, whole: true })
  sheet.checkNumber('serviceYears', '累计工作年限', serviceYears, { min: 0, max: 80 })
  sheet.checkNumber('takenDays', '已休天数', takenDays, { min: 0, max: 366 })
  if (sheet.refused) return
  if (joinedOn !== undefined && joinedOn > `${year}-12-31`)
    sheet.refuse('order', 'joinedOn', '入职日期在该年度之后。')
  if (leftOn !== undefined && leftOn < `${year}-01-01`)
    sheet.refuse('order', 'leftOn', '离职日期在该年度之前。')
  if (joinedOn !== undefined && leftOn !== undefined)
    sheet.checkOrder('leftOn', joinedOn, leftOn, '离职日期早于入职日期。')
}

const reasonNotDue = (input: AnnualLeaveInput): string | undefined => {
  if (!input.twelveMonths || input.serviceYears < 1) return '连续工作未满十二个月的，不享受年休假。'
  return input.refusedInWriting
    ? '劳动者本人书面提出不休年休假的，只发正常工资，不另付年休假工资报酬。'
    : undefined
}

/**
 * Pay for leave not taken: the days of the part of the year worked, whole days only, at three times the daily wage,
 * of which the normal pay is one. Days taken beyond are not clawed back.
 * @law 《职工带薪年休假条例》第三条、第五条;《企业职工带薪年休假实施办法》第十条至第十二条 (V18, V18b)
 */
export const annualLeave = calculator<AnnualLeaveInput>('annual-leave', 1, (sheet, input) => {
  warnOfCircumstances(sheet, input.circumstances)
  check(sheet, input)
  if (sheet.refused) return
  sheet.law(
    '《职工带薪年休假条例》第三条、第五条',
    '《企业职工带薪年休假实施办法》第十条至第十二条',
  )
  const reason = reasonNotDue(input)
  if (reason !== undefined) return sheet.notDue(reason)
  const wage = wageBase(sheet, input, '前十二个月平均工资（不含加班工资）')
  const { elapsed, days, from, to } = unusedOf(input)
  const payDays = sheet.parameter({ key: 'payDaysPerMonth', on: to }, 'year')
  if (sheet.refused || payDays === undefined) return
  const entitlement = leaveEntitlement(input.serviceYears)
  sheet.step(
    `${formatChineseDate(from)}至${formatChineseDate(to)}共${elapsed}天，${elapsed}÷365×${entitlement}天－已休${numberWords(input.takenDays)}天，取整为${days}天。`,
  )
  sheet.figure('days', days)
  sheet.assume(
    '日工资按前十二个月剔除加班工资后的月平均工资÷月计薪天数计算；不足一整天的部分不计。',
  )
  const percent = input.normalPayPaid ? 200 : 300
  if (input.normalPayPaid) sheet.assume('正常工作期间的工资已经支付，只计算另外的200%。')
  sheet.line(
    '未休年休假工资报酬',
    `${wage.words}÷${payDays}×${days}天×${percent}%`,
    wage.exact.times(days).times(percent).div(new Big(payDays).times(100)),
  )
})
