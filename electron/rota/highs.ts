import { createRequire } from 'node:module'
import type { Highs, InterruptCallbackEvent, Model } from 'highs'
import type { LinearModel } from '#db/domain/rota/linear.ts'

type Loader = (options: { locateFile: () => string }) => Promise<Highs>

let loading: Promise<Highs> | undefined

async function load(): Promise<Highs> {
  const { default: loader } = await import('highs')
  // Bundled, the package no longer lies beside its WebAssembly.
  const runtime = createRequire(import.meta.url).resolve('highs/runtime')
  // The package's types are those of its CommonJS build.
  return await (loader as unknown as Loader)({ locateFile: () => runtime })
}

/** HiGHS in WebAssembly, loaded when it is first needed, from the disk and never from the net. */
export const loadHighs = (): Promise<Highs> => (loading ??= load())

export type RunOptions = {
  seed: number
  /** Wall-clock seconds. */
  seconds: number
  shouldStop?: () => boolean
  onProgress?: (progress: Progress) => void
  /** Shrinking the model first: pays when it may be impossible, costs more than it saves for a rota's goals. */
  presolve?: boolean
}

/** How far the search is: points of the best rota so far and of what cannot be beaten. */
export type Progress = { seconds: number; best?: number; bound?: number; nodes: number }

export type RunResult =
  | { status: 'optimal' | 'stopped'; objective: number; bound: number; values: Float64Array }
  | { status: 'infeasible' }
  | { status: 'unknown' }

/** All costs are whole numbers, so a distance under one point is none. */
const gapThatProves = 0.9

const encoded = (highs: Highs, { columns, rows, offset }: LinearModel, relaxed: boolean) => {
  const starts = new Int32Array(rows.length + 1)
  for (const [index, row] of rows.entries())
    starts[index + 1] = (starts[index] ?? 0) + row.columns.length
  const bound = (value: number) =>
    value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value
  const { integer, continuous } = highs.constants.variableType
  return {
    numCols: columns.cost.length,
    numRows: rows.length,
    offset,
    colCost: columns.cost,
    colLower: columns.lower.map(bound),
    colUpper: columns.upper.map(bound),
    rowLower: rows.map(({ lower }) => bound(lower)),
    rowUpper: rows.map(({ upper }) => bound(upper)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.cost.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => [...row.columns])),
      values: Float64Array.from(rows.flatMap((row) => [...row.factors])),
    },
    ...(relaxed
      ? {}
      : { integrality: columns.isInteger.map((whole) => (whole ? integer : continuous)) }),
  }
}

const finite = (value: number | undefined) =>
  value !== undefined && Math.abs(value) < 1e29 ? value : undefined

const impossible = (highs: Highs, model: Model) => {
  const { infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
  const status = model.getModelStatus()
  return status === infeasible || status === unboundedOrInfeasible
}

function resultOf(highs: Highs, model: Model): RunResult {
  const { modelStatus, solutionStatus } = highs.constants
  if (impossible(highs, model)) return { status: 'infeasible' }
  if (model.info.get('primal_solution_status') !== solutionStatus.feasible)
    return { status: 'unknown' }
  const objective = model.getObjectiveValue()
  const isOptimal = model.getModelStatus() === modelStatus.optimal
  return {
    status: isOptimal ? 'optimal' : 'stopped',
    objective,
    bound: isOptimal ? objective : Number(model.info.get('mip_dual_bound')),
    values: Float64Array.from(model.getSolution().colValue),
  }
}

/** Minimises one model. The same model, seed and a search that ends by itself give the same values. */
export function runModel(highs: Highs, linear: LinearModel, options: RunOptions): RunResult {
  const { callbackType } = highs.constants
  const begun = performance.now()
  const reached: Omit<Progress, 'seconds'> = { nodes: 0 }
  const watch = ({ data, interrupt }: InterruptCallbackEvent) => {
    reached.best = finite(data.mip_primal_bound) ?? reached.best
    reached.bound = finite(data.mip_dual_bound) ?? reached.bound
    reached.nodes = Number(data.mip_node_count ?? reached.nodes)
    options.onProgress?.({ ...reached, seconds: (performance.now() - begun) / 1000 })
    if (options.shouldStop?.()) interrupt()
    return undefined
  }
  const model = highs.createModel(encoded(highs, linear, false))
  try {
    model.options.set({
      output_flag: false,
      random_seed: options.seed,
      time_limit: Math.max(0.01, options.seconds),
      mip_abs_gap: gapThatProves,
      mip_rel_gap: 0,
      presolve: options.presolve ? 'on' : 'off',
    })
    model.run({
      [callbackType.simplexInterrupt]: watch,
      [callbackType.ipmInterrupt]: watch,
      [callbackType.mipInterrupt]: watch,
    })
    return resultOf(highs, model)
  } finally {
    model.dispose()
  }
}

/**
 * Weights of the rows by which the model is impossible even in parts of persons (Farkas); undefined when it
 * is possible so.
 */
export function proofOfImpossible(highs: Highs, linear: LinearModel): Float64Array | undefined {
  const model = highs.createModel(encoded(highs, linear, true))
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', time_limit: 20 })
    model.run()
    const ray = impossible(highs, model) ? model.getDualRay() : undefined
    return ray?.values
  } finally {
    model.dispose()
  }
}
