import { halfWords, stretchWords } from './duty-words.ts'
import { cellPadding, ems, styles, textHeight, textWidth, unitPt } from './flow.ts'
import { headCells, pagedTable, rowHeightOf } from './paged-table.ts'
import { makePaper } from './paper-context.ts'
import {
  paragraph,
  oneLine,
  type Block,
  type CellLine,
  type PageSetup,
  type Paper,
  type TableCell,
  type TableColumn,
  type WallStyle,
} from './paper.ts'
import {
  type SheetSeat,
  type SheetShift,
  type SheetInput,
  halves,
  type Planned,
  openDays,
  weekGrids,
  rotaWeeks,
  rotaPeople,
  type RotaPerson,
} from './rota-weeks.ts'

/** A4 lying with narrow edges: a fortnight and its people stand on one sheet. An odd number of points high. */
export const wallPage: PageSetup = {
  width: 297,
  height: 210,
  margins: { top: 20.9, right: 16.5, bottom: 18, left: 16 },
}

export const rotaTitle = '志愿律师值班表'

/** Letters of a wall sheet, for people who read it from a metre and a half; `undefined` are those of tables. */
type WallType = {
  name: WallStyle | undefined
  head: WallStyle | undefined
  rest: WallStyle | undefined
  /** The table of people. */
  people: WallStyle | undefined
  isLarge: boolean
}

const smallest: WallType = {
  name: undefined,
  head: undefined,
  rest: undefined,
  people: undefined,
  isLarge: false,
}
/** The largest first. */
const wallTypes: readonly WallType[] = [
  { name: 'wall28', head: 'wall20', rest: 'wall16', people: 'wall20', isLarge: true },
  { name: 'wall28', head: 'wall20', rest: 'wall16', people: 'wall16', isLarge: true },
  { name: 'wall24', head: 'wall20', rest: 'wall16', people: 'wall16', isLarge: true },
  { name: 'wall24', head: 'wall16', rest: 'wall14', people: 'wall14', isLarge: true },
  { name: 'wall20', head: 'wall16', rest: 'wall14', people: 'wall14', isLarge: true },
  { name: 'wall16', head: 'wall16', rest: 'wall14', people: 'wall14', isLarge: false },
  { name: 'wall16', head: 'wall14', rest: undefined, people: undefined, isLarge: false },
  smallest,
]

const sizeOf = (style: WallStyle | undefined): number => styles[style ?? 'cell'].size
const inCell = (width: number): number => width - 2 * cellPadding.side - 1

type Strip = { columns: TableColumn[]; rows: TableCell[][]; headStyle: WallStyle | undefined }
const cellOf = (lines: readonly CellLine[]): TableCell => ({
  text: lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'),
  lines: lines.length === 0 ? [{ runs: [{ text: '' }], style: undefined }] : lines,
})

/** The weeks in letters of this size, or nothing if a name or a day does not stand on a line. */
const weekStrips = (input: Planned, type: WallType): Strip[] | undefined => {
  const { name, head, rest } = type
  const days = openDays(input.shifts).length
  const desks = input.shifts.map(({ deskName }) => deskName)
  const oneDesk = new Set(desks).size === 1
  const deskEms = oneDesk ? 0 : Math.max(0, ...desks.map((desk) => ems(oneLine(desk), 0.56)))
  const inLine = type === smallest
  const leadEms = inLine ? deskEms + (oneDesk ? 2.5 : 3) : Math.max(deskEms, 3.5)
  const lead = Math.min(160, Math.max(60, leadEms * sizeOf(rest) + 14))
  const width = (textWidth(wallPage) - lead) / Math.max(1, days)
  const room = inCell(width) / sizeOf(name)
  const names = input.shifts.flatMap(({ seats }) => seats.map((seat) => oneLine(seat.name)))
  const fits =
    names.every((each) => ems(each, 0.56) <= room) &&
    ems('11.23 周一', 0.56) <= inCell(width) / sizeOf(head)
  if (!fits && !inLine) return undefined
  const leadCell = (half: string, desk: string): TableCell =>
    inLine
      ? cellOf([{ runs: [{ text: `${half} ${desk}`.trim(), bold: true }], style: rest }])
      : cellOf([
          { runs: [{ text: half, bold: true }], style: head },
          ...(desk === '' ? [] : [{ runs: [{ text: desk }], style: rest }]),
        ])
  return weekGrids(input, room).weeks.map(({ heads, rows }) => ({
    headStyle: head,
    columns: heads.map((header, index): TableColumn => ({
      header,
      width: index === 0 ? lead : width,
      align: 'center',
    })),
    rows: rows.map(({ half, desk, days: each }) => [
      leadCell(half, desk),
      ...each.map((lines) =>
        cellOf(lines.map(({ runs, isSmall }) => ({ runs, style: isSmall ? rest : name }))),
      ),
    ]),
  }))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const firmHeader = '律所'

/** Everybody on the rota, beside one another if they are many; columns that nobody fills are left out. */
const peopleStrip = (
  people: readonly RotaPerson[],
  { people: style }: WallType,
  withPhones: boolean,
): Strip | undefined => {
  const columns = [
    { header: '律师', of: (seat: SheetSeat) => seat.name, bold: true },
    { header: firmHeader, of: (seat: SheetSeat) => seat.firm, bold: false },
    { header: '执业证号', of: (seat: SheetSeat) => seat.licenceNumber, bold: false },
    ...(withPhones ? [{ header: '电话', of: (seat: SheetSeat) => seat.phone, bold: false }] : []),
  ].filter(({ of }) => people.some((seat) => oneLine(of(seat)) !== ''))
  if (people.length === 0 || columns.length < 2) return undefined
  const cellsOf = (seat: SheetSeat | undefined): TableCell[] =>
    columns.map(({ of, bold }) => {
      const text = seat && (oneLine(of(seat)) || '—')
      return cellOf([{ runs: [{ text: text ?? '', bold }], style }])
    })
  const beside = people.length <= 3 ? 1 : 2
  const widths = columns.map(
    ({ header, of }) =>
      Math.min(13, Math.max(...[header, ...people.map(of)].map((text) => ems(text, 0.56)))) *
        sizeOf(style) +
      14,
  )
  // A broken number is misread: where it is narrow the firm's name gives way.
  const over = sum(widths) - textWidth(wallPage) / beside
  const tableColumns = columns.map(({ header }, index): TableColumn => {
    const width = widths[index] ?? 0
    const narrowed = Math.max(6 * sizeOf(style) + 14, width - over)
    return {
      header,
      width: over > 0 && header === firmHeader ? Math.min(width, narrowed) : width,
      align: 'center',
    }
  })
  const half = Math.ceil(people.length / beside)
  return {
    headStyle: style,
    columns: Array.from({ length: beside }, () => tableColumns).flat(),
    rows: people
      .slice(0, half)
      .map((seat, index) => [
        ...cellsOf(seat),
        ...(beside === 1 ? [] : cellsOf(people[half + index])),
      ]),
  }
}

const headHeight = ({ columns, headStyle }: Strip): number =>
  rowHeightOf({ columns, page: wallPage }, headCells(columns, headStyle))
const rowHeights = ({ columns, rows }: Strip): number[] =>
  rows.map((cells) => rowHeightOf({ columns, page: wallPage }, cells))

/** Points of a row at most, however few they are. */
const tallest = 120

/** The tallest rows with which the weeks take no more than `room` points. */
const rowHeightIn = (room: number, natural: readonly number[]): number | undefined => {
  const takes = (height: number) => sum(natural.map((each) => Math.max(each, height)))
  if (takes(0) > room) return undefined
  let height = 24
  while (height < tallest && takes(height + 2) <= room) height += 2
  return height
}

/** Points of the sheet that are filled; a little is left for what two engines measure otherwise. */
const filled = 0.965 * textHeight(wallPage)

const placesWords = (shifts: readonly SheetShift[]): string => {
  const places = new Map(shifts.map(({ deskName, place }) => [deskName, place]))
  return [...places]
    .map(([desk, place]) => (place === '' ? desk : `${desk}（${place}）`))
    .join('、')
}

const timesWords = (usual: ReturnType<typeof rotaWeeks>['usual']): string =>
  halves
    .flatMap((half) => (usual[half] === undefined ? [] : `${halfWords[half]} ${usual[half]}`))
    .join('，')

type WallParts = { type: WallType; weeks: Strip[]; people: Strip | undefined; rowHeight?: number }

/** The largest letters in which all stands on one sheet, its rows as tall as it allows. */
const fitWall = (input: SheetInput, noteEms: number): WallParts => {
  // Somebody whom only the head sees has no firm and no number to print.
  const known = rotaPeople(input.shifts).filter(({ hidden }) => !hidden)
  const partsIn = (type: WallType) => {
    const weeks = weekStrips(input, type)
    return weeks && { type, weeks, people: peopleStrip(known, type, input.withPhones) }
  }
  for (const type of wallTypes) {
    const parts = partsIn(type)
    if (!parts) continue
    const { weeks, people } = parts
    const note = type.isLarge ? styles[type.rest ?? 'note'] : styles.note
    const noteLines = Math.ceil(((noteEms + 2) * note.size) / textWidth(wallPage))
    const aroundTables = type.isLarge
      ? styles.wallTitle.line + 2 * unitPt + styles.wall16.line + unitPt
      : styles.title.line + styles.number.line + unitPt
    const others =
      aroundTables +
      noteLines * note.line +
      unitPt +
      sum(weeks.map((week) => headHeight(week) + unitPt)) +
      (people ? headHeight(people) + sum(rowHeights(people)) + unitPt : 0)
    const rowHeight = rowHeightIn(filled - others, weeks.flatMap(rowHeights))
    if (rowHeight !== undefined) return { ...parts, rowHeight }
  }
  return {
    type: smallest,
    weeks: weekStrips(input, smallest) ?? [],
    people: peopleStrip(known, smallest, input.withPhones),
  }
}

/** What hangs on the wall: a week in each strip, then who they are. A4 lying. */
export const rotaSheet = (input: SheetInput): Paper => {
  const { context, from, to, shifts } = input
  const { usual } = rotaWeeks(input)
  const words = `时间：${timesWords(usual)}。地点：${placesWords(shifts)}。`
  const { type, weeks, people, rowHeight } = fitWall(input, ems(words, 0.56))
  const whose = `${context.body.fullName}　${stretchWords(from, to)}`
  const tableOf = ({ columns, rows, headStyle }: Strip, least?: number): Block[] =>
    pagedTable({
      columns,
      rows: rows.map((cells) => ({ cells })),
      page: wallPage,
      rowHeight: least,
      share: 0.9,
      headStyle,
    })
  const note = type.isLarge
    ? paragraph(words, { indent: false, style: type.rest })
    : paragraph(words, { small: true })
  const blocks: Block[] = [
    { kind: 'title', text: rotaTitle, large: type.isLarge },
    type.isLarge
      ? paragraph(whose, { indent: false, style: 'wall16' })
      : { kind: 'numberLine', text: whose },
    ...(weeks.length === 0
      ? [paragraph('这段时间没有已发布的值班。')]
      : [...weeks.flatMap((week) => tableOf(week, rowHeight)), note]),
    ...(people ? tableOf(people) : []),
  ]
  return {
    ...makePaper('f25', rotaTitle, stretchWords(from, to), context, blocks),
    page: wallPage,
  }
}
