import type { Reason } from '../reason.ts'
import type { PayTerm, Term } from './term.ts'

export type TermCode =
  | 'partyUnknown'
  | 'payerIsPayee'
  | 'totalMissing'
  | 'instalmentAmountMissing'
  | 'instalmentSum'
  | 'dueDatesNotAscending'
  | 'textBlank'
  | 'textTooLong'
  | 'termTwice'
  | 'termsMissing'
  | 'tooManyTerms'

export type TermReason = Reason<TermCode>

const finding = (path: string, code: TermCode, details?: TermReason['details']): TermReason => ({
  ruleId: 'P',
  level: 'block',
  path,
  code,
  ...(details ? { details } : {}),
})

const isAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen > 0

const payFindings = (term: PayTerm, path: string, isParty: (id: string) => boolean) => {
  const { payerId, payeeId, totalFen, instalments } = term
  const sumFen = instalments.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return [
    ...(isParty(payerId) ? [] : [finding(`${path}.payerId`, 'partyUnknown')]),
    ...(isParty(payeeId) ? [] : [finding(`${path}.payeeId`, 'partyUnknown')]),
    ...(payerId === payeeId ? [finding(`${path}.payeeId`, 'payerIsPayee')] : []),
    ...(isAmount(totalFen) ? [] : [finding(`${path}.totalFen`, 'totalMissing')]),
    ...(instalments.length > 0 && sumFen !== totalFen
      ? [finding(`${path}.instalments`, 'instalmentSum', { sumFen, totalFen })]
      : []),
    ...instalments.flatMap(({ amountFen, dueOn }, index) => {
      const at = `${path}.instalments.${index}`
      const before = instalments[index - 1]
      return [
        ...(isAmount(amountFen) ? [] : [finding(`${at}.amountFen`, 'instalmentAmountMissing')]),
        ...(before && dueOn < before.dueOn ? [finding(`${at}.dueOn`, 'dueDatesNotAscending')] : []),
      ]
    }),
  ]
}

/** As many as one offer holds, and as long as one term is; the door allows no more. */
export const mostTerms = 50
export const longestTerm = 2000

const termFindings = (term: Term, path: string, isParty: (id: string) => boolean): TermReason[] => {
  const isBlank = term.kind !== 'pay' && term.text.trim() === ''
  if (term.kind !== 'pay' && term.text.length > longestTerm)
    return [finding(`${path}.text`, 'textTooLong', { most: longestTerm })]
  switch (term.kind) {
    case 'pay':
      return payFindings(term, path, isParty)
    case 'act':
    case 'refrain':
    case 'apologise':
      return [
        ...(isParty(term.byId) ? [] : [finding(`${path}.byId`, 'partyUnknown')]),
        // An apology needs no further words to be understood.
        ...(isBlank && term.kind !== 'apologise' ? [finding(`${path}.text`, 'textBlank')] : []),
      ]
    case 'confirm':
    case 'other':
      return isBlank ? [finding(`${path}.text`, 'textBlank')] : []
  }
}

/**
 * What stands against keeping an offer: terms name parties of the case, amounts add up, dates follow each other.
 * @policy Issue 3 §2: terms are data that a clause can be made of
 */
export const reasonsNotToOffer = (
  terms: readonly Term[],
  partyIds: readonly string[],
): TermReason[] => [
  ...(terms.length === 0 ? [finding('terms', 'termsMissing')] : []),
  ...(terms.length > mostTerms ? [finding('terms', 'tooManyTerms', { most: mostTerms })] : []),
  ...terms.flatMap((term, index) => [
    ...termFindings(term, `terms.${index}`, (id) => partyIds.includes(id)),
    ...(terms.findIndex(({ id }) => id === term.id) < index
      ? [finding(`terms.${index}`, 'termTwice')]
      : []),
  ]),
]
