import { pairInstalments } from '#db/domain/agreement/changes.ts'
import { pairClauses, type ClausePair } from '#db/domain/agreement/clause-pairs.ts'
import {
  type AgreementContent,
  type Clause,
  type Payment,
  paymentMethodLabel,
} from '#db/domain/agreement/content.ts'
import { formatYuan } from '#db/domain/money.ts'
import { clauseKindLabels, contentFieldLabels } from '../../lib/labels/agreements.ts'
import { type ChangeSides, instalmentWords, type Named, partyName } from './change-words.ts'

/** Paths in the later and in the earlier text, for finding a change. */
type Place = { is?: string | undefined; was?: string | undefined }

export type CompareRow = ChangeSides & Place & { key: string; label: string }

export type CompareState = 'same' | 'changed' | 'added' | 'removed'

export type CompareBlock = Place & {
  key: string
  title: string
  state: CompareState
  /** Where a clause stood before, when it was moved. */
  note?: string
  rows: CompareRow[]
}

type TextField = Exclude<keyof AgreementContent, 'clauses' | 'copies'>
const headFields = ['facts', 'issues', 'responsibilities'] as const satisfies readonly TextField[]
const tailFields = [
  'performanceManner',
  'performanceDeadline',
  'performancePlace',
] as const satisfies readonly TextField[]

const differs = ({ before, after }: ChangeSides): boolean => before !== after

const blockOf = (
  block: Omit<CompareBlock, 'state'> & { state?: CompareState | undefined },
): CompareBlock => ({
  ...block,
  state: block.state ?? (block.rows.some(differs) || block.note ? 'changed' : 'same'),
})

const fieldBlock = (
  field: TextField | 'copies',
  before: AgreementContent,
  after: AgreementContent,
): CompareBlock => {
  const words = (content: AgreementContent): string =>
    field === 'copies' ? `${content.copies} 份` : content[field].trim()
  const sides = { before: words(before), after: words(after), whole: field === 'copies' }
  return blockOf({
    key: field,
    title: contentFieldLabels[field],
    is: field,
    was: field,
    rows: [{ key: field, label: '', is: field, was: field, ...sides }],
  })
}

type Both<T> = { before: T | undefined; after: T | undefined }

const valueRow = (label: string, part: string, place: Place, sides: Both<string>): CompareRow => ({
  key: `${part} ${place.is ?? ''} ${place.was ?? ''}`,
  label,
  is: place.is === undefined ? undefined : `${place.is}.${part}`,
  was: place.was === undefined ? undefined : `${place.was}.${part}`,
  before: sides.before ?? '',
  after: sides.after ?? '',
  whole: part !== 'text' && part !== 'payment.account',
})

const instalmentRows = ({ before, after }: Both<Payment>, place: Place): CompareRow[] => {
  const rows = { before: before?.instalments ?? [], after: after?.instalments ?? [] }
  return pairInstalments(rows.before, rows.after).map((pair): CompareRow => {
    const was = pair.before === undefined ? undefined : rows.before[pair.before]
    const is = pair.after === undefined ? undefined : rows.after[pair.after]
    const number = (pair.after ?? pair.before ?? 0) + 1
    const path = (at: number | undefined, clause: string | undefined): string | undefined =>
      at === undefined || clause === undefined ? undefined : `${clause}.payment.instalments.${at}`
    return {
      key: `instalment ${pair.before ?? '-'} ${pair.after ?? '-'}`,
      label: pair.after === undefined ? `原第 ${number} 期` : `第 ${number} 期`,
      is: path(pair.after, place.is),
      was: path(pair.before, place.was),
      before: was ? instalmentWords(was) : '',
      after: is ? instalmentWords(is) : '',
      whole: true,
    }
  })
}

const paymentRows = (
  payments: Both<Payment>,
  place: Place,
  parties: readonly Named[],
): CompareRow[] => {
  const { before, after } = payments
  if (!before && !after) return []
  const row = (label: string, part: string, words: (payment: Payment) => string): CompareRow =>
    valueRow(label, `payment.${part}`, place, {
      before: before && words(before),
      after: after && words(after),
    })
  return [
    row('付款人', 'payerId', ({ payerId }) => partyName(parties, payerId)),
    row('收款人', 'payeeId', ({ payeeId }) => partyName(parties, payeeId)),
    row('金额', 'totalFen', ({ totalFen }) => `${formatYuan(totalFen)} 元`),
    row('支付方式', 'method', ({ method }) => paymentMethodLabel(method)),
    row('收款账户', 'account', ({ account }) => account?.trim() ?? ''),
    ...instalmentRows(payments, place),
  ].filter(({ before: old, after: now }) => old !== '' || now !== '')
}

const clauseRows = ({ before, after }: Both<Clause>, place: Place, parties: readonly Named[]) => [
  ...(before && after && before.kind !== after.kind
    ? [
        valueRow('种类', 'kind', place, {
          before: clauseKindLabels[before.kind],
          after: clauseKindLabels[after.kind],
        }),
      ]
    : []),
  ...((before?.text ?? '').trim() === '' && (after?.text ?? '').trim() === ''
    ? []
    : [
        valueRow('文字', 'text', place, {
          before: before?.text.trim(),
          after: after?.text.trim(),
        }),
      ]),
  ...paymentRows({ before: before?.payment, after: after?.payment }, place, parties),
]

const clauseBlock = (
  pair: ClausePair,
  contents: { before: AgreementContent; after: AgreementContent },
  isMoved: boolean,
  parties: readonly Named[],
): CompareBlock => {
  const before = pair.before === undefined ? undefined : contents.before.clauses[pair.before]
  const after = pair.after === undefined ? undefined : contents.after.clauses[pair.after]
  const place: Place = {
    is: pair.after === undefined ? undefined : `clauses.${pair.after}`,
    was: pair.before === undefined ? undefined : `clauses.${pair.before}`,
  }
  const was = `原第 ${(pair.before ?? 0) + 1} 条`
  return blockOf({
    key: `clause ${pair.before ?? '-'} ${pair.after ?? '-'}`,
    title: pair.after === undefined ? was : `第 ${pair.after + 1} 条`,
    ...place,
    state: before ? (after ? undefined : 'removed') : 'added',
    ...(isMoved ? { note: was } : {}),
    rows: clauseRows({ before, after }, place, parties),
  })
}

/** Two texts of an agreement laid beside each other, in the order of the paper. */
export const compareRows = (
  before: AgreementContent,
  after: AgreementContent,
  parties: readonly Named[],
): CompareBlock[] => {
  const { pairs, moved } = pairClauses(before.clauses, after.clauses)
  return [
    ...headFields.map((field) => fieldBlock(field, before, after)),
    ...pairs.map((pair) => clauseBlock(pair, { before, after }, moved.has(pair), parties)),
    ...tailFields.map((field) => fieldBlock(field, before, after)),
    fieldBlock('copies', before, after),
  ]
}
