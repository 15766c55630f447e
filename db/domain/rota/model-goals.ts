import type { Cell } from './cells.ts'
import { fairnessKinds, fairnessWeight, loadCost, stepCost } from './fairness.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import { type Draft, groupBy } from './model-rules.ts'
import type { Prepared } from './prepared.ts'
import type { RotaLawyer } from './problem.ts'
import { isInConflict, mayServeTwice, meetsNeed, restOf } from './rules.ts'

const ones = (cells: readonly Cell[]): Term[] => cells.map(({ column }) => [column, 1])

const charge = ({ model }: Draft, column: number, points: number) => {
  model.columns.cost[column] = (model.columns.cost[column] ?? 0) + points
}

/** The most duties that the rules leave this person on these cells; never too low. */
const mostDuties = (prepared: Prepared, lawyer: RotaLawyer, cells: readonly Cell[]): number => {
  const pinned = cells.filter(({ isKnown }) => isKnown).length
  const shifts = cells.map(({ block }) => block.shift)
  const dates = [...new Set(shifts.map(({ day }) => day))].toSorted((a, b) => a - b)
  const perDay = mayServeTwice(prepared, lawyer) ? 2 : 1
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return 0
  const rest = restOf(prepared, lawyer)
  const bounds = [
    cells.length,
    perDay * dates.length,
    perDay * (Math.floor((last - first) / (rest + 1)) + 1),
  ]
  for (const [kind, limit, spans] of [
    ['weekLimit', lawyer.limits.perWeek, shifts.map(({ week }) => week)],
    ['monthLimit', lawyer.limits.perMonth, shifts.map(({ month }) => month)],
  ] as const)
    if (limit !== undefined && !prepared.relaxed.has(`${kind}:${lawyer.id}`))
      bounds.push(limit * new Set<string>(spans).size)
  return Math.min(cells.length, Math.min(...bounds) + pinned)
}

/**
 * Each further duty is a step that costs more than the one before, so the steps fill in order.
 * @policy Fairness over the rolling year by the square of the distance from the fair share
 */
export const addFairness = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]): void => {
  const { model, prepared } = draft
  for (const kind of fairnessKinds) {
    const weight = fairnessWeight(prepared.problem.weights, kind)
    const served = lawyer.history[kind]
    const expected = prepared.expected[kind].get(lawyer.id) ?? 0
    model.offset += loadCost(weight, served, expected)
    const counted = cells.filter(({ block }) => block.shift.counts[kind])
    const most = mostDuties(prepared, lawyer, counted)
    if (most === 0 || weight === 0) continue
    const steps = Array.from({ length: most }, (_, index): Term => [
      addColumn(model, { cost: stepCost(weight, served + index, expected) }),
      -1,
    ])
    addRow(model, 0, 0, [...ones(counted), ...steps])
  }
}

/** @policy A met request not to sit costs, an unmet wish to sit costs */
export const addWishes = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]): void => {
  const { model, prepared } = draft
  const { metAvoid, unmetWant } = prepared.problem.weights
  for (const wish of lawyer.wishes) {
    const there = cells.filter(
      ({ block }) =>
        block.shift.date === wish.date &&
        (wish.half === undefined || wish.half === block.shift.half),
    )
    if (wish.kind === 'avoid') {
      for (const { column } of there) charge(draft, column, metAvoid)
      continue
    }
    model.offset += unmetWant
    if (there.length === 0) continue
    const met = addColumn(model, { cost: -unmetWant })
    addRow(model, 0, Infinity, [...ones(there), [met, -1]])
  }
}

/** @policy What people have been told is changed only for something worth it */
export const addChanges = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]): void => {
  const { change } = draft.prepared.problem.weights
  for (const half of draft.prepared.published.get(lawyer.id) ?? []) {
    draft.model.offset += change
    for (const cell of cells) if (cell.half === half) charge(draft, cell.column, -change)
  }
}

/** @policy Booked cases find somebody of their field and language; flagged conflicts cost */
export const addMatches = (draft: Draft): void => {
  const { model, prepared, cells, blocks, gaps } = draft
  const { unmetNeed, conflict, gap } = prepared.problem.weights
  const ofBlock = groupBy(cells, ({ block }) => block)
  for (const column of gaps.values()) charge(draft, column, gap)
  for (const block of blocks) {
    const there = ofBlock.get(block) ?? []
    for (const shift of block.shifts) {
      for (const { lawyer, column } of there)
        if (isInConflict(lawyer, shift)) charge(draft, column, conflict)
      for (const need of shift.needs) {
        model.offset += unmetNeed
        const able = there.filter(({ lawyer }) => meetsNeed(lawyer, need))
        if (able.length === 0) continue
        const met = addColumn(model, { cost: -unmetNeed })
        addRow(model, 0, Infinity, [...ones(able), [met, -1]])
      }
    }
  }
}

/** @policy Every further duty of one firm on one day costs */
export const addFirms = (draft: Draft): void => {
  const { model, prepared, cells } = draft
  const { sameFirm } = prepared.problem.weights
  if (sameFirm === 0) return
  const ofFirmDay = groupBy(
    cells.filter(({ lawyer }) => lawyer.firm !== undefined),
    ({ lawyer, block }) => `${lawyer.firm} ${block.shift.date}`,
  )
  for (const there of ofFirmDay.values()) {
    if (there.length < 2) continue
    const more = addColumn(model, { cost: sameFirm, upper: there.length - 1 })
    addRow(model, -Infinity, 1, [...ones(there), [more, -1]])
  }
}

/** @policy A wanted pair sits together or not at all */
export const addPairs = (draft: Draft): void => {
  const { model, prepared, cells } = draft
  const { splitPair } = prepared.problem.weights
  const ofHalf = groupBy(cells, ({ half, lawyer }) => `${lawyer.id} ${half}`)
  for (const { lawyers, kind } of prepared.problem.pairings) {
    if (kind !== 'together') continue
    for (const half of new Set(cells.map((cell) => cell.half))) {
      const [one = [], other = []] = lawyers.map((id) => ofHalf.get(`${id} ${half}`) ?? [])
      if (one.length + other.length === 0) continue
      const split = addColumn(model, { cost: splitPair })
      for (const [here, there] of [
        [one, other],
        [other, one],
      ] as const)
        addRow(model, 0, Infinity, [
          [split, 1],
          ...there.map(({ column }): Term => [column, 1]),
          ...here.map(({ column }): Term => [column, -1]),
        ])
    }
  }
}
