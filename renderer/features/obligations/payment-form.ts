import type { Obligation } from '#contract/obligations.ts'
import { paymentMethodLabel, paymentMethods } from '#db/domain/agreement/content.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { formatYuan, type Fen } from '#db/domain/money.ts'
import type { InputOf } from '../../lib/ask.ts'

/** What a payment or an act is recorded with; kept while the dialog is shut, so that Esc loses nothing. */
export type PaymentForm = {
  obligationId: string
  amountFen: Fen | undefined
  doneOn: LocalDate | undefined
  method: string
  note: string
  proofs: { id: string; name: string }[]
  spread: boolean
}

export const isOpen = ({ state }: Obligation): boolean => state !== 'done' && state !== 'dropped'

/** What is late or due first is what people come to pay. */
export const firstOpen = (obligations: readonly Obligation[]): Obligation | undefined =>
  obligations
    .filter(isOpen)
    .toSorted(
      (a, b) =>
        Number(a.kind === 'act') - Number(b.kind === 'act') ||
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
    )[0]

export const beginPayment = (obligation: Obligation, today: LocalDate): PaymentForm => ({
  obligationId: obligation.id,
  amountFen: obligation.kind === 'payment' ? obligation.leftFen : undefined,
  doneOn: today,
  method: obligation.method,
  note: '',
  proofs: [],
  spread: true,
})

/** The others of the same debtor and creditor that are still open. */
const alsoOpen = (obligation: Obligation, all: readonly Obligation[]): Obligation[] =>
  all.filter(
    (one) =>
      one.id !== obligation.id &&
      one.kind === 'payment' &&
      isOpen(one) &&
      one.debtorId === obligation.debtorId &&
      one.creditorId === obligation.creditorId,
  )

/** What is paid beyond this instalment, and whether the next ones can take it. */
export const overOf = (form: PaymentForm, obligation: Obligation, all: readonly Obligation[]) => {
  const overFen = Math.max(0, (form.amountFen ?? 0) - obligation.leftFen)
  const roomFen = alsoOpen(obligation, all).reduce((sum, { leftFen }) => sum + leftFen, 0)
  return { overFen, roomFen }
}

export type PaymentErrors = Partial<Record<'amountFen' | 'doneOn', string>>

export const paymentErrors = (
  form: PaymentForm,
  obligation: Obligation,
  all: readonly Obligation[],
  today: LocalDate,
): PaymentErrors => {
  const errors: PaymentErrors = {}
  if (!form.doneOn) errors.doneOn = '请填哪一天付的'
  else if (form.doneOn > today) errors.doneOn = '不能晚于今天。还没有付的先不登记'
  if (obligation.kind === 'act') return errors
  const { overFen, roomFen } = overOf(form, obligation, all)
  if (!form.amountFen) errors.amountFen = '请填收到多少钱'
  else if (overFen > roomFen)
    errors.amountFen = `这位付款人一共只差 ${formatYuan(obligation.leftFen + roomFen)} 元，请核对金额`
  else if (overFen > 0 && !form.spread)
    errors.amountFen = `这一期只差 ${formatYuan(obligation.leftFen)} 元。多付的要抵下一期，请勾选下面一项`
  return errors
}

export const paymentInput = (
  form: PaymentForm,
  obligation: Obligation,
): InputOf<'obligations.record'> | undefined =>
  form.doneOn && {
    obligationId: obligation.id,
    doneOn: form.doneOn,
    paidFen: obligation.paidFen,
    ...(obligation.kind === 'payment' ? { amountFen: form.amountFen } : {}),
    method: obligation.kind === 'payment' ? form.method : '',
    note: form.note.trim(),
    proofIds: form.proofs.map(({ id }) => id),
    spread: form.spread,
  }

/** Known ways to pay, and the one of the agreement when it is in words of its own. */
export const methodOptions = (agreed: string) => [
  ...paymentMethods.map(({ code, label }, index) => ({
    value: code as string,
    label: label as string,
    key: String(index + 1),
  })),
  ...(agreed !== '' && !paymentMethods.some(({ code }) => code === agreed)
    ? [{ value: agreed, label: paymentMethodLabel(agreed), key: String(paymentMethods.length + 1) }]
    : []),
]

/** 晨光童装厂 → 张三 */
export const wayOf = ({ debtorName, creditorName }: Obligation): string =>
  debtorName || creditorName ? `${debtorName ?? '—'} → ${creditorName ?? '—'}` : ''

export const obligationName = (one: Obligation): string =>
  one.kind === 'act'
    ? `${one.title}：${one.text.length > 24 ? `${one.text.slice(0, 24)}…` : one.text}`
    : one.title
