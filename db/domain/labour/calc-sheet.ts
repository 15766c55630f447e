import { Big } from 'big.js'
import { formatChineseDate, type LocalDate } from '../local-date.ts'
import { type Fen, formatYuan, roundHalfUp } from '../money.ts'
import {
  findParameter,
  parameterNames,
  type LabourTables,
  type Parameter,
  type ParameterKey,
  type ParameterQuery,
} from './parameters.ts'

export type Payer = 'fund' | 'employer'

/** A printed line of the reckoning; the lines with an amount add up to the result. */
export type CalcLine = { text: string; amountFen?: Fen; payer?: Payer }

export type CalcWarning = { code: string; text: string }

/** A dated figure that went into the result, or one that was typed in. Neither is law. */
export type UsedParameter = {
  key: ParameterKey
  name: string
  variant?: string | undefined
  region?: string | undefined
  value: string
  unit: string
  validFrom?: LocalDate | undefined
  validTo?: LocalDate | undefined
  document: string
  verified: boolean
  /** Typed in for this reckoning instead of taken from the tables. */
  entered: boolean
  package?: string | undefined
}

export type CalcResult = {
  calculator: string
  version: number
  amountFen: Fen
  /** A sum, or so much a month. */
  per: 'once' | 'month'
  lines: CalcLine[]
  /** Articles as cited; only what was read stands here. */
  law: string[]
  parameters: UsedParameter[]
  assumptions: string[]
  warnings: CalcWarning[]
  /** Named intermediate figures as text, such as months or days. */
  figures: Record<string, string>
  /** What may become due later and is not claimed. */
  potential: { text: string; fromFen: Fen; toFen: Fen }[]
  /** Who said so, or which paper, by field of the input. */
  sources: Record<string, string>
}

export type CalcReasonCode =
  | 'missing'
  | 'noParameter'
  | 'outOfRange'
  | 'order'
  | 'notInForce'
  | 'contradiction'
  | 'notCovered'
  | 'excluded'

/** Why no figure is given. */
export type CalcReason = { code: CalcReasonCode; path: string; text: string }

export type CalcOutcome = { ok: true; result: CalcResult } | { ok: false; reasons: CalcReason[] }

/** `value` in fen, words as they stand in a formula. */
export type Figure = { exact: Big; words: string }

/** An amount in a formula: 6,800.00元. @policy house wording of 计算说明 */
export const yuan = (fen: Fen): string => `${formatYuan(fen)}元`

/** An exact amount as a figure of a formula. @policy house wording of 计算说明 */
export const figureOf = (fen: Fen): Figure => ({ exact: new Big(fen), words: yuan(fen) })

/** Yuan as text ('2490.00', as dated figures have it) in fen, exact. @policy house form of figures */
export const fenOfYuan = (text: string): Big => new Big(text).times(100)

const plain = (value: Big): string => value.round(4, Big.roundHalfUp).toString()

/** A number without trailing zeros, at most four places. @policy house wording of 计算说明 */
export const numberWords = (value: Big | number): string => plain(new Big(value))

/**
 * The paper a calculator writes on: lines, law, figures used, doubts. One reason against it and there is no result.
 * The result is the sum of its lines.
 */
export class Sheet {
  readonly tables: LabourTables
  readonly #reasons: CalcReason[] = []
  readonly #lines: CalcLine[] = []
  readonly #law: string[] = []
  readonly #parameters: UsedParameter[] = []
  readonly #assumptions: string[] = []
  readonly #warnings: CalcWarning[] = []
  readonly #figures: Record<string, string> = {}
  readonly #potential: CalcResult['potential'] = []
  #per: CalcResult['per'] = 'once'

  constructor(tables: LabourTables) {
    this.tables = tables
  }

  get refused(): boolean {
    return this.#reasons.length > 0
  }

  /** Notes why no figure can be given. */
  refuse(code: CalcReasonCode, path: string, text: string): void {
    this.#reasons.push({ code, path, text })
  }

  missing(path: string, name: string): void {
    this.refuse('missing', path, `缺少${name}，算不出数。`)
  }

  /** A whole amount of at least nothing. */
  checkFen(path: string, name: string, fen: Fen | undefined): void {
    if (fen === undefined) this.missing(path, name)
    else if (!Number.isSafeInteger(fen) || fen < 0)
      this.refuse('outOfRange', path, `${name}应当是以分为单位的非负整数。`)
  }

  checkNumber(path: string, name: string, value: number | undefined, range: NumberRange): void {
    if (value === undefined) return this.missing(path, name)
    const { min, max, whole = false } = range
    const fits = Number.isFinite(value) && value >= min && value <= max
    if (!fits || (whole && !Number.isInteger(value)))
      this.refuse('outOfRange', path, `${name}应当是${min}至${max}之间的${whole ? '整数' : '数'}。`)
  }

  /** A rate or price as text, so that no digit is lost. */
  checkDecimal(path: string, name: string, text: string | undefined): void {
    if (text === undefined) this.missing(path, name)
    else if (!/^\d{1,9}(?:\.\d{1,8})?$/.test(text))
      this.refuse('outOfRange', path, `${name}应当是数字，如3.00。`)
  }

  checkOrder(path: string, from: LocalDate, to: LocalDate, text: string): void {
    if (to < from) this.refuse('order', path, text)
  }

  /** The law of the day the event happened: before its first day a rule gives no figure. */
  checkInForce(path: string, on: LocalDate, from: LocalDate, law: string): void {
    if (on < from)
      this.refuse(
        'notInForce',
        path,
        `${law}自${formatChineseDate(from)}起施行，${formatChineseDate(on)}的事应当按当时的规定另行核算。`,
      )
  }

  step(text: string): void {
    this.#lines.push({ text })
  }

  /** A named line: rounded here, half up to a fen. */
  line(label: string, formula: string, exact: Big, payer?: Payer): Fen {
    const amountFen = roundHalfUp(exact)
    this.#lines.push({
      text: `${label}：${formula}＝${yuan(amountFen)}`,
      amountFen,
      ...(payer ? { payer } : {}),
    })
    return amountFen
  }

  /** A line in its own words. */
  entry(text: string, amountFen: Fen): void {
    this.#lines.push({ text, amountFen })
  }

  /** Known not to be due: the figure is nothing, and why. */
  notDue(text: string): void {
    this.#lines.push({ text, amountFen: 0 })
    this.warn('notDue', text)
  }

  law(...articles: string[]): void {
    for (const article of articles) if (!this.#law.includes(article)) this.#law.push(article)
  }

  assume(text: string): void {
    if (!this.#assumptions.includes(text)) this.#assumptions.push(text)
  }

  warn(code: string, text: string): void {
    if (!this.#warnings.some((one) => one.code === code && one.text === text))
      this.#warnings.push({ code, text })
  }

  figure(name: string, value: Big | number | string): void {
    this.#figures[name] = typeof value === 'string' ? value : plain(new Big(value))
  }

  mayBecomeDue(text: string, fromFen: Fen, toFen: Fen): void {
    this.#potential.push({ text, fromFen, toFen })
  }

  perMonth(): void {
    this.#per = 'month'
  }

  /** The figure of the tables, else a reason against the result at `path`, where it could be typed in. */
  parameter(query: ParameterQuery, path: string): string | undefined {
    const { found, otherDays } = findParameter(this.tables.parameters, query)
    if (found) return this.#use(found)
    this.refuse('noParameter', path, gapText(query, otherDays))
    return undefined
  }

  /** The figure of the tables if there is one; a figure of other days only is told, not used. */
  parameterIfKnown(query: ParameterQuery): string | undefined {
    const { found, otherDays } = findParameter(this.tables.parameters, query)
    if (found) return this.#use(found)
    if (otherDays.length > 0) this.warn('parameterOutsideValidity', gapText(query, otherDays))
    return undefined
  }

  /** A figure typed in by the person, printed as such. */
  entered(key: ParameterKey, value: string, unit: string, variant?: string): void {
    this.#note({
      key,
      name: parameterNames[key],
      ...(variant === undefined ? {} : { variant }),
      value,
      unit,
      document: '本次录入',
      verified: false,
      entered: true,
    })
  }

  #use(row: Parameter): string {
    const { key, variant, region, value, unit, validFrom, validTo, document, verified } = row
    this.#note({
      key,
      name: parameterNames[key],
      ...(variant === undefined ? {} : { variant }),
      region,
      value,
      unit,
      validFrom,
      ...(validTo === undefined ? {} : { validTo }),
      document,
      verified,
      entered: false,
      package: row.package,
    })
    if (!verified)
      this.warn(
        'parameterUnverified',
        `${parameterNames[key]}${shownValue(row)}（${document}）尚未核对原文。`,
      )
    return value
  }

  #note(used: UsedParameter): void {
    const same = (one: UsedParameter) =>
      one.key === used.key &&
      one.variant === used.variant &&
      one.value === used.value &&
      one.validFrom === used.validFrom
    if (!this.#parameters.some(same)) this.#parameters.push(used)
  }

  /** Takes over what another sheet found, but not its lines. */
  absorb(result: CalcResult): void {
    this.law(...result.law)
    for (const used of result.parameters) this.#note(used)
    for (const text of result.assumptions) this.assume(text)
    for (const { code, text } of result.warnings) this.warn(code, text)
    this.#potential.push(...result.potential)
  }

  /** @throws RangeError when the lines come to less than nothing: a fault of a calculator. */
  outcome(
    calculator: string,
    version: number,
    sources: Record<string, string> | undefined,
  ): CalcOutcome {
    if (this.refused) return { ok: false, reasons: [...this.#reasons] }
    const amountFen = this.#lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)
    if (!Number.isSafeInteger(amountFen) || amountFen < 0)
      throw new RangeError(`${calculator}: ${amountFen}`)
    return {
      ok: true,
      result: {
        calculator,
        version,
        amountFen,
        per: this.#per,
        lines: [...this.#lines],
        law: [...this.#law],
        parameters: [...this.#parameters],
        assumptions: [...this.#assumptions],
        warnings: [...this.#warnings],
        figures: { ...this.#figures },
        potential: [...this.#potential],
        sources: { ...sources },
      },
    }
  }
}

export type NumberRange = { min: number; max: number; whole?: boolean }

/** The thirteen days of a year are too long for a sentence. */
const shownValue = ({ key, value, unit }: Parameter): string =>
  key === 'statutoryHolidays' ? '' : `${value}${unit}`

const gapText = ({ key, variant, on }: ParameterQuery, otherDays: readonly Parameter[]): string => {
  const name = `${parameterNames[key]}${variant === undefined ? '' : `（${variant}）`}`
  const latest = otherDays.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  if (!latest) return `没有${formatChineseDate(on)}的${name}，请录入。`
  const until = latest.validTo === undefined ? '今' : formatChineseDate(latest.validTo)
  const span = `${formatChineseDate(latest.validFrom)}至${until}`
  return `${formatChineseDate(on)}不在${name}的有效期内（最近一档：${span}），请录入当时的标准。`
}

/** Who said so, by field: any calculator takes it along to the annex. */
export type Sourced = { sources?: Record<string, string> | undefined }

export type Calculator<I> = (input: I, tables: LabourTables) => CalcOutcome

/**
 * A calculator: the work on a fresh sheet, then the outcome.
 * @policy labour-calculators.md §0: unknown input gives no figure, never zero
 */
export const calculator =
  <I extends Sourced>(
    name: string,
    version: number,
    work: (sheet: Sheet, input: I) => void,
  ): Calculator<I> =>
  (input, tables) => {
    const sheet = new Sheet(tables)
    work(sheet, input)
    return sheet.outcome(name, version, input.sources)
  }
