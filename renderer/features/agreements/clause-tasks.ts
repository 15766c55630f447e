import type { ClauseSlot } from '#db/domain/agreement/library/library-clause.ts'
import { slotsOf } from '#db/domain/agreement/library/slots.ts'
import type { LibraryChoice } from './clause-choices.ts'
import { type ClauseForm, type FormParty, newPayment } from './agreement-form.ts'

/** What is being done to the clauses beyond typing in them. */
export type ClauseTask =
  | {
      kind: 'library'
      /** Searched for at once. */
      query?: string
      /** The clause behind which the chosen one goes; without it, at the end. */
      afterId?: string | undefined
    }
  | { kind: 'fill'; clauseId: string; slots?: readonly ClauseSlot[] }
  | { kind: 'keep'; clauseId: string }

/** The library's clause as one of the agreement; a payment gets its table. */
export const clauseFromLibrary = (
  { kind, text }: Pick<LibraryChoice, 'kind' | 'text'>,
  parties: readonly FormParty[],
  newKey: () => string,
): ClauseForm => ({
  id: newKey(),
  kind,
  text,
  ...(kind === 'payment' ? { payment: newPayment(parties, newKey) } : {}),
})

/** Behind the clause named, or at the end when there is none of that id. */
export const insertAfter = (
  clauses: readonly ClauseForm[],
  clause: ClauseForm,
  afterId: string | undefined,
): ClauseForm[] => {
  const at = clauses.findIndex(({ id }) => id === afterId)
  return at === -1 ? [...clauses, clause] : clauses.toSpliced(at + 1, 0, clause)
}

/** The field to go on with in a clause just put in. */
export const firstField = (clauses: readonly ClauseForm[], clauseId: string): string => {
  const index = clauses.findIndex(({ id }) => id === clauseId)
  const field = clauses[index]?.payment ? 'payment.totalFen' : 'text'
  return `clauses.${Math.max(0, index)}.${field}`
}

export const hasSlots = (text: string): boolean => slotsOf(text).length > 0
