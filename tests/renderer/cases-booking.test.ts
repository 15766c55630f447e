import { describe, expect, it } from 'vitest'
import type { Booking } from '#contract/bookings.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  bookingOf,
  bookingProblems,
  draftOfBooking,
  halfDayHint,
  halfDayName,
  likelyField,
  needWords,
  newBooking,
  nextHalfDay,
  shownHalfDays,
  type BookingChoices,
  type HalfDay,
} from '../../renderer/features/cases/booking-form.ts'

const desk = { deskId: 'one', name: '综合窗口', startsAt: '09:00', endsAt: '12:00' }
const halfDay = (day: number, lawyers: HalfDay['lawyers'] = []): HalfDay => ({
  date: localDate(`2026-12-${String(day).padStart(2, '0')}`),
  half: 'morning',
  words: '',
  desks: [desk],
  lawyers,
  booked: 0,
})
const booking: Booking = {
  id: 'b',
  revision: 2,
  caseId: 'c',
  date: localDate('2026-12-01'),
  half: 'morning',
  atTime: '09:30',
  deskId: 'one',
  deskName: '综合窗口',
  field: '劳动争议',
  language: '',
  required: true,
  words: '带工资条',
  cancelled: false,
  cancelledWords: '',
  lawyers: [],
}
const conflicting = [{ name: '李明', conflict: true }]
const choices = (halfDays: HalfDay[]): BookingChoices => ({
  halfDays,
  fields: ['劳动争议', '婚姻家庭'],
  languages: ['湖州话'],
})

describe('nextHalfDay', () => {
  it('passes over what this case has booked and where somebody is in conflict', () => {
    const days = [halfDay(1), halfDay(2, conflicting), halfDay(3)]
    expect(nextHalfDay(days, [booking])?.date).toBe('2026-12-03')
    expect(nextHalfDay(days, [{ ...booking, cancelled: true }])?.date).toBe('2026-12-01')
  })
  it('offers a half-day in conflict rather than none', () => {
    expect(nextHalfDay([halfDay(2, conflicting)], [])?.date).toBe('2026-12-02')
    expect(nextHalfDay([], [])).toBeUndefined()
  })
})

describe('newBooking', () => {
  it('stands ready to be confirmed at once, asking for what the dispute is about', () => {
    const draft = newBooking({
      choices: choices([halfDay(1)]),
      bookings: [],
      dispute: '其他劳动争议纠纷—劳动报酬',
    })
    expect(bookingOf(draft, [halfDay(1)])).toEqual({
      date: '2026-12-01',
      half: 'morning',
      atTime: undefined,
      deskId: undefined,
      field: '劳动争议',
      language: '',
      required: false,
      words: '',
    })
  })
  it('asks for a day when no desk is open', () => {
    const draft = newBooking({ choices: choices([]), bookings: [], dispute: '' })
    expect(bookingProblems(draft, [])).toHaveProperty('date')
    expect(bookingOf({ ...draft, date: localDate('2027-01-04') }, [])?.date).toBe('2027-01-04')
  })
})

describe('bookingOf', () => {
  it('gives back a booking that was opened and not changed', () => {
    const draft = draftOfBooking(booking, [halfDay(1)])
    expect(bookingOf(draft, [halfDay(1)])).toEqual({
      date: booking.date,
      half: 'morning',
      atTime: '09:30',
      deskId: 'one',
      field: '劳动争议',
      language: '',
      required: true,
      words: '带工资条',
    })
    expect(bookingOf(draftOfBooking(booking, []), [])?.date).toBe('2026-12-01')
  })
  it('refuses a time outside the hours and one that nobody can read', () => {
    const draft = draftOfBooking(booking, [halfDay(1)])
    expect(bookingProblems({ ...draft, atTime: '12:00' }, [halfDay(1)])).toHaveProperty('atTime')
    expect(bookingProblems({ ...draft, atTime: '早上' }, [halfDay(1)])).toHaveProperty('atTime')
    expect(bookingOf({ ...draft, atTime: '１０点半' }, [halfDay(1)])?.atTime).toBe('10:30')
  })
  it('must have nothing when nothing is asked for', () => {
    const draft = { ...draftOfBooking(booking, [halfDay(1)]), field: undefined }
    expect(bookingOf(draft, [halfDay(1)])?.required).toBe(false)
  })
})

describe('words of bookings', () => {
  it('name day and half, who sits there, the conflict and how full it is', () => {
    expect(halfDayName(booking)).toBe('12-01 周二 上午')
    expect(halfDayHint({ ...halfDay(1, conflicting), booked: 2 })).toBe(
      '09:00–12:00 · 值班 李明（⚠ 有利益冲突） · 已约 2 件',
    )
    expect(halfDayHint(halfDay(1))).toContain('还没有发布')
    expect(needWords(booking)).toBe('要懂劳动争议（必须）')
    expect(needWords({ field: '', language: '', required: false })).toBe('')
  })
  it('guess a field only by its whole name', () => {
    expect(likelyField(['婚姻家庭', '劳动争议'], '劳动争议纠纷')).toBe('劳动争议')
    expect(likelyField(['法'], '合同法')).toBeUndefined()
  })
  it('show six half-days and the chosen one', () => {
    const days = Array.from({ length: 9 }, (_, index) => halfDay(index + 1))
    expect(shownHalfDays(days, '2026-12-09 morning')).toHaveLength(7)
    expect(shownHalfDays(days, 'other')).toHaveLength(6)
  })
})
