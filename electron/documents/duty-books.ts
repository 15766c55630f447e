import { decimalHours, halfWords, weekdayWord } from './duty-words.ts'
import { emptySeats, rotaWeeks, type SheetInput, type SheetShift } from './rota-weeks.ts'
import { isThanked, type ServiceLine } from './service-papers.ts'
import { clockOf } from './sign-in-sheet.ts'
import type { BookCell, BookSheet } from './work-book.ts'

type Rota = Omit<SheetInput, 'context'>

/** A week in each strip, as on the wall. */
const weeksSheet = (rota: Rota): BookSheet => {
  const { weeks } = rotaWeeks(rota)
  const rows = weeks.flatMap(({ heads, rows: lines }, index) => [
    ...(index === 0 ? [] : [[], heads]),
    ...lines,
  ])
  return {
    name: '值班表',
    heads: weeks[0]?.heads ?? [''],
    widths: [18, ...Array.from({ length: 7 }, () => 16)],
    rows,
  }
}

const lineHeads = [
  '日期',
  '星期',
  '时段',
  '开始',
  '结束',
  '窗口',
  '地点',
  '律师',
  '律所',
  '执业证号',
]
const lineWidths = [13, 8, 8, 8, 8, 14, 20, 12, 22, 24]

const lineOf = (shift: SheetShift): string[] => [
  shift.date,
  weekdayWord(shift.date),
  halfWords[shift.half],
  shift.startsAt,
  shift.endsAt,
  shift.deskName,
  shift.place,
]

/** Line by line, to be sorted and filtered. */
const linesSheet = ({ shifts, withPhones }: Rota): BookSheet => {
  const phone = (text: string) => (withPhones ? [text] : [])
  return {
    name: '明细',
    heads: [...lineHeads, ...phone('电话'), '替谁值班'],
    widths: [...lineWidths, ...(withPhones ? [16] : []), 12],
    rows: shifts.flatMap((shift) => [
      ...shift.seats.map((seat) => [
        ...lineOf(shift),
        seat.name,
        seat.firm,
        seat.licenceNumber,
        ...phone(seat.phone),
        seat.insteadOfName ?? '',
      ]),
      ...Array.from({ length: emptySeats(shift) }, () => [
        ...lineOf(shift),
        '空缺',
        '',
        '',
        ...phone(''),
        '',
      ]),
    ]),
  }
}

export const rotaBook = (rota: Rota): BookSheet[] => [weeksSheet(rota), linesSheet(rota)]

export const signInBook = ({ shifts }: Rota): BookSheet[] => [
  {
    name: '签到表',
    heads: [
      '日期',
      '时段',
      '窗口',
      '值班律师',
      '律所',
      '签到',
      '签退',
      '未到岗',
      '替谁值班',
      '接待人次',
    ],
    widths: [16, 8, 14, 12, 22, 10, 10, 10, 12, 10],
    rows: shifts.flatMap((shift) =>
      shift.seats.map((seat): BookCell[] => [
        shift.date,
        halfWords[shift.half],
        shift.deskName,
        seat.name,
        seat.firm,
        clockOf(seat.signedInAt),
        clockOf(seat.signedOutAt),
        seat.noShow ? '是' : '',
        seat.insteadOfName ?? '',
        seat.visitors,
      ]),
    ),
  },
]

export const hoursBook = (lines: readonly ServiceLine[]): BookSheet[] => [
  {
    name: '值班时长',
    heads: ['律师', '律所', '值班次数', '服务分钟', '服务小时', '更正班次', '未到岗', '接待人次'],
    widths: [12, 24, 12, 12, 12, 12, 10, 12],
    rows: lines.map((line) => [
      line.name,
      line.firm,
      line.duties,
      line.minutes,
      decimalHours(line.minutes),
      line.corrected,
      line.noShows,
      line.consultations,
    ]),
  },
]

export const thanksBook = (lines: readonly ServiceLine[]): BookSheet[] => [
  {
    name: '致谢名单',
    heads: ['序号', '律师', '律所', '值班次数', '服务小时', '接待人次'],
    widths: [8, 12, 24, 12, 12, 12],
    rows: lines
      .filter(isThanked)
      .map((line, index) => [
        index + 1,
        line.name,
        line.firm,
        line.duties,
        decimalHours(line.minutes),
        line.consultations,
      ]),
  },
]
