import type { AgreementContent, Clause, Instalment, Payment } from './content.ts'
import { pairClauses, type ClausePair } from './clause-pairs.ts'
import { keptInOrder } from './kept-in-order.ts'

const contentFields = [
  'facts',
  'issues',
  'responsibilities',
  'performanceManner',
  'performanceDeadline',
  'performancePlace',
  'copies',
] as const satisfies readonly (keyof AgreementContent)[]

export type ChangeField =
  | (typeof contentFields)[number]
  | 'clause'
  | 'clauseOrder'
  | 'clauseKind'
  | 'clauseText'
  | 'payment'
  | 'payer'
  | 'payee'
  | 'total'
  | 'method'
  | 'account'
  | 'instalment'
  | 'dueOn'
  | 'amount'
  | 'instalmentMethod'

/** A text; fen for `total` and `amount`; an ordinal from 1 for `clauseOrder`; an id for `payer` and `payee`. */
type ScalarField = Exclude<ChangeField, 'clause' | 'payment' | 'instalment'>

/**
 * One difference. `path` lies in the later content, of something removed in the earlier one. A whole clause,
 * payment or instalment that came or went is one change; of one that stayed, each part that differs is its own.
 */
export type Change =
  | {
      field: ScalarField
      path: string
      kind: 'added' | 'removed' | 'changed'
      before?: string | number
      after?: string | number
    }
  | { field: 'clause'; path: string; kind: 'added' | 'removed'; before?: Clause; after?: Clause }
  | { field: 'payment'; path: string; kind: 'added' | 'removed'; before?: Payment; after?: Payment }
  | {
      field: 'instalment'
      path: string
      kind: 'added' | 'removed'
      before?: Instalment
      after?: Instalment
    }

const isEmpty = (value: string | number | undefined): value is '' | undefined =>
  value === undefined || value === ''

/** Nothing said and an empty text are the same; what was empty before is added, not changed. */
const scalar = (
  field: ScalarField,
  path: string,
  before: string | number | undefined,
  after: string | number | undefined,
): Change[] => {
  if (before === after || (isEmpty(before) && isEmpty(after))) return []
  if (isEmpty(before)) return [{ field, path, kind: 'added', after: after ?? '' }]
  if (isEmpty(after)) return [{ field, path, kind: 'removed', before }]
  return [{ field, path, kind: 'changed', before, after }]
}

const instalmentKey = ({ dueOn, amountFen, method }: Instalment): string =>
  `${dueOn} ${amountFen} ${method ?? ''}`

export type InstalmentPair = { before: number | undefined; after: number | undefined }

/**
 * Which instalment of the later text was which of the earlier one: equal ones stand for each other, between two of
 * them the others go by their order.
 * @policy As `agreementChanges` pairs them, for laying two tables side by side.
 */
export const pairInstalments = (
  before: readonly Instalment[],
  after: readonly Instalment[],
): InstalmentPair[] => {
  const kept = keptInOrder(before.map(instalmentKey), after.map(instalmentKey))
  const ends = [...kept, { before: before.length, after: after.length }]
  let [fromBefore, fromAfter] = [0, 0]
  return ends.flatMap((end) => {
    const [goneCount, newCount] = [end.before - fromBefore, end.after - fromAfter]
    const between = Array.from({ length: Math.max(goneCount, newCount) }, (_, place) => ({
      before: place < goneCount ? fromBefore + place : undefined,
      after: place < newCount ? fromAfter + place : undefined,
    }))
    fromBefore = end.before + 1
    fromAfter = end.after + 1
    return end.before < before.length ? [...between, end] : between
  })
}

const instalmentChanges = (before: Payment, after: Payment, was: string, is: string): Change[] =>
  pairInstalments(before.instalments, after.instalments).flatMap((row): Change[] => {
    const old = row.before === undefined ? undefined : before.instalments[row.before]
    const now = row.after === undefined ? undefined : after.instalments[row.after]
    const path = `${is}.instalments.${row.after ?? 0}`
    if (old && now) {
      return [
        ...scalar('dueOn', `${path}.dueOn`, old.dueOn, now.dueOn),
        ...scalar('amount', `${path}.amountFen`, old.amountFen, now.amountFen),
        ...scalar('instalmentMethod', `${path}.method`, old.method, now.method),
      ]
    }
    if (now) return [{ field: 'instalment', path, kind: 'added', after: now }]
    return old
      ? [
          {
            field: 'instalment',
            path: `${was}.instalments.${row.before ?? 0}`,
            kind: 'removed',
            before: old,
          },
        ]
      : []
  })

const paymentChanges = (
  before: Payment | undefined,
  after: Payment | undefined,
  was: string,
  is: string,
): Change[] => {
  if (before && after) {
    return [
      ...scalar('payer', `${is}.payerId`, before.payerId, after.payerId),
      ...scalar('payee', `${is}.payeeId`, before.payeeId, after.payeeId),
      ...scalar('total', `${is}.totalFen`, before.totalFen, after.totalFen),
      ...scalar('method', `${is}.method`, before.method, after.method),
      ...scalar('account', `${is}.account`, before.account, after.account),
      ...instalmentChanges(before, after, was, is),
    ]
  }
  if (after) return [{ field: 'payment', path: is, kind: 'added', after }]
  return before ? [{ field: 'payment', path: was, kind: 'removed', before }] : []
}

const clauseChanges = (
  { before, after }: ClausePair,
  content: { before: AgreementContent; after: AgreementContent },
  isMoved: boolean,
): Change[] => {
  const old = before === undefined ? undefined : content.before.clauses[before]
  const now = after === undefined ? undefined : content.after.clauses[after]
  const was = `clauses.${before ?? 0}`
  const is = `clauses.${after ?? 0}`
  if (!old) return now ? [{ field: 'clause', path: is, kind: 'added', after: now }] : []
  if (!now) return [{ field: 'clause', path: was, kind: 'removed', before: old }]
  return [
    ...(isMoved ? scalar('clauseOrder', is, (before ?? 0) + 1, (after ?? 0) + 1) : []),
    ...scalar('clauseKind', `${is}.kind`, old.kind, now.kind),
    ...scalar('clauseText', `${is}.text`, old.text, now.text),
    ...paymentChanges(old.payment, now.payment, `${was}.payment`, `${is}.payment`),
  ]
}

/**
 * All that differs in print between two texts of an agreement, in the order of the paper; a clause that went stands
 * where it was. Ids of clauses and where a clause came from do not print and are no change. A clause that only
 * slid because another came or went has not moved.
 * @policy What the head sees of a text sent back and submitted again (D15).
 */
export const agreementChanges = (before: AgreementContent, after: AgreementContent): Change[] => {
  const { pairs, moved } = pairClauses(before.clauses, after.clauses)
  const fields = contentFields.flatMap((field) => scalar(field, field, before[field], after[field]))
  const head = ['facts', 'issues', 'responsibilities']
  return [
    ...fields.filter(({ field }) => head.includes(field)),
    ...pairs.flatMap((pair) => clauseChanges(pair, { before, after }, moved.has(pair))),
    ...fields.filter(({ field }) => !head.includes(field)),
  ]
}
