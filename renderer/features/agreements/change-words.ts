import type { Change, ChangeField } from '#db/domain/agreement/changes.ts'
import { clauseText, paymentSentence } from '#db/domain/agreement/clause-text.ts'
import {
  type ClauseKind,
  type Instalment,
  paymentMethodLabel,
} from '#db/domain/agreement/content.ts'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
import { clauseKindLabels, contentFieldLabels } from '../../lib/labels/agreements.ts'

export type Named = { id: string; name: string }

const partLabels: Readonly<Partial<Record<ChangeField, string>>> = {
  clauseOrder: '位置',
  clauseKind: '种类',
  clauseText: '文字',
  payment: '付款',
  payer: '付款人',
  payee: '收款人',
  total: '金额',
  method: '支付方式',
  account: '收款账户',
  dueOn: '日期',
  amount: '金额',
  instalmentMethod: '支付方式',
}

const cameOrWent = { added: '（新加）', removed: '（删去）', changed: '' } as const

/** 第 2 条第 1 期 日期 · 原第 3 条（删去） · 履行期限 */
export const changeTitle = ({ field, path, kind }: Change): string => {
  const parts = path.split('.')
  if (parts[0] !== 'clauses')
    return contentFieldLabels[field as keyof typeof contentFieldLabels] ?? field
  const isWhole = field === 'clause' || field === 'payment' || field === 'instalment'
  const former = isWhole && kind === 'removed' ? '原' : ''
  const clause = `${former}第 ${Number(parts[1]) + 1} 条`
  const row = parts.indexOf('instalments')
  const place = row === -1 ? clause : `${clause}第 ${Number(parts[row + 1]) + 1} 期`
  const part = partLabels[field]
  return `${place}${part === undefined ? '' : ` ${part}`}${isWhole ? cameOrWent[kind] : ''}`
}

export const partyName = (parties: readonly Named[], id: string): string =>
  id === '' ? '' : parties.find((party) => party.id === id)?.name.trim() || '已不在本案的当事人'

export const instalmentWords = ({ dueOn, amountFen, method }: Instalment): string =>
  `${formatChineseDate(dueOn)}，${formatYuan(amountFen)} 元${method ? `，${paymentMethodLabel(method)}` : ''}`

export type ChangeSides = {
  before: string
  after: string
  /** A value, to be shown as one replaced by the other; a text is compared word by word. */
  whole: boolean
}

const scalarWords = (
  field: ChangeField,
  value: string | number | undefined,
  parties: readonly Named[],
): string => {
  if (value === undefined) return ''
  switch (field) {
    case 'total':
    case 'amount':
      return `${formatYuan(Number(value))} 元`
    case 'copies':
      return `${value} 份`
    case 'clauseOrder':
      return `第 ${value} 条`
    case 'clauseKind':
      return clauseKindLabels[value as ClauseKind]
    case 'payer':
    case 'payee':
      return partyName(parties, String(value))
    case 'dueOn':
      return formatChineseDate(value as LocalDate)
    case 'method':
    case 'instalmentMethod':
      return paymentMethodLabel(String(value))
    default:
      return String(value)
  }
}

const proseFields: readonly ChangeField[] = [
  'facts',
  'issues',
  'responsibilities',
  'performanceManner',
  'performanceDeadline',
  'performancePlace',
  'clauseText',
  'account',
]

export const changeSides = (change: Change, parties: readonly Named[]): ChangeSides => {
  switch (change.field) {
    case 'clause': {
      const words = (clause: (typeof change)['before']) => clause && clauseText(clause, parties)
      return { before: words(change.before) ?? '', after: words(change.after) ?? '', whole: true }
    }
    case 'payment': {
      const words = (payment: (typeof change)['before']) =>
        payment && paymentSentence(payment, parties)
      return { before: words(change.before) ?? '', after: words(change.after) ?? '', whole: true }
    }
    case 'instalment': {
      const words = (row: (typeof change)['before']) => row && instalmentWords(row)
      return { before: words(change.before) ?? '', after: words(change.after) ?? '', whole: true }
    }
    default:
      return {
        before: scalarWords(change.field, change.before, parties),
        after: scalarWords(change.field, change.after, parties),
        whole: !proseFields.includes(change.field),
      }
  }
}
