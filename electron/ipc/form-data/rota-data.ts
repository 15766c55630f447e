import { halfWords, stretchWords } from '#documents/duty-words.ts'
import type { FormData } from '#documents/forms/form-data.ts'
import { rotaTitle } from '#documents/rota-sheet.ts'
import {
  emptySeats,
  rotaPeople,
  type SheetInput,
  type SheetSeat,
  type SheetShift,
} from '#documents/rota-weeks.ts'
import { clockOf } from '#documents/sign-in-sheet.ts'

const given = (text: string) => (text === '' ? undefined : text)

/** Whoever sits there stands as substitute beside the one who was put down first. */
const rowOf = (shift: SheetShift, seat: SheetSeat) => ({
  date: shift.date,
  period: halfWords[shift.half],
  place: shift.deskName,
  lawyerName: seat.insteadOfName ?? seat.name,
  substituteName: seat.insteadOfName === undefined ? undefined : seat.name,
  firm: given(seat.firm),
  licenceNumber: given(seat.licenceNumber),
  phone: given(seat.phone),
  signedIn: given(clockOf(seat.signedInAt)),
  signedOut: given(clockOf(seat.signedOutAt)),
  visitors: seat.visitors === 0 ? undefined : seat.visitors,
  remark: seat.noShow ? '未到岗' : undefined,
})

const rowsOf = (shift: SheetShift) => [
  ...shift.seats.map((seat) => rowOf(shift, seat)),
  ...Array.from({ length: emptySeats(shift) }, () => ({
    date: shift.date,
    period: halfWords[shift.half],
    place: shift.deskName,
    lawyerName: '空缺',
  })),
]

/** What a published rota fills into the centre's own form (F25). */
export const rotaData = (
  { from, to, shifts, withPhones }: SheetInput,
  makerName: string,
): FormData => ({
  paper: { preparer: makerName },
  rota: {
    title: `${stretchWords(from, to)}${rotaTitle}`,
    from,
    to,
    place: [...new Set(shifts.map(({ deskName }) => deskName))].join('、'),
    shifts: shifts.flatMap(rowsOf).map((row) => (withPhones ? row : { ...row, phone: undefined })),
    totals: rotaPeople(shifts).map(({ name, count }) => ({ lawyerName: name, shifts: count })),
  },
})
