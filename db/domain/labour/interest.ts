import { Big } from 'big.js'
import {
  addDays,
  daysBetween,
  formatChineseDate,
  localDate,
  type LocalDate,
} from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, figureOf, type Sheet, type Sourced, yuan } from './calc-sheet.ts'
import { findParameter } from './parameters.ts'

type Overdue = {
  principalFen: Fen
  /** The day it was due; itself not counted. */
  fromOn: LocalDate
  /** Last day counted. */
  toOn: LocalDate
}

const checkOverdue = (sheet: Sheet, { principalFen, fromOn, toOn }: Overdue): void => {
  sheet.checkFen('principalFen', '本金', principalFen)
  sheet.checkOrder('toOn', fromOn, toOn, '截止日期早于起算日期。')
}

const spanWords = (from: LocalDate, to: LocalDate): string =>
  `${formatChineseDate(from)}的次日至${formatChineseDate(to)}，共${daysBetween(from, to)}天`

type Stretch = { to: LocalDate; days: number; percent: string }

/** A newer rate holds from its first day, also where nobody wrote down the last day of the one before. */
const firstLprAfter = (sheet: Sheet, on: LocalDate): LocalDate | undefined =>
  sheet.tables.parameters
    .filter(
      ({ key, region, validFrom }) => key === 'lprOneYear' && region === 'CN' && validFrom > on,
    )
    .map(({ validFrom }) => validFrom)
    .toSorted()[0]

/** Days of each rate from the day after `from`; undefined where a day has none. */
const lprStretches = (sheet: Sheet, { fromOn, toOn }: Overdue): Stretch[] | undefined => {
  const stretches: Stretch[] = []
  for (let done = fromOn; done < toOn;) {
    const on = addDays(done, 1)
    const query = { key: 'lprOneYear', on } as const
    const percent = sheet.parameter(query, 'percent')
    if (percent === undefined) return undefined
    const { found } = findParameter(sheet.tables.parameters, query)
    const next = firstLprAfter(sheet, on)
    const ends = [toOn, found?.validTo, next && addDays(next, -1)].filter(
      (day) => day !== undefined,
    )
    const to = ends.reduce((a, b) => (b < a ? b : a))
    stretches.push({ to, days: daysBetween(done, to), percent })
    done = to
  }
  return stretches
}

const enteredLpr = (sheet: Sheet, text: string): void => {
  sheet.checkDecimal('percent', '年利率', text)
  if (!sheet.refused) sheet.entered('lprOneYear', text, '%')
}

export type OverdueInterestInput = Sourced &
  Overdue & {
    /** Yearly rate in per cent as text; left out, the one-year LPR of each day. */
    percent?: string | undefined
    /** Times the LPR, as text, such as '1.5'. */
    multiple?: string | undefined
    dayBasis?: 365 | 360 | undefined
  }

/**
 * Interest on overdue money where agreed or awarded: principal × yearly rate × days ÷ basis, by the rate of each day.
 * @law 《民法典》第五百七十九条、第六百七十六条 (V21)
 */
export const overdueInterest = calculator<OverdueInterestInput>(
  'overdue-interest',
  1,
  (sheet, input) => {
    const { principalFen, fromOn, toOn, percent, multiple = '1', dayBasis = 365 } = input
    checkOverdue(sheet, input)
    sheet.checkDecimal('multiple', '利率倍数', multiple)
    if (percent !== undefined) sheet.checkDecimal('percent', '年利率', percent)
    if (sheet.refused) return
    if (percent !== undefined) sheet.assume(`年利率按录入的${percent}%计算。`)
    const stretches =
      percent === undefined
        ? lprStretches(sheet, input)
        : [{ to: toOn, days: daysBetween(fromOn, toOn), percent }]
    if (!stretches) return
    sheet.law('《民法典》第五百七十九条')
    sheet.assume('起算日当天不计；利息须有约定或者裁决支持。')
    sheet.assume(`一年按${dayBasis}天计算。`)
    sheet.step(`计算期间：${spanWords(fromOn, toOn)}。`)
    const times = multiple === '1' ? '' : `×${multiple}`
    const words = stretches.map(({ days, percent }) => `${percent}%${times}×${days}天`)
    const sum = stretches.reduce(
      (total, { days, percent }) => total.plus(new Big(percent).times(days)),
      new Big(0),
    )
    const formula = words.length === 1 ? words.join('') : `（${words.join('＋')}）`
    sheet.figure('days', daysBetween(fromOn, toOn))
    sheet.line(
      '逾期利息',
      `${yuan(principalFen)}×${formula || '0天'}÷${dayBasis}`,
      new Big(principalFen).times(sum).times(multiple).div(new Big(dayBasis).times(100)),
    )
  },
)

export type LoanCapInput = Sourced &
  Overdue & {
    /** When the loan was made: the rate of that day bounds it. */
    contractOn: LocalDate
    /** Yearly rate agreed, in per cent as text. */
    agreedPercent: string
    /** One-year LPR of the day of the contract; looked up when left out. */
    percent?: string | undefined
    dayBasis?: 365 | 360 | undefined
  }

/**
 * Interest of a private loan as far as four times the one-year LPR of the day of the contract bears it.
 * @law 《民间借贷规定》第二十五条 (I10, V21)
 */
export const loanInterestCap = calculator<LoanCapInput>('loan-interest-cap', 1, (sheet, input) => {
  const { principalFen, fromOn, toOn, contractOn, agreedPercent, percent, dayBasis = 365 } = input
  checkOverdue(sheet, input)
  sheet.checkOrder('fromOn', contractOn, fromOn, '起算日期早于借款合同成立之日。')
  sheet.checkInForce('contractOn', contractOn, localDate('2020-08-20'), '四倍LPR的上限')
  sheet.checkDecimal('agreedPercent', '约定年利率', agreedPercent)
  if (percent !== undefined) enteredLpr(sheet, percent)
  if (sheet.refused) return
  const lpr = percent ?? sheet.parameter({ key: 'lprOneYear', on: contractOn }, 'percent')
  if (lpr === undefined) return
  sheet.law('《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十五条')
  const cap = new Big(lpr).times(4)
  const isOver = new Big(agreedPercent).gt(cap)
  const used = isOver ? cap : new Big(agreedPercent)
  const days = daysBetween(fromOn, toOn)
  sheet.step(`利率上限：${lpr}%×4＝${cap.toFixed(2)}%`)
  if (isOver) {
    sheet.warn(
      'overLoanCap',
      `约定年利率${agreedPercent}%超过上限${cap.toFixed(2)}%，超过部分不予支持。`,
    )
  }
  sheet.figure('capPercent', cap.toFixed(2))
  sheet.figure('days', days)
  sheet.assume(`起算日当天不计，一年按${dayBasis}天计算。`)
  sheet.line(
    '借款利息',
    `${yuan(principalFen)}×${used.toString()}%×${days}天÷${dayBasis}`,
    new Big(principalFen).times(used).times(days).div(new Big(dayBasis).times(100)),
  )
})

export type DefaultClauseInput = Sourced &
  Overdue & {
    /** Per cent a day as text, such as '0.05'. */
    percentPerDay: string
    /** The loss the creditor has, where it is known. */
    lossFen?: Fen | undefined
  }

/**
 * The sum a default clause comes to; above the loss by more than three tenths it may be reduced.
 * @law 《民法典》第五百八十五条;《民法典合同编通则解释》第六十五条 (V22)
 */
export const defaultClause = calculator<DefaultClauseInput>('default-clause', 1, (sheet, input) => {
  const { principalFen, fromOn, toOn, percentPerDay, lossFen } = input
  checkOverdue(sheet, input)
  sheet.checkDecimal('percentPerDay', '每日违约金比例', percentPerDay)
  if (lossFen !== undefined) sheet.checkFen('lossFen', '实际损失', lossFen)
  if (sheet.refused) return
  sheet.law('《民法典》第五百八十五条')
  const days = daysBetween(fromOn, toOn)
  sheet.figure('days', days)
  sheet.step(`计算期间：${spanWords(fromOn, toOn)}。`)
  const fen = sheet.line(
    '逾期付款违约金',
    `${yuan(principalFen)}×${percentPerDay}%×${days}天`,
    figureOf(principalFen).exact.times(percentPerDay).times(days).div(100),
  )
  if (lossFen === undefined) {
    sheet.assume('没有录入实际损失，未比较违约金是否过高。')
    return
  }
  if (new Big(fen).lte(new Big(lossFen).times(13).div(10))) return
  sheet.law('《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第六十五条')
  sheet.warn('penaltyTooHigh', '违约金超过损失的百分之三十，对方可以请求适当减少。')
})

export type LatePerformanceInput = Sourced & Overdue

/**
 * The added part of the interest for performing a court or arbitral document late: principal unpaid × daily rate × days.
 * @law 《民事诉讼法》第二百六十四条;法释〔2014〕8号第一条 (I9, V23)
 */
export const latePerformance = calculator<LatePerformanceInput>(
  'late-performance',
  1,
  (sheet, input) => {
    const { principalFen, fromOn, toOn } = input
    checkOverdue(sheet, input)
    if (sheet.refused) return
    sheet.checkInForce('fromOn', addDays(fromOn, 1), localDate('2014-08-01'), '法释〔2014〕8号')
    const percent = sheet.parameter({ key: 'lateInterestPerDay', on: toOn }, 'toOn')
    if (sheet.refused || percent === undefined) return
    sheet.law(
      '《民事诉讼法》第二百六十四条',
      '《最高人民法院关于执行程序中计算迟延履行期间的债务利息适用法律若干问题的解释》（法释〔2014〕8号）第一条',
    )
    const days = daysBetween(fromOn, toOn)
    sheet.figure('days', days)
    sheet.step(`计算期间：${spanWords(fromOn, toOn)}。`)
    sheet.assume('本金为生效法律文书确定的、一般债务利息以外的未清偿金钱债务；不含一般债务利息。')
    sheet.line(
      '迟延履行期间加倍部分债务利息',
      `${yuan(principalFen)}×${percent}%×${days}天`,
      new Big(principalFen).times(percent).times(days).div(100),
    )
  },
)
