import { seatId, type Cell, type SeatKey, type Slot } from './board-grid.ts'

/** What is carried: a name from the list, or somebody's seat. */
export type Carried = { lawyerId: string; from?: SeatKey & { pinned: boolean } }
/** Where it would be let go: a place on the board, or off the board. */
export type DropOn = { kind: 'slot'; cell: Cell; slot: Slot } | { kind: 'off' }
export type Planned = { out: SeatKey[]; into: SeatKey[] } | { not: string }

const notHere = {
  past: '这一班已经开始，不能再改',
  hidden: '这个位子由主任安排，您不能改动',
  there: '这位律师已经在这一班',
  pinned: '这里是固定的，先取消固定再换',
  carriedPinned: '这位律师固定在原来的班，先取消固定再挪',
  same: '就是原来的位置',
  nobody: '这一班不设人',
  otherThere: '要换过去的那位已经在原来那一班',
  fromList: '拖到值班表的格子上',
} as const

/** What letting go would take away and put in, or why it cannot be let go there. `seated`: ids of all seats. */
export const planDrop = (
  { lawyerId, from }: Carried,
  on: DropOn,
  seated: ReadonlySet<string>,
): Planned => {
  if (from?.pinned) return { not: notHere.carriedPinned }
  const taken = from ? [{ lawyerId, shiftId: from.shiftId }] : []
  if (on.kind === 'off') return from ? { out: taken, into: [] } : { not: notHere.fromList }
  const { cell, slot } = on
  const shiftId = cell.shift.id
  if (cell.shift.past) return { not: notHere.past }
  if (slot.kind === 'hidden') return { not: notHere.hidden }
  if (from?.shiftId === shiftId) return { not: notHere.same }
  if (slot.kind === 'none') return { not: notHere.nobody }
  if (seated.has(seatId({ lawyerId, shiftId }))) return { not: notHere.there }
  if (slot.kind === 'empty') return { out: taken, into: [{ lawyerId, shiftId }] }
  if (slot.seat.pinned) return { not: notHere.pinned }
  const other = { lawyerId: slot.seat.lawyerId, shiftId }
  if (from && seated.has(seatId({ ...other, shiftId: from.shiftId })))
    return { not: notHere.otherThere }
  return {
    out: [...taken, other],
    into: [
      { lawyerId, shiftId },
      // A seat carried onto another's: the two change places.
      ...(from ? [{ lawyerId: other.lawyerId, shiftId: from.shiftId }] : []),
    ],
  }
}
