import { paymentMethodLabel } from '#db/domain/agreement/content.ts'
import { compareDates, formatChineseDate } from '#db/domain/local-date.ts'
import type { AgreementForm, FormParty, PaymentForm } from './agreement-form.ts'

export type PerformanceWords = Pick<
  AgreementForm,
  'performanceManner' | 'performanceDeadline' | 'performancePlace'
>

const toAccount = new Set(['bankTransfer', 'wechat', 'alipay'])

const mannerOf = (payment: PaymentForm, parties: readonly FormParty[]): string => {
  const payer = parties.find(({ id }) => id === payment.payerId)?.name ?? ''
  const method = paymentMethodLabel(payment.method)
  const parts = payment.instalments.length
  return `${payer}以${method}方式${parts > 1 ? `分${parts}期` : '一次'}付清`
}

/**
 * Words for manner, time and place made from the payment clauses; undefined without a payment that is far enough.
 * The mediator may change them: they are an offer, the clauses bind.
 */
export const performanceWords = (
  form: AgreementForm,
  parties: readonly FormParty[],
): PerformanceWords | undefined => {
  const payments = form.clauses.flatMap(({ payment }) =>
    payment && payment.payerId !== '' && payment.method !== '' ? [payment] : [],
  )
  const dates = payments.flatMap(({ instalments }) =>
    instalments.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])),
  )
  const last = dates.toSorted(compareDates).at(-1)
  if (last === undefined) return undefined
  const isByAccount = payments.every(({ method }) => toAccount.has(method))
  return {
    performanceManner: `${payments.map((payment) => mannerOf(payment, parties)).join('；')}。`,
    performanceDeadline: `${formatChineseDate(last)}前（含当日）履行完毕。`,
    performancePlace: isByAccount ? '款项付至收款人的收款账户。' : '主持调解的调解组织所在地。',
  }
}

/** The offer for the fields that are still blank; what was typed stays. */
export const withPerformanceWords = (
  form: AgreementForm,
  words: PerformanceWords,
): PerformanceWords => {
  const keep = (key: keyof PerformanceWords): string =>
    form[key].trim() === '' ? words[key] : form[key]
  return {
    performanceManner: keep('performanceManner'),
    performanceDeadline: keep('performanceDeadline'),
    performancePlace: keep('performancePlace'),
  }
}
