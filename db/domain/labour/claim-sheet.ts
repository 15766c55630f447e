import { Big } from 'big.js'
import { amountInWords, type Fen } from '../money.ts'
import { calcTitles } from './calc-names.ts'
import type { CalcOutcome, CalcReason, CalcResult, Sourced } from './calc-sheet.ts'
import { Sheet, yuan } from './calc-sheet.ts'
import { calculateOne, type CalcInputs, type SingleCalcName } from './calculators.ts'
import type { LabourTables } from './parameters.ts'

/** What a worker may claim in one sum; monthly benefits and bounds on loans are not added up. */
export const workerClaims = [
  'severance',
  'severance-with-notice',
  'unlawful-termination',
  'double-wage',
  'overtime',
  'arrears',
  'minimum-wage-top-up',
  'probation-top-up',
  'deduction-excess',
  'injury-disability',
  'injury-suspension-pay',
  'injury-death',
  'annual-leave',
  'non-compete',
  'overdue-interest',
  'default-clause',
  'late-performance',
] as const satisfies SingleCalcName[]

export const employerClaims = ['training-bond'] as const satisfies SingleCalcName[]

export type ClaimName = (typeof workerClaims)[number] | (typeof employerClaims)[number]

/** One choice of each group at most. */
export const alternatives: readonly { names: readonly ClaimName[]; text: string }[] = [
  {
    names: ['severance', 'severance-with-notice', 'unlawful-termination'],
    text: '经济补偿、经济补偿加代通知金、赔偿金是同一次解除的不同选择，只能选一项。',
  },
  {
    names: ['injury-disability', 'injury-death'],
    text: '伤残一次性待遇与因工死亡一次性待遇不能同时计算。',
  },
  { names: ['double-wage'], text: '二倍工资差额只能计算一次。' },
]

/**
 * What cannot stand beside the calculators that were chosen.
 * @law 《劳动合同法实施条例》第二十五条
 */
export const exclusiveChoices = (chosen: readonly string[]): string[] =>
  alternatives
    .filter(({ names }) => names.length > 1 && names.some((name) => chosen.includes(name)))
    .map(({ text }) => text)

const overlaps: { names: readonly [ClaimName, ClaimName]; text: string }[] = [
  {
    names: ['arrears', 'minimum-wage-top-up'],
    text: '拖欠工资与最低工资差额可能重复计算同一时段，请核对。',
  },
  {
    names: ['arrears', 'probation-top-up'],
    text: '拖欠工资与试用期工资差额可能重复计算同一时段，请核对。',
  },
  {
    names: ['arrears', 'injury-suspension-pay'],
    text: '拖欠工资与停工留薪期工资可能重复计算同一时段，请核对。',
  },
  {
    names: ['overdue-interest', 'default-clause'],
    text: '逾期利息与违约金并存的，合计过高可能被调整。',
  },
]

export type ClaimItem = { [N in ClaimName]: { calculator: N; input: CalcInputs[N] } }[ClaimName]

export type ClaimSheetInput = Sourced & {
  claimant: 'worker' | 'employer'
  items: readonly ClaimItem[]
  /** Claims that no calculator makes, with the paper they rest on. */
  others?: readonly { text: string; amountFen: Fen }[] | undefined
  /** What the parties agree on. */
  agreedFen?: Fen | undefined
  /** Below so many per cent of the sheet it is told (policy, not law). */
  warnBelowPercent?: number | undefined
}

/** The sum of the sheet with the reckoning of each of its items. */
export type ClaimSheetOutcome =
  | { ok: true; result: CalcResult; items: CalcResult[] }
  | { ok: false; reasons: CalcReason[] }

const checkChoices = (sheet: Sheet, { claimant, items, others = [] }: ClaimSheetInput): void => {
  if (items.length === 0 && others.length === 0) sheet.missing('items', '请求项目')
  const allowed: readonly string[] = claimant === 'worker' ? workerClaims : employerClaims
  items.forEach(({ calculator }, index) => {
    if (!allowed.includes(calculator))
      sheet.refuse(
        'excluded',
        `items.${index}.calculator`,
        `${calcTitles[calculator]}不是${claimant === 'worker' ? '劳动者' : '用人单位'}一方的请求，不能汇总。`,
      )
  })
  for (const { names, text } of alternatives) {
    const chosen = items.flatMap((item, index) => (names.includes(item.calculator) ? [index] : []))
    for (const index of chosen.slice(1)) sheet.refuse('excluded', `items.${index}.calculator`, text)
  }
  others.forEach(({ amountFen }, index) =>
    sheet.checkFen(`others.${index}.amountFen`, '金额', amountFen),
  )
}

const runItem = (item: ClaimItem, tables: LabourTables): CalcOutcome =>
  calculateOne(item.calculator, item.input as never, tables)

const runItems = (sheet: Sheet, items: readonly ClaimItem[]): CalcResult[] =>
  items.flatMap((item, index) => {
    const outcome = runItem(item, sheet.tables)
    if (outcome.ok) return [outcome.result]
    for (const { code, path, text } of outcome.reasons)
      sheet.refuse(code, `items.${index}.input.${path}`, text)
    return []
  })

const compareAgreed = (sheet: Sheet, sumFen: Fen, input: ClaimSheetInput): void => {
  const { agreedFen, warnBelowPercent = 60 } = input
  if (agreedFen === undefined) return
  sheet.checkFen('agreedFen', '约定金额', agreedFen)
  sheet.checkNumber('warnBelowPercent', '提醒比例', warnBelowPercent, { min: 0, max: 100 })
  if (sheet.refused || sumFen === 0) return
  const percent = new Big(agreedFen).times(100).div(sumFen)
  const words = percent.round(2, Big.roundHalfUp).toFixed(2)
  sheet.figure('agreedPercent', words)
  sheet.figure('gapFen', String(sumFen - agreedFen))
  sheet.step(`约定金额${yuan(agreedFen)}，为汇总金额的${words}%，相差${yuan(sumFen - agreedFen)}`)
  if (percent.lt(warnBelowPercent))
    sheet.warn(
      'farBelowStatutory',
      `约定金额低于法定标准的${warnBelowPercent}%：请确认双方自愿、了解法定标准。`,
    )
}

/**
 * Adds up the chosen claims; of choices that exclude each other there is no sum. The agreed amount is held against it.
 * @law 《劳动合同法实施条例》第二十五条;《劳动争议解释（一）》第三十五条 (D11)
 */
export const claimSheet = (input: ClaimSheetInput, tables: LabourTables): ClaimSheetOutcome => {
  const sheet = new Sheet(tables)
  checkChoices(sheet, input)
  const items = runItems(sheet, input.items)
  for (const item of items) {
    sheet.entry(
      `${calcTitles[item.calculator as ClaimName]}：${yuan(item.amountFen)}`,
      item.amountFen,
    )
    sheet.absorb(item)
  }
  for (const { text, amountFen } of input.others ?? [])
    if (!sheet.refused) sheet.entry(`${text}：${yuan(amountFen)}`, amountFen)
  const named = new Set(input.items.map(({ calculator }) => calculator))
  for (const { names, text } of overlaps)
    if (names.every((name) => named.has(name))) sheet.warn('mayOverlap', text)
  if (!sheet.refused) {
    const sum =
      items.reduce((total, { amountFen }) => total + amountFen, 0) +
      (input.others ?? []).reduce((total, { amountFen }) => total + amountFen, 0)
    sheet.step(`合计：${amountInWords(sum)}`)
    compareAgreed(sheet, sum, input)
  }
  const outcome = sheet.outcome('claim-sheet', 1, input.sources)
  return outcome.ok ? { ...outcome, items } : outcome
}
