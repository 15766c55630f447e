import type { AgreementRecord } from '#contract/agreements.ts'
import type { Tone } from '../../lib/labels/status.ts'

export type PackageStep = NonNullable<AgreementRecord['step']>
export type StepItem = PackageStep['items'][number]

const fieldWords: Readonly<Record<string, string>> = {
  payerId: '付款人',
  payeeId: '收款人',
  totalFen: '金额',
  instalments: '付款日期',
  text: '文字',
}

const changed = (fields: readonly string[]): string =>
  [...new Set(fields.map((field) => fieldWords[field] ?? '内容'))].join('、')

export type StepLook = { tone: Tone; word: string }

/** How the clause on the card stands to the agreed package. */
export const stepLook = ({ state, fields }: StepItem): StepLook => {
  switch (state) {
    case 'inStep':
      return { tone: 'done', word: '与方案一致' }
    case 'clauseChanged':
      return { tone: 'waiting', word: `已改动：${changed(fields)}` }
    case 'bothChanged':
      return { tone: 'late', word: `方案和这里都改过：${changed(fields)}` }
    case 'termGone':
      return { tone: 'late', word: '方案里已经没有这一条' }
    case 'clauseMissing':
      return { tone: 'late', word: '协议里没有这一条' }
  }
}

/** What is not in the agreement, or was taken out of it just now. */
const isMissing = ({ state, clauseId }: StepItem, clauses: readonly { id: string }[]): boolean =>
  state === 'clauseMissing' || (state !== 'termGone' && !clauses.some(({ id }) => id === clauseId))

export const isOutOfStep = (
  step: PackageStep | undefined,
  clauses: readonly { id: string }[],
): boolean => step !== undefined && differenceLines(step, clauses).length > 0

/** Where the clauses and the package differ, clause by clause; what is missing has no number. */
export const differenceLines = (
  { items, agreedOfferId }: PackageStep,
  clauses: readonly { id: string }[],
): string[] => {
  const missing = items.filter((item) => isMissing(item, clauses)).length
  const told = items.flatMap((item) => {
    const index = clauses.findIndex(({ id }) => id === item.clauseId)
    if (item.state === 'inStep' || index === -1) return []
    const words =
      item.state === 'termGone' && agreedOfferId === undefined
        ? '所依据的方案已经不算数了'
        : stepLook(item).word
    return [`第 ${index + 1} 条${words}`]
  })
  return [...told, ...(missing > 0 ? [`方案里有 ${missing} 条，协议里没有`] : [])]
}
