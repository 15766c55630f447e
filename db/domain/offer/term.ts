import type { LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'

export type TermInstalment = { dueOn: LocalDate; amountFen: Fen }

/**
 * One thing that one side would do. `id` stays the same from one version of an offer to the next, so that a
 * clause made from it knows it again.
 */
export type PayTerm = {
  id: string
  kind: 'pay'
  payerId: string
  payeeId: string
  totalFen: Fen
  /** Empty while nobody has said when. */
  instalments: TermInstalment[]
  /** What it is paid for, such as 拖欠工资. */
  purpose: string
  /** A code of `paymentMethods`, free words, or empty while not said. */
  method: string
  account: string
}
export type DutyTerm = {
  id: string
  kind: 'act' | 'refrain' | 'apologise'
  byId: string
  text: string
  dueOn?: LocalDate | undefined
}
/** A fact both accept, such as the day an employment ended; or anything else. */
export type StatementTerm = {
  id: string
  kind: 'confirm' | 'other'
  text: string
  on?: LocalDate | undefined
}
export type Term = PayTerm | DutyTerm | StatementTerm

export type OfferTerms = {
  terms: Term[]
  /** What it depends on, in their words; empty when on nothing. */
  condition: string
  note: string
}

export type Answer = 'yes' | 'no'
export type OfferAnswer = { partyId: string; answer: Answer; at: string }

/** An offer as the ledger holds it; its words never change, a change is the next offer. */
export type Offer = OfferTerms & {
  id: string
  ordinal: number
  /** Whose offer; absent is the mediator's own proposal. */
  partyId?: string | undefined
  replyTo?: string | undefined
  sessionId?: string | undefined
  /** Who alone knows of it until it is released. */
  confidantId?: string | undefined
  madeAt: string
  releasedAt?: string | undefined
  withdrawnAt?: string | undefined
  /** Oldest first; of each party the last counts. */
  answers: OfferAnswer[]
}
