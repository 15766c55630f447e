import type { Fen } from '../money.ts'
import type { LocalDate } from '../local-date.ts'

export type OpenSum = {
  id: string
  debtorId: string | undefined
  creditorId: string | undefined
  dueOn: LocalDate | undefined
  leftFen: Fen
}

export type Allocation = {
  parts: { id: string; amountFen: Fen }[]
  /** What no open sum could take. */
  overFen: Fen
}

/**
 * Lays a sum of money over open sums in their order; none takes more than is left of it.
 * @policy issue 5 §3: part payments; parts and rest sum to the amount to the fen
 */
export const allocate = (amountFen: Fen, targets: readonly Pick<OpenSum, 'id' | 'leftFen'>[]) =>
  targets.reduce<Allocation>(
    ({ parts, overFen }, { id, leftFen }) => {
      const taken = Math.min(overFen, Math.max(0, leftFen))
      return taken === 0
        ? { parts, overFen }
        : { parts: [...parts, { id, amountFen: taken }], overFen: overFen - taken }
    },
    { parts: [], overFen: amountFen },
  )

/**
 * The one that was paid, then the others of the same debtor and creditor: what is due first is paid first.
 * @law 《民法典》第五百六十条: without other words what fell due first is discharged first
 */
export const inPaymentOrder = <T extends OpenSum>(first: T, all: readonly T[]): T[] => [
  first,
  ...all
    .filter(
      (one) =>
        one.id !== first.id &&
        one.leftFen > 0 &&
        one.debtorId === first.debtorId &&
        one.creditorId === first.creditorId,
    )
    .toSorted((a, b) => (a.dueOn ?? '9999-12-31').localeCompare(b.dueOn ?? '9999-12-31')),
]
