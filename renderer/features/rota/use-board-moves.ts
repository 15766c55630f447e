import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { askKey, useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { seatId, type SeatKey } from './board-grid.ts'
import {
  actionsOf,
  emptyStack,
  inverse,
  pushed,
  redone,
  stepBetween,
  undone,
  type BoardStep,
  type UndoStack,
} from './undo-stack.ts'

export type BoardMoves = {
  /** Takes these away and puts those in, as one step that can be undone. */
  move(words: string, out: readonly SeatKey[], into: readonly SeatKey[], knowingly?: boolean): void
  pin(seat: SeatKey, pinned: boolean): void
  /** Something that changes many seats at once; answers what `work` does. */
  asOneStep<T>(words: string, work: (revision: number) => Promise<T>): Promise<T>
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  undoWords: string | undefined
  redoWords: string | undefined
  busy: boolean
  failure: Failure | undefined
  clear(): void
}

/** Every change of the board, one after the other, each with its way back. */
export const useBoardMoves = (board: RotaBoard): BoardMoves => {
  const queries = useQueryClient()
  const moving = useRun('rotas.move')
  const pinning = useRun('rotas.pin')
  const [stack, setStack] = useState<UndoStack>(emptyStack)
  const latest = useRef({ board, stack })
  useEffect(() => {
    latest.current = { board, stack }
  })
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const { id } = board

  const boardNow = useCallback(
    (): RotaBoard =>
      queries.getQueryData<RotaBoard>(askKey('rotas.get', { id })) ?? latest.current.board,
    [queries, id],
  )

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(work)
    queue.current = turn.catch(() => undefined)
    return turn
  }, [])

  const perform = useCallback(
    async (step: BoardStep): Promise<boolean> => {
      let { revision } = boardNow()
      for (const action of actionsOf(step)) {
        const done =
          action.kind === 'move'
            ? await moving.run({
                id,
                revision,
                out: action.out,
                into: action.into,
                knowingly: action.knowingly,
              })
            : await pinning.run({
                id,
                revision,
                seat: action.seat,
                pinned: action.pinned,
                knowingly: action.knowingly,
              })
        if (!done) return false
        ;({ revision } = done)
      }
      return true
    },
    [boardNow, id, moving, pinning],
  )

  const change = (next: (stack: UndoStack) => UndoStack) => {
    latest.current.stack = next(latest.current.stack)
    setStack(latest.current.stack)
  }

  const run = (make: (board: RotaBoard) => BoardStep | undefined) =>
    void inTurn(async () => {
      const step = make(boardNow())
      if (step && (await perform(step))) change((stack) => pushed(stack, step))
    })

  const along = (way: 'undo' | 'redo') => () =>
    void inTurn(async () => {
      const { done, undone: later } = latest.current.stack
      const step = way === 'undo' ? done.at(-1) : later.at(-1)
      if (!step) return
      const isDone = await perform(way === 'undo' ? inverse(step) : step)
      // What could not be taken back stands on a board that others changed: it is no way back any more.
      change(isDone ? (way === 'undo' ? undone : redone) : () => emptyStack)
    })

  return {
    move: (words, out, into, knowingly = false) =>
      run(({ seats }) => {
        const states = new Map(seats.map((seat) => [seatId(seat), seat]))
        return {
          words,
          out: out.map((key) => {
            const state = states.get(seatId(key))
            return {
              ...key,
              ...(state && { origin: state.origin }),
              pinned: state?.pinned ?? false,
              knowingly: state?.knowingly ?? false,
            }
          }),
          into: into.map((key) => ({ ...key, pinned: false, knowingly })),
        }
      }),
    pin: (seat, pinned) =>
      run(({ seats }) => {
        const state = seats.find((each) => seatId(each) === seatId(seat))
        if (!state || state.pinned === pinned) return undefined
        const { knowingly } = state
        return {
          words: pinned ? '固定' : '取消固定',
          out: [{ ...seat, pinned: !pinned, knowingly }],
          into: [{ ...seat, pinned, knowingly }],
        }
      }),
    asOneStep: (words, work) =>
      inTurn(async () => {
        const before = boardNow()
        const result = await work(before.revision)
        const step = stepBetween(words, before.seats, boardNow().seats)
        if (step) change((stack) => pushed(stack, step))
        return result
      }),
    undo: stack.done.length > 0 ? along('undo') : undefined,
    redo: stack.undone.length > 0 ? along('redo') : undefined,
    undoWords: stack.done.at(-1)?.words,
    redoWords: stack.undone.at(-1)?.words,
    busy: moving.running || pinning.running,
    failure: moving.failure ?? pinning.failure,
    clear: () => {
      moving.clear()
      pinning.clear()
    },
  }
}
