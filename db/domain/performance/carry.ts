import type { Clause } from '../agreement/content.ts'
import { pairClauses } from '../agreement/clause-pairs.ts'
import type { Fen } from '../money.ts'
import { allocate, inPaymentOrder, type OpenSum } from './allocate.ts'

/** An obligation of a text, by its clause and instalment. */
export type PlacedObligation = OpenSum & {
  clauseId: string
  instalment: number | undefined
  kind: 'payment' | 'act'
}

/** What was paid or done of an obligation of the earlier text. */
export type CarriedPerformance = { id: string; obligationId: string; amountFen: Fen | undefined }

export type Carried = {
  performanceId: string
  /** Where it counts from now on; `amountFen` absent for an act. */
  parts: { obligationId: string; amountFen?: Fen }[]
  /** Stays with the earlier obligation: the corrected text has no place for it. */
  restFen: Fen
}

/** The same instalment where its day stands, else what of the clause is due first and still open. */
const placeOf = (from: PlacedObligation, same: readonly PlacedObligation[]) =>
  same.find(({ instalment, dueOn }) => instalment === from.instalment && dueOn === from.dueOn) ??
  same
    .filter(({ leftFen }) => leftFen > 0)
    .toSorted((a, b) => (a.dueOn ?? '9999-12-31').localeCompare(b.dueOn ?? '9999-12-31'))[0] ??
  same[0]

/**
 * Where what was paid under the earlier text counts under the corrected one: at the same clause and instalment, where
 * the days are others at what is due first, and what does not fit there at the next ones of the same debtor and
 * creditor. Nothing is lost and nothing counts twice.
 * @law 《民法典》第五百六十条: nobody is late with the first who has paid enough for it
 * @policy issue 5 §3; a correction changes what is owed, never what was paid
 */
export const carryOver = (
  texts: { before: readonly Clause[]; after: readonly Clause[] },
  before: readonly PlacedObligation[],
  after: readonly PlacedObligation[],
  performances: readonly CarriedPerformance[],
): Carried[] => {
  const followers = new Map(
    pairClauses(texts.before, texts.after).pairs.flatMap((pair) => {
      const earlier = pair.before === undefined ? undefined : texts.before[pair.before]?.id
      const later = pair.after === undefined ? undefined : texts.after[pair.after]?.id
      return earlier && later ? [[earlier, later] as const] : []
    }),
  )
  const left = new Map(after.map(({ id, leftFen }) => [id, leftFen]))
  const open = () => after.map((one) => ({ ...one, leftFen: left.get(one.id) ?? 0 }))
  return performances.flatMap((performance): Carried[] => {
    const from = before.find(({ id }) => id === performance.obligationId)
    if (!from) return []
    const { id: performanceId, amountFen } = performance
    const clauseId = followers.get(from.clauseId)
    const same = open().filter((one) => one.clauseId === clauseId && one.kind === from.kind)
    const place = placeOf(from, same)
    if (amountFen === undefined)
      return [{ performanceId, parts: place ? [{ obligationId: place.id }] : [], restFen: 0 }]
    const others = open().filter(({ kind }) => kind === 'payment')
    const order = place
      ? inPaymentOrder(place, others)
      : inPaymentOrder({ ...from, leftFen: 0 }, others)
    const { parts, overFen } = allocate(amountFen, order)
    for (const part of parts) left.set(part.id, (left.get(part.id) ?? 0) - part.amountFen)
    return [
      {
        performanceId,
        parts: parts.map((part) => ({ obligationId: part.id, amountFen: part.amountFen })),
        restFen: overFen,
      },
    ]
  })
}
