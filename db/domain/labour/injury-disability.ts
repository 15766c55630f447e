import { Big } from 'big.js'
import type { LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { calculator, type Figure, type Sheet, type Sourced } from './calc-sheet.ts'
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
import { knownStandard, neededStandard } from './wage-base.ts'

export type InjuryDisabilityInput = Sourced &
  OwnWageInput &
  InjuryState & {
    /** 1 … 10. */
    grade: number
    /** The contract ended, so that the two lump sums of grades 5 to 10 fall due. */
    contractEnded: boolean
    endedOn?: LocalDate | undefined
    provincialAverageFen?: Fen | undefined
    /** Months of the two lump sums where the province is not in the tables. */
    medicalMonths?: number | undefined
    employmentMonths?: number | undefined
    /** Whole years left to retirement; 5 stands for five and more. */
    yearsToRetirement?: number | undefined
    /** Share of the employment sum near retirement, where the tables do not say. */
    taperPercent?: number | undefined
    circumstances?: Circumstances | undefined
  }

const gradeWords = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 九级. @policy house wording of 计算说明 */
export const gradeText = (grade: number): string => `${gradeWords[grade - 1] ?? ''}级`

type LumpKey = 'injuryMedicalMonths' | 'injuryEmploymentMonths'

const lumpMonths = (
  sheet: Sheet,
  key: LumpKey,
  { grade, region, medicalMonths, employmentMonths }: InjuryDisabilityInput,
  on: LocalDate,
): Big => {
  const isMedical = key === 'injuryMedicalMonths'
  const path = isMedical ? 'medicalMonths' : 'employmentMonths'
  const typed = isMedical ? medicalMonths : employmentMonths
  const variant = String(grade)
  if (typed === undefined)
    return new Big(sheet.parameter({ key, variant, region, on }, path) ?? '0')
  sheet.checkNumber(path, '补助金月数', typed, { min: 0, max: 120 })
  if (sheet.refused) return new Big(0)
  sheet.entered(key, String(typed), '月', variant)
  return new Big(typed)
}

const taperOf = (sheet: Sheet, input: InjuryDisabilityInput, on: LocalDate): Big => {
  const { yearsToRetirement: years, taperPercent: typed, region } = input
  if (typed !== undefined) {
    sheet.checkNumber('taperPercent', '支付比例', typed, { min: 0, max: 100 })
    if (sheet.refused) return new Big(0)
    sheet.entered('injuryTaperPercent', String(typed), '%')
    return new Big(typed)
  }
  if (years === undefined) {
    sheet.assume('距法定退休年龄五年以上，一次性伤残就业补助金按全额计算。')
    return new Big(100)
  }
  sheet.checkNumber('yearsToRetirement', '距法定退休年龄的整年数', years, { min: 0, max: 60 })
  if (sheet.refused || years >= 5) return new Big(100)
  const query = {
    key: 'injuryTaperPercent',
    variant: String(Math.floor(years)),
    region,
    on,
  } as const
  return new Big(sheet.parameter(query, 'taperPercent') ?? '0')
}

const writeLumpSums = (sheet: Sheet, input: InjuryDisabilityInput, on: LocalDate): void => {
  const { provincialAverageFen: fen, region } = input
  const key = 'averageMonthlyWage'
  const path = 'provincialAverageFen'
  const province = region === undefined ? undefined : `${region.slice(0, 2)}0000`
  const average = neededStandard(sheet, { key, on, path, fen, region: province })
  const medical = lumpMonths(sheet, 'injuryMedicalMonths', input, on)
  const employment = lumpMonths(sheet, 'injuryEmploymentMonths', input, on)
  const percent = taperOf(sheet, input, on)
  if (sheet.refused) return
  sheet.law(input.grade <= 6 ? '《工伤保险条例》第三十六条' : '《工伤保险条例》第三十七条')
  sheet.line(
    '一次性工伤医疗补助金',
    `${average.words}×${medical.toString()}个月`,
    average.exact.times(medical),
    fundOr(input),
  )
  const tapered = percent.eq(100) ? '' : `×${percent.toString()}%`
  sheet.line(
    '一次性伤残就业补助金',
    `${average.words}×${employment.toString()}个月${tapered}`,
    share(average.exact.times(employment), percent.toString()),
    'employer',
  )
}

/**
 * Lump sums of a graded injury: the disability sum on the own wage; with the end of the contract (grades 5 to 10) the
 * medical and the employment sum on the provincial average. The fund pays the first two, the employer the last.
 * @law 《工伤保险条例》第三十五条、第三十六条、第三十七条、第六十二条、第六十四条;《浙江省工伤保险条例》第二十七条
 * (V13–V15b)
 */
export const injuryDisability = calculator<InjuryDisabilityInput>(
  'injury-disability',
  1,
  (sheet, input) => {
    const { grade, contractEnded, endedOn, accidentOn } = input
    warnOfCircumstances(sheet, input.circumstances)
    checkRegulation(sheet, accidentOn)
    sheet.checkNumber('grade', '伤残等级', grade, { min: 1, max: 10, whole: true })
    const hasLumpSums = contractEnded && grade >= 5
    if (hasLumpSums && endedOn === undefined) sheet.missing('endedOn', '劳动关系终止的日期')
    if (endedOn !== undefined)
      sheet.checkOrder('endedOn', accidentOn, endedOn, '劳动关系终止日期早于受伤日期。')
    const wage = ownWageOf(sheet, input)
    if (sheet.refused) return
    const months = sheet.parameter(
      { key: 'injuryDisabilityMonths', variant: String(grade), on: accidentOn },
      'grade',
    )
    if (months === undefined) return
    warnOfInjury(sheet, input)
    sheet.law(`《工伤保险条例》第三十${grade <= 4 ? '五' : grade <= 6 ? '六' : '七'}条`)
    sheet.line(
      `一次性伤残补助金（${gradeText(grade)}）`,
      `${wage.words}×${months}个月`,
      wage.exact.times(months),
      fundOr(input),
    )
    if (hasLumpSums && endedOn !== undefined) writeLumpSums(sheet, input, endedOn)
    else if (contractEnded)
      sheet.warn(
        'relationKept',
        '一级至四级伤残的，保留劳动关系、退出工作岗位，不发一次性工伤医疗补助金和就业补助金。',
      )
  },
)

export type InjuryAllowanceInput = Sourced &
  OwnWageInput &
  InjuryState & {
    /** 1 … 6. */
    grade: number
    /** Grades 5 and 6: the employer found suitable work. */
    suitableWork?: boolean | undefined
    minimumWageFen?: Fen | undefined
  }

const allowanceFloor = (sheet: Sheet, input: InjuryAllowanceInput, allowance: Figure): Figure => {
  const { minimumWageFen: fen, region, wageTier, accidentOn: on } = input
  const path = 'minimumWageFen'
  const minimum = knownStandard(sheet, {
    key: 'monthlyMinimumWage',
    on,
    path,
    fen,
    region,
    wageTier,
  })
  if (!minimum) sheet.assume('未录入当地最低工资标准，没有与最低工资比较。')
  if (!minimum || minimum.exact.lte(allowance.exact)) return allowance
  sheet.step(`${allowance.words}低于最低工资标准${minimum.words}，补足到最低工资标准。`)
  return minimum
}

/**
 * Monthly allowance of grades 1 to 6, topped up to the minimum wage: from the fund for 1 to 4, from the employer for 5
 * and 6 where there is no suitable work.
 * @law 《工伤保险条例》第三十五条、第三十六条
 */
export const injuryAllowance = calculator<InjuryAllowanceInput>(
  'injury-allowance',
  1,
  (sheet, input) => {
    const { grade, suitableWork, accidentOn } = input
    sheet.perMonth()
    checkRegulation(sheet, accidentOn)
    sheet.checkNumber('grade', '伤残等级', grade, { min: 1, max: 10, whole: true })
    if (grade > 4 && grade <= 6 && suitableWork === undefined)
      sheet.missing('suitableWork', '用人单位是否安排了适当工作')
    if (sheet.refused) return
    sheet.law(grade <= 4 ? '《工伤保险条例》第三十五条' : '《工伤保险条例》第三十六条')
    if (grade > 6) return sheet.notDue('七级至十级伤残没有按月伤残津贴。')
    if (grade > 4 && suitableWork === true)
      return sheet.notDue('用人单位已安排适当工作的，不发伤残津贴。')
    const wage = ownWageOf(sheet, input)
    const percent = sheet.parameter(
      { key: 'injuryAllowancePercent', variant: String(grade), on: accidentOn },
      'grade',
    )
    if (sheet.refused || percent === undefined) return
    warnOfInjury(sheet, input)
    const words = `${wage.words}×${percent}%`
    const paid = allowanceFloor(sheet, input, { exact: share(wage.exact, percent), words })
    if (sheet.refused) return
    const payer = grade <= 4 ? fundOr(input) : 'employer'
    sheet.line(`每月伤残津贴（${gradeText(grade)}）`, paid.words, paid.exact, payer)
  },
)
