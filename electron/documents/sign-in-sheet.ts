import { formatChineseTime } from '#db/domain/local-date.ts'
import { halfWords, shortDay, stretchWords } from './duty-words.ts'
import { pagedTable } from './paged-table.ts'
import { makePaper } from './paper-context.ts'
import { paragraph, type Block, type Paper, type TableColumn } from './paper.ts'
import { wallPage } from './rota-sheet.ts'
import { emptySeats, type SheetInput, type SheetSeat, type SheetShift } from './rota-weeks.ts'

export const signInTitle = '志愿律师签到表'

/** Points: for a name written by hand. */
const rowHeight = 30

export const clockOf = (instant: string | undefined): string =>
  instant === undefined ? '' : formatChineseTime(instant).slice(-5)

export const signInHeads = [
  '日期',
  '时段',
  '窗口',
  '值班律师',
  '签到时间',
  '到岗签名',
  '签退时间',
  '离岗签名',
  '替班人',
  '接待人次',
  '备注',
] as const

const widths = [78, 40, 86, 70, 62, 88, 62, 88, 66, 60, 72]

const remarkOf = ({ noShow, insteadOfName }: SheetSeat): string =>
  [noShow ? '未到岗' : '', insteadOfName === undefined ? '' : `替${insteadOfName}`]
    .filter((word) => word !== '')
    .join('，')

/** A line for every seat; what is known is printed and the rest left for the hand. */
export const signInRows = (shifts: readonly SheetShift[]): string[][] =>
  shifts.flatMap((shift) => {
    const head = [shortDay(shift.date), halfWords[shift.half], shift.deskName]
    const filled = shift.seats.map((seat) => [
      ...head,
      seat.name,
      clockOf(seat.signedInAt),
      '',
      clockOf(seat.signedOutAt),
      '',
      '',
      seat.visitors === 0 ? '' : String(seat.visitors),
      remarkOf(seat),
    ])
    const empty = Array.from({ length: emptySeats(shift) }, () => [
      ...head,
      '空缺',
      ...signInHeads.slice(head.length + 1).map(() => ''),
    ])
    return [...filled, ...empty]
  })

export const signInSheet = ({ context, from, to, shifts }: SheetInput): Paper => {
  const columns = signInHeads.map((header, index): TableColumn => ({
    header,
    width: widths[index] ?? 60,
    align: 'center',
  }))
  const rows = signInRows(shifts).map((row) => ({ cells: row.map((text) => ({ text })) }))
  const table = pagedTable({ columns, rows, page: wallPage, rowHeight, share: 0.82 })
  const blocks: Block[] = [
    { kind: 'title', text: signInTitle },
    { kind: 'numberLine', text: `${context.body.fullName}　${stretchWords(from, to)}` },
    ...(rows.length === 0 ? [paragraph('这段时间没有已发布的值班。')] : table),
    paragraph(
      '到岗、离岗各写一次时间；有人替班的，由替班人在“替班人”栏签名。值班期间不得招揽案件、收取费用。',
      { small: true },
    ),
  ]
  return {
    ...makePaper('f25-sign', signInTitle, stretchWords(from, to), context, blocks),
    page: wallPage,
  }
}
