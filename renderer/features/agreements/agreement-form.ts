import type { AgreementContent, AgreementParty, Clause } from '#db/domain/agreement/content.ts'
import type { AgreementFacts } from '#db/domain/agreement/lint/facts.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import type { AgreementReasonCode } from '#db/domain/agreement/lint/messages.ts'
import type { Fen } from '#db/domain/money.ts'
import type { Reason } from '#db/domain/reason.ts'
import { maxCopies } from '../../lib/parse-copies.ts'
import type { InstalmentRow } from './instalment-rows.ts'

export type PaymentForm = {
  payerId: string
  payeeId: string
  totalFen?: Fen | undefined
  method: string
  account: string
  instalments: InstalmentRow[]
}

export type ClauseForm = Omit<Clause, 'payment'> & { payment?: PaymentForm }

/** The content while it is being typed: numbers and dates may be empty. */
export type AgreementForm = Omit<AgreementContent, 'clauses' | 'copies'> & {
  clauses: ClauseForm[]
  copies?: number | undefined
}

export type FormParty = Pick<AgreementParty, 'id' | 'name' | 'role' | 'kind'>

const toPaymentForm = (payment: NonNullable<Clause['payment']>, newKey: () => string) => ({
  payerId: payment.payerId,
  payeeId: payment.payeeId,
  ...(payment.totalFen > 0 ? { totalFen: payment.totalFen } : {}),
  method: payment.method,
  account: payment.account ?? '',
  instalments:
    payment.instalments.length > 0
      ? payment.instalments.map((row) => ({ key: newKey(), ...row }))
      : [{ key: newKey(), ...(payment.totalFen > 0 ? { amountFen: payment.totalFen } : {}) }],
})

/** A payment without a row gets an empty one to type into; the first two parties are its sides. */
export const newPayment = (parties: readonly FormParty[], newKey: () => string): PaymentForm => ({
  payerId: parties.find(({ role }) => role === 'respondent')?.id ?? '',
  payeeId: parties.find(({ role }) => role === 'applicant')?.id ?? '',
  method: 'bankTransfer',
  account: '',
  instalments: [{ key: newKey() }],
})

export const toForm = (
  content: AgreementContent,
  parties: readonly FormParty[],
  newKey: () => string,
): AgreementForm => ({
  ...content,
  clauses: content.clauses.map(({ payment, ...clause }): ClauseForm => {
    if (clause.kind !== 'payment') return clause
    return {
      ...clause,
      payment: payment ? toPaymentForm(payment, newKey) : newPayment(parties, newKey),
    }
  }),
})

const toPayment = (payment: PaymentForm): NonNullable<Clause['payment']> => {
  const account = payment.account.trim()
  return {
    payerId: payment.payerId,
    payeeId: payment.payeeId,
    totalFen: payment.totalFen ?? 0,
    method: payment.method,
    ...(account === '' ? {} : { account }),
    instalments: payment.instalments.flatMap(({ dueOn, amountFen, method }) =>
      dueOn === undefined
        ? []
        : [{ dueOn, amountFen: amountFen ?? 0, ...(method ? { method } : {}) }],
    ),
  }
}

/** What is stored and printed. A row without a date can't be stored; it stays on the screen and is listed. */
export const toContent = (form: AgreementForm): AgreementContent => ({
  ...form,
  clauses: form.clauses.map(({ payment, ...clause }) => ({
    ...clause,
    ...(payment ? { payment: toPayment(payment) } : {}),
  })),
  copies: Math.min(maxCopies, Math.max(1, form.copies ?? 1)),
})

export type AgreementReason = Reason<AgreementReasonCode>

const formOrder = [
  'parties',
  'facts',
  'issues',
  'responsibilities',
  'clauses',
  'performanceManner',
  'performanceDeadline',
  'performancePlace',
  'copies',
]

const inFormOrder = (a: Reason, b: Reason): number => {
  const rank = ({ path }: Reason): number => {
    const index = formOrder.indexOf(path.split('.')[0] ?? '')
    return index === -1 ? formOrder.length : index
  }
  return rank(a) - rank(b)
}

/** Those that stop the submission. */
export const blockingOf = <R extends Reason>(reasons: readonly R[]): R[] =>
  reasons.filter(({ level }) => level === 'block')

const undatedRows = (form: AgreementForm): AgreementReason[] =>
  form.clauses.flatMap(({ payment }, clauseIndex) =>
    (payment?.instalments ?? []).flatMap((row, index): AgreementReason[] =>
      row.dueOn === undefined
        ? [
            {
              ruleId: 'D1',
              level: 'block',
              path: `clauses.${clauseIndex}.payment.instalments.${index}.dueOn`,
              code: 'instalmentDateMissing',
              details: { instalment: index + 1 },
            },
          ]
        : [],
    ),
  )

/**
 * The very check of the store, run on what stands on the screen. While a row has no date its payment's sum and
 * order can't be judged, so only the missing date is told. In the order of the form.
 */
export const reasonsOf = (
  form: AgreementForm,
  parties: readonly AgreementParty[],
  facts: AgreementFacts,
): AgreementReason[] => {
  const undated = undatedRows(form)
  const openTables = new Set(undated.map(({ path }) => path.split('.').slice(0, 4).join('.')))
  const found = lintAgreement(toContent(form), parties, facts)
  return [
    ...found.filter(({ path }) => ![...openTables].some((table) => path.startsWith(table))),
    ...undated,
  ].toSorted(inFormOrder)
}
