import type { RotaBoard } from '#contract/rotas.ts'
import { seatId, type SeatKey } from './board-grid.ts'

/** What undo has to know of a seat. */
export type SeatState = ComingSeat & { pinned: boolean; knowingly: boolean }
/** Without an origin somebody puts it by hand. */
type ComingSeat = SeatKey & { origin?: RotaBoard['seats'][number]['origin'] }
/** What one step took away and added; a changed pin is in both. */
export type BoardStep = { words: string; out: readonly SeatState[]; into: readonly SeatState[] }
export type UndoStack = { done: readonly BoardStep[]; undone: readonly BoardStep[] }

const deepest = 200

export const emptyStack: UndoStack = { done: [], undone: [] }

const same = (a: SeatState, b: SeatState | undefined): boolean =>
  b !== undefined && a.pinned === b.pinned && a.knowingly === b.knowingly

/** The step between two boards; undefined when nothing differs. */
export const stepBetween = (
  words: string,
  before: readonly SeatState[],
  after: readonly SeatState[],
): BoardStep | undefined => {
  const had = new Map(before.map((seat) => [seatId(seat), seat]))
  const has = new Map(after.map((seat) => [seatId(seat), seat]))
  const stateOf = ({ pinned, knowingly, ...seat }: SeatState): SeatState => ({
    ...comingOf(seat),
    pinned,
    knowingly,
  })
  const out = before.filter((seat) => !same(seat, has.get(seatId(seat)))).map(stateOf)
  const into = after.filter((seat) => !same(seat, had.get(seatId(seat)))).map(stateOf)
  return out.length + into.length === 0 ? undefined : { words, out, into }
}

/** A new step; what was undone before it cannot be done again. */
export const pushed = ({ done }: UndoStack, step: BoardStep): UndoStack => ({
  done: [...done, step].slice(-deepest),
  undone: [],
})

export const inverse = ({ words, out, into }: BoardStep): BoardStep => ({
  words,
  out: into,
  into: out,
})

export const undone = ({ done, undone: later }: UndoStack): UndoStack => {
  const step = done.at(-1)
  return step ? { done: done.slice(0, -1), undone: [...later, step] } : { done, undone: later }
}

export const redone = ({ done, undone: later }: UndoStack): UndoStack => {
  const step = later.at(-1)
  return step ? { done: [...done, step], undone: later.slice(0, -1) } : { done, undone: later }
}

export type BoardAction =
  | { kind: 'move'; out: SeatKey[]; into: ComingSeat[]; knowingly: boolean }
  | { kind: 'pin'; seat: SeatKey; pinned: boolean; knowingly: boolean }

const keyOf = ({ lawyerId, shiftId }: SeatKey): SeatKey => ({ lawyerId, shiftId })

const comingOf = ({ origin, ...seat }: ComingSeat): ComingSeat => ({
  ...keyOf(seat),
  ...(origin === undefined ? {} : { origin }),
})

/** What has to be asked of the office so that the board is as the step says. */
export const actionsOf = ({ out, into }: BoardStep): BoardAction[] => {
  const leaving = new Map(out.map((seat) => [seatId(seat), seat]))
  const coming = new Set(into.map(seatId))
  const gone = out.filter((seat) => !coming.has(seatId(seat))).map(keyOf)
  const added = into.filter((seat) => !leaving.has(seatId(seat)))
  const plain = added.filter(({ knowingly }) => !knowingly).map(comingOf)
  const knowingly = added.filter((seat) => seat.knowingly).map(comingOf)
  const actions: BoardAction[] = []
  // Taken away and put in with one move wherever it can be: so no half step is ever on the board.
  if (gone.length + plain.length > 0)
    actions.push({ kind: 'move', out: gone, into: plain, knowingly: false })
  if (knowingly.length > 0)
    actions.push({
      kind: 'move',
      out: actions.length === 0 ? gone : [],
      into: knowingly,
      knowingly: true,
    })
  for (const seat of into) {
    const before = leaving.get(seatId(seat))
    const isPinnedNow = before?.pinned ?? false
    const stays = before !== undefined && before.knowingly !== seat.knowingly
    if (seat.pinned !== isPinnedNow || stays)
      actions.push({
        kind: 'pin',
        seat: keyOf(seat),
        pinned: seat.pinned,
        knowingly: seat.knowingly,
      })
  }
  return actions
}
