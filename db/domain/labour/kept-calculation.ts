import { Big } from 'big.js'
import type { AgreementContent, AgreementParty } from '../agreement/content.ts'
import type { Fen } from '../money.ts'
import type { CalcName } from './calc-names.ts'
import type { CalcResult } from './calc-sheet.ts'

export type Claimant = 'worker' | 'employer'

/** A result with the reckoning of each of its items, where it is a sum of several. */
export type ReckonedResult = CalcResult & { items?: CalcResult[] }

/**
 * Who gets what was reckoned: the employer the bond, the side that a claim sheet names, else the worker.
 * @policy labour-calculators.md §8, §9
 */
export const claimantOf = (name: CalcName, input: Readonly<Record<string, unknown>>): Claimant =>
  name === 'training-bond' || (name === 'claim-sheet' && input['claimant'] === 'employer')
    ? 'employer'
    : 'worker'

const paidByFund = ({ lines }: CalcResult): Fen =>
  lines.reduce((sum, { amountFen, payer }) => sum + (payer === 'fund' ? (amountFen ?? 0) : 0), 0)

/**
 * What the other side owes of it: without what the injury insurance fund pays, which no agreement can promise.
 * @law 《工伤保险条例》第三十八条、第三十九条、第六十二条
 */
export const owedByOtherSide = (result: ReckonedResult): Fen =>
  result.amountFen -
  paidByFund(result) -
  (result.items ?? []).reduce((sum, one) => sum + paidByFund(one), 0)

const isApplicant = ({ role }: AgreementParty) => role === 'applicant' || role === 'coApplicant'

/**
 * What an agreement promises the side that claims: its payment clauses summed up. Unknown while one of them is not
 * written out. Employer and worker are told by organisation and person, else by who asked.
 * @policy D11 compares sums of money; what is promised in free words is no sum
 */
export const promisedTo = (
  claimant: Claimant,
  content: Pick<AgreementContent, 'clauses'>,
  parties: readonly AgreementParty[],
): Fen | undefined => {
  const payments = content.clauses.flatMap(({ payment }) => (payment ? [payment] : []))
  const payee = (id: string) => parties.find((party) => party.id === id)
  if (payments.length === 0 || payments.some((one) => one.totalFen <= 0 || !payee(one.payeeId)))
    return undefined
  const kinds = new Set(parties.map(({ kind }) => kind))
  const kind = claimant === 'worker' ? 'person' : 'organisation'
  const isClaimant = (party: AgreementParty | undefined): boolean => {
    if (!party) return false
    if (kinds.size > 1) return party.kind === kind
    return parties.some(isApplicant) ? isApplicant(party) : true
  }
  return payments
    .filter(({ payeeId }) => isClaimant(payee(payeeId)))
    .reduce((sum, { totalFen }) => sum + totalFen, 0)
}

/**
 * What is agreed in per cent of what the law would give, to two places, and whether that lies below the line that the
 * centre has set. Nothing to compare with a sum of nothing.
 * @policy D11: the line (60 to 70 per cent is usual) is the centre's own, no law; the law asks for free will and no
 * gross unfairness (法释〔2020〕26号 第三十五条)
 */
export const compareSums = (
  agreedFen: Fen,
  statutoryFen: Fen,
  warnBelowPercent: number,
): { percent: number; below: boolean } | undefined => {
  if (statutoryFen <= 0) return undefined
  const exact = new Big(agreedFen).times(100).div(statutoryFen)
  return {
    percent: Number(exact.round(2, Big.roundHalfUp).toFixed(2)),
    below: exact.lt(warnBelowPercent),
  }
}
