import { Big } from 'big.js'
import { addDays, addYears, formatChineseDate, localDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, figureOf, type Sheet, type Sourced } from './calc-sheet.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import { dayAfterMonths, stretchOf } from './service-time.ts'
import { workingDays } from './working-days.ts'

export type DoubleWageInput = Sourced & {
  hiredOn: LocalDate
  /** The day a written contract was signed; left out when there never was one. */
  signedOn?: LocalDate | undefined
  /** Last day of employment; left out while employed. */
  leftOn?: LocalDate | undefined
  /** Up to when it is reckoned; needed while there is neither contract nor end. */
  reckonedOn?: LocalDate | undefined
  monthlyFen: Fen
  /** `sameDate`: from the same date of the next month; `nextDay`: from the day after it. */
  startDay?: 'sameDate' | 'nextDay' | undefined
  /** `payDays`: wage ÷ pay days × working days; `scheduledDays`: wage × working days ÷ those of the month. */
  partMonth?: 'payDays' | 'scheduledDays' | undefined
  /** Working days of the part month, where the tables of days off do not reach. */
  partWorkingDays?: number | undefined
  partScheduledDays?: number | undefined
  /** Force majeure, or the worker would not sign or is grossly at fault. */
  notSignedThroughWorker: boolean
  claimedOn?: LocalDate | undefined
  circumstances?: Circumstances | undefined
}

type Window = { from: LocalDate; to: LocalDate }

const earliest = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0]

const windowOf = (input: DoubleWageInput): Window | undefined => {
  const { hiredOn, signedOn, leftOn, reckonedOn } = input
  const known = earliest([signedOn && addDays(signedOn, -1), leftOn, reckonedOn])
  if (known === undefined) return undefined
  const sameDate = dayAfterMonths(hiredOn, 1)
  const from = input.startDay === 'nextDay' ? addDays(sameDate, 1) : sameDate
  return { from, to: earliest([known, addDays(dayAfterMonths(hiredOn, 12), -1)]) ?? known }
}

const warnOfLimitation = (sheet: Sheet, { from, to }: Window, claimedOn: LocalDate): void => {
  const whole = addYears(to, 1)
  const since = addYears(claimedOn, -1)
  const monthly =
    since <= from
      ? '按月分别计算的，全部在一年以内'
      : `按月分别计算的，${formatChineseDate(since)}以前的部分已超过一年`
  sheet.warn(
    'limitationTwoViews',
    `二倍工资的仲裁时效各地算法不同：整体计算的，时效至${formatChineseDate(whole)}${claimedOn > whole ? '（已过）' : ''}；${monthly}。`,
  )
}

const partMonth = (sheet: Sheet, input: DoubleWageInput, part: Window, next: LocalDate): void => {
  const { monthlyFen, partMonth: method = 'payDays' } = input
  const { calendar } = sheet.tables
  const name = '不足一个月部分的实际工作日数'
  const days = input.partWorkingDays ?? workingDays(part.from, part.to, calendar)
  sheet.checkNumber('partWorkingDays', name, days, { min: 0, max: 31 })
  const scheduled =
    method === 'scheduledDays'
      ? (input.partScheduledDays ?? workingDays(part.from, addDays(next, -1), calendar))
      : undefined
  if (method === 'scheduledDays')
    sheet.checkNumber('partScheduledDays', '该月应出勤日数', scheduled, { min: 1, max: 31 })
  const payDays =
    method === 'payDays'
      ? sheet.parameter({ key: 'payDaysPerMonth', on: part.to }, 'partMonth')
      : undefined
  if (sheet.refused || days === undefined) return
  const wage = figureOf(monthlyFen)
  const divisor = payDays ?? String(scheduled)
  const exact = wage.exact.times(days).div(divisor)
  const isOver = exact.gt(wage.exact)
  const words = `${formatChineseDate(part.from)}至${formatChineseDate(part.to)}`
  if (isOver) sheet.assume('不足一个月的部分不超过一个月的工资。')
  sheet.assume(
    method === 'payDays'
      ? '不足一个月的部分按月工资÷月计薪天数×实际工作日计算。'
      : '不足一个月的部分按月工资×实际工作日÷该月应出勤日计算。',
  )
  sheet.figure('partDays', days)
  const formula = isOver ? wage.words : `${wage.words}÷${divisor}×${days}天`
  sheet.line(`二倍工资差额（${words}）`, formula, isOver ? wage.exact : exact)
}

const checkDates = (sheet: Sheet, { hiredOn, signedOn, leftOn, reckonedOn }: DoubleWageInput) => {
  sheet.checkInForce('hiredOn', hiredOn, localDate('2008-01-01'), '《劳动合同法》')
  for (const [path, day, name] of [
    ['signedOn', signedOn, '签订日期'],
    ['leftOn', leftOn, '离职日期'],
    ['reckonedOn', reckonedOn, '计算日期'],
  ] as const)
    if (day !== undefined) sheet.checkOrder(path, hiredOn, day, `${name}早于用工之日。`)
}

/**
 * The second wage for working without a written contract: from the day after one full month to the day before
 * signing, at most to the day before one year. Only the extra time is claimed.
 * @law 《劳动合同法》第八十二条;《劳动合同法实施条例》第六条、第七条;《劳动争议解释（二）》第六条、第七条 (V7, V8)
 */
export const doubleWage = calculator<DoubleWageInput>('double-wage', 1, (sheet, input) => {
  warnOfCircumstances(sheet, input.circumstances)
  checkDates(sheet, input)
  sheet.checkFen('monthlyFen', '月工资', input.monthlyFen)
  const window = windowOf(input)
  if (!window)
    sheet.missing('signedOn', '签订书面劳动合同的日期（从未签订的，填离职日期或计算日期）')
  if (sheet.refused || !window) return
  sheet.law(
    '《劳动合同法》第八十二条',
    '《劳动合同法实施条例》第六条、第七条',
    '《最高人民法院关于审理劳动争议案件适用法律问题的解释（二）》（法释〔2025〕12号）第六条、第七条',
  )
  if (input.notSignedThroughWorker)
    return sheet.notDue(
      '因不可抗力，或者因劳动者本人故意、重大过失未订立书面合同的，不需支付二倍工资。',
    )
  const { from, to } = window
  if (to < from)
    return sheet.notDue('用工之日起一个月内已签订书面劳动合同或已离职，不需支付二倍工资。')
  const { months, days } = stretchOf(from, to)
  const wage = figureOf(input.monthlyFen)
  sheet.step(
    `计算期间：${formatChineseDate(from)}至${formatChineseDate(to)}，满${months}个月${days > 0 ? `又${days}天` : ''}。`,
  )
  sheet.assume(
    input.startDay === 'nextDay' ? '自满一个月对应日的次日起算。' : '自次月的对应日起算。',
  )
  sheet.assume('正常工资已经支付，只计算另一倍的差额；计算基数各地口径不一，按录入的月工资计算。')
  sheet.figure('months', months)
  if (months > 0)
    sheet.line(
      '二倍工资差额（整月）',
      `${months}个月×${wage.words}`,
      new Big(months).times(wage.exact),
    )
  if (days > 0) {
    const next = dayAfterMonths(from, months + 1)
    partMonth(sheet, input, { from: dayAfterMonths(from, months), to }, next)
  }
  if (input.claimedOn !== undefined) warnOfLimitation(sheet, window, input.claimedOn)
})
