import { Big } from 'big.js'
import { localDate, type LocalDate } from '../local-date.ts'
import { type Fen, roundHalfUp } from '../money.ts'
import { calculator, figureOf, numberWords, type Sheet, type Sourced, yuan } from './calc-sheet.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import { knownStandard, larger, neededStandard, type Place } from './wage-base.ts'

/** One part of what was due. */
export type DueWage =
  | { kind: 'months'; monthlyFen: Fen; months: number }
  /** Part of a month by days worked. */
  | { kind: 'days'; monthlyFen: Fen; days: number }
  /** A month less the days not worked. */
  | { kind: 'absentDays'; monthlyFen: Fen; days: number }
  /** A sum from a ledger or a note of debt. */
  | { kind: 'sum'; text: string; amountFen: Fen }

export type ArrearsInput = Sourced & {
  /** Last day of the time covered: the law of that day applies. */
  on: LocalDate
  due: readonly DueWage[]
  paidFen: Fen
  circumstances?: Circumstances | undefined
}

const checkDue = (sheet: Sheet, due: DueWage, path: string): void => {
  if (due.kind === 'sum') return sheet.checkFen(`${path}.amountFen`, '金额', due.amountFen)
  sheet.checkFen(`${path}.monthlyFen`, '月工资', due.monthlyFen)
  if (due.kind === 'months')
    sheet.checkNumber(`${path}.months`, '月数', due.months, { min: 0, max: 600, whole: true })
  else sheet.checkNumber(`${path}.days`, '天数', due.days, { min: 0, max: 31 })
}

const writeDue = (sheet: Sheet, due: DueWage, on: LocalDate): Fen => {
  if (due.kind === 'sum') {
    sheet.entry(`${due.text}：${yuan(due.amountFen)}`, due.amountFen)
    return due.amountFen
  }
  const wage = figureOf(due.monthlyFen)
  if (due.kind === 'months')
    return sheet.line('应付工资', `${wage.words}×${due.months}个月`, wage.exact.times(due.months))
  const payDays = sheet.parameter({ key: 'payDaysPerMonth', on }, 'on')
  if (payDays === undefined) return 0
  const part = wage.exact.times(due.days).div(payDays)
  const words = `${wage.words}÷${payDays}×${numberWords(due.days)}天`
  const isOver = part.gt(wage.exact)
  if (isOver) sheet.assume('不足一个月的部分不超过一个月的工资。')
  if (due.kind === 'days') {
    sheet.assume('不足一个月的部分按月工资÷月计薪天数×出勤天数计算。')
    return sheet.line(
      '应付工资（不足一个月）',
      isOver ? wage.words : words,
      isOver ? wage.exact : part,
    )
  }
  sheet.assume('不足一个月的部分按月工资扣除缺勤天数的工资计算。')
  const left = isOver ? new Big(0) : wage.exact.minus(part)
  return sheet.line('应付工资（扣除缺勤）', `${wage.words}－${words}`, left)
}

/** Due wages as an amount of nothing and more, what was paid taken off. */
const writePaid = (sheet: Sheet, gross: Fen, paidFen: Fen): void => {
  if (paidFen === 0) return
  if (paidFen > gross) {
    sheet.warn('paidMoreThanDue', `已付${yuan(paidFen)}，多于应付${yuan(gross)}，没有拖欠。`)
    sheet.entry(`已付${yuan(paidFen)}，抵完应付${yuan(gross)}`, -gross)
    return
  }
  sheet.entry(`减去已付：${yuan(paidFen)}`, -paidFen)
}

/**
 * Unpaid wages: what was due, a part month by pay days or by absent days, less what was paid. The additional
 * compensation of article 85 is told as what may become due; it is not claimed.
 * @law 《劳动法》第五十条;《劳动合同法》第三十条、第八十五条 (V11, V11b)
 */
export const arrears = calculator<ArrearsInput>('arrears', 1, (sheet, input) => {
  const { on, due, paidFen } = input
  warnOfCircumstances(sheet, input.circumstances)
  sheet.checkInForce('on', on, localDate('1995-01-01'), '《劳动法》')
  sheet.checkFen('paidFen', '已付金额（没有付过的填0）', paidFen)
  if (due.length === 0) sheet.missing('due', '应付工资')
  due.forEach((one, index) => checkDue(sheet, one, `due.${index}`))
  if (sheet.refused) return
  sheet.law('《劳动法》第五十条', '《劳动合同法》第三十条')
  const gross = due.reduce((sum, one) => sum + writeDue(sheet, one, on), 0)
  if (sheet.refused) return
  sheet.figure('grossFen', gross)
  writePaid(sheet, gross, paidFen)
  const owed = Math.max(0, gross - paidFen)
  if (owed === 0 || on < localDate('2008-01-01')) return
  sheet.law('《劳动合同法》第八十五条')
  sheet.mayBecomeDue(
    '经劳动行政部门责令限期支付，逾期仍不支付的，可能加付应付金额50%至100%的赔偿金；未经责令的不能直接主张。',
    roundHalfUp(new Big(owed).div(2)),
    owed,
  )
})

export type PaidMonths = Place & {
  /** Last day of the months meant. */
  on: LocalDate
  /** Paid for normal work, a month. */
  paidFen: Fen
  months: number
  /** The monthly minimum wage; looked up by region and day when left out. */
  standardFen?: Fen | undefined
}

export type TopUpInput = Sourced & {
  stretches: readonly PaidMonths[]
  circumstances?: Circumstances | undefined
}

const checkStretch = (sheet: Sheet, { paidFen, months }: PaidMonths, path: string): void => {
  sheet.checkFen(`${path}.paidFen`, '每月实付工资', paidFen)
  sheet.checkNumber(`${path}.months`, '月数', months, { min: 1, max: 600, whole: true })
}

/**
 * What is missing to the minimum wage, month by month; a month paid above it does not set off another.
 * @law 《劳动法》第四十八条;《劳动合同法》第八十五条;《最低工资规定》第十二条、第十三条 (V12)
 */
export const minimumWageTopUp = calculator<TopUpInput>(
  'minimum-wage-top-up',
  1,
  (sheet, { stretches, circumstances }) => {
    warnOfCircumstances(sheet, circumstances)
    if (stretches.length === 0) sheet.missing('stretches', '各段实付工资')
    stretches.forEach((one, index) => checkStretch(sheet, one, `stretches.${index}`))
    if (sheet.refused) return
    sheet.law('《劳动法》第四十八条', '《最低工资规定》第十二条')
    sheet.assume('实付工资不含加班工资、特殊岗位津贴和法定福利待遇。')
    stretches.forEach(({ on, paidFen, months, standardFen, region, wageTier }, index) => {
      const standard = neededStandard(sheet, {
        key: 'monthlyMinimumWage',
        on,
        path: `stretches.${index}.standardFen`,
        fen: standardFen,
        region,
        wageTier,
      })
      if (sheet.refused) return
      const gap = standard.exact.minus(paidFen)
      if (gap.lte(0))
        sheet.entry(`实付${yuan(paidFen)}不低于最低工资标准${standard.words}，没有差额`, 0)
      else
        sheet.line(
          '最低工资差额',
          `（${standard.words}－${yuan(paidFen)}）×${months}个月`,
          gap.times(months),
        )
    })
  },
)

export type ProbationInput = Sourced &
  Place & {
    on: LocalDate
    /** Wage agreed for after the probation. */
    contractFen: Fen
    /** Lowest wage of the same post; of the two shares the lower binds. */
    postMinimumFen?: Fen | undefined
    paidFen: Fen
    months: number
    standardFen?: Fen | undefined
    circumstances?: Circumstances | undefined
  }

/**
 * Pay on probation: at least four fifths of the post's lowest or of the agreed wage, and the minimum wage.
 * @law 《劳动合同法》第二十条;《劳动合同法实施条例》第十五条
 */
export const probationTopUp = calculator<ProbationInput>('probation-top-up', 1, (sheet, input) => {
  const { on, contractFen, postMinimumFen, paidFen, months, standardFen: fen } = input
  warnOfCircumstances(sheet, input.circumstances)
  sheet.checkInForce('on', on, localDate('2008-01-01'), '《劳动合同法》')
  sheet.checkFen('contractFen', '合同约定工资', contractFen)
  sheet.checkFen('paidFen', '试用期每月实付工资', paidFen)
  if (postMinimumFen !== undefined)
    sheet.checkFen('postMinimumFen', '同岗位最低档工资', postMinimumFen)
  sheet.checkNumber('months', '试用期月数', months, { min: 1, max: 6, whole: true })
  if (sheet.refused) return
  sheet.law('《劳动合同法》第二十条', '《劳动合同法实施条例》第十五条')
  const share = {
    exact: new Big(contractFen).times(8).div(10),
    words: `（${yuan(contractFen)}×80%）`,
  }
  // 或者 in the regulation: the lower of the two shares binds where the post's lowest pay is known.
  const post =
    postMinimumFen === undefined
      ? undefined
      : {
          exact: new Big(postMinimumFen).times(8).div(10),
          words: `（${yuan(postMinimumFen)}×80%）`,
        }
  const lower = post && post.exact.lt(share.exact) ? post : share
  const { region, wageTier } = input
  const minimum = knownStandard(sheet, {
    key: 'monthlyMinimumWage',
    on,
    path: 'standardFen',
    fen,
    region,
    wageTier,
  })
  if (sheet.refused) return
  if (!minimum) sheet.assume('未录入当地最低工资标准，没有与最低工资比较。')
  const floor = minimum ? larger(lower, minimum) : lower
  const gap = floor.exact.minus(paidFen)
  if (gap.lte(0)) sheet.entry(`实付${yuan(paidFen)}不低于${floor.words}，没有差额`, 0)
  else
    sheet.line(
      '试用期工资差额',
      `（${floor.words}－${yuan(paidFen)}）×${months}个月`,
      gap.times(months),
    )
})

export type DeductionInput = Sourced &
  Place & {
    on: LocalDate
    /** Pay of the month before the deduction. */
    monthlyFen: Fen
    deductedFen: Fen
    standardFen?: Fen | undefined
  }

/**
 * A deduction for loss: at most a fifth of the month's pay, and what is left not under the minimum wage. The result
 * is what was taken off too much.
 * @law 《工资支付暂行规定》第十六条
 */
export const deductionExcess = calculator<DeductionInput>('deduction-excess', 1, (sheet, input) => {
  const { on, monthlyFen, deductedFen, standardFen: fen, region, wageTier } = input
  sheet.checkInForce('on', on, localDate('1995-01-01'), '《工资支付暂行规定》')
  sheet.checkFen('monthlyFen', '当月工资', monthlyFen)
  sheet.checkFen('deductedFen', '扣除金额', deductedFen)
  const path = 'standardFen'
  const key = 'monthlyMinimumWage'
  const minimum = neededStandard(sheet, { key, on, path, fen, region, wageTier })
  if (sheet.refused) return
  sheet.law('《工资支付暂行规定》第十六条')
  const share = new Big(monthlyFen).div(5)
  const room = new Big(monthlyFen).minus(minimum.exact)
  const most = room.lt(share) ? (room.lt(0) ? new Big(0) : room) : share
  const mostFen = most.round(0, Big.roundDown).toNumber()
  sheet.step(
    `可扣上限：${yuan(monthlyFen)}×20%与${yuan(monthlyFen)}－${minimum.words}两者取低，为${yuan(mostFen)}`,
  )
  sheet.figure('mostFen', mostFen)
  if (deductedFen <= mostFen) sheet.entry(`扣除${yuan(deductedFen)}，未超过上限`, 0)
  else sheet.entry(`多扣应退：${yuan(deductedFen)}－${yuan(mostFen)}`, deductedFen - mostFen)
})
