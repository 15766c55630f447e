import { paymentMethodLabel, type Payment } from '#db/domain/agreement/content.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import type { Value } from '#documents/forms/fields.ts'
import {
  formAgreement,
  wholeSum,
  type FormAgreement,
  type FormPayment,
  type FormPerformance,
} from '#documents/forms/form-data.ts'
import { typedValue } from '#documents/forms/typed-value.ts'
import type { QuotedAgreement } from './read-record.ts'

/** As forms quote it: to the letter as it was approved. */
export const writtenAgreement = (quoted: QuotedAgreement): FormAgreement =>
  formAgreement(quoted.content, quoted.parties, {
    number: quoted.fileNumber,
    oral: false,
    ...(quoted.signedOn ? { signedOn: quoted.signedOn, effectiveOn: quoted.signedOn } : {}),
  })

/** An oral agreement as its register has it, for the papers that come after. */
export function oralAgreement({ fields, lists }: SheetWords): FormAgreement {
  const words = (name: string) => fields[name]?.trim() || undefined
  const value = (kind: Value['kind'], text: string | undefined) => {
    const read = text === undefined ? undefined : typedValue(kind, text)
    return read === 'blank' ? undefined : read
  }
  const signed = value('date', fields['协议.签订日期'])
  const amounts = (lists['协议.条款'] ?? []).map((row) => value('money', row['条款.金额']))
  const clauses = (lists['协议.条款'] ?? []).map((row, index) => {
    const amount = amounts[index]
    return {
      text: row['条款.内容'] ?? '',
      ...(amount?.kind === 'money' ? { amountFen: amount.fen } : {}),
    }
  })
  const known = clauses.flatMap(({ amountFen }) => (amountFen === undefined ? [] : [amountFen]))
  return {
    oral: true,
    number: words('协议.编号'),
    facts: words('协议.主要事实'),
    issues: words('协议.争议事项'),
    responsibilities: words('协议.各方责任'),
    manner: words('协议.履行方式'),
    deadline: words('协议.履行期限'),
    place: words('协议.履行地点'),
    ...(signed?.kind === 'date' ? { signedOn: signed.date, effectiveOn: signed.date } : {}),
    ...(clauses.length === 0 ? {} : { clauses }),
    totalFen: wholeSum(known),
  }
}

type Due = { payment: Payment; index: number; count: number }

/** Every payment of the agreement, instalment by instalment. */
const duesOf = ({ content }: QuotedAgreement): (Due & { clause: number })[] =>
  content.clauses.flatMap(({ payment }, clause) =>
    payment
      ? payment.instalments.map((_, index) => ({
          payment,
          index,
          count: payment.instalments.length,
          clause: clause + 1,
        }))
      : [],
  )

const nameOf = ({ parties }: QuotedAgreement, id: string) =>
  parties.find((party) => party.id === id)?.name

/** What was to be paid, by dates; what was paid is written by hand or typed. */
export const performancesOf = (quoted: QuotedAgreement): FormPerformance[] =>
  duesOf(quoted).map(({ payment, index, count, clause }) => {
    const due = payment.instalments[index]
    return {
      matter: count > 1 ? `第${clause}项第${index + 1}期` : `第${clause}项`,
      payerName: nameOf(quoted, payment.payerId),
      payeeName: nameOf(quoted, payment.payeeId),
      dueOn: due?.dueOn,
      dueFen: due?.amountFen,
      method: paymentMethodLabel(due?.method ?? payment.method),
    }
  })

/**
 * The one payment that a receipt is for: the first sheet is for the first instalment, and so on. Nobody says that
 * it was paid: day and what is left are for the payee.
 */
export function paymentOf(quoted: QuotedAgreement, position: number): FormPayment | undefined {
  const due = duesOf(quoted)[position]
  if (!due) return undefined
  const { payment, index, count } = due
  return {
    payerName: nameOf(quoted, payment.payerId),
    payeeName: nameOf(quoted, payment.payeeId),
    amountFen: payment.instalments[index]?.amountFen,
    method: paymentMethodLabel(payment.instalments[index]?.method ?? payment.method),
    account: payment.account,
    matter: count > 1 ? `第${index + 1}期款项` : '款项',
  }
}
