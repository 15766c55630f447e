import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seatId } from '../../renderer/features/rota/board-grid.ts'
import {
  actionsOf,
  emptyStack,
  inverse,
  pushed,
  redone,
  stepBetween,
  undone,
  type BoardAction,
  type BoardStep,
  type SeatState,
} from '../../renderer/features/rota/undo-stack.ts'

const seat = (lawyerId: string, shiftId: string, part: Partial<SeatState> = {}): SeatState => ({
  lawyerId,
  shiftId,
  pinned: false,
  knowingly: false,
  ...part,
})

/** What the office does with the actions. */
const performed = (
  seats: readonly SeatState[],
  actions: readonly BoardAction[],
): Map<string, SeatState> => {
  const board = new Map(seats.map((each) => [seatId(each), { ...each }]))
  for (const action of actions) {
    if (action.kind === 'pin') {
      const there = board.get(seatId(action.seat))
      if (!there) throw new Error('rotas.seatNotFound')
      Object.assign(there, { pinned: action.pinned, knowingly: action.knowingly })
      continue
    }
    for (const out of action.out)
      if (!board.delete(seatId(out))) throw new Error('rotas.seatNotFound')
    for (const into of action.into) {
      if (board.has(seatId(into))) throw new Error('rotas.seatTaken')
      board.set(seatId(into), { ...into, pinned: false, knowingly: action.knowingly })
    }
  }
  return board
}

const keyed = (seats: readonly SeatState[]) => new Map(seats.map((each) => [seatId(each), each]))

const anyBoard = array(
  record({
    lawyerId: constantFrom('a', 'b', 'c'),
    shiftId: constantFrom('1', '2', '3'),
    pinned: boolean(),
    knowingly: boolean(),
  }),
).map((seats) => [...keyed(seats).values()])

describe('stepBetween and actionsOf', () => {
  it('lead from any board to any other, and back', () => {
    assert(
      property(anyBoard, anyBoard, (before, after) => {
        const step = stepBetween('x', before, after)
        const forth = performed(before, step ? actionsOf(step) : [])
        expect(forth).toEqual(keyed(after))
        const back = performed([...forth.values()], step ? actionsOf(inverse(step)) : [])
        expect(back).toEqual(keyed(before))
      }),
    )
  })

  it('see no step between a board and itself', () => {
    expect(stepBetween('x', [seat('a', '1')], [seat('a', '1')])).toBeUndefined()
  })

  it('change places in one move, so that no half step is ever on the board', () => {
    const step: BoardStep = {
      words: '拖动',
      out: [seat('a', '1'), seat('b', '2')],
      into: [seat('a', '2'), seat('b', '1')],
    }
    expect(actionsOf(step)).toHaveLength(1)
  })

  it('put somebody back who was there knowingly as knowingly, and pinned as pinned', () => {
    const gone = seat('a', '1', { pinned: true, knowingly: true })
    expect(actionsOf({ words: '', out: [], into: [gone] })).toEqual([
      { kind: 'move', out: [], into: [{ lawyerId: 'a', shiftId: '1' }], knowingly: true },
      {
        kind: 'pin',
        seat: { lawyerId: 'a', shiftId: '1' },
        pinned: true,
        knowingly: true,
      },
    ])
  })
})

describe('who was put by the search', () => {
  it('comes back as such, and not as put by hand', () => {
    const gone = seat('a', '1', { origin: 'solver' })
    const step = stepBetween('x', [gone], []) ?? { words: '', out: [], into: [] }
    expect(actionsOf(step)).toMatchObject([{ into: [] }])
    expect(actionsOf(inverse(step))).toEqual([
      {
        kind: 'move',
        out: [],
        into: [{ lawyerId: 'a', shiftId: '1', origin: 'solver' }],
        knowingly: false,
      },
    ])
  })
})

describe('the stack', () => {
  const step = (words: string): BoardStep => ({ words, out: [], into: [seat(words, '1')] })

  it('takes back the last step first and does it again', () => {
    const two = pushed(pushed(emptyStack, step('a')), step('b'))
    const one = undone(two)
    expect(one.done.map(({ words }) => words)).toEqual(['a'])
    expect(redone(one)).toEqual(two)
    expect(undone(undone(one)).done).toEqual([])
  })

  it('forgets what was taken back once something new is done', () => {
    const other = pushed(undone(pushed(emptyStack, step('a'))), step('b'))
    expect(other.undone).toEqual([])
    expect(redone(other)).toEqual(other)
  })
})
