import type { LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import type { Authority, PartyKind, PartyRole, RepresentativeKind, Sex } from '../party.ts'

export type AgreementRepresentative = {
  name: string
  kind: RepresentativeKind
  relation?: string
  /** Only an agent with special authority may concede or sign (B8). */
  authority?: Authority
}

export type AgreementParty = {
  id: string
  role: PartyRole
  kind: PartyKind
  name: string
  sex?: Sex
  ethnicity?: string
  age?: number
  birthDate?: LocalDate
  idNumber?: string
  creditCode?: string
  occupation?: string
  phone?: string
  address?: string
  workUnit?: string
  legalRepName?: string
  legalRepTitle?: string
  representatives: AgreementRepresentative[]
}

export type Instalment = { dueOn: LocalDate; amountFen: Fen; method?: string }

export type Payment = {
  payerId: string
  payeeId: string
  totalFen: Fen
  /** A code of `paymentMethods` or free words. */
  method: string
  account?: string
  /** One entry means paid in one sum; its amounts sum to `totalFen`. */
  instalments: Instalment[]
}

export const clauseKinds = ['payment', 'act', 'apology', 'confirm', 'other'] as const

export type ClauseKind = (typeof clauseKinds)[number]

export type Clause = {
  id: string
  kind: ClauseKind
  /** Free words; of a payment clause the words before the generated sentence, may be empty. */
  text: string
  payment?: Payment
  /** The term of an agreed package that it grew out of; absent for a clause written by hand. */
  origin?: { offerId: string; termId: string }
}

export type AgreementContent = {
  facts: string
  issues: string
  responsibilities: string
  clauses: Clause[]
  performanceManner: string
  performanceDeadline: string
  performancePlace: string
  /** Originals to print: parties + 1 for the body (D3). */
  copies: number
}

/** @policy The ledger never enters the record: what is frozen or shown does not say which offer a clause came from. */
export const withoutOrigins = (content: AgreementContent): AgreementContent => ({
  ...content,
  clauses: content.clauses.map(({ origin: _origin, ...clause }) => clause),
})

/** Labels as they print in the payment sentence. `money` false: goods or the like (D13). */
export const paymentMethods = [
  { code: 'bankTransfer', label: '银行转账', money: true },
  { code: 'cash', label: '现金', money: true },
  { code: 'wechat', label: '微信支付', money: true },
  { code: 'alipay', label: '支付宝', money: true },
  { code: 'goods', label: '实物抵付', money: false },
] as const satisfies readonly { code: string; label: string; money: boolean }[]

/** @policy The printed words of a method: the label of a known code, else the free words themselves. */
export const paymentMethodLabel = (method: string): string =>
  paymentMethods.find((known) => known.code === method)?.label ?? method.trim()
