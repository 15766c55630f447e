/** A mixed-integer linear problem to be minimised; whoever solves it knows nothing of rotas. */
export type LinearModel = {
  offset: number
  columns: { cost: number[]; lower: number[]; upper: number[]; isInteger: boolean[] }
  rows: LinearRow[]
}

export type LinearRow = {
  lower: number
  upper: number
  columns: readonly number[]
  factors: readonly number[]
}

/** @policy An empty model is added to line by line */
export const emptyModel = (): LinearModel => ({
  offset: 0,
  columns: { cost: [], lower: [], upper: [], isInteger: [] },
  rows: [],
})

export type NewColumn = { cost?: number; lower?: number; upper?: number; isInteger?: boolean }

/** @policy A column without further word is a share between 0 and 1 */
export const addColumn = (
  { columns }: LinearModel,
  { cost = 0, lower = 0, upper = 1, isInteger = false }: NewColumn = {},
): number => {
  columns.cost.push(cost)
  columns.lower.push(lower)
  columns.upper.push(upper)
  columns.isInteger.push(isInteger)
  return columns.cost.length - 1
}

export type Term = readonly [column: number, factor: number]

/** @policy Bounds may be infinite */
export const addRow = (
  model: LinearModel,
  lower: number,
  upper: number,
  terms: readonly Term[],
): void => {
  model.rows.push({
    lower,
    upper,
    columns: terms.map(([column]) => column),
    factors: terms.map(([, factor]) => factor),
  })
}

/** @policy At most so many of these */
export const addAtMost = (model: LinearModel, columns: readonly number[], upper: number): void =>
  addRow(
    model,
    -Infinity,
    upper,
    columns.map((column) => [column, 1]),
  )
