import type { Highs } from 'highs'
import { findCore } from '#db/domain/rota/clash.ts'
import { buildRules } from '#db/domain/rota/model.ts'
import { type Prepared, prepare } from '#db/domain/rota/prepared.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { type Rule, rulesOf } from '#db/domain/rota/rules.ts'
import { proofOfImpossible, runModel } from './highs.ts'

export type Clash = {
  rules: readonly Rule[]
  minimal: boolean
  /** Rules each of which is enough to set aside. */
  suffices: ReadonlySet<string>
  /** Rules that are enough all together, when found in time. */
  relax: readonly string[]
}

export type Budget = { seed: number; left: () => number; shouldStop: () => boolean }

/** Rules of the rows and closed columns that an infeasibility proof of the linear relaxation uses. */
function suspectsOf(highs: Highs, prepared: Prepared): Set<string> | undefined {
  const { linear, rules } = buildRules(prepared, true)
  const proof = proofOfImpossible(highs, linear)
  if (!proof) return undefined
  const found = new Set<string>()
  const pull = new Map<number, number>()
  for (const [index, row] of linear.rows.entries()) {
    const weight = proof[index] ?? 0
    if (Math.abs(weight) < 1e-9) continue
    for (const rule of rules.ofRow[index] ?? []) found.add(rule)
    for (const [at, column] of row.columns.entries())
      pull.set(column, (pull.get(column) ?? 0) + weight * (row.factors[at] ?? 0))
  }
  for (const [column, weight] of pull)
    if (Math.abs(weight) > 1e-9)
      for (const rule of rules.ofColumn.get(column) ?? []) found.add(rule)
  return found
}

/** A set of hard rules that cannot be kept together, and what setting them aside would do. */
export function explainClash(highs: Highs, problem: RotaProblem, budget: Budget): Clash {
  const prepared = prepare(problem)
  const all = rulesOf(prepared)
  const ids = all.map(({ id }) => id)
  const canKeep = (enforced: readonly string[]): boolean | undefined => {
    if (budget.left() <= 0 || budget.shouldStop()) return undefined
    const kept = new Set(enforced)
    const relaxed = ids.filter((id) => !kept.has(id))
    const { linear } = buildRules(prepare(problem, relaxed))
    const result = runModel(highs, linear, {
      seed: budget.seed,
      seconds: budget.left(),
      shouldStop: budget.shouldStop,
      presolve: true,
    })
    if (result.status === 'unknown') return undefined
    return result.status !== 'infeasible'
  }
  const coreOf = (rules: readonly string[]) => {
    const relaxed = ids.filter((id) => !rules.includes(id))
    const suspects = suspectsOf(highs, prepare(problem, relaxed))
    const few = suspects && rules.filter((id) => suspects.has(id))
    return findCore(few && canKeep(few) === false ? few : rules, canKeep)
  }
  const core = coreOf(ids)
  const without = (gone: readonly string[]) => ids.filter((id) => !gone.includes(id))
  const suffices = new Set(core.rules.filter((id) => canKeep(without([id])) === true))
  const isInCore = new Set(core.rules)
  return {
    rules: all.filter(({ id }) => isInCore.has(id)),
    minimal: core.isMinimal,
    suffices,
    relax: suffices.size > 0 ? [...suffices].slice(0, 1) : relaxMore(core.rules),
  }

  /** One rule of each clash after another, until nothing clashes. */
  function relaxMore(first: readonly string[]): readonly string[] {
    const gone = first.slice(0, 1)
    while (gone.length < 12) {
      const answer = canKeep(without(gone))
      if (answer === true) return gone
      if (answer === undefined) return []
      const [next] = coreOf(without(gone)).rules
      if (next === undefined) return []
      gone.push(next)
    }
    return []
  }
}
