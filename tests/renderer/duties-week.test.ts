import { describe, expect, it } from 'vitest'
import type { DutyWeek } from '#contract/duties.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { weekRows } from '../../renderer/features/duties/week-rows.ts'

type Shift = DutyWeek['days'][number]['shifts'][number]

const monday = localDate('2026-11-23')
const shift = (over: Partial<Shift>): Shift => ({
  shiftId: `${over.half ?? 'morning'} ${over.deskId ?? 'desk'}`,
  half: 'morning',
  startsAt: '09:00',
  endsAt: '12:00',
  deskId: 'desk',
  deskName: '综合窗口',
  demand: 1,
  people: [{ lawyerId: 'li', name: '李明', insteadOf: false }],
  ...over,
})
const weekOf = (shifts: Readonly<Record<number, readonly Shift[]>>): Pick<DutyWeek, 'days'> => ({
  days: [0, 1, 2, 3, 4, 5, 6].map((index) => ({
    date: addDays(monday, index),
    words: '',
    shifts: [...(shifts[index] ?? [])],
  })),
})

describe('weekRows', () => {
  it('has a row for each of the seven days and marks today and what is past', () => {
    const rows = weekRows(weekOf({}), localDate('2026-11-25'))
    expect(rows.map(({ isToday, isPast }) => [isToday, isPast])).toEqual([
      [false, true],
      [false, true],
      [true, false],
      [false, false],
      [false, false],
      [false, false],
      [false, false],
    ])
    expect(rows.every(({ closed }) => closed)).toBe(true)
  })

  it('names the desks only where there are several in the week', () => {
    const one = weekRows(weekOf({ 0: [shift({})] }), monday)
    expect(one[0]?.morning[0]?.deskName).toBeUndefined()
    const two = weekRows(
      weekOf({ 0: [shift({})], 3: [shift({ deskId: 'labour', deskName: '劳动窗口' })] }),
      monday,
    )
    expect([two[0]?.morning[0]?.deskName, two[3]?.morning[0]?.deskName]).toEqual([
      '综合窗口',
      '劳动窗口',
    ])
  })

  it('counts the empty seats and never less than none', () => {
    const rows = weekRows(
      weekOf({
        0: [shift({ demand: 3 })],
        1: [shift({ demand: 1, people: [] })],
        2: [shift({ demand: 0 })],
      }),
      monday,
    )
    expect(rows.slice(0, 3).map(({ morning }) => morning[0]?.missing)).toEqual([2, 1, 0])
  })

  it('leaves out a shift that asks for nobody and has nobody', () => {
    const rows = weekRows(weekOf({ 0: [shift({ demand: 0, people: [] })] }), monday)
    expect(rows[0]).toMatchObject({ closed: true, morning: [] })
  })
})
