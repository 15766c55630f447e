import { assert, constantFrom, property, array, integer, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellOf,
  firstPlace,
  nextPlace,
  placeAfter,
  slotAt,
  weeksOf,
  type Step,
} from '../../renderer/features/rota/board-grid.ts'
import { boardOf, monday, seatOf, shiftOf } from './rota-board-data.ts'

const steps = ['left', 'right', 'up', 'down', 'home', 'end', 'pageUp', 'pageDown'] as const
const at = (shiftId: string, slot = 0) => ({ shiftId, slot })

const [mon, tue, wed, nextMon] = [shiftOf(0, { demand: 2 }), shiftOf(1), shiftOf(2), shiftOf(7)]
const monAfternoon = shiftOf(0, { half: 'afternoon' })
const fri = shiftOf(4, { half: 'afternoon' })
const board = weeksOf(
  boardOf(2, [mon, tue, wed, monAfternoon, fri, nextMon], [seatOf('a', mon), seatOf('b', tue)]),
)

describe('weeksOf', () => {
  it('lays days out as columns from Monday, a strip each week, a row each half-day', () => {
    expect(board.map(({ monday: first, rows }) => [first, rows.map(({ half }) => half)])).toEqual([
      [monday, ['morning', 'afternoon']],
      ['2026-11-30', ['morning']],
    ])
    expect(board[0]?.rows[0]?.cells.map((cell) => cell?.shift.id)).toEqual([
      mon.id,
      tue.id,
      wed.id,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keeps a row for each desk, in the order of the half-days', () => {
    const other = shiftOf(0, { deskId: 'other', deskName: '劳动' })
    const [week] = weeksOf(boardOf(1, [mon, other, monAfternoon]))
    expect(week?.rows.map(({ key }) => key)).toEqual([
      'morning desk',
      'morning other',
      'afternoon desk',
    ])
  })

  it('fills a half-day up with gaps, and shows whom the editor does not see as taken', () => {
    const shift = shiftOf(0, { demand: 3, hidden: 1 })
    const [week] = weeksOf(boardOf(1, [shift], [seatOf('a', shift)]))
    const kinds = week?.rows[0]?.cells[0]?.slots.map(({ kind }) => kind)
    expect(kinds).toEqual(['seat', 'hidden', 'empty'])
  })

  it('shows more people than wanted, and that nobody is wanted', () => {
    const shift = shiftOf(0)
    const none = shiftOf(1, { demand: 0 })
    const weeks = weeksOf(boardOf(1, [shift, none], [seatOf('a', shift), seatOf('b', shift)]))
    expect(cellOf(weeks, shift.id)?.slots.map(({ kind }) => kind)).toEqual(['seat', 'seat'])
    expect(cellOf(weeks, none.id)?.slots).toEqual([{ kind: 'none' }])
  })

  it('tells the times of a row only when they are the same every day', () => {
    expect(board[0]?.rows[0]?.times).toEqual({ startsAt: '09:00', endsAt: '12:00' })
    const late = shiftOf(1, { startsAt: '08:30' })
    expect(weeksOf(boardOf(1, [mon, late]))[0]?.rows[0]?.times).toBeUndefined()
  })
})

describe('placeAfter', () => {
  it('goes through the people of a half-day before it goes on to the next one', () => {
    expect(placeAfter(board, at(mon.id), 'down')).toEqual(at(mon.id, 1))
    expect(placeAfter(board, at(mon.id, 1), 'down')).toEqual(at(monAfternoon.id))
    expect(placeAfter(board, at(monAfternoon.id), 'up')).toEqual(at(mon.id, 1))
  })

  it('goes over closed days, from week to week', () => {
    expect(placeAfter(board, at(wed.id), 'right')).toEqual(at(nextMon.id))
    expect(placeAfter(board, at(nextMon.id), 'left')).toEqual(at(wed.id))
    expect(placeAfter(board, at(monAfternoon.id), 'down')).toEqual(at(nextMon.id))
  })

  it('stays within the row for Home and End, and changes the week for Page Up and Page Down', () => {
    expect(placeAfter(board, at(tue.id), 'home')).toEqual(at(mon.id))
    expect(placeAfter(board, at(mon.id), 'end')).toEqual(at(wed.id))
    expect(placeAfter(board, at(wed.id), 'pageDown')).toEqual(at(nextMon.id))
    expect(placeAfter(board, at(nextMon.id), 'pageUp')).toEqual(at(mon.id))
  })

  it('stays where nothing more is', () => {
    expect(placeAfter(board, at(nextMon.id), 'right')).toEqual(at(nextMon.id))
    expect(placeAfter(board, at(mon.id), 'up')).toEqual(at(mon.id))
  })

  it('always ends on a place of the board, whatever is pressed on whatever board', () => {
    assert(
      property(
        uniqueArray(integer({ min: 0, max: 27 }), { minLength: 1 }),
        array(constantFrom<Step>(...steps), { maxLength: 30 }),
        integer({ min: 0, max: 3 }),
        (days, pressed, demand) => {
          const weeks = weeksOf(
            boardOf(
              4,
              days.map((day) => shiftOf(day, { demand })),
            ),
          )
          let place = firstPlace(weeks)
          for (const step of pressed) {
            if (place) place = placeAfter(weeks, place, step)
            expect(place && slotAt(weeks, place)).toBeDefined()
          }
        },
      ),
    )
  })

  it('reaches every place by arrow keys alone', () => {
    const reached = new Set<string>()
    const waiting = [firstPlace(board)]
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      const key = `${place.shiftId} ${place.slot}`
      if (reached.has(key)) continue
      reached.add(key)
      for (const step of ['left', 'right', 'up', 'down'] as const)
        waiting.push(placeAfter(board, place, step))
    }
    expect(reached.size).toBe(7)
  })
})

describe('firstPlace and nextPlace', () => {
  it('begins with the first gap that can still be filled', () => {
    expect(firstPlace(board)).toEqual(at(mon.id, 1))
    const over = shiftOf(0, { past: true })
    expect(firstPlace(weeksOf(boardOf(1, [over, tue], [seatOf('b', tue)])))).toEqual(at(tue.id))
  })

  it('finds the gaps one after the other in time, and begins again', () => {
    const isGap = ({ kind }: { kind: string }) => kind === 'empty'
    const order = [at(mon.id, 1), at(monAfternoon.id), at(wed.id), at(fri.id), at(nextMon.id)]
    let place = firstPlace(board)
    for (const expected of [...order.slice(1), order[0]]) {
      place = nextPlace(board, place, isGap)
      expect(place).toEqual(expected)
    }
  })
})
