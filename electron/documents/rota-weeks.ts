import { addDays, weekday, type LocalDate } from '#db/domain/local-date.ts'
import { halfWords, shortDay } from './duty-words.ts'
import { ems } from './flow.ts'
import type { PaperContext } from './paper-context.ts'
import { oneLine, type Run } from './paper.ts'

export type SheetSeat = {
  name: string
  /** Somebody whom only the head sees: without name, firm and number. */
  hidden?: boolean
  firm: string
  licenceNumber: string
  phone: string
  insteadOfName?: string | undefined
  /** UTC instants. */
  signedInAt?: string | undefined
  signedOutAt?: string | undefined
  noShow: boolean
  visitors: number
}
/** A half-day at a desk as it was published; wall times HH:MM. */
export type SheetShift = {
  date: LocalDate
  half: keyof typeof halfWords
  startsAt: string
  endsAt: string
  deskName: string
  place: string
  demand: number
  seats: readonly SheetSeat[]
}
export type SheetInput = {
  context: PaperContext
  from: LocalDate
  to: LocalDate
  shifts: readonly SheetShift[]
  /** Whether telephone numbers stand on what hangs on the wall. */
  withPhones: boolean
}

const timesOf = ({ startsAt, endsAt }: SheetShift): string => `${startsAt}—${endsAt}`

/** The hours that most half-days of this kind have: said once, and others where they differ. */
const usualTimes = (shifts: readonly SheetShift[], half: SheetShift['half']) => {
  const counts = new Map<string, number>()
  for (const shift of shifts)
    if (shift.half === half) counts.set(timesOf(shift), (counts.get(timesOf(shift)) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

export const halves = ['morning', 'afternoon'] as const

/** Characters that a cell of an Excel sheet holds on a line, by how many days stand beside one another. */
const roomFor = (days: number): number => (days <= 5 ? 9 : days === 6 ? 7 : 6)

/** A line of a half-day: who sits there, in bold, or a smaller one that tells more of it. */
type RotaLine = { runs: Run[]; isSmall: boolean }

const lineText = ({ runs }: RotaLine): string => runs.map(({ text }) => text).join('')
const widthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { text }) => sum + ems(text, 0.56), 0)
const small = (text: string): RotaLine => ({ runs: [{ text }], isSmall: true })
const person = ({ name }: SheetSeat): Run => ({ text: oneLine(name), bold: true })

/** On one line if it fits, else line by line. */
const seatLines = (seat: SheetSeat, room: number): RotaLine[] => {
  if (seat.insteadOfName === undefined) return [{ runs: [person(seat)], isSmall: false }]
  const substituted = `（替${oneLine(seat.insteadOfName)}）`
  const runs = [person(seat), { text: substituted }]
  return widthOf(runs) <= room
    ? [{ runs, isSmall: false }]
    : [{ runs: [person(seat)], isSmall: false }, small(substituted)]
}

export const emptySeats = ({ demand, seats }: SheetShift): number =>
  Math.max(0, demand - seats.length)

const shiftLines = (shift: SheetShift, usual: string | undefined, room: number): RotaLine[] => {
  const people = [
    ...shift.seats.flatMap((seat) => seatLines(seat, room)),
    ...Array.from({ length: emptySeats(shift) }, (): RotaLine => ({
      runs: [{ text: '空缺' }],
      isSmall: false,
    })),
  ]
  const onOne = people.flatMap(({ runs, isSmall }, index) =>
    index === 0 || isSmall ? runs : [{ text: '、' }, ...runs],
  )
  const times = timesOf(shift) === usual ? [] : [small(timesOf(shift))]
  return [...(widthOf(onOne) <= room ? [{ runs: onOne, isSmall: false }] : people), ...times]
}

type Row = { half: SheetShift['half']; desk: string }

const rowsOf = (shifts: readonly SheetShift[]): Row[] => {
  const desks = [...new Set(shifts.map(({ deskName }) => deskName))]
  return halves.flatMap((half) =>
    desks
      .filter((desk) => shifts.some((shift) => shift.half === half && shift.deskName === desk))
      .map((desk) => ({ half, desk })),
  )
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date))

type RotaWeek = { heads: string[]; rows: { half: string; desk: string; days: RotaLine[][] }[] }

export type Planned = Omit<SheetInput, 'context' | 'withPhones'>

export const openDays = (shifts: readonly SheetShift[]): number[] =>
  [1, 2, 3, 4, 5, 6, 7].filter((day) => shifts.some(({ date }) => weekday(date) === day))

/** A table for each week; `room` counts the characters that a line of a day holds. */
export const weekGrids = ({ from, to, shifts }: Planned, room: number) => {
  const rows = rowsOf(shifts)
  const usual = {
    morning: usualTimes(shifts, 'morning'),
    afternoon: usualTimes(shifts, 'afternoon'),
  }
  const open = openDays(shifts)
  const oneDesk = new Set(rows.map(({ desk }) => desk)).size === 1
  const weeks: RotaWeek[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const days = open.map((day) => addDays(monday, day - 1))
    const ofDay = (day: LocalDate) => shifts.filter(({ date }) => date === day)
    if (!days.some((day) => ofDay(day).length > 0)) continue
    const linesOf = (day: LocalDate, { half, desk }: Row): RotaLine[] => {
      if (day < from || day > to) return []
      const here = ofDay(day)
      if (here.length === 0) return [small('休')]
      const found = here.filter((shift) => shift.half === half && shift.deskName === desk)
      const lines = found.flatMap((shift) => shiftLines(shift, usual[half], room))
      return lines.length === 0 ? [small('—')] : lines
    }
    weeks.push({
      heads: ['', ...days.map((day) => (day < from || day > to ? '' : shortDay(day)))],
      rows: rows.map((each) => ({
        half: halfWords[each.half],
        desk: oneDesk ? '' : oneLine(each.desk),
        days: days.map((day) => linesOf(day, each)),
      })),
    })
  }
  return { weeks, usual }
}

/** The weeks in words: days beside one another, half-days and desks below one another. */
export const rotaWeeks = (input: Planned) => {
  const { weeks, usual } = weekGrids(input, roomFor(openDays(input.shifts).length))
  return {
    usual,
    weeks: weeks.map(({ heads, rows }) => ({
      heads,
      rows: rows.map(({ half, desk, days }) => [
        [half, desk].filter((word) => word !== '').join(' '),
        ...days.map((lines) => lines.map(lineText).join('\n')),
      ]),
    })),
  }
}

export type RotaPerson = SheetSeat & { count: number }

/** Everybody on the sheet once, in the order in which they first come. */
export const rotaPeople = (shifts: readonly SheetShift[]): RotaPerson[] => {
  const found = new Map<string, RotaPerson>()
  for (const seat of shifts.flatMap(({ seats }) => seats)) {
    const key = `${seat.name} ${seat.firm} ${seat.licenceNumber}`
    found.set(key, { ...seat, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}
