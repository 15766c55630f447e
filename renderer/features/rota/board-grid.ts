import type { RotaBoard } from '#contract/rotas.ts'
import { addDays, weekday, type LocalDate } from '#db/domain/local-date.ts'

export type BoardShift = RotaBoard['shifts'][number]
export type BoardSeat = RotaBoard['seats'][number]
export type BoardDay = RotaBoard['days'][number]
export type SeatKey = { lawyerId: string; shiftId: string }

/**
 * One place on the board: somebody's seat, an empty one, one whose holder this editor does not see; or
 * `none` where nobody is wanted at all.
 */
export type Slot =
  | { kind: 'seat'; seat: BoardSeat }
  | { kind: 'empty' }
  | { kind: 'hidden' }
  | { kind: 'none' }

export type Cell = { shift: BoardShift; slots: readonly Slot[] }
/** One desk and half-day across a week; days without that shift are undefined. */
export type Row = {
  key: string
  deskName: string
  half: BoardShift['half']
  /** When all its shifts have the same times. */
  times?: { startsAt: string; endsAt: string }
  cells: readonly (Cell | undefined)[]
}
/** Monday to Sunday; days outside of the rota are undefined. */
export type Week = {
  monday: LocalDate
  days: readonly (BoardDay | undefined)[]
  rows: readonly Row[]
}
export type Place = { shiftId: string; slot: number }

const halfOrder = { morning: 0, afternoon: 1 } as const

export const seatId = ({ lawyerId, shiftId }: SeatKey): string => `${lawyerId}|${shiftId}`

const slotsOf = (shift: BoardShift, seats: readonly BoardSeat[]): Slot[] => {
  const empty = Math.max(0, shift.demand - seats.length - shift.hidden)
  const slots: Slot[] = [
    ...seats.map((seat): Slot => ({ kind: 'seat', seat })),
    ...Array.from({ length: shift.hidden }, (): Slot => ({ kind: 'hidden' })),
    ...Array.from({ length: empty }, (): Slot => ({ kind: 'empty' })),
  ]
  return slots.length === 0 ? [{ kind: 'none' }] : slots
}

const sameTimes = (cells: readonly (Cell | undefined)[]): Row['times'] => {
  const times = cells.flatMap((cell) => (cell ? [cell.shift] : []))
  const [first] = times
  const same = times.every(
    ({ startsAt, endsAt }) => startsAt === first?.startsAt && endsAt === first.endsAt,
  )
  return first && same ? { startsAt: first.startsAt, endsAt: first.endsAt } : undefined
}

const byDesk = (shifts: readonly BoardShift[]): Map<string, string> =>
  new Map(shifts.map(({ deskId, deskName }) => [deskId, deskName]))

/** The board as strips of a week each, in the order in which it is read. */
export const weeksOf = ({
  days,
  shifts,
  seats,
}: Pick<RotaBoard, 'days' | 'shifts' | 'seats'>): Week[] => {
  const seatsOf = new Map<string, BoardSeat[]>()
  for (const seat of seats) seatsOf.set(seat.shiftId, [...(seatsOf.get(seat.shiftId) ?? []), seat])
  const dayOf = new Map(days.map((day) => [day.date, day]))
  const shiftAt = new Map(
    shifts.map((shift) => [`${shift.date} ${shift.half} ${shift.deskId}`, shift]),
  )
  const mondays = [...new Set(days.map(({ date }) => addDays(date, 1 - weekday(date))))]
  return mondays.toSorted().map((monday) => {
    const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
    const ofWeek = shifts.filter(({ date }) => dates.includes(date))
    const desks = [...byDesk(ofWeek)]
    const halves = [...new Set(ofWeek.map(({ half }) => half))].toSorted(
      (a, b) => halfOrder[a] - halfOrder[b],
    )
    const rows = halves.flatMap((half) =>
      desks.flatMap(([deskId, deskName]) => {
        const cells = dates.map((date) => {
          const shift = shiftAt.get(`${date} ${half} ${deskId}`)
          return shift && { shift, slots: slotsOf(shift, seatsOf.get(shift.id) ?? []) }
        })
        if (cells.every((cell) => cell === undefined)) return []
        const times = sameTimes(cells)
        return [{ key: `${half} ${deskId}`, deskName, half, cells, ...(times && { times }) }]
      }),
    )
    return { monday, days: dates.map((date) => dayOf.get(date)), rows }
  })
}

export const slotAt = (weeks: readonly Week[], place: Place): Slot | undefined =>
  cellOf(weeks, place.shiftId)?.slots[place.slot]

export const cellOf = (weeks: readonly Week[], shiftId: string): Cell | undefined => {
  for (const { rows } of weeks)
    for (const { cells } of rows)
      for (const cell of cells) if (cell?.shift.id === shiftId) return cell
  return undefined
}

/** Where somebody sits now. */
export const placeOfSeat = (weeks: readonly Week[], seat: SeatKey): Place | undefined => {
  const slot = cellOf(weeks, seat.shiftId)?.slots.findIndex(
    (each) => each.kind === 'seat' && each.seat.lawyerId === seat.lawyerId,
  )
  return slot === undefined || slot < 0 ? undefined : { shiftId: seat.shiftId, slot }
}

/** Every place, in reading order: by day, half-day and desk. */
const placesInTime = (weeks: readonly Week[]): { place: Place; cell: Cell; slot: Slot }[] =>
  weeks
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])))
    .toSorted(
      (a, b) =>
        a.shift.date.localeCompare(b.shift.date) ||
        halfOrder[a.shift.half] - halfOrder[b.shift.half],
    )
    .flatMap((cell) =>
      cell.slots.map((slot, index) => ({
        place: { shiftId: cell.shift.id, slot: index },
        cell,
        slot,
      })),
    )

/** Where the cursor begins: the first gap that can be filled, else the first place not past, else the first. */
export const firstPlace = (weeks: readonly Week[]): Place | undefined => {
  const places = placesInTime(weeks)
  const open = places.filter(({ cell }) => !cell.shift.past)
  return (open.find(({ slot }) => slot.kind === 'empty') ?? open[0] ?? places[0])?.place
}

/** The next place after this one for which `wanted` says yes, from the start again after the end. */
export const nextPlace = (
  weeks: readonly Week[],
  from: Place | undefined,
  wanted: (slot: Slot, cell: Cell) => boolean,
): Place | undefined => {
  const places = placesInTime(weeks)
  const at = places.findIndex(
    ({ place }) => place.shiftId === from?.shiftId && place.slot === from.slot,
  )
  const round = [...places.slice(at + 1), ...places.slice(0, at + 1)]
  return round.find(({ slot, cell }) => wanted(slot, cell))?.place
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'home' | 'end' | 'pageUp' | 'pageDown'

type Line = { week: number; row: number; cells: readonly (Cell | undefined)[] }

const linesOf = (weeks: readonly Week[]): Line[] =>
  weeks.flatMap(({ rows }, week) => rows.map(({ cells }, row) => ({ week, row, cells })))

const whereIs = (lines: readonly Line[], shiftId: string) => {
  for (const [line, { cells }] of lines.entries()) {
    const column = cells.findIndex((cell) => cell?.shift.id === shiftId)
    if (column !== -1) return { line, column }
  }
  return undefined
}

const into = (cell: Cell | undefined, slot: number): Place | undefined =>
  cell && { shiftId: cell.shift.id, slot: Math.min(slot, cell.slots.length - 1) }

/**
 * Where an arrow leads: up and down through the seats of a half-day and on to the next one, from week to
 * week; left and right by days, over closed ones. Where there is nothing more it stays.
 */
export const placeAfter = (weeks: readonly Week[], from: Place, step: Step): Place => {
  const lines = linesOf(weeks)
  const at = whereIs(lines, from.shiftId)
  if (!at) return firstPlace(weeks) ?? from
  const here = lines[at.line]
  if (!here) return from
  return findAfter(lines, here, at, from, step) ?? from
}

const findAfter = (
  lines: readonly Line[],
  here: Line,
  { line, column }: { line: number; column: number },
  from: Place,
  step: Step,
): Place | undefined => {
  const slots = here.cells[column]?.slots.length ?? 0
  const same = lines.filter(({ row }) => row === here.row)
  const along = same.flatMap(({ cells }) => cells)
  const index = same.indexOf(here) * 7 + column
  const firstIn = (cells: readonly (Cell | undefined)[], slot = from.slot) =>
    into(
      cells.find((cell) => cell !== undefined),
      slot,
    )
  switch (step) {
    case 'right':
      return firstIn(along.slice(index + 1))
    case 'left':
      return firstIn(along.slice(0, index).toReversed())
    case 'home':
      return firstIn(here.cells)
    case 'end':
      return firstIn(here.cells.toReversed())
    case 'down':
      if (from.slot + 1 < slots) return { ...from, slot: from.slot + 1 }
      return firstIn(
        lines.slice(line + 1).map(({ cells }) => cells[column]),
        0,
      )
    case 'up':
      if (from.slot > 0) return { ...from, slot: Math.min(from.slot, slots) - 1 }
      return firstIn(
        lines
          .slice(0, line)
          .toReversed()
          .map(({ cells }) => cells[column]),
        Number.MAX_SAFE_INTEGER,
      )
    case 'pageDown':
    case 'pageUp': {
      const week = here.week + (step === 'pageDown' ? 1 : -1)
      const there = lines.filter((each) => each.week === week)
      const other = there.find(({ row }) => row === here.row) ?? there[0]
      return other && (into(other.cells[column], from.slot) ?? firstIn(other.cells))
    }
  }
}
