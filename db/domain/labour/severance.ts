import { Big } from 'big.js'
import { formatChineseDate, localDate, type LocalDate } from '../local-date.ts'
import { type Fen, roundHalfUp } from '../money.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import {
  calculator,
  type Figure,
  figureOf,
  numberWords,
  type Sheet,
  type Sourced,
  yuan,
} from './calc-sheet.ts'
import { severanceMonths, stretchOf, stretchWords } from './service-time.ts'
import {
  atLeastMinimumWage,
  knownStandard,
  type Place,
  type WageBase,
  wageBase,
} from './wage-base.ts'

const lawBegins = localDate('2008-01-01')
const lastDayOfOldLaw = localDate('2007-12-31')

/** Why the employment ended; the legal ground is chosen before any figure. */
export const severanceGrounds = {
  workerQuits38: { text: '劳动者依照劳动合同法第三十八条解除', due: true },
  employerProposes: { text: '用人单位提出，双方协商一致解除', due: true },
  article40: { text: '用人单位依照劳动合同法第四十条解除', due: true },
  layoff41: { text: '用人单位依照劳动合同法第四十一条裁员', due: true },
  expiry: { text: '固定期限合同期满，用人单位未以相同或更好条件续订', due: true },
  closure: { text: '用人单位破产、被吊销执照、责令关闭、撤销或提前解散', due: true },
  resignation: { text: '劳动者主动辞职，没有第三十八条的情形', due: false },
  fault39: { text: '劳动者有劳动合同法第三十九条的过错', due: false },
  workerProposes: { text: '劳动者提出，双方协商一致解除', due: false },
  renewalRefused: { text: '用人单位以相同或更好条件续订，劳动者不同意', due: false },
} as const

export type SeveranceGround = keyof typeof severanceGrounds

export type ServiceInput = Sourced &
  WageBase &
  Place & {
    /** First day of service; merged service counts from its own first day. */
    startOn: LocalDate
    /** Last day of employment, itself counted. */
    endOn: LocalDate
    /** Is the average wage above three times the local average? Not answered is told. */
    aboveThreeTimesAverage?: boolean | undefined
    localAverageFen?: Fen | undefined
    minimumWageFen?: Fen | undefined
    /** Months of pay for the time before 2008, worked out by the rules of that time. */
    monthsBefore2008?: number | undefined
    circumstances?: Circumstances | undefined
  }

export type SeveranceInput = ServiceInput & { ground: SeveranceGround }

const checkService = (sheet: Sheet, { startOn, endOn, monthsBefore2008 }: ServiceInput): void => {
  sheet.checkOrder('endOn', startOn, endOn, '离职日期早于入职日期。')
  sheet.checkInForce('endOn', endOn, lawBegins, '《劳动合同法》')
  if (startOn < lawBegins)
    sheet.checkNumber(
      'monthsBefore2008',
      '2008年以前部分应计的月数（按当时规定核定）',
      monthsBefore2008,
      {
        min: 0,
        max: 60,
      },
    )
}

const monthsOf = (sheet: Sheet, input: ServiceInput): Big => {
  const { startOn, endOn, monthsBefore2008 = 0 } = input
  const isOld = startOn < lawBegins
  const stretch = stretchOf(isOld ? lawBegins : startOn, endOn)
  const counted = severanceMonths(stretch)
  sheet.step(
    `工作年限：${formatChineseDate(isOld ? lawBegins : startOn)}至${formatChineseDate(endOn)}，计${stretchWords(stretch)}，折合${counted}个月工资。`,
  )
  if (isOld) {
    sheet.law('《劳动合同法》第九十七条')
    sheet.step(
      `${formatChineseDate(startOn)}至${formatChineseDate(lastDayOfOldLaw)}的部分按当时规定核定为${numberWords(monthsBefore2008)}个月。`,
    )
    sheet.warn('serviceBefore2008', '2008年1月1日以前的年限适用当时的规定，月数由录入人核定。')
  } else if (monthsBefore2008 > 0) {
    sheet.refuse('contradiction', 'monthsBefore2008', '入职在2008年以后，不应有2008年以前的月数。')
  }
  return new Big(counted).plus(isOld ? monthsBefore2008 : 0)
}

type Capped = { base: Figure; yearsCapped: boolean }

const capOf = (sheet: Sheet, input: ServiceInput, base: Figure): Capped => {
  const { aboveThreeTimesAverage: answer, localAverageFen: fen, region, endOn: on } = input
  const uncapped = { base, yearsCapped: false }
  if (answer === false && fen === undefined) return uncapped
  const key = 'averageMonthlyWage'
  const average = knownStandard(sheet, { key, on, path: 'localAverageFen', fen, region })
  if (!average) {
    if (answer === true) sheet.missing('localAverageFen', '当地上年度职工月平均工资')
    else
      sheet.warn(
        'capNotAnswered',
        '没有回答工资是否高于当地上年度职工月平均工资三倍，按不高于计算；高于的应当封顶。',
      )
    return uncapped
  }
  const cap: Figure = { exact: average.exact.times(3), words: `（${average.words}×3）` }
  const isAbove = base.exact.gt(cap.exact)
  if (answer !== undefined && answer !== isAbove)
    sheet.refuse(
      'contradiction',
      'aboveThreeTimesAverage',
      `工资${base.words}${isAbove ? '高于' : '不高于'}三倍平均工资${cap.words}，与所作回答不一致。`,
    )
  if (!isAbove) return uncapped
  sheet.step(`月工资${base.words}高于三倍平均工资${cap.words}，按三倍计算，年限最高十二年。`)
  return { base: cap, yearsCapped: true }
}

type Severance = { fen: Fen; formula: string; exact: Big }

/** Months × base with floor and cap; steps are written, the line is the caller's. */
const severanceOf = (sheet: Sheet, input: ServiceInput): Severance | undefined => {
  checkService(sheet, input)
  if (sheet.refused) return undefined
  const { months: served } = stretchOf(input.startOn, input.endOn)
  const wage = wageBase(sheet, input, '离职前十二个月平均工资', Math.min(12, Math.max(1, served)))
  if (sheet.refused) return undefined
  const counted = monthsOf(sheet, input)
  const floored = atLeastMinimumWage(sheet, wage, input, input.endOn)
  const { base, yearsCapped } = capOf(sheet, input, floored)
  if (sheet.refused) return undefined
  const months = yearsCapped && counted.gt(12) ? new Big(12) : counted
  if (months.lt(counted)) sheet.step(`${numberWords(counted)}个月超过十二个月，按12个月计算。`)
  sheet.law('《劳动合同法》第四十七条', '《劳动合同法实施条例》第二十七条')
  sheet.assume('工作满六个月（含本数）不满一年的按一年计，不满六个月的按半年计。')
  sheet.figure('months', months)
  const exact = base.exact.times(months)
  return { fen: roundHalfUp(exact), formula: `${numberWords(months)}个月×${base.words}`, exact }
}

const isDue = (sheet: Sheet, ground: SeveranceGround): boolean => {
  sheet.law('《劳动合同法》第四十六条')
  sheet.step(`解除或终止的情形：${severanceGrounds[ground].text}。`)
  if (!severanceGrounds[ground].due)
    sheet.notDue(`${severanceGrounds[ground].text}的，用人单位不需支付经济补偿。`)
  return severanceGrounds[ground].due
}

/**
 * Severance N: months of service × average wage; three times the local average and twelve years at most, only where
 * the wage is above that.
 * @law 《劳动合同法》第四十六条、第四十七条、第九十七条;《劳动合同法实施条例》第二十七条 (V1–V4b)
 */
export const severance = calculator<SeveranceInput>('severance', 1, (sheet, input) => {
  warnOfCircumstances(sheet, input.circumstances)
  const paid = severanceOf(sheet, input)
  if (!paid || !isDue(sheet, input.ground)) return
  sheet.line('经济补偿', paid.formula, paid.exact)
})

export type NoticeInput = ServiceInput & {
  ground: SeveranceGround
  /** Written notice thirty days ahead was given. */
  noticeGiven: boolean
  /** The wage of the last month, not the average. */
  lastMonthFen?: Fen | undefined
}

/**
 * N+1: severance and, without thirty days' written notice under article 40, the last month's wage.
 * @law 《劳动合同法》第四十条、第四十七条;《劳动合同法实施条例》第二十条 (V5)
 */
export const severanceWithNotice = calculator<NoticeInput>(
  'severance-with-notice',
  1,
  (sheet, input) => {
    const { ground, noticeGiven, lastMonthFen } = input
    warnOfCircumstances(sheet, input.circumstances)
    if (ground !== 'article40')
      sheet.refuse(
        'excluded',
        'ground',
        '代通知金只适用于依照劳动合同法第四十条解除的情形，其他情形请选经济补偿或赔偿金。',
      )
    if (!noticeGiven) sheet.checkFen('lastMonthFen', '解除前上一个月的工资', lastMonthFen)
    const paid = severanceOf(sheet, input)
    if (!paid || !isDue(sheet, ground)) return
    sheet.line('经济补偿', paid.formula, paid.exact)
    sheet.law('《劳动合同法》第四十条')
    if (noticeGiven) {
      sheet.step('已提前三十日书面通知，不另付代通知金。')
      return
    }
    sheet.law('《劳动合同法实施条例》第二十条')
    const month = figureOf(lastMonthFen ?? 0)
    sheet.line('代通知金', `上一个月工资${month.words}×1`, month.exact)
  },
)

/**
 * 2N for an unlawful ending, instead of N: twice the severance by the same base and cap.
 * @law 《劳动合同法》第四十八条、第八十七条;《劳动合同法实施条例》第二十五条 (V6)
 */
export const unlawfulTermination = calculator<ServiceInput>(
  'unlawful-termination',
  1,
  (sheet, input) => {
    warnOfCircumstances(sheet, input.circumstances)
    const paid = severanceOf(sheet, input)
    if (!paid) return
    sheet.law('《劳动合同法》第四十八条、第八十七条', '《劳动合同法实施条例》第二十五条')
    sheet.step(`经济补偿标准：${paid.formula}＝${yuan(paid.fen)}`)
    sheet.line('违法解除或终止赔偿金', `${yuan(paid.fen)}×2`, new Big(paid.fen).times(2))
    sheet.assume(
      '劳动者不要求继续履行，或者劳动合同已经不能继续履行；支付赔偿金的，不再支付经济补偿。',
    )
  },
)
