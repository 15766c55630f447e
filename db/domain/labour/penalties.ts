import { Big } from 'big.js'
import { localDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, figureOf, type Sourced, yuan } from './calc-sheet.ts'
import { atLeastMinimumWage, type Place, type WageBase, wageBase } from './wage-base.ts'

export type TrainingBondInput = Sourced & {
  costFen: Fen
  /** The sum agreed; never more than the cost. */
  agreedFen?: Fen | undefined
  /** Months of service agreed for the training. */
  serviceMonths: number
  servedMonths: number
  leftOn: LocalDate
}

/**
 * Most that a worker owes for leaving a service period: the cost's share of the time not served, and no more than
 * agreed.
 * @law 《劳动合同法》第二十二条、第二十五条 (V19)
 */
export const trainingBond = calculator<TrainingBondInput>('training-bond', 1, (sheet, input) => {
  const { costFen, agreedFen, serviceMonths, servedMonths, leftOn } = input
  sheet.checkInForce('leftOn', leftOn, localDate('2008-01-01'), '《劳动合同法》')
  sheet.checkFen('costFen', '培训费用', costFen)
  if (agreedFen !== undefined) sheet.checkFen('agreedFen', '约定的违约金', agreedFen)
  sheet.checkNumber('serviceMonths', '服务期月数', serviceMonths, { min: 1, max: 600 })
  sheet.checkNumber('servedMonths', '已履行月数', servedMonths, { min: 0, max: 600 })
  if (sheet.refused) return
  sheet.law('《劳动合同法》第二十二条、第二十五条')
  const left = new Big(serviceMonths).minus(servedMonths)
  if (left.lte(0)) return sheet.notDue('服务期已经履行完毕，不需支付违约金。')
  const share = new Big(costFen).times(left).div(serviceMonths)
  if (agreedFen !== undefined && share.gt(agreedFen)) {
    sheet.step('约定的违约金低于尚未履行部分应分摊的培训费用，按约定计算。')
    sheet.entry(`违约金（约定）：${yuan(agreedFen)}`, agreedFen)
    return
  }
  sheet.line('违约金上限', `${yuan(costFen)}×${left.toString()}÷${serviceMonths}`, share)
  sheet.assume('除培训服务期和竞业限制外，不得约定由劳动者承担违约金。')
})

export type NonCompeteInput = Sourced &
  WageBase &
  Place & {
    /** Last day of employment. */
    endOn: LocalDate
    /** Months in which the worker kept to it. */
    months: number
    /** What was agreed a month; left out when nothing was. */
    agreedMonthlyFen?: Fen | undefined
    minimumWageFen?: Fen | undefined
    paidFen: Fen
  }

/**
 * Compensation for keeping to a non-compete clause: as agreed, else 30 per cent of the twelve months' average and no
 * less than the minimum wage; two years at most.
 * @law 《劳动合同法》第二十三条、第二十四条;《劳动争议解释（一）》第三十六条 (V20)
 */
export const nonCompete = calculator<NonCompeteInput>('non-compete', 1, (sheet, input) => {
  const { endOn, months, agreedMonthlyFen, paidFen } = input
  sheet.checkInForce('endOn', endOn, localDate('2008-01-01'), '《劳动合同法》')
  sheet.checkNumber('months', '履行竞业限制的月数', months, { min: 0, max: 600 })
  sheet.checkFen('paidFen', '已付补偿（没有付过的填0）', paidFen)
  if (agreedMonthlyFen !== undefined)
    sheet.checkFen('agreedMonthlyFen', '约定的每月补偿', agreedMonthlyFen)
  const wage =
    agreedMonthlyFen === undefined
      ? wageBase(sheet, input, '离职前十二个月平均工资')
      : figureOf(agreedMonthlyFen)
  if (sheet.refused) return
  sheet.law('《劳动合同法》第二十三条、第二十四条')
  const counted = Math.min(24, months)
  if (months > 24) sheet.warn('overTwoYears', '竞业限制最长二年，超过的部分不计。')
  let monthly = wage
  if (agreedMonthlyFen === undefined) {
    sheet.law(
      '《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》（法释〔2020〕26号）第三十六条',
    )
    const share = { exact: wage.exact.times(3).div(10), words: `${wage.words}×30%` }
    monthly = atLeastMinimumWage(sheet, share, input, endOn)
    sheet.assume('没有约定补偿，劳动者履行了竞业限制义务。')
  }
  if (sheet.refused) return
  const due = sheet.line(
    '竞业限制补偿',
    `${monthly.words}×${counted}个月`,
    monthly.exact.times(counted),
  )
  if (paidFen > due) sheet.warn('paidMoreThanDue', `已付${yuan(paidFen)}，多于应付${yuan(due)}。`)
  if (paidFen > 0) sheet.entry(`减去已付：${yuan(paidFen)}`, -Math.min(paidFen, due))
})
