import { Big } from 'big.js'
import type { LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import { fenOfYuan, figureOf, type Figure, type Sheet, yuan } from './calc-sheet.ts'
import type { ParameterKey } from './parameters.ts'

/** The average as such, or the months it is made of; one of the two. */
export type WageBase = {
  baseFen?: Fen | undefined
  monthlyWagesFen?: readonly Fen[] | undefined
}

/** Where a dated figure is looked up. */
export type Place = {
  /** Six-digit code of GB/T 2260, such as 330502. */
  region?: string | undefined
  /** Tier of the minimum wage in a province that has several. */
  wageTier?: string | undefined
}

const none: Figure = figureOf(0)

/**
 * The monthly wage a sum is made from. The average of months is kept exact: it is rounded with the line, not before.
 * @param expectedMonths how many months should be there; fewer are told.
 * @law 《劳动合同法实施条例》第二十七条
 */
export const wageBase = (
  sheet: Sheet,
  { baseFen, monthlyWagesFen }: WageBase,
  name: string,
  expectedMonths = 12,
): Figure => {
  if (monthlyWagesFen === undefined) {
    sheet.checkFen('baseFen', name, baseFen)
    return baseFen === undefined || sheet.refused ? none : figureOf(baseFen)
  }
  if (baseFen !== undefined) sheet.refuse('contradiction', 'baseFen', `${name}与逐月工资只填一项。`)
  if (monthlyWagesFen.length === 0 || monthlyWagesFen.length > 12)
    sheet.refuse('outOfRange', 'monthlyWagesFen', '逐月工资应当是1至12个月。')
  monthlyWagesFen.forEach((fen, index) =>
    sheet.checkFen(`monthlyWagesFen.${index}`, `第${index + 1}个月的工资`, fen),
  )
  if (sheet.refused) return none
  const count = monthlyWagesFen.length
  if (count < expectedMonths)
    sheet.warn(
      'monthsMissing',
      `应当有${expectedMonths}个月的工资，只录入${count}个月，平均数可能不准。`,
    )
  const sum = monthlyWagesFen.reduce((total, fen) => total.plus(fen), new Big(0))
  return {
    exact: sum.div(count),
    words: count === 1 ? yuan(sum.toNumber()) : `（${yuan(sum.toNumber())}÷${count}）`,
  }
}

/** `max` of two figures with its words. @policy house helper of the sheets */
export const larger = (a: Figure, b: Figure): Figure => (b.exact.gt(a.exact) ? b : a)

type YuanQuery = { key: ParameterKey; on: LocalDate; path: string; fen?: Fen | undefined } & Place

const variantOf = ({ key, wageTier }: YuanQuery) =>
  key === 'monthlyMinimumWage' ? wageTier : undefined

const enteredFigure = (sheet: Sheet, query: YuanQuery): Figure | undefined => {
  const { fen, key, path } = query
  if (fen === undefined) return undefined
  sheet.checkFen(path, '录入的标准', fen)
  if (sheet.refused) return none
  const figure = figureOf(fen)
  sheet.entered(key, figure.exact.div(100).toFixed(2), '元', variantOf(query))
  return figure
}

const inYuan = (value: string): Figure => {
  const exact = fenOfYuan(value)
  return { exact, words: yuan(exact.round(0, Big.roundHalfUp).toNumber()) }
}

/**
 * A standard in yuan that must be known: typed in, else of the tables, else a reason against the result.
 * @policy labour-calculators.md §0.3
 */
export const neededStandard = (sheet: Sheet, query: YuanQuery): Figure => {
  const typed = enteredFigure(sheet, query)
  if (typed) return typed
  const { key, region, on, path } = query
  const value = sheet.parameter({ key, variant: variantOf(query), region, on }, path)
  return value === undefined ? none : inYuan(value)
}

/**
 * A standard that only bounds the result: used where known.
 * @policy labour-calculators.md §0.3
 */
export const knownStandard = (sheet: Sheet, query: YuanQuery): Figure | undefined => {
  const typed = enteredFigure(sheet, query)
  if (typed) return typed
  const { key, region, on } = query
  if (region === undefined) return undefined
  const value = sheet.parameterIfKnown({ key, variant: variantOf(query), region, on })
  return value === undefined ? undefined : inYuan(value)
}

type FloorInput = { minimumWageFen?: Fen | undefined } & Place

/**
 * A wage below the minimum wage of the place counts as the minimum wage.
 * @law 《劳动合同法实施条例》第二十七条;《最低工资规定》第十二条
 */
export const atLeastMinimumWage = (
  sheet: Sheet,
  base: Figure,
  { minimumWageFen, region, wageTier }: FloorInput,
  on: LocalDate,
): Figure => {
  const minimum = knownStandard(sheet, {
    key: 'monthlyMinimumWage',
    on,
    path: 'minimumWageFen',
    fen: minimumWageFen,
    region,
    wageTier,
  })
  if (!minimum) {
    sheet.assume('未录入当地最低工资标准，没有与最低工资比较。')
    return base
  }
  if (minimum.exact.lte(base.exact)) return base
  sheet.step(`${base.words}低于最低工资标准${minimum.words}，按最低工资标准计算。`)
  sheet.warn('belowMinimumWage', `${base.words}低于最低工资标准${minimum.words}。`)
  return minimum
}
