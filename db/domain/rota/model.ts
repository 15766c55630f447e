import { addCells, type Block, blocksOf, type Cell } from './cells.ts'
import { emptyModel, type LinearModel } from './linear.ts'
import {
  addChanges,
  addFairness,
  addFirms,
  addMatches,
  addPairs,
  addWishes,
} from './model-goals.ts'
import {
  addApart,
  addLimits,
  addPins,
  addRest,
  addSeats,
  type Draft,
  groupBy,
} from './model-rules.ts'
import type { Prepared } from './prepared.ts'
import type { Assignment } from './problem.ts'

export type RotaModel = {
  linear: LinearModel
  blocks: readonly Block[]
  cells: readonly Cell[]
  /** Rules by row, and by columns that a rule holds at 0. */
  rules: { ofRow: readonly (readonly string[])[]; ofColumn: ReadonlyMap<number, readonly string[]> }
}

const draftRules = (prepared: Prepared, withClosed: boolean) => {
  const model = emptyModel()
  const blocks = blocksOf(prepared)
  const { cells, closed } = addCells(model, prepared, blocks, withClosed)
  const draft: Draft = { model, prepared, blocks, cells, rules: [], gaps: new Map() }
  addSeats(draft)
  addPins(draft)
  const ofLawyer = groupBy(cells, ({ lawyer }) => lawyer)
  for (const [lawyer, theirs] of ofLawyer) {
    addRest(draft, lawyer, theirs)
    addLimits(draft, lawyer, theirs)
  }
  addApart(draft)
  return { draft, ofLawyer, closed }
}

const built = ({ model, blocks, cells, rules }: Draft, closed: Map<number, string[]>) => ({
  linear: model,
  blocks,
  cells,
  rules: { ofRow: rules, ofColumn: closed },
})

/** @policy Hard rules first; every goal is a part of the objective beside them */
export const buildModel = (prepared: Prepared): RotaModel => {
  const { draft, ofLawyer, closed } = draftRules(prepared, false)
  for (const [lawyer, cells] of ofLawyer) {
    addWishes(draft, lawyer, cells)
    addChanges(draft, lawyer, cells)
    addFairness(draft, lawyer, cells)
  }
  // Who has no cell at all still has a fair share and wishes.
  for (const lawyer of prepared.problem.lawyers)
    if (!ofLawyer.has(lawyer)) {
      addWishes(draft, lawyer, [])
      addChanges(draft, lawyer, [])
      addFairness(draft, lawyer, [])
    }
  addMatches(draft)
  addFirms(draft)
  addPairs(draft)
  return built(draft, closed)
}

/** @policy Whether the hard rules can be kept at all is asked without goals */
export const buildRules = (prepared: Prepared, withClosed = false): RotaModel => {
  const { draft, closed } = draftRules(prepared, withClosed)
  return built(draft, closed)
}

/**
 * Who sits where, from the values of the columns: the desks of a block are filled by pins, then by what was
 * published, then in the order of the problem.
 * @policy Another desk in the same half-day is no change, but is not made without need
 */
export const readAssignments = (
  prepared: Prepared,
  { cells, blocks }: RotaModel,
  values: ArrayLike<number>,
): Assignment[] => {
  const told = new Set(prepared.problem.published.map(({ lawyer, shift }) => `${lawyer}|${shift}`))
  const ofBlock = groupBy(
    cells.filter(({ column }) => (values[column] ?? 0) > 0.5),
    ({ block }) => block,
  )
  return blocks.flatMap((block) => {
    const free = new Map(block.shifts.map(({ id, demand }) => [id, demand]))
    const left = new Set((ofBlock.get(block) ?? []).map(({ lawyer }) => lawyer.id))
    const found: Assignment[] = []
    const seat = (isMeant: (key: string) => boolean) => {
      for (const lawyer of left) {
        const shift = block.shifts.find(
          ({ id }) => (free.get(id) ?? 0) > 0 && isMeant(`${lawyer}|${id}`),
        )?.id
        if (shift === undefined) continue
        free.set(shift, (free.get(shift) ?? 0) - 1)
        left.delete(lawyer)
        found.push({ lawyer, shift })
      }
    }
    seat((key) => prepared.pinned.has(key))
    seat((key) => told.has(key))
    seat(() => true)
    return found
  })
}
