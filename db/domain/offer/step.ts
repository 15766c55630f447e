import type { Clause, Instalment, Payment } from '../agreement/content.ts'
import {
  clauseKindOf,
  clauseOfTerm,
  paymentOfTerm,
  wordsOfTerm,
  type Named,
} from './clause-of-term.ts'
import type { Offer, PayTerm, Term } from './term.ts'

/** What two sides agree on. How it is paid and the words before the sentence of a payment are not of it. */
export type StepField = 'payerId' | 'payeeId' | 'totalFen' | 'instalments' | 'text'

export type StepState = 'inStep' | 'clauseChanged' | 'clauseMissing' | 'termGone' | 'bothChanged'

export type StepItem = {
  termId: string
  clauseId?: string
  state: StepState
  fields: StepField[]
}

type Package = Pick<Offer, 'id' | 'terms'>

const conditionWords = /^以上约定以(.+)为前提。?$/su

/**
 * What of an offer goes into the agreement: its terms, and what they depend on as a last clause of its own, known
 * by the offer's id.
 * @policy Issue 3 §3: a condition that was agreed on is not lost on the way
 */
export const packageOf = ({ id, terms, condition }: Offer): Package => {
  const words = condition.trim().replace(/[。；;，,.]+$/u, '')
  return words === ''
    ? { id, terms }
    : { id, terms: [...terms, { id, kind: 'other', text: `以上约定以${words}为前提。` }] }
}

/** The condition that a clause of `packageOf` says. @policy Issue 3 §3: both ways in step */
export const conditionOf = (clause: Clause): string | undefined =>
  clause.origin && clause.origin.termId === clause.origin.offerId
    ? (conditionWords.exec(clause.text.trim())?.[1] ?? clause.text.trim())
    : undefined

/** Offers that clauses may have grown out of, and the package that is agreed now. */
export type StepLedger = {
  offers: readonly Package[]
  agreed?: Package | undefined
  parties: readonly Named[]
}

const sameInstalments = (
  a: readonly Pick<Instalment, 'dueOn' | 'amountFen'>[],
  b: readonly Pick<Instalment, 'dueOn' | 'amountFen'>[],
): boolean =>
  a.length === b.length &&
  a.every(
    ({ dueOn, amountFen }, index) => dueOn === b[index]?.dueOn && amountFen === b[index].amountFen,
  )

const plainWords = (words: string): string => words.trim().replace(/[。；;.]+$/u, '')

const payDifferences = (payment: Payment | undefined, term: PayTerm): StepField[] => {
  if (!payment) return ['payerId', 'payeeId', 'totalFen', 'instalments']
  return [
    ...(payment.payerId === term.payerId ? [] : (['payerId'] as const)),
    ...(payment.payeeId === term.payeeId ? [] : (['payeeId'] as const)),
    ...(payment.totalFen === term.totalFen ? [] : (['totalFen'] as const)),
    ...(sameInstalments(payment.instalments, term.instalments) ? [] : (['instalments'] as const)),
  ]
}

/**
 * Where a clause says something else than its term. Method, account and the words before the sentence of a payment
 * are how it is carried out, not what was agreed.
 * @policy Issue 3 §3
 */
export const compareClause = (
  clause: Clause,
  term: Term,
  parties: readonly Named[],
): StepField[] => {
  if (term.kind === 'pay') return payDifferences(clause.payment, term)
  const isSame =
    !clause.payment && plainWords(clause.text) === plainWords(wordsOfTerm(term, parties))
  return isSame ? [] : ['text']
}

const isSameTerm = (a: Term, b: Term, parties: readonly Named[]): boolean => {
  if (a.kind === 'pay' || b.kind === 'pay')
    return a.kind === 'pay' && b.kind === 'pay' && payDifferences(paymentOfTerm(a), b).length === 0
  return plainWords(wordsOfTerm(a, parties)) === plainWords(wordsOfTerm(b, parties))
}

const baseOf = (clause: Clause, { offers }: StepLedger): Term | undefined =>
  offers
    .find(({ id }) => id === clause.origin?.offerId)
    ?.terms.find(({ id }) => id === clause.origin?.termId)

const itemOf = (clause: Clause, term: Term, ledger: StepLedger): StepItem => {
  const { parties } = ledger
  const fields = compareClause(clause, term, parties)
  const item = { termId: term.id, clauseId: clause.id, fields }
  if (fields.length === 0) return { ...item, state: 'inStep' }
  const base = baseOf(clause, ledger)
  const isTermChanged = !base || !isSameTerm(base, term, parties)
  const isClauseChanged = !base || compareClause(clause, base, parties).length > 0
  return { ...item, state: isTermChanged && isClauseChanged ? 'bothChanged' : 'clauseChanged' }
}

/**
 * How each agreed term and its clause stand to each other, then the clauses whose term is no longer agreed.
 * @policy Issue 3 §3: a change in either place shows in the other or is shown as a conflict
 */
export const stepOf = (clauses: readonly Clause[], ledger: StepLedger): StepItem[] => {
  const terms = ledger.agreed?.terms ?? []
  const grown = clauses.filter(({ origin }) => origin !== undefined)
  return [
    ...terms.map((term): StepItem => {
      const clause = grown.find(({ origin }) => origin?.termId === term.id)
      return clause
        ? itemOf(clause, term, ledger)
        : { termId: term.id, state: 'clauseMissing', fields: [] }
    }),
    ...grown
      .filter(({ origin }) => terms.every(({ id }) => id !== origin?.termId))
      .map(({ id, origin }): StepItem => ({
        termId: origin?.termId ?? '',
        clauseId: id,
        state: 'termGone',
        fields: [],
      })),
  ]
}

/** What was filled in by hand stays; what only came from the former term follows the new one. */
const carried = (now: string, before: string | undefined, next: string): string =>
  now.trim() === '' || now === before ? next : now

const carriedPayment = (payment: Payment, base: Term | undefined, term: PayTerm): Payment => {
  const before = base?.kind === 'pay' ? base : undefined
  const next = paymentOfTerm(term)
  const account = carried(payment.account ?? '', before?.account, term.account)
  return {
    ...next,
    method: carried(payment.method, before?.method, term.method),
    ...(account.trim() === '' ? {} : { account }),
    instalments: next.instalments.map((instalment) => {
      const method = payment.instalments.find(({ dueOn }) => dueOn === instalment.dueOn)?.method
      return method === undefined ? instalment : { ...instalment, method }
    }),
  }
}

/** The clause as its term has it now, how it is carried out kept. */
const followed = (clause: Clause, term: Term, offerId: string, ledger: StepLedger): Clause => {
  const fresh = clauseOfTerm(term, offerId, ledger.parties, () => clause.id)
  const base = baseOf(clause, ledger)
  if (term.kind === 'pay' && clause.payment) {
    const before = base?.kind === 'pay' ? wordsOfTerm(base, ledger.parties) : undefined
    return {
      ...fresh,
      text: carried(clause.text, before, fresh.text),
      payment: carriedPayment(clause.payment, base, term),
    }
  }
  // Words made into a term from a clause name nobody: the clause still knows that it is a duty.
  const keepsKind = term.kind === 'other' && !clause.payment && clause.kind !== 'payment'
  return { ...fresh, kind: keepsKind ? clause.kind : clauseKindOf(term) }
}

const merged = (clause: Clause, term: Term, agreed: Package, ledger: StepLedger): Clause => {
  const item = itemOf(clause, term, ledger)
  const origin = { offerId: agreed.id, termId: term.id }
  const base = baseOf(clause, ledger)
  if (item.state === 'bothChanged') return clause
  return base && compareClause(clause, base, ledger.parties).length === 0
    ? followed(clause, term, agreed.id, ledger)
    : { ...clause, origin }
}

/** A second clause of the same term is a copy made by hand. */
const withoutTwins = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, index) => {
    const { origin, ...written } = clause
    const isTwin =
      origin !== undefined &&
      clauses.slice(0, index).some((earlier) => earlier.origin?.termId === origin.termId)
    return isTwin ? written : clause
  })

/**
 * Every agreed term has its clause: one written by hand that says the same is taken for it, else `missing` says
 * whether a new one is made. New ones stand behind the last of the package, before closing clauses written by hand.
 */
const completed = (
  clauses: readonly Clause[],
  { agreed, parties }: StepLedger & { agreed: Package },
  newId: () => string,
  isMissing: (term: Term) => boolean,
): Clause[] => {
  const all = [...clauses]
  const added: Clause[] = []
  for (const term of agreed.terms) {
    if (all.some(({ origin }) => origin?.termId === term.id)) continue
    const origin = { offerId: agreed.id, termId: term.id }
    const same = all.findIndex(
      (clause) => !clause.origin && compareClause(clause, term, parties).length === 0,
    )
    const written = all[same]
    if (written) all[same] = { ...written, origin }
    else if (isMissing(term)) added.push(clauseOfTerm(term, agreed.id, parties, newId))
  }
  const last = all.findLastIndex(({ origin }) => origin !== undefined)
  return all.toSpliced(last === -1 ? all.length : last + 1, 0, ...added)
}

/**
 * The clauses once another package is agreed, or none any more: three ways between what a clause grew out of, what
 * it says now, and what is agreed. Nothing changed by hand is lost, nothing doubles, no untouched clause outlives
 * its term. A clause taken out by hand does not come back: `before` is the package that the agreement followed.
 * @policy Issue 3 §3
 */
export const reconcile = (
  clauses: readonly Clause[],
  ledger: StepLedger,
  newId: () => string,
  before?: Package,
): Clause[] => {
  const { agreed, parties } = ledger
  const kept = withoutTwins(clauses).flatMap((clause) => {
    if (!clause.origin) return [clause]
    const term = agreed?.terms.find(({ id }) => id === clause.origin?.termId)
    if (term && agreed) return [merged(clause, term, agreed, ledger)]
    const base = baseOf(clause, ledger)
    const isUntouched = base !== undefined && compareClause(clause, base, parties).length === 0
    return isUntouched ? [] : [clause]
  })
  if (!agreed) return kept
  const followsAlready = clauses.some(({ origin }) => origin?.offerId === agreed.id)
  const known = new Set(
    [...(before?.terms ?? []), ...(followsAlready ? agreed.terms : [])].map(({ id }) => id),
  )
  return completed(kept, { ...ledger, agreed }, newId, ({ id }) => !known.has(id))
}

/**
 * The agreement set to the package again: what differs, is missing or is no longer agreed. Clauses written by hand
 * stay.
 * @policy Issue 3 §3: on the mediator's word only
 */
export const resetToPackage = (
  clauses: readonly Clause[],
  ledger: StepLedger & { agreed: Package },
  newId: () => string,
): Clause[] => {
  const { agreed, parties } = ledger
  const kept = withoutTwins(clauses).flatMap((clause) => {
    if (!clause.origin) return [clause]
    const term = agreed.terms.find(({ id }) => id === clause.origin?.termId)
    if (!term) return []
    return compareClause(clause, term, parties).length === 0
      ? [{ ...clause, origin: { offerId: agreed.id, termId: term.id } }]
      : [followed(clause, term, agreed.id, ledger)]
  })
  return completed(kept, ledger, newId, () => true)
}
