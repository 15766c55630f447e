import { addMonths } from '#db/domain/local-date.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { isBlankTerm, type OfferForm, type PayForm, type TermForm } from './offer-form.ts'
import type { LedgerOffer, LedgerParty } from './offer-words.ts'
import { type PayRow, shareRest } from './pay-rows.ts'

export type Suggestion = OutputOf<'offers.read'>[number]

export type Defaults = {
  payerId?: string | undefined
  payeeId?: string | undefined
  byId?: string | undefined
}

/**
 * Who would pay whom when nobody said it: as in the newest offer that names money, else the side that was called
 * pays the one that came; with two of one side the one who speaks pays.
 */
export const likelyPay = (
  parties: readonly LedgerParty[],
  speakerId: string | undefined,
  offers: readonly LedgerOffer[],
): Defaults => {
  const byId = speakerId
  const known = offers
    .toSorted((a, b) => b.ordinal - a.ordinal)
    .flatMap(({ terms }) => terms)
    .find((term) => term.kind === 'pay')
  if (known?.kind === 'pay') return { byId, payerId: known.payerId, payeeId: known.payeeId }
  const claimants = parties.filter(({ side }) => side === 'claimant')
  const opponents = parties.filter(({ side }) => side === 'opponent')
  const [payee, payer] = [claimants[0], opponents[0]]
  if (claimants.length === 1 && opponents.length === 1)
    return { byId, payerId: payer?.id, payeeId: payee?.id }
  if (parties.length === 2 && speakerId !== undefined)
    return { byId, payerId: speakerId, payeeId: parties.find(({ id }) => id !== speakerId)?.id }
  return { byId }
}

type Context = { defaults: Defaults; newId: () => string }

const isSameWay = (term: PayForm, read: Suggestion): boolean =>
  (read.payerId === undefined || term.payerId === undefined || read.payerId === term.payerId) &&
  (read.payeeId === undefined || term.payeeId === undefined || read.payeeId === term.payeeId)

/** Only one of the two was said: with two parties the other one follows. */
const wayOf = (read: Suggestion, { defaults }: Context) => {
  const { payerId, payeeId } = read
  if (payerId === undefined && payeeId === undefined)
    return { payerId: defaults.payerId, payeeId: defaults.payeeId }
  const pair = [defaults.payerId, defaults.payeeId]
  const other = (id: string | undefined) =>
    pair.includes(id) ? pair.find((one) => one !== undefined && one !== id) : undefined
  return { payerId: payerId ?? other(payeeId), payeeId: payeeId ?? other(payerId) }
}

const rowsFor = (
  read: Suggestion,
  count: number,
  after: PayRow | undefined,
  newId: () => string,
): { rows: PayRow[]; counted: boolean } => {
  let last = read.dueOn.length === 0 ? after?.dueOn : undefined
  let counted = false
  const rows = Array.from({ length: count }, (_, index): PayRow => {
    const told = read.dueOn[index]
    const dueOn = told ?? (last && count > 1 ? addMonths(last, 1) : undefined)
    counted ||= told === undefined && dueOn !== undefined
    last = dueOn
    return { key: newId(), isRest: true, ...(dueOn ? { dueOn } : {}) }
  })
  return { rows, counted }
}

const countOf = (read: Suggestion): number => Math.max(1, read.parts ?? 0, read.dueOn.length)

/** The words say when, even if no rule made a date of them. */
const saysWhen = (read: Suggestion): boolean =>
  read.dueOn.length > 0 || read.duePhrase !== undefined || read.parts !== undefined

const withRead = (term: PayForm, read: Suggestion, { newId }: Context): PayForm => {
  const { rows, counted } = rowsFor(read, countOf(read), undefined, newId)
  const next: PayForm = { ...term, isEarlier: false, phrase: read.duePhrase ?? term.phrase }
  const totalFen = read.amountFen ?? term.totalFen
  if (!saysWhen(read)) return { ...next, totalFen, rows: shareRest(term.rows, totalFen) }
  return {
    ...next,
    totalFen,
    when: rows.length > 1 ? 'parts' : 'once',
    rows: shareRest(rows, totalFen),
    datesCounted: counted,
  }
}

/** 余款…: the term becomes parts, what was read before is the first of them, the rest shares what is left. */
const withRest = (
  term: PayForm,
  read: Suggestion,
  earlierFen: number | undefined,
  newId: () => string,
): PayForm => {
  const paid = term.rows.map((row) => ({ ...row, isRest: row.amountFen === undefined }))
  const first =
    paid.length === 1 && paid[0]?.isRest && term.totalFen !== undefined
      ? [{ ...paid[0], amountFen: term.totalFen, isRest: false }]
      : paid
  const fixedFen = first.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
  const { rows, counted } = rowsFor(read, countOf(read), first.at(-1), newId)
  const known = read.amountFen === undefined ? earlierFen : fixedFen + read.amountFen
  const totalFen = known !== undefined && known > fixedFen ? known : undefined
  return {
    ...term,
    when: 'parts',
    phrase: read.duePhrase ?? term.phrase,
    totalFen,
    rows: shareRest([...first, ...rows], totalFen),
    datesCounted: term.datesCounted || counted,
  }
}

const replaceAt = (terms: readonly TermForm[], index: number, term: TermForm): TermForm[] =>
  terms.map((old, at) => (at === index ? term : old))

type Taking = { terms: TermForm[]; lastPay?: { index: number; earlierFen?: number | undefined } }

const takePay = (taking: Taking, read: Suggestion, context: Context): Taking => {
  const { terms, lastPay } = taking
  const last = lastPay && terms[lastPay.index]
  if (read.isRemainder && last?.kind === 'pay' && isSameWay(last, read)) {
    const next = withRest(last, read, lastPay?.earlierFen, context.newId)
    return { terms: replaceAt(terms, lastPay?.index ?? 0, next), lastPay }
  }
  const found = terms.findIndex(
    (term) =>
      term.kind === 'pay' && ((term.isEarlier && isSameWay(term, read)) || isBlankTerm(term)),
  )
  const old = terms[found]
  const base: PayForm =
    old?.kind === 'pay'
      ? old.isEarlier
        ? old
        : { ...old, ...wayOf(read, context) }
      : {
          id: context.newId(),
          kind: 'pay',
          ...wayOf(read, context),
          when: 'unsaid',
          rows: [],
          datesCounted: false,
          purpose: '',
          method: '',
          account: '',
          phrase: '',
          isEarlier: false,
        }
  const next = withRead(base, read, context)
  const earlierFen = old?.kind === 'pay' && old.isEarlier ? old.totalFen : undefined
  const index = found === -1 ? terms.length : found
  return {
    terms: found === -1 ? [...terms, next] : replaceAt(terms, found, next),
    lastPay: { index, earlierFen },
  }
}

/** Who does it is left open where the words do not tell: 她要先道歉 is not the speaker's duty. */
const takeWords = (read: Suggestion, { newId }: Context): TermForm => {
  const base = { id: newId(), phrase: read.duePhrase ?? '', isEarlier: false, text: read.text }
  const [day] = read.dueOn
  switch (read.kind) {
    case 'act':
    case 'refrain':
    case 'apologise':
      return {
        ...base,
        kind: read.kind,
        byId: read.payerId,
        ...(day ? { dueOn: day } : {}),
      }
    case 'confirm':
    case 'other':
    case 'pay':
      return {
        ...base,
        kind: read.kind === 'confirm' ? 'confirm' : 'other',
        ...(day ? { on: day } : {}),
      }
  }
}

const lastPayIn = (terms: readonly TermForm[]): Taking['lastPay'] => {
  const index = terms.findLastIndex(
    (term) => term.kind === 'pay' && !term.isEarlier && !isBlankTerm(term),
  )
  return index === -1 ? undefined : { index }
}

/**
 * What was read goes into the form: an amount into the payment of the offer that is answered, a remainder behind
 * the payment before it, anything else as a term of its own.
 */
export const takeSuggestions = (
  form: OfferForm,
  suggestions: readonly Suggestion[],
  context: Context,
): OfferForm => {
  let taken: Taking = { terms: form.terms, lastPay: lastPayIn(form.terms) }
  for (const read of suggestions)
    taken =
      read.kind === 'pay'
        ? takePay(taken, read, context)
        : { ...taken, terms: [...taken.terms, takeWords(read, context)] }
  const isOnlyWords = suggestions.every(({ kind }) => kind !== 'pay')
  const terms = isOnlyWords
    ? taken.terms.filter((term) => term.kind !== 'pay' || !isBlankTerm(term))
    : taken.terms
  return { ...form, terms }
}

/** A text in pieces: read ones with the number of their suggestion, and what lies between. */
export const markedPieces = (
  text: string,
  suggestions: readonly Pick<Suggestion, 'span'>[],
): { from: number; text: string; number?: number }[] => {
  const spans = suggestions
    .map(({ span: [from, to] }, index) => ({ from, to, number: index + 1 }))
    .toSorted((a, b) => a.from - b.from)
  const pieces: { from: number; text: string; number?: number }[] = []
  let at = 0
  for (const { from, to, number } of spans) {
    if (from < at || to > text.length || to <= from) continue
    if (from > at) pieces.push({ from: at, text: text.slice(at, from) })
    pieces.push({ from, text: text.slice(from, to), number })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at) })
  return pieces
}
