import type { Fen } from '../../money.ts'
import type { Draft } from './draft.ts'

const isPay = ({ kind }: Draft) => kind === 'pay'
const known = (drafts: readonly Draft[]): Fen | undefined => {
  let sum = 0
  for (const { fen, isEach, timing } of drafts) {
    if (fen === undefined || (isEach && timing.count === undefined)) return undefined
    sum += isEach ? fen * (timing.count ?? 1) : fen
  }
  return Number.isSafeInteger(sum) ? sum : undefined
}

/**
 * Which pay drafts of a sentence are the sum of the others: told as such, or opening the sentence without a day
 * while the rest are its parts.
 */
const withTotals = (drafts: readonly Draft[]): Draft[] => {
  const pays = drafts.filter((draft) => isPay(draft) && draft.standing === 'term')
  const [first, ...parts] = pays
  if (!first || first.fen === undefined || first.isRemainder || first.isFirstPart || first.isEach)
    return [...drafts]
  const { date, event, isMonthly } = first.timing
  if (date || event || isMonthly || parts.length === 0) return [...drafts]
  const rest = parts.find(({ isRemainder }) => isRemainder)
  const told = known(parts.filter((part) => part !== rest || part.fen !== undefined))
  const opens =
    rest && rest.fen === undefined
      ? parts.length >= 2 && told !== undefined && told < first.fen
      : told === first.fen && (parts.length >= 2 || parts[0]?.isEach === true)
  return opens
    ? drafts.map((draft) => (draft === first ? { ...draft, standing: 'total' } : draft))
    : [...drafts]
}

/** 医药费三千、误工费两千，共计五千: one payment of the sum. Items that do not come to the sum cannot be read. */
const withSums = (drafts: readonly Draft[]): Draft[] => {
  const total = drafts.findLast(({ standing, kind }) => standing === 'total' && kind === 'pay')
  if (!total || total.fen === undefined) return [...drafts]
  const before = drafts.filter(
    (draft) => isPay(draft) && draft.standing === 'term' && draft.phrase < total.phrase,
  )
  const [first] = before
  const isLast = !drafts.some(
    (draft) => isPay(draft) && draft.standing === 'term' && draft.phrase > total.phrase,
  )
  if (
    !first ||
    !isLast ||
    before.some(({ isRemainder, timing }) => isRemainder || timing.date || timing.isMonthly)
  )
    return [...drafts]
  const others = drafts.filter((draft) => !before.includes(draft))
  if (known(before) !== total.fen) return others.filter((draft) => draft !== total)
  const one: Draft = {
    ...total,
    standing: 'term',
    payer: first.payer ?? total.payer,
    payee: first.payee ?? total.payee,
    from: first.from,
  }
  return others.map((draft) => (draft === total ? one : draft))
}

/** @policy arithmetic within one sentence, no more */
export const settleSentence = (drafts: readonly Draft[]): Draft[] => withTotals(withSums(drafts))

/**
 * Works out what remains where one total and every part of it were told, and lets go of all that is no term.
 * `isUnread`: somewhere in the paragraph a payment could not be read.
 * @policy Issue 3 §2: rules, not guesses
 */
export const settleParagraph = (drafts: readonly Draft[], isUnread: boolean): Draft[] => {
  const totals = drafts.filter(({ standing, fen }) => standing === 'total' && fen !== undefined)
  const rests = drafts.filter(({ isRemainder, standing }) => isRemainder && standing === 'term')
  const [total] = totals
  const [rest] = rests
  const isOne = totals.every(({ fen }) => fen === total?.fen) && rests.length === 1
  const terms = drafts.filter(({ standing }) => standing === 'term')
  if (total && !isUnread && !terms.some(isPay))
    return drafts.filter(
      ({ standing, pays }, index) =>
        standing === 'term' || (standing === 'total' && pays && index === drafts.indexOf(total)),
    )
  if (!total || total.fen === undefined || !rest || !isOne || isUnread) return terms
  const opening = Math.min(
    total.phrase,
    ...drafts.filter(({ sentence }) => sentence === rest.sentence).map(({ phrase }) => phrase),
  )
  const parts = drafts.filter(
    (draft) =>
      isPay(draft) &&
      draft !== rest &&
      draft.phrase >= opening &&
      (draft.standing === 'term' || (draft.standing === 'paid' && !total.isNet)),
  )
  const paid = known(parts)
  if (paid === undefined || parts.length === 0 || paid >= total.fen) return terms
  const left = total.fen - paid
  if (rest.fen !== undefined) return terms
  return terms.map((draft) => (draft === rest ? { ...draft, fen: left } : draft))
}
