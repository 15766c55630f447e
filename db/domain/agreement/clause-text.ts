import { formatChineseDate } from '../local-date.ts'
import { amountInWords } from '../money.ts'
import { type Clause, type Payment, paymentMethodLabel } from './content.ts'

type Named = { id: string; name: string }

/** What stands where a party is not chosen yet: a blank to fill, visible in the preview. */
const blank = '______'

/** Ends the sentence of a payment whose instalments stand in a table. */
export const seeTable = '，各期日期和金额见下表。'

const nameOf = (parties: readonly Named[], id: string): string =>
  parties.find((party) => party.id === id)?.name.trim() || blank

const tail = (payment: Payment): string => {
  const method = paymentMethodLabel(payment.method)
  const account = payment.account?.trim() ?? ''
  return `${method ? `，支付方式：${method}` : ''}${account ? `，收款账户：${account}` : ''}`
}

/**
 * The sentence of a payment, figures and capitals made from one number. Paper and preview print this same text.
 * A date is said to include its day, since 前 alone leaves it open.
 * @policy forms.md F10; clear content by 法释〔2022〕11号 第三百五十八条 (D10)
 */
export const paymentSentence = (payment: Payment, parties: readonly Named[]): string => {
  const payer = nameOf(parties, payment.payerId)
  const payee = nameOf(parties, payment.payeeId)
  const amount = amountInWords(payment.totalFen)
  const [only] = payment.instalments
  if (payment.instalments.length > 1) {
    return `${payer}分${payment.instalments.length}期支付${payee}${amount}${tail(payment)}${seeTable}`
  }
  const due = only ? formatChineseDate(only.dueOn) : blank
  return `${payer}于${due}前（含当日）一次性支付${payee}${amount}${tail(payment)}。`
}

/** @policy The table is printed for more than one instalment. */
export const hasInstalmentTable = (clause: Clause): boolean =>
  (clause.payment?.instalments.length ?? 0) > 1

/**
 * A clause as it prints, without its number: the free words, then the generated sentence of a payment.
 * @policy forms.md F10
 */
export const clauseText = (clause: Clause, parties: readonly Named[]): string => {
  const words = clause.text.trim()
  if (!clause.payment) return words
  const joint = words === '' || /[，。；：、！？,.;:]$/.test(words) ? '' : '，'
  return `${words}${joint}${paymentSentence(clause.payment, parties)}`
}
