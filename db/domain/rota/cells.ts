import { addColumn, type LinearModel } from './linear.ts'
import { type Prepared, type PreparedShift } from './prepared.ts'
import type { RotaLawyer, RotaShift } from './problem.ts'
import { barriersOf, mayStayEmpty, pinRule } from './rules.ts'

/**
 * Shifts of one half-day between which nothing tells apart but the desk: one block of seats to the solver,
 * so that equal desks cost no time.
 */
export type Block = {
  shifts: readonly PreparedShift[]
  /** The first, for what all have in common. */
  shift: PreparedShift
  demand: number
}

/** One person perhaps sitting in one block: a column of 0 or 1. */
export type Cell = {
  column: number
  lawyer: RotaLawyer
  block: Block
  half: string
  isPinned: boolean
  isKnown: boolean
}

const stands = (prepared: Prepared, shift: RotaShift): boolean => {
  const pins = prepared.problem.pins.filter((pin) => pin.shift === shift.id)
  return (
    shift.needs.length > 0 ||
    shift.conflictFirms.length > 0 ||
    pins.length > shift.demand ||
    pins.some(({ knowingly }) => knowingly) ||
    (mayStayEmpty(prepared, shift.id) && prepared.problem.settings.allowGaps !== true)
  )
}

/** @policy Desks of a half-day without booked cases are alike */
export const blocksOf = (prepared: Prepared): Block[] => {
  const blocks = new Map<string, PreparedShift[]>()
  for (const shift of prepared.shifts.values()) {
    const key = stands(prepared, shift) ? `${shift.halfDay} ${shift.id}` : shift.halfDay
    blocks.set(key, [...(blocks.get(key) ?? []), shift])
  }
  return [...blocks.values()].flatMap((shifts) => {
    const [first] = shifts
    if (!first) return []
    const demand = shifts.reduce((sum, shift) => sum + shift.demand, 0)
    return [{ shifts, shift: first, demand }]
  })
}

/**
 * A column for everyone who may sit in a block, and for pins even when a rule forbids them.
 * @policy Who is kept away by a rule about himself is no column at all
 */
export const addCells = (
  model: LinearModel,
  prepared: Prepared,
  blocks: readonly Block[],
  withClosed = false,
): { cells: Cell[]; closed: Map<number, string[]> } => {
  const cells: Cell[] = []
  const closed = new Map<number, string[]>()
  for (const lawyer of prepared.problem.lawyers)
    for (const block of blocks) {
      const pins = block.shifts.filter((shift) => isPinned(prepared, lawyer, shift))
      const [first] = pins.length > 0 ? pins : block.shifts
      const barriers = first ? barriersOf(prepared, lawyer, first) : []
      if (barriers.length > 0 && pins.length === 0 && !withClosed) continue
      const column = addColumn(model, { upper: barriers.length > 0 ? 0 : 1, isInteger: true })
      if (barriers.length > 0)
        closed.set(
          column,
          barriers.map(({ id }) => id),
        )
      cells.push({
        column,
        lawyer,
        block,
        half: block.shift.halfDay,
        isPinned: pins.length > 0,
        isKnown: pins.some((shift) => prepared.knowingly.has(`${lawyer.id}|${shift.id}`)),
      })
    }
  return { cells, closed }
}

const isPinned = (prepared: Prepared, lawyer: RotaLawyer, shift: RotaShift): boolean =>
  prepared.pinned.has(`${lawyer.id}|${shift.id}`) &&
  !prepared.relaxed.has(pinRule(lawyer.id, shift.id).id)
