import type { DebtKind, Subject } from './routes.ts'

/** What only people know and what decides which routes are open; absent: nobody has asked. */
export type RouteAnswers = {
  joint?: boolean | undefined
  deliverable?: boolean | undefined
  mutualDebts?: boolean | undefined
  subjects?: Subject[] | undefined
  debtKinds?: DebtKind[] | undefined
}
