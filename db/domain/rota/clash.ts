/** Whether the rota can be made when only these rules are kept; undefined when nobody could tell in time. */
export type CanKeep = (enforced: readonly string[]) => boolean | undefined

export type Core = {
  rules: readonly string[]
  /** No rule of it can be left out; false when time ran out first. */
  isMinimal: boolean
}

/**
 * A set of rules that cannot be kept together and of which none can be left out (QuickXplain: halves
 * instead of one by one). Rules that stand later stay in it rather than those before.
 * @policy A refusal names no rule that has nothing to do with it
 */
export const findCore = (rules: readonly string[], canKeep: CanKeep): Core => {
  let isMinimal = true
  const holds = (enforced: readonly string[]): boolean => {
    const answer = canKeep(enforced)
    if (answer === undefined) isMinimal = false
    // Unknown counts as possible: the core stays too large rather than becoming wrong.
    return answer ?? true
  }
  const explain = (
    background: readonly string[],
    isNew: boolean,
    candidates: readonly string[],
  ): readonly string[] => {
    if (isNew && !holds(background)) return []
    if (candidates.length <= 1) return candidates
    const middle = Math.floor(candidates.length / 2)
    const [early, late] = [candidates.slice(0, middle), candidates.slice(middle)]
    const fromEarly = explain([...background, ...late], true, early)
    const fromLate = explain([...background, ...fromEarly], fromEarly.length > 0, late)
    return [...fromEarly, ...fromLate]
  }
  const found = new Set(explain([], false, rules))
  return { rules: rules.filter((rule) => found.has(rule)), isMinimal }
}
