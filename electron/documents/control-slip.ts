import type { ClockChangeFact } from '#db/domain/clocks/facts.ts'
import type { ClockState } from '#db/domain/clocks/running.ts'
import { changeNames } from '#db/domain/clocks/fault-words.ts'
import { consentNames, pauseNames } from '#db/domain/deadline/rule.ts'
import { formatChineseDate, formatChineseTime, type LocalDate } from '#db/domain/local-date.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import { fieldRow, paragraph, type Block, type Paper, type TableCell } from './paper.ts'

type SlipClock = {
  name: string
  length: string
  base: LocalDate
  raw?: LocalDate | undefined
  notBefore?: LocalDate | undefined
  rolled?: LocalDate | undefined
  dueOn?: LocalDate | undefined
  remindOn: LocalDate
  override?: { date: LocalDate; reason: string } | undefined
  state: ClockState
  /** How it was counted, line by line. */
  lines: readonly { text: string }[]
}

type SlipChange = ClockChangeFact & {
  ruleName: string
  recordedByName: string
  /** UTC instant. */
  recordedAt: string
  undone?: { reason: string } | undefined
}

export type ControlSlipInput = {
  context: PaperContext
  caseNumber: string
  caseTitle: string
  parties: string
  mediatorName: string
  profileName: string
  madeOn: LocalDate
  clocks: readonly SlipClock[]
  datesWanted: readonly { eventName: string; rules: readonly string[] }[]
  changes: readonly SlipChange[]
}

const title = '期限控制单'

const stateNames: Readonly<Record<ClockState, string>> = {
  running: '计算中',
  soon: '将到期',
  today: '今日办理',
  overdue: '已逾期',
  paused: '中止',
  met: '已办',
  missed: '已过期',
}

/** 2026.12.22: fits its column on one line. */
const short = (date: LocalDate): string => date.replaceAll('-', '.')

const day = (date: LocalDate | undefined): string => (date === undefined ? '待定' : short(date))

/** What the house goes by; where the counting ended elsewhere that day stands beside it. */
const lastDay = ({ dueOn, raw, notBefore, override }: SlipClock): string => {
  if (dueOn === undefined) return notBefore === undefined ? '待定' : `不早于${short(notBefore)}`
  return override && raw !== undefined ? `${short(dueOn)} 推算为 ${short(raw)}` : short(dueOn)
}

const row = (clock: SlipClock, index: number): TableCell[] => [
  { text: `${index + 1}．${clock.name}（${clock.length}）` },
  { text: day(clock.base) },
  { text: lastDay(clock) },
  { text: day(clock.override ? clock.dueOn : clock.rolled) },
  { text: short(clock.remindOn) },
  { text: stateNames[clock.state] },
]

const table = (clocks: readonly SlipClock[]): Block => ({
  kind: 'table',
  columns: [
    { header: '期限', width: 100, align: 'left' },
    { header: '起算日', width: 74, align: 'center' },
    { header: '最后一日', width: 74, align: 'center' },
    { header: '逢假顺延', width: 74, align: 'center' },
    { header: '提醒日', width: 74, align: 'center' },
    { header: '状态', width: 45, align: 'center' },
  ],
  rows: clocks.map(row),
})

const reckoning = (clock: SlipClock, index: number): Block[] => [
  paragraph(`${index + 1}．${clock.name}`, { keepNext: true }),
  paragraph(clock.lines.map(({ text }) => text).join(''), { small: true }),
]

const changeWords = (change: SlipChange): string => {
  const until = change.untilDay === undefined ? '' : `至${formatChineseDate(change.untilDay)}`
  const consents = change.consents.map((one) => consentNames[one]).join('、')
  const why = [
    change.pauseReason === undefined ? '' : pauseNames[change.pauseReason],
    consents === '' ? '' : `${consents}同意`,
    change.words,
  ].filter((part) => part !== '')
  const undone = change.undone ? `；已撤销：${change.undone.reason}` : ''
  return `${change.ruleName}：${formatChineseDate(change.onDay)}${until}${changeNames[change.kind]}${
    why.length === 0 ? '' : `（${why.join('；')}）`
  }，${change.recordedByName}登记于${formatChineseTime(change.recordedAt)}${undone}。`
}

const section = (text: string, lines: readonly Block[]): Block[] =>
  lines.length === 0 ? [] : [{ kind: 'heading', text }, ...lines]

/**
 * Every clock of a case on one sheet: where it counts from, its last day, the rolled one, and how it came about.
 * @policy issue 5 §1; rules.md §L: both days are kept, reminders go by the earlier one
 */
export const controlSlipPaper = (input: ControlSlipInput): Paper => {
  const { context, clocks, changes, datesWanted } = input
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'numberLine', text: `登记号：${input.caseNumber}` },
    {
      kind: 'fields',
      columns: [78, 363],
      rows: [
        fieldRow('当事人', input.parties),
        fieldRow('事由', input.caseTitle),
        fieldRow('程序', input.profileName),
        fieldRow('调解员', input.mediatorName),
        fieldRow('制表日期', formatChineseDate(input.madeOn)),
      ],
    },
    ...(clocks.length === 0 ? [paragraph('本案目前没有计算中的期限。')] : [table(clocks)]),
    paragraph('提醒和告知当事人一律按“最后一日”，不按顺延后的日期。', { small: true }),
    ...section('推算经过和依据', clocks.flatMap(reckoning)),
    ...section(
      '中止、延长、中断和人工改定',
      changes.map((change) => paragraph(changeWords(change), { small: true })),
    ),
    ...section(
      '尚未填写的日期',
      datesWanted.map(({ eventName, rules }) =>
        paragraph(`${eventName}（${rules.join('、')}）`, { small: true }),
      ),
    ),
  ]
  return makePaper('control-slip', title, input.caseNumber, context, blocks)
}
