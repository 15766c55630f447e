import type { RotaBoard } from '#contract/rotas.ts'
import { seatId, type Cell, type Place, type Week } from './board-grid.ts'
import { halfDayWords } from './board-words.ts'

export type Finding = { key: string; text: string; place?: Place }
export type Findings = { gaps: Finding[]; breaks: Finding[]; conflicts: Finding[] }

const cellsOf = (weeks: readonly Week[]): Cell[] =>
  weeks
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])))
    .toSorted((a, b) => a.shift.date.localeCompare(b.shift.date))

const where = ({ shift }: Cell): string => `${halfDayWords(shift)}${shift.deskName}`

const seatsOf = (cell: Cell) =>
  cell.slots.flatMap((slot, index) =>
    slot.kind === 'seat'
      ? [{ seat: slot.seat, place: { shiftId: cell.shift.id, slot: index } }]
      : [],
  )

/** What is wrong with the board as it stands; past half-days are not mended any more. */
export const findingsOf = (
  { breaks, lawyers }: Pick<RotaBoard, 'breaks' | 'lawyers'>,
  weeks: readonly Week[],
): Findings => {
  const cells = cellsOf(weeks)
  const names = new Map(lawyers.map(({ id, name }) => [id, name]))
  const open = cells.filter(({ shift }) => !shift.past)
  const gaps = open.flatMap((cell) => {
    const missing = cell.slots.filter(({ kind }) => kind === 'empty').length
    if (missing === 0) return []
    const slot = cell.slots.findIndex(({ kind }) => kind === 'empty')
    return [
      {
        key: cell.shift.id,
        text: `${where(cell)} 缺 ${missing} 人`,
        place: { shiftId: cell.shift.id, slot },
      },
    ]
  })
  const conflicts = open.flatMap((cell) =>
    seatsOf(cell)
      .filter(({ seat }) => seat.conflict)
      .map(({ seat, place }) => ({
        key: seatId(seat),
        text: `${where(cell)} ${names.get(seat.lawyerId) ?? ''}：所在律所与当天预约有利益关系`,
        place,
      })),
  )
  const placeOf = (lawyerIds: readonly string[], shiftIds: readonly string[]) => {
    const there = cells.filter(({ shift }) => shiftIds.includes(shift.id))
    const seats = there.flatMap(seatsOf)
    const first = there[0]
    return (
      seats.find(({ seat }) => lawyerIds.includes(seat.lawyerId))?.place ??
      (first && { shiftId: first.shift.id, slot: 0 })
    )
  }
  return {
    gaps,
    conflicts,
    breaks: breaks
      .filter(({ kind }) => kind !== 'demand')
      .map(({ ruleId, text, lawyerIds, shiftIds }) => {
        const place = placeOf(lawyerIds, shiftIds)
        return { key: `${ruleId} ${shiftIds.join()}`, text, ...(place && { place }) }
      }),
  }
}

/** Ids of the seats that a break names. */
export const brokenSeats = ({ breaks, seats }: Pick<RotaBoard, 'breaks' | 'seats'>): Set<string> =>
  new Set(
    seats
      .filter(({ lawyerId, shiftId }) =>
        breaks.some((told) => told.lawyerIds.includes(lawyerId) && told.shiftIds.includes(shiftId)),
      )
      .map(seatId),
  )
