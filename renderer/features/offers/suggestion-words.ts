import { formatChineseDate } from '#db/domain/local-date.ts'
import type { Suggestion } from './take-suggestions.ts'
import { type NamedParty, partyNameIn, yuanWords } from './term-sentence.ts'

const dateWords = ({ dueOn, duePhrase, parts }: Suggestion): string => {
  const [first] = dueOn
  const last = dueOn.at(-1)
  const count = parts !== undefined && parts > 1 ? `分 ${parts} 期` : ''
  if (!first || !last) return [count, duePhrase ? `“${duePhrase}”` : ''].filter(Boolean).join('，')
  if (dueOn.length === 1) return [`${formatChineseDate(first)}前`, count].filter(Boolean).join('，')
  return `分 ${dueOn.length} 期，${formatChineseDate(first)}起到${formatChineseDate(last)}`
}

const payWords = (read: Suggestion, parties: readonly NamedParty[]): string => {
  const nameOf = partyNameIn(parties)
  const way = `${read.payerId ? nameOf(read.payerId) : ''}付${read.payeeId ? nameOf(read.payeeId) : ''}`
  const amount = read.amountFen === undefined ? '' : yuanWords(read.amountFen)
  const what = read.isRemainder ? ['余款', amount].filter(Boolean).join(' ') : amount
  return [`${way} ${what}`.trim(), dateWords(read)].filter(Boolean).join('，')
}

const kindWords = {
  act: '做某事',
  refrain: '不再做',
  apologise: '道歉',
  confirm: '确认',
  other: '其他',
} as const

/** What a suggestion would put into the offer, short. */
export const suggestionWords = (read: Suggestion, parties: readonly NamedParty[]): string => {
  if (read.kind === 'pay') return payWords(read, parties)
  return [`${kindWords[read.kind]}：${read.text}`, dateWords(read)].filter(Boolean).join('，')
}
