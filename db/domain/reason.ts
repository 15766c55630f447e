/** `block` refuses the step; `warn` lets it pass with the user's knowledge; `info` only tells. */
export type ReasonLevel = 'block' | 'warn' | 'info'

/** One finding of a rule. Words live at the screen, keyed by `code`. */
export type Reason<Code extends string = string> = {
  /** Id in the rule list, such as D1; `P` for a house practice without an article of its own. */
  ruleId: string
  level: ReasonLevel
  /** Where in the record, dotted: `clauses.0.payment.totalFen`; empty for the record as a whole. */
  path: string
  code: Code
  details?: Readonly<Record<string, string | number | boolean>>
}

/** @policy Only findings of level `block` refuse a step. */
export const isBlocked = (reasons: readonly Reason[]): boolean =>
  reasons.some((reason) => reason.level === 'block')
