import type { RotaBoard } from '#contract/rotas.ts'
import { addDays, localDate, weekday } from '#db/domain/local-date.ts'
import type { BoardSeat, BoardShift } from '../../renderer/features/rota/board-grid.ts'

/** Monday */
export const monday = localDate('2026-11-23')

export const shiftOf = (day: number, part: Partial<BoardShift> = {}): BoardShift => {
  const date = addDays(monday, day)
  const half = part.half ?? 'morning'
  return {
    id: `${date} ${half} ${part.deskId ?? 'desk'}`,
    date,
    half,
    deskId: 'desk',
    deskName: '窗口',
    startsAt: half === 'morning' ? '09:00' : '14:00',
    endsAt: half === 'morning' ? '12:00' : '17:00',
    demand: 1,
    words: '',
    bookings: 0,
    needs: [],
    hidden: 0,
    past: false,
    ...part,
  }
}

export const seatOf = (
  lawyerId: string,
  { id: shiftId }: BoardShift,
  part: Partial<BoardSeat> = {},
): BoardSeat => ({
  lawyerId,
  shiftId,
  pinned: false,
  knowingly: false,
  origin: 'hand',
  reason: '',
  conflict: false,
  unpublished: false,
  ...part,
})

/** Days of whole weeks from the Monday on; open from Monday to Friday. */
export const boardOf = (
  weeks: number,
  shifts: readonly BoardShift[],
  seats: readonly BoardSeat[] = [],
): Pick<RotaBoard, 'days' | 'shifts' | 'seats'> => ({
  days: Array.from({ length: weeks * 7 }, (_, day) => {
    const date = addDays(monday, day)
    return { date, open: weekday(date) <= 5, words: '' }
  }),
  shifts: [...shifts],
  seats: [...seats],
})
