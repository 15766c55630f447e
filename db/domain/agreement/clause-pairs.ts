import type { Clause, Payment } from './content.ts'
import { keptInOrder } from './kept-in-order.ts'

/** Places of one clause in the earlier and the later text; one of them is missing when it came or went. */
export type ClausePair = { before: number | undefined; after: number | undefined }

/** Below this two clauses are two clauses. */
const enoughLikeness = 0.5

const pairsOfSigns = (text: string): string[] => {
  const signs = [...text.replaceAll(/\s+/gu, '')]
  return signs.length < 2 ? signs : signs.slice(1).map((sign, place) => `${signs[place]}${sign}`)
}

/** 0 nothing in common … 1 the same words: twice the shared pairs of signs over all pairs. */
const likenessOfTexts = (one: string, other: string): number => {
  const [left, right] = [pairsOfSigns(one), pairsOfSigns(other)]
  if (left.length === 0 && right.length === 0) return 1
  const counts = new Map<string, number>()
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const count = counts.get(pair) ?? 0
    if (count > 0) {
      shared += 1
      counts.set(pair, count - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

const likenessOfPayments = (one: Payment, other: Payment): number =>
  (one.payerId === other.payerId ? 0.3 : 0) +
  (one.payeeId === other.payeeId ? 0.3 : 0) +
  (one.totalFen === other.totalFen ? 0.3 : 0) +
  (one.instalments.length === other.instalments.length ? 0.1 : 0)

const likenessOf = (one: Clause, other: Clause): number => {
  if (Boolean(one.payment) !== Boolean(other.payment)) {
    const texts = likenessOfTexts(one.text, other.text)
    return one.text.trim() === '' ? 0 : texts * 0.8
  }
  const texts = likenessOfTexts(one.text, other.text)
  const likeness =
    one.payment && other.payment
      ? (texts + likenessOfPayments(one.payment, other.payment)) / 2
      : texts
  return one.kind === other.kind ? likeness : likeness * 0.8
}

type Places = { before: Set<number>; after: Set<number> }
type Match = { before: number; after: number }

const pairsBy = (
  left: Places,
  before: readonly Clause[],
  after: readonly Clause[],
  keyOf: (clause: Clause) => string | undefined,
): Match[] => {
  const found: Match[] = []
  for (const place of left.before) {
    const clause = before[place]
    const key = clause && keyOf(clause)
    if (key === undefined) continue
    const match = [...left.after].find((other) => {
      const candidate = after[other]
      return candidate !== undefined && keyOf(candidate) === key
    })
    if (match === undefined) continue
    left.before.delete(place)
    left.after.delete(match)
    found.push({ before: place, after: match })
  }
  return found
}

const pairsByLikeness = (
  left: Places,
  before: readonly Clause[],
  after: readonly Clause[],
): Match[] => {
  const candidates = [...left.before].flatMap((place) =>
    [...left.after].flatMap((other) => {
      const [one, two] = [before[place], after[other]]
      const likeness = one && two ? likenessOf(one, two) : 0
      return likeness >= enoughLikeness ? [{ before: place, after: other, likeness }] : []
    }),
  )
  return candidates
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        Math.abs(a.before - a.after) - Math.abs(b.before - b.after) ||
        a.before - b.before,
    )
    .flatMap(({ before: place, after: other }) => {
      if (!left.before.has(place) || !left.after.has(other)) return []
      left.before.delete(place)
      left.after.delete(other)
      return [{ before: place, after: other }]
    })
}

/** Later clauses in their order, each one that went right after what stood before it. */
const inPaperOrder = (
  matches: readonly Match[],
  gone: readonly number[],
  count: number,
): ClausePair[] => {
  const earlier = new Map(matches.map((match) => [match.after, match.before]))
  const pairs: ClausePair[] = Array.from({ length: count }, (_, place) => ({
    before: earlier.get(place),
    after: place,
  }))
  for (const place of gone) {
    const previous = pairs.findIndex(({ before }) => before === place - 1)
    pairs.splice(previous + 1, 0, { before: place, after: undefined })
  }
  return pairs
}

/**
 * Which clause of the later text was which of the earlier one: by id, then by the term it grew out of, then by
 * likeness of words and payment, the most alike first. `moved`: those that no longer stand in the order of the rest.
 * @policy A clause whose words have little in common with any other counts as new.
 */
export const pairClauses = (
  before: readonly Clause[],
  after: readonly Clause[],
): { pairs: ClausePair[]; moved: ReadonlySet<ClausePair> } => {
  const left: Places = {
    before: new Set(before.keys()),
    after: new Set(after.keys()),
  }
  const matches = [
    ...pairsBy(left, before, after, ({ id }) => id),
    ...pairsBy(left, before, after, ({ origin }) => origin?.termId),
    ...pairsByLikeness(left, before, after),
  ]
  const byBefore = matches.toSorted((a, b) => a.before - b.before)
  const byAfter = matches.toSorted((a, b) => a.after - b.after)
  const stayed = new Set(
    keptInOrder(
      byBefore.map((match) => String(match.before)),
      byAfter.map((match) => String(match.before)),
    ).map((place) => byBefore[place.before]?.before),
  )
  const gone = [...left.before].toSorted((a, b) => a - b)
  const pairs = inPaperOrder(matches, gone, after.length)
  return {
    pairs,
    moved: new Set(
      pairs.filter(
        (pair) => pair.before !== undefined && pair.after !== undefined && !stayed.has(pair.before),
      ),
    ),
  }
}
