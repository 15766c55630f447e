import type { Big } from 'big.js'
import { localDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { type Figure, figureOf, type Sheet } from './calc-sheet.ts'
import { knownStandard, neededStandard, type Place } from './wage-base.ts'

/** The worker's own wage (本人工资): as fixed already, or from the wages paid, then held within its bounds. */
export type OwnWageInput = Place & {
  accidentOn: LocalDate
  ownWageFen?: Fen | undefined
  /** Average insured wage of the twelve months before the accident. */
  paidWageFen?: Fen | undefined
  localAverageFen?: Fen | undefined
}

/** What the state of the injury's papers is, and who is insured. */
export type InjuryState = {
  insured: boolean
  /** Recognised as a work injury by the authority. */
  recognised: boolean
  /** Grade appraised. */
  appraised: boolean
  thirdParty?: boolean | undefined
}

const within = (sheet: Sheet, wage: Figure, average: Figure): Figure => {
  const floor = { exact: average.exact.times(6).div(10), words: `（${average.words}×60%）` }
  const cap = { exact: average.exact.times(3), words: `（${average.words}×300%）` }
  if (wage.exact.lt(floor.exact)) {
    sheet.step(`${wage.words}低于平均工资的60%，本人工资按${floor.words}计算。`)
    return floor
  }
  if (wage.exact.gt(cap.exact)) {
    sheet.step(`${wage.words}高于平均工资的300%，本人工资按${cap.words}计算。`)
    return cap
  }
  return wage
}

/**
 * Own wage between 60 and 300 per cent of the area's average wage.
 * @law 《工伤保险条例》第六十四条 (V15, V15b)
 */
export const ownWageOf = (sheet: Sheet, input: OwnWageInput): Figure => {
  const { ownWageFen, paidWageFen, localAverageFen: fen, region, accidentOn: on } = input
  const average = { key: 'averageMonthlyWage', on, path: 'localAverageFen', fen, region } as const
  if (ownWageFen !== undefined && paidWageFen !== undefined)
    sheet.refuse('contradiction', 'paidWageFen', '核定的本人工资与实发平均工资只填一项。')
  const given = ownWageFen ?? paidWageFen
  sheet.checkFen('ownWageFen', '本人工资（受伤前十二个月平均缴费工资）', given)
  if (sheet.refused || given === undefined) return figureOf(0)
  sheet.law('《工伤保险条例》第六十四条')
  const wage = figureOf(given)
  if (paidWageFen !== undefined) {
    const standard = neededStandard(sheet, average)
    return sheet.refused ? wage : within(sheet, wage, standard)
  }
  const known = knownStandard(sheet, average)
  if (known) return within(sheet, wage, known)
  sheet.assume('本人工资按录入的核定数，未再与平均工资的60%、300%比较。')
  return wage
}

/**
 * What must be said before an injury is settled.
 * @law 《工伤保险条例》第十七条、第二十一条、第六十二条; labour-calculators.md §6
 */
export const warnOfInjury = (sheet: Sheet, state: InjuryState): void => {
  if (!state.recognised)
    sheet.warn('injuryNotRecognised', '尚未认定工伤：先申请认定，金额仅供参考。')
  if (!state.appraised)
    sheet.warn(
      'injuryNotAppraised',
      '尚未作劳动能力鉴定：鉴定前签订的明显低于法定标准的协议，可能因显失公平被撤销。',
    )
  if (!state.insured) {
    sheet.law('《工伤保险条例》第六十二条')
    sheet.warn('notInsured', '未参加工伤保险：应由基金支付的部分也由用人单位支付。')
  }
  if (state.thirdParty === true)
    sheet.warn(
      'thirdParty',
      '涉及第三人侵权：可以先向任一方主张，已从第三人得到的部分按当地规定只补差额。',
    )
}

/** Who pays what the fund would pay. @law 《工伤保险条例》第六十二条 */
export const fundOr = ({ insured }: InjuryState) => (insured ? 'fund' : 'employer')

/** The coefficients in force begin with the revised regulation. @law 国务院令第586号 */
export const checkRegulation = (sheet: Sheet, accidentOn: LocalDate): void =>
  sheet.checkInForce('accidentOn', accidentOn, localDate('2011-01-01'), '修订后的《工伤保险条例》')

/** A whole number of hundredths as Big. @policy house helper of the sheets */
export const share = (base: Big, percent: string): Big => base.times(percent).div(100)
