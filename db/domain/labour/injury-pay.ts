import { Big } from 'big.js'
import { localDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, figureOf, numberWords, type Sourced, yuan } from './calc-sheet.ts'
import { type Circumstances, warnOfCircumstances } from './circumstances.ts'
import {
  checkRegulation,
  fundOr,
  type InjuryState,
  type OwnWageInput,
  ownWageOf,
  share,
  warnOfInjury,
} from './injury-wage.ts'
import { neededStandard, type Place } from './wage-base.ts'

export type SuspensionPayInput = Sourced &
  InjuryState & {
    accidentOn: LocalDate
    /** Pay before the injury goes on unchanged. */
    originalWageFen: Fen
    months: number
    /** Days beyond the whole months. */
    days?: number | undefined
    /** The committee consented to more than twelve months. */
    extended?: boolean | undefined
    /** Wages already paid for the time. */
    paidFen: Fen
    /** Days the worker needed care and the employer sent nobody. */
    careDays?: number | undefined
    careDailyFen?: Fen | undefined
    circumstances?: Circumstances | undefined
  }

/**
 * Pay during the suspension of work for treatment: the original wage, twelve months at most, with the committee's
 * consent twelve more; and the care in that time. All from the employer.
 * @law 《工伤保险条例》第三十三条 (V16)
 */
export const injurySuspensionPay = calculator<SuspensionPayInput>(
  'injury-suspension-pay',
  1,
  (sheet, input) => {
    const { accidentOn, originalWageFen, months, days = 0, extended = false, paidFen } = input
    const { careDays, careDailyFen } = input
    warnOfCircumstances(sheet, input.circumstances)
    checkRegulation(sheet, accidentOn)
    sheet.checkFen('originalWageFen', '原工资福利待遇（月）', originalWageFen)
    sheet.checkFen('paidFen', '停工留薪期内已付工资（没有付过的填0）', paidFen)
    sheet.checkNumber('months', '停工留薪期月数', months, { min: 0, max: 24, whole: true })
    sheet.checkNumber('days', '零头天数', days, { min: 0, max: 30, whole: true })
    if (careDays !== undefined) {
      sheet.checkNumber('careDays', '护理天数', careDays, { min: 0, max: 731 })
      sheet.checkFen('careDailyFen', '每天护理费', careDailyFen)
    }
    const most = extended ? 24 : 12
    if (months > most || (months === most && days > 0))
      sheet.refuse(
        'outOfRange',
        'months',
        extended
          ? '停工留薪期最长二十四个月。'
          : '停工留薪期一般不超过十二个月，超过的须经劳动能力鉴定委员会确认延长。',
      )
    const payDays =
      days > 0 ? sheet.parameter({ key: 'payDaysPerMonth', on: accidentOn }, 'days') : '1'
    if (sheet.refused || payDays === undefined) return
    warnOfInjury(sheet, input)
    sheet.law('《工伤保险条例》第三十三条')
    const wage = figureOf(originalWageFen)
    let due = sheet.line(
      '停工留薪期工资',
      `${wage.words}×${months}个月`,
      wage.exact.times(months),
      'employer',
    )
    if (days > 0) {
      const part = wage.exact.times(days).div(payDays)
      const isOver = part.gt(wage.exact)
      if (isOver) sheet.assume('不足一个月的部分不超过一个月的工资。')
      due += sheet.line(
        '停工留薪期工资（不足一个月）',
        isOver ? wage.words : `${wage.words}÷${payDays}×${days}天`,
        isOver ? wage.exact : part,
        'employer',
      )
    }
    if (paidFen > due) sheet.warn('paidMoreThanDue', `已付${yuan(paidFen)}，多于应付${yuan(due)}。`)
    if (paidFen > 0) sheet.entry(`减去已付：${yuan(paidFen)}`, -Math.min(paidFen, due))
    if (careDays !== undefined && careDailyFen !== undefined)
      sheet.line(
        '停工留薪期护理费',
        `${yuan(careDailyFen)}×${numberWords(careDays)}天`,
        new Big(careDailyFen).times(careDays),
        'employer',
      )
  },
)

export const careLevels = {
  full: { text: '生活完全不能自理' },
  most: { text: '生活大部分不能自理' },
  part: { text: '生活部分不能自理' },
} as const

export type InjuryCareInput = Sourced &
  Place &
  InjuryState & {
    accidentOn: LocalDate
    level: keyof typeof careLevels
    localAverageFen?: Fen | undefined
  }

/**
 * Monthly living care after appraisal: a half, two fifths or three tenths of the area's average wage.
 * @law 《工伤保险条例》第三十四条
 */
export const injuryCare = calculator<InjuryCareInput>('injury-care', 1, (sheet, input) => {
  const { accidentOn: on, level, localAverageFen: fen, region } = input
  sheet.perMonth()
  checkRegulation(sheet, on)
  const key = 'averageMonthlyWage'
  const average = neededStandard(sheet, { key, on, path: 'localAverageFen', fen, region })
  const percent = sheet.parameter({ key: 'injuryCarePercent', variant: level, on }, 'level')
  if (sheet.refused || percent === undefined) return
  warnOfInjury(sheet, input)
  sheet.law('《工伤保险条例》第三十四条')
  sheet.line(
    `每月生活护理费（${careLevels[level].text}）`,
    `${average.words}×${percent}%`,
    share(average.exact, percent),
    fundOr(input),
  )
})

export type InjuryDeathInput = Sourced &
  Place &
  Pick<InjuryState, 'insured' | 'recognised' | 'thirdParty'> & {
    deathOn: LocalDate
    /** Disposable income of urban residents of the year before, the whole country; looked up when left out. */
    nationalIncomeFen?: Fen | undefined
    localAverageFen?: Fen | undefined
    /** Graded 1 to 4 and died after the suspension of work: no lump sum for death. */
    afterSuspension?: boolean | undefined
  }

/**
 * Death by work injury: the lump sum of twenty times the national urban income of the year before and funeral money of
 * six months' local average.
 * @law 《工伤保险条例》第三十九条 (V17)
 */
export const injuryDeath = calculator<InjuryDeathInput>('injury-death', 1, (sheet, input) => {
  const { deathOn: on, nationalIncomeFen, localAverageFen, region, afterSuspension } = input
  sheet.checkInForce('deathOn', on, localDate('2011-01-01'), '修订后的《工伤保险条例》')
  const average = neededStandard(sheet, {
    key: 'averageMonthlyWage',
    on,
    path: 'localAverageFen',
    fen: localAverageFen,
    region,
  })
  const income =
    afterSuspension === true
      ? undefined
      : neededStandard(sheet, {
          key: 'urbanDisposableIncome',
          on,
          path: 'nationalIncomeFen',
          fen: nationalIncomeFen,
        })
  if (sheet.refused) return
  const state = { ...input, appraised: true }
  warnOfInjury(sheet, state)
  sheet.law('《工伤保险条例》第三十九条')
  if (income)
    sheet.line('一次性工亡补助金', `${income.words}×20`, income.exact.times(20), fundOr(state))
  else sheet.step('一级至四级伤残职工在停工留薪期满后死亡的，不发一次性工亡补助金。')
  sheet.line('丧葬补助金', `${average.words}×6个月`, average.exact.times(6), fundOr(state))
})

export type Dependant = {
  relation: 'spouse' | 'other'
  /** A lone old person or an orphan. */
  alone?: boolean | undefined
}

export type InjuryDependantsInput = Sourced &
  OwnWageInput &
  Pick<InjuryState, 'insured' | 'recognised' | 'thirdParty'> & {
    dependants: readonly Dependant[]
  }

const dependantPercent = ({ relation, alone }: Dependant): number =>
  (relation === 'spouse' ? 40 : 30) + (alone === true ? 10 : 0)

/**
 * Monthly pension of the dependants: 40 per cent for the spouse, 30 for each other, 10 more for who is alone; together
 * no more than the own wage.
 * @law 《工伤保险条例》第三十九条 (V17b)
 */
export const injuryDependants = calculator<InjuryDependantsInput>(
  'injury-dependants',
  1,
  (sheet, input) => {
    const { dependants, accidentOn } = input
    sheet.perMonth()
    checkRegulation(sheet, accidentOn)
    if (dependants.length === 0) sheet.missing('dependants', '供养亲属')
    if (dependants.filter(({ relation }) => relation === 'spouse').length > 1)
      sheet.refuse('contradiction', 'dependants', '配偶只能有一人。')
    const wage = ownWageOf(sheet, input)
    if (sheet.refused) return
    const state = { ...input, appraised: true }
    warnOfInjury(sheet, state)
    sheet.law('《工伤保险条例》第三十九条')
    const percents = dependants.map(dependantPercent)
    const sum = percents.reduce((total, percent) => total + percent, 0)
    const counted = Math.min(100, sum)
    sheet.step(`核定比例：${percents.map((percent) => `${percent}%`).join('＋')}＝${sum}%`)
    if (sum > 100) sheet.step('各供养亲属的抚恤金之和不高于本人工资，按100%计算。')
    sheet.figure('percent', counted)
    sheet.line(
      '每月供养亲属抚恤金',
      `${wage.words}×${counted}%`,
      share(wage.exact, String(counted)),
      fundOr(state),
    )
  },
)
