import type { ClauseKind } from '#db/domain/agreement/content.ts'
import { type ClauseForm, type FormParty, newPayment } from './agreement-form.ts'

/** Where a removed clause stood, to put it back. */
export type RemovedClause = { clause: ClauseForm; index: number }

export const newClause = (
  kind: ClauseKind,
  parties: readonly FormParty[],
  newKey: () => string,
): ClauseForm => ({
  id: newKey(),
  kind,
  text: '',
  ...(kind === 'payment' ? { payment: newPayment(parties, newKey) } : {}),
})

/** One place up or down; at the edge the list stays as it is. */
export const moveClause = (
  clauses: readonly ClauseForm[],
  id: string,
  by: -1 | 1,
): ClauseForm[] => {
  const from = clauses.findIndex((clause) => clause.id === id)
  const to = from + by
  const moved = clauses[from]
  if (!moved || to < 0 || to >= clauses.length) return [...clauses]
  const rest = clauses.filter((clause) => clause.id !== id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

export const removeClause = (
  clauses: readonly ClauseForm[],
  id: string,
): { clauses: ClauseForm[]; removed: RemovedClause | undefined } => {
  const index = clauses.findIndex((clause) => clause.id === id)
  const clause = clauses[index]
  return {
    clauses: clauses.filter((one) => one.id !== id),
    removed: clause ? { clause, index } : undefined,
  }
}

/** Back to its old place, or to the end when the list became shorter. A clause that is there is not doubled. */
export const restoreClause = (
  clauses: readonly ClauseForm[],
  { clause, index }: RemovedClause,
): ClauseForm[] =>
  clauses.some(({ id }) => id === clause.id)
    ? [...clauses]
    : [...clauses.slice(0, index), clause, ...clauses.slice(index)]

/** A payment gets its table; another kind keeps the words and lets the payment go. */
export const withKind = (
  clause: ClauseForm,
  kind: ClauseKind,
  parties: readonly FormParty[],
  newKey: () => string,
): ClauseForm => {
  const { payment, ...rest } = clause
  if (kind !== 'payment') return { ...rest, kind }
  return { ...rest, kind, payment: payment ?? newPayment(parties, newKey) }
}
