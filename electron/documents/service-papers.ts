import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { lawyerTitle, lengthWords, stretchWords } from './duty-words.ts'
import { pagedTable } from './paged-table.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import {
  formPage,
  paragraph,
  type Block,
  type Paper,
  type TableCell,
  type TableColumn,
} from './paper.ts'

/** What somebody did in a stretch; `minutes` as signed or corrected. */
export type ServiceLine = {
  name: string
  firm: string
  duties: number
  minutes: number
  corrected: number
  noShows: number
  consultations: number
}

type Listed = { context: PaperContext; lines: readonly ServiceLine[]; madeOn: LocalDate }

const cells = (texts: readonly (string | number)[]): TableCell[] =>
  texts.map((text) => ({ text: String(text) }))

const sumOf = (
  lines: readonly ServiceLine[],
  key: Exclude<keyof ServiceLine, 'name' | 'firm'>,
): number => lines.reduce((sum, line) => sum + line[key], 0)

export const hoursTitle = '志愿律师值班时长汇总表'

const hoursColumns: TableColumn[] = [
  { header: '律师', width: 62, align: 'center' },
  { header: '律所', width: 98, align: 'left' },
  { header: '值班次数', width: 42, align: 'center' },
  { header: '服务时长', width: 102, align: 'right' },
  { header: '更正班次', width: 42, align: 'center' },
  { header: '未到岗', width: 50, align: 'center' },
  { header: '接待人次', width: 44, align: 'center' },
]

export const hoursSheet = (input: Listed & { from: LocalDate; to: LocalDate }): Paper => {
  const { context, from, to, lines, madeOn } = input
  const rows = lines.map((line) => ({
    cells: cells([
      line.name,
      line.firm,
      line.duties,
      lengthWords(line.minutes),
      line.corrected,
      line.noShows,
      line.consultations,
    ]),
  }))
  const sum: TableCell[] = [
    { text: '合计', span: 2, align: 'center' },
    ...cells([
      sumOf(lines, 'duties'),
      lengthWords(sumOf(lines, 'minutes')),
      sumOf(lines, 'corrected'),
      sumOf(lines, 'noShows'),
      sumOf(lines, 'consultations'),
    ]),
  ]
  const blocks: Block[] = [
    { kind: 'title', text: hoursTitle, letterhead: context.body.fullName },
    { kind: 'numberLine', text: stretchWords(from, to) },
    ...(rows.length === 0
      ? [paragraph('这段时间没有值班。')]
      : pagedTable({ columns: hoursColumns, rows, page: formPage, share: 0.85, sum })),
    paragraph(
      '服务时长按到岗、离岗的签到时间计算，经主任更正的按更正后的时长；没有签退的不计，等更正后再计。',
      { small: true },
    ),
    paragraph(`制表日期：${formatChineseDate(madeOn)}`, { small: true }),
  ]
  return makePaper('duty-hours', hoursTitle, stretchWords(from, to), context, blocks)
}

export const thanksTitle = '志愿律师致谢名单'

/** @policy Whoever came or answered anybody is thanked, in the order of names and not of hours */
export const isThanked = ({ duties, consultations }: ServiceLine): boolean =>
  duties + consultations > 0

export const thanksSheet = ({ context, lines, madeOn, year }: Listed & { year: number }): Paper => {
  const thanked = lines.filter(isThanked)
  const rows = thanked.map((line, index) => ({
    cells: cells([
      index + 1,
      line.name,
      line.firm,
      line.duties,
      lengthWords(line.minutes),
      line.consultations,
    ]),
  }))
  const columns: TableColumn[] = [
    { header: '序号', width: 40, align: 'center' },
    { header: '律师', width: 70, align: 'center' },
    { header: '律所', width: 150, align: 'left' },
    { header: '值班次数', width: 60, align: 'center' },
    { header: '服务时长', width: 88, align: 'right' },
    { header: '接待人次', width: 60, align: 'center' },
  ]
  const until = madeOn < `${year}-12-31` ? `（截至${formatChineseDate(madeOn)}）` : ''
  const title = `${year}年度${thanksTitle}`
  const blocks: Block[] = [
    { kind: 'title', text: title, letterhead: context.body.fullName },
    ...(rows.length === 0
      ? [paragraph('这一年还没有值班记录。')]
      : [
          paragraph(
            `${year}年${until}，下列 ${thanked.length} 位律师在本单位志愿值班 ${sumOf(thanked, 'duties')} 次，共 ${lengthWords(
              sumOf(thanked, 'minutes'),
            )}，为群众解答法律咨询 ${sumOf(thanked, 'consultations')} 人次。谨致谢意。`,
          ),
          ...pagedTable({ columns, rows, page: formPage, share: 0.7 }),
          paragraph('按姓名拼音排列，不分先后。', { small: true }),
        ]),
    {
      kind: 'signatures',
      lead: [],
      parties: [],
      staff: [],
      seal: { sealName: context.body.sealName, date: formatChineseDate(madeOn) },
    },
  ]
  return makePaper('thanks-list', thanksTitle, `${year}年`, context, blocks)
}

export const statementTitle = '志愿服务证明'

export type StatementInput = {
  context: PaperContext
  from: LocalDate
  to: LocalDate
  madeOn: LocalDate
  line: ServiceLine & { firmFullName: string; licenceNumber: string }
  /** YYYY-MM, the first month first. */
  months: readonly { month: string; duties: number; minutes: number }[]
  makerName: string
}

const monthWords = (month: string): string => {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** The house's own wording, not a prescribed one. */
export const statementPaper = (input: StatementInput): Paper => {
  const { context, from, to, madeOn, line, months, makerName } = input
  const of = line.firmFullName
  const licence = line.licenceNumber === '' ? '' : `（执业证号 ${line.licenceNumber}）`
  const answered = line.consultations === 0 ? '' : `，接待法律咨询 ${line.consultations} 人次`
  const rows = months.map(({ month, duties, minutes }) => ({
    cells: cells([monthWords(month), duties, lengthWords(minutes)]),
  }))
  const sum = cells(['合计', line.duties, lengthWords(line.minutes)])
  const columns: TableColumn[] = [
    { header: '月份', width: 150, align: 'center' },
    { header: '值班次数', width: 140, align: 'center' },
    { header: '服务时长', width: 150, align: 'center' },
  ]
  const blocks: Block[] = [
    { kind: 'title', text: statementTitle, letterhead: context.body.fullName },
    paragraph(
      `兹证明${of}${lawyerTitle(line.name)}${licence}于${stretchWords(from, to)}在本单位担任志愿律师，值班 ${line.duties} 次，服务时长共 ${lengthWords(line.minutes)}${answered}。`,
    ),
    ...(rows.length === 0 ? [] : pagedTable({ columns, rows, page: formPage, share: 0.6, sum })),
    paragraph('特此证明。'),
    {
      kind: 'signatures',
      lead: [
        paragraph('服务时长按到岗、离岗的签到记录计算。本证明的格式为本单位自拟。', {
          small: true,
        }),
      ],
      parties: [],
      staff: [{ label: '经办人', name: makerName }],
      seal: { sealName: context.body.sealName, date: formatChineseDate(madeOn) },
    },
  ]
  return makePaper(
    'service-statement',
    statementTitle,
    `${line.name} ${stretchWords(from, to)}`,
    context,
    blocks,
  )
}
