import { addDays, compareDates } from '../local-date.ts'
import type { Block, Cell } from './cells.ts'
import { monthOf, weekOf } from './days.ts'
import { addAtMost, addColumn, addRow, type LinearModel } from './linear.ts'
import type { Prepared } from './prepared.ts'
import type { RotaLawyer } from './problem.ts'
import {
  apartRule,
  mayServeTwice,
  mayStayEmpty,
  meetsNeed,
  needRule,
  personRule,
  pinRule,
  restOf,
  type Rule,
  shiftRule,
} from './rules.ts'

export type Draft = {
  model: LinearModel
  prepared: Prepared
  blocks: readonly Block[]
  cells: readonly Cell[]
  /** Rules that a row stands for, row by row; empty for the shape of the rota. */
  rules: string[][]
  /** Column of the empty seats of a block. */
  gaps: Map<Block, number>
}

const note = ({ model, rules }: Draft, ...of: readonly Rule[]) => {
  while (rules.length < model.rows.length) rules.push(of.map(({ id }) => id))
}

/** @policy Cells by person or block, in the order of the problem */
export const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const columnsOf = (cells: readonly Cell[]) => cells.map(({ column }) => column)
const known = (cells: readonly Cell[]) => cells.filter(({ isKnown }) => isKnown).length

/** @policy Every seat has somebody, or is a gap that costs */
export const addSeats = (draft: Draft): void => {
  const { model, prepared, blocks, cells } = draft
  const ofBlock = groupBy(cells, ({ block }) => block)
  for (const block of blocks) {
    const there = ofBlock.get(block) ?? []
    const mayLack = block.shifts.some(({ id }) => mayStayEmpty(prepared, id))
    const terms = there.map(({ column }): [number, number] => [column, 1])
    if (mayLack) {
      const gap = addColumn(model, { upper: block.demand })
      draft.gaps.set(block, gap)
      terms.push([gap, 1])
    }
    addRow(model, block.demand, block.demand, terms)
    note(draft, ...(mayLack ? [] : block.shifts.map(({ id }) => shiftRule('demand', id))))
    for (const { id, needs } of block.shifts)
      for (const [index, need] of needs.entries()) {
        const rule = needRule(id, index)
        if (!need.required || prepared.relaxed.has(rule.id)) continue
        const able = there.filter(({ lawyer }) => meetsNeed(lawyer, need))
        addRow(
          model,
          1,
          Infinity,
          able.map(({ column }) => [column, 1]),
        )
        note(draft, rule)
      }
  }
}

/** @policy What a person fixed stays where it is */
export const addPins = (draft: Draft): void => {
  for (const { lawyer, block, column } of draft.cells.filter(({ isPinned }) => isPinned))
    for (const { id } of block.shifts)
      if (draft.prepared.pinned.has(`${lawyer.id}|${id}`)) {
        addRow(draft.model, 1, 1, [[column, 1]])
        note(draft, pinRule(lawyer.id, id))
      }
}

/** Pins of one person on two desks of one block: two places at once. */
const addDoublePins = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]) => {
  for (const { block, column } of cells.filter(({ isPinned }) => isPinned)) {
    const pins = block.shifts
      .map(({ id }) => pinRule(lawyer.id, id))
      .filter(
        ({ id, shifts }) =>
          draft.prepared.pinned.has(`${lawyer.id}|${shifts[0]}`) && !draft.prepared.relaxed.has(id),
      )
    if (pins.length < 2) continue
    addRow(draft.model, pins.length, Infinity, [[column, 1]])
    note(draft, ...pins)
  }
}

/** @policy One place at a time; one half-day a day unless wished; whole days of rest between */
export const addRest = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]): void => {
  const { model, prepared } = draft
  const rest = restOf(prepared, lawyer)
  const isTwice = mayServeTwice(prepared, lawyer)
  addDoublePins(draft, lawyer, cells)
  for (const there of groupBy(cells, ({ half }) => half).values())
    if (there.length > 1) {
      addAtMost(model, columnsOf(there), 1)
      note(draft)
    }
  const days = [...groupBy(cells, ({ block }) => block.shift.date)].toSorted(([a], [b]) =>
    compareDates(a, b),
  )
  if (!isTwice && rest === 0) {
    for (const [, there] of days)
      if (there.length > 1) {
        addAtMost(model, columnsOf(there), Math.max(1, known(there)))
        note(draft, personRule('twice', lawyer.id))
      }
    return
  }
  if (rest === 0) return
  const served = new Map(
    days.map(([date, there]) => [
      date,
      { columns: isTwice ? [dayColumn(draft, there)] : columnsOf(there), there },
    ]),
  )
  let reached = ''
  for (const [date] of days) {
    const end = addDays(date, rest)
    const window = days.filter(([each]) => each >= date && each <= end).map(([each]) => each)
    const last = window.at(-1) ?? date
    // A window that ends where the one before ended is a part of it.
    if (last === reached) continue
    reached = last
    const within = window.flatMap((each) => served.get(each) ?? [])
    const columns = within.flatMap((each) => each.columns)
    if (columns.length < 2) continue
    const pinned = isTwice
      ? within.filter(({ there }) => known(there) > 0).length
      : known(within.flatMap(({ there }) => there))
    addAtMost(model, columns, Math.max(1, pinned))
    const rules = [personRule('rest', lawyer.id)]
    note(draft, ...(isTwice ? rules : [...rules, personRule('twice', lawyer.id)]))
  }
}

/** A column that is 1 on a day on which the person sits at all. */
const dayColumn = (draft: Draft, there: readonly Cell[]): number => {
  const [only] = there
  if (there.length === 1 && only) return only.column
  const day = addColumn(draft.model)
  for (const { column } of there) {
    addRow(draft.model, 0, Infinity, [
      [day, 1],
      [column, -1],
    ])
    note(draft)
  }
  return day
}

/** @policy Duties outside this rota count towards the limits of their week and month */
export const addLimits = (draft: Draft, lawyer: RotaLawyer, cells: readonly Cell[]): void => {
  for (const kind of ['weekLimit', 'monthLimit'] as const) {
    const limit = kind === 'weekLimit' ? lawyer.limits.perWeek : lawyer.limits.perMonth
    const rule = personRule(kind, lawyer.id)
    if (limit === undefined || draft.prepared.relaxed.has(rule.id)) continue
    const spanOf = kind === 'weekLimit' ? weekOf : monthOf
    const span = ({ shift }: Block): string => (kind === 'weekLimit' ? shift.week : shift.month)
    for (const [key, there] of groupBy(cells, ({ block }) => span(block))) {
      const around = (draft.prepared.adjacent.get(lawyer.id) ?? []).filter(
        ({ date }) => spanOf(date) === key,
      ).length
      const upper = Math.max(limit - around, known(there))
      if (upper >= there.length) continue
      addAtMost(draft.model, columnsOf(there), upper)
      note(draft, rule)
    }
  }
}

/** @policy Two who are to sit apart share no half-day */
export const addApart = (draft: Draft): void => {
  const ofHalf = groupBy(draft.cells, ({ half, lawyer }) => `${lawyer.id} ${half}`)
  const halves = new Set(draft.cells.map(({ half }) => half))
  for (const { lawyers, kind } of draft.prepared.problem.pairings) {
    const rule = apartRule(...lawyers)
    if (kind !== 'apart' || draft.prepared.relaxed.has(rule.id)) continue
    for (const half of halves) {
      const sides = lawyers.map((id) => ofHalf.get(`${id} ${half}`) ?? [])
      if (sides.some((side) => side.length === 0)) continue
      const both = sides.every((side) => known(side) > 0)
      addAtMost(draft.model, columnsOf(sides.flat()), both ? 2 : 1)
      note(draft, rule)
    }
  }
}
