import type { UndisputedFact } from '#contract/sessions.ts'
import type { RowWords } from './notebook-line.ts'

export type FactState = 'open' | 'askAnew' | 'denied' | 'agreed'

/** Where a fact stands: every party said yes to this very wording, or somebody has to be asked. */
export const factState = (fact: UndisputedFact, partyIds: readonly string[]): FactState => {
  if (fact.answers.some((one) => one.answer === 'no')) return 'denied'
  if (partyIds.length > 0 && partyIds.every((id) => answerOf(fact, id) === 'yes')) return 'agreed'
  return fact.revision > 1 && fact.answers.length === 0 ? 'askAnew' : 'open'
}

export const answerOf = (fact: UndisputedFact, partyId: string): 'yes' | 'no' | undefined =>
  fact.answers.findLast((one) => one.partyId === partyId)?.answer

/** Marked lines of joint talks that are not in the list of facts yet. */
export const factCandidates = (
  factLines: readonly RowWords[],
  facts: readonly UndisputedFact[],
): readonly RowWords[] =>
  factLines.filter(
    (line) => line.text.trim() !== '' && !facts.some((fact) => fact.entryId === line.rowId),
  )
