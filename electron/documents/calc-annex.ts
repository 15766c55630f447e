import type { AgreementParty } from '#db/domain/agreement/content.ts'
import { calcTitles, type CalcName } from '#db/domain/labour/calc-names.ts'
import type { CalcLine, CalcResult, UsedParameter } from '#db/domain/labour/calc-sheet.ts'
import { exclusiveChoices } from '#db/domain/labour/claim-sheet.ts'
import { inputLines } from '#db/domain/labour/input-words.ts'
import { owedByOtherSide, type ReckonedResult } from '#db/domain/labour/kept-calculation.ts'
import { gradeText } from '#db/domain/labour/injury-disability.ts'
import { formatChineseDate, formatChineseTime, localDate } from '#db/domain/local-date.ts'
import { amountInWords, formatYuan, parseYuan } from '#db/domain/money.ts'
import { regionName } from '#db/domain/region-names.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import { fieldRow, paragraph, type Block, type Field, type Paper, type TableCell } from './paper.ts'
import { partyList } from './party-block.ts'
import { chineseCount } from './wording.ts'

type Input = Readonly<Record<string, unknown>>

export type CalcAnnexInput = {
  context: PaperContext
  caseNumber: string
  caseTitle: string
  parties: readonly AgreementParty[]
  calculation: {
    name: CalcName
    title: string
    input: Input
    result: ReckonedResult
    statutory: boolean
    keptByName: string
    /** UTC instant. */
    keptAt: string
  }
}

const title = '计算说明'

const payerWords = { fund: '工伤保险基金支付', employer: '用人单位支付' } as const

/**
 * Rows of one table on a page. A longer one goes on as a table of its own: the head of a table that breaks is printed
 * by engines and not by the paper.
 */
const rowsTogether = 9

type Table = Extract<Block, { kind: 'table' }>

/** The table in pieces that no page breaks, `lead` above the first of them. */
const pieces = (table: Table, ...lead: Block[]): Block[] => {
  const { rows, sum, ...rest } = table
  const count = Math.max(1, Math.ceil(rows.length / rowsTogether))
  return Array.from({ length: count }, (_, index): Block => {
    const part = rows.slice(index * rowsTogether, (index + 1) * rowsTogether)
    const piece: Table = {
      ...rest,
      rows: part,
      ...(sum && index === count - 1 ? { sum } : {}),
    }
    return { kind: 'together', blocks: index === 0 ? [...lead, piece] : [piece] }
  })
}

const lineCells = ({ text, amountFen, payer }: CalcLine, index: number): TableCell[] => [
  { text: String(index + 1) },
  { text: payer ? `${text}（${payerWords[payer]}）` : text },
  { text: amountFen === undefined ? '' : formatYuan(amountFen) },
]

const linesTable = ({ lines, amountFen, per }: CalcResult): Table => ({
  kind: 'table',
  columns: [
    { header: '序号', width: 36, align: 'center' },
    { header: '怎样算', width: 315, align: 'left' },
    { header: '金额（元）', width: 90, align: 'right' },
  ],
  // The sum stands below the lines, and in capitals at the head.
  rows: lines.filter(({ text }) => !text.startsWith('合计：')).map(lineCells),
  sum: [
    { text: per === 'month' ? '每月合计' : '合计', span: 2, align: 'center' },
    { text: formatYuan(amountFen) },
  ],
})

/** Fields and not a table: they have no head that would have to stand on every page. */
const inputFields = (name: CalcName, input: Input): Block[] => {
  const lines = inputLines(name, input)
  if (lines.length === 0) return []
  return [
    paragraph('所用材料，以及谁说的、凭什么：', { indent: false, small: true, keepNext: true }),
    {
      kind: 'fields',
      columns: [118, 143, 42, 138],
      rows: lines.map(({ label, value, source }) => [
        { label, value, labelSpan: 1, valueSpan: 1 },
        {
          label: '来源',
          value: source.trim() === '' ? '未写明' : source,
          labelSpan: 1,
          valueSpan: 1,
        },
      ]),
    },
  ]
}

const unverifiedMark = '※'

const validity = ({ validFrom, validTo }: UsedParameter): string => {
  if (validFrom === undefined) return '未写明'
  const until = validTo === undefined ? '起' : `至${formatChineseDate(validTo)}`
  return `${formatChineseDate(validFrom)}${until}`
}

const regionWords = ({ region }: UsedParameter): string =>
  region === undefined || region === 'CN' ? '' : `，${regionName(region)}`

const careWords: Readonly<Record<string, string>> = { full: '完全', most: '大部分', part: '部分' }

/** Grade, tier or year in words. */
const variantWords = ({ key, variant = '' }: UsedParameter): string => {
  if (key === 'injuryCarePercent') return careWords[variant] ?? variant
  if (key === 'injuryTaperPercent') return `距退休${variant}年`
  if (key === 'statutoryHolidays') return `${variant}年`
  if (key.startsWith('injury')) return gradeText(Number(variant))
  return /^\d+$/u.test(variant) ? `第${variant}档` : variant
}

const parameterName = (used: UsedParameter): string => {
  const { name, variant } = used
  const which = variant === undefined ? '' : `（${variantWords(used)}）`
  return `${used.verified ? '' : unverifiedMark}${name}${which}${regionWords(used)}`
}

const parameterValue = ({ key, value, unit }: UsedParameter): string => {
  if (key === 'statutoryHolidays') return `共${value.split(' ').length}天，列在表下`
  if (unit === '月') return `${value}个月`
  const fen = unit === '元' ? parseYuan(value) : undefined
  return `${fen === undefined ? value : formatYuan(fen)}${unit}`
}

/** The days of a year are too many for a cell. */
const holidayWords = ({ variant = '', value }: UsedParameter): string => {
  const days = value
    .split(' ')
    .map((day) => formatChineseDate(localDate(day)).replace(/^\d+年/u, ''))
  return `${variant}年法定节假日：${days.join('、')}。`
}

const parameterBlocks = ({ parameters }: CalcResult): Block[] => {
  if (parameters.length === 0) return [paragraph('没有用到按年公布的标准。')]
  const table: Table = {
    kind: 'table',
    columns: [
      { header: '标准', width: 141, align: 'left' },
      { header: '数值', width: 80, align: 'left' },
      { header: '有效期', width: 100, align: 'left' },
      { header: '文件', width: 120, align: 'left' },
    ],
    rows: parameters.map((used) => [
      { text: parameterName(used) },
      { text: parameterValue(used) },
      { text: validity(used) },
      { text: used.document },
    ]),
  }
  const holidays = parameters
    .filter(({ key }) => key === 'statutoryHolidays')
    .map((used) => paragraph(holidayWords(used)))
  const note = `带${unverifiedMark}的标准尚未核对文件原文，或者是这次录入的，用前请核对。`
  return parameters.every(({ verified }) => verified)
    ? [...pieces(table), ...holidays]
    : [
        ...pieces(table),
        ...holidays,
        { kind: 'paragraph', runs: [{ text: note, bold: true }], indent: true },
      ]
}

const numbered = (texts: readonly string[], none: string): Block[] =>
  texts.length === 0
    ? [paragraph(none)]
    : texts.map((text, index) => paragraph(`${index + 1}．${text}`))

const choicesOf = ({ name, result }: CalcAnnexInput['calculation']): string[] =>
  exclusiveChoices([name, ...(result.items ?? []).map(({ calculator }) => calculator)])

const itemsOf = (input: Input): readonly { calculator: CalcName; input: Input }[] =>
  Array.isArray(input['items'])
    ? (input['items'] as readonly { calculator: CalcName; input: Input }[])
    : []

/** The reckoning with what it was made of; of a sheet that adds up, that of each of its items. */
const reckoningBlocks = ({ name, input, result }: CalcAnnexInput['calculation']): Block[] => {
  const items = itemsOf(input)
  const main = [...pieces(linesTable(result)), ...inputFields(name, input)]
  return [
    ...main,
    ...(result.items ?? []).flatMap((item, index): Block[] => {
      const calculator = item.calculator as CalcName
      const text = `（${index + 1}）${calcTitles[calculator]}`
      const head: Block = { kind: 'paragraph', runs: [{ text, bold: true }], keepNext: true }
      const inputs = inputFields(calculator, items[index]?.input ?? {})
      return [...pieces(linesTable(item), head), ...inputs]
    }),
  ]
}

/** Who pays what, where the insurance fund pays a part: only the rest can be agreed on. */
const sharesRow = (result: ReckonedResult): Field[][] => {
  const owed = owedByOtherSide(result)
  const fund = result.amountFen - owed
  if (fund === 0) return []
  const words = `工伤保险基金支付${formatYuan(fund)}元，用人单位支付${formatYuan(owed)}元`
  return [fieldRow('其中', words)]
}

const resultWords = ({ amountFen, per }: CalcResult): string =>
  `${per === 'month' ? '每月' : ''}${amountInWords(amountFen)}`

const sections = (parts: readonly [string, Block[]][]): Block[] =>
  parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([heading, blocks], index): Block[] => [
      { kind: 'heading', text: `${chineseCount(index + 1)}、${heading}` },
      ...blocks,
    ])

/** The last notes stay with the place to sign, with their heading where these are all: no page has only that place. */
const lastKept = 3

/**
 * A reckoning as it was kept, for both sides to look into: lines, what was filled in and who said so, law, dated
 * figures with document and validity, conventions, doubts. It tells a range of the law and never who is right.
 * @policy labour-calculators.md §0.2, §0.4; the layout is the house's
 */
export const calcAnnexPaper = (annex: CalcAnnexInput): Paper => {
  const { context, calculation } = annex
  const { name, result } = calculation
  const head: Block = {
    kind: 'fields',
    columns: [78, 363],
    rows: [
      fieldRow('事由', annex.caseTitle),
      fieldRow('当事人', partyList(annex.parties)),
      fieldRow('计算项目', calculation.title),
      fieldRow('计算结果', resultWords(result)),
      ...sharesRow(result),
      fieldRow('公式', `${calcTitles[name]}，第${result.version}版`),
      fieldRow('计算人', `${calculation.keptByName}，${formatChineseTime(calculation.keptAt)}`),
    ],
  }
  const potential = result.potential.map(
    ({ text, fromFen, toFen }) =>
      `${text.replace(/[。；]$/u, '')}：${formatYuan(fromFen)}元至${formatYuan(toFen)}元，现在不计入。`,
  )
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'numberLine', text: `登记号：${annex.caseNumber}` },
    { kind: 'together', blocks: [head] },
    ...sections([
      ['计算过程和材料', reckoningBlocks(calculation)],
      ['法律依据', numbered(result.law, '没有写明。')],
      ['采用的标准', parameterBlocks(result)],
      [
        '算法和选择',
        numbered([...result.assumptions, ...choicesOf(calculation)], '没有需要说明的算法。'),
      ],
      ['可能另外产生的', potential.map((text) => paragraph(text))],
      [
        '请注意',
        numbered(
          result.warnings.map(({ text }) => text),
          '没有发现需要提醒的事项。',
        ),
      ],
    ]),
  ]
  const notesAndSigning = blocks.length - Math.min(lastKept, result.warnings.length || 1) - 1
  return makePaper('calc-annex', title, calculation.title, context, [
    ...blocks.slice(0, notesAndSigning),
    {
      kind: 'together',
      blocks: [
        ...blocks.slice(notesAndSigning),
        paragraph(
          '本说明按上列材料和标准计算，供双方了解法定数额，不表示哪一方有理；材料或者标准有出入的，数额随之改变。约定多少由双方自愿决定。',
        ),
        {
          kind: 'fields',
          columns: [108, 333],
          rows: [
            [{ label: '当事人阅后签名', value: '', labelSpan: 1, valueSpan: 1, minHeight: 54 }],
          ],
        },
      ],
    },
  ])
}
