import type { Clause } from '#db/domain/agreement/content.ts'
import { formatChineseDate } from '#db/domain/local-date.ts'
import type { Term } from '#db/domain/offer/term.ts'
import type { Tone } from '../../lib/labels/status.ts'
import type { Ledger } from './offer-words.ts'
import { type NamedParty, partyNameIn, termSentence, yuanWords } from './term-sentence.ts'

export type StepItem = Ledger['step']['items'][number]
export type StepLine = { key: string; tone: Tone; what: string; state: string }

const paymentChange = (
  payment: NonNullable<Clause['payment']>,
  field: string,
  parties: readonly NamedParty[],
): string | undefined => {
  const nameOf = partyNameIn(parties)
  const last = payment.instalments.at(-1)
  switch (field) {
    case 'totalFen':
      return yuanWords(payment.totalFen)
    case 'payerId':
      return `由${nameOf(payment.payerId)}付`
    case 'payeeId':
      return `付给${nameOf(payment.payeeId)}`
    case 'instalments':
      if (!last) return '没有付款日期'
      return payment.instalments.length === 1
        ? `${formatChineseDate(last.dueOn)}前付清`
        : `分 ${payment.instalments.length} 期，${formatChineseDate(last.dueOn)}前付清`
    default:
      return undefined
  }
}

const hasSameDays = (payment: Clause['payment'], term: Term | undefined): boolean =>
  term?.kind === 'pay' &&
  payment?.instalments.map(({ dueOn }) => dueOn).join() ===
    term.instalments.map(({ dueOn }) => dueOn).join()

/** 协议书里改成了 20,000.00 元、付给张建国 */
const changeWords = (
  { fields }: StepItem,
  clause: Clause | undefined,
  term: Term | undefined,
  parties: readonly NamedParty[],
): string => {
  const payment = clause?.payment
  // Another total moves every part; that is worth a word only where it moved a day too.
  const told = fields.filter(
    (field) =>
      field !== 'instalments' || !fields.includes('totalFen') || !hasSameDays(payment, term),
  )
  const words = payment ? told.flatMap((field) => paymentChange(payment, field, parties) ?? []) : []
  const [first] = words
  if (first === undefined) return '协议书里的文字改过'
  return `协议书里改成了${/^\d/.test(first) ? ' ' : ''}${words.join('、')}`
}

const stateOf = (
  item: StepItem,
  clause: Clause | undefined,
  term: Term | undefined,
  parties: readonly NamedParty[],
): Pick<StepLine, 'tone' | 'state'> => {
  switch (item.state) {
    case 'inStep':
      return { tone: 'done', state: '与协议书一致' }
    case 'clauseChanged':
      return { tone: 'waiting', state: changeWords(item, clause, term, parties) }
    case 'clauseMissing':
      return { tone: 'late', state: '协议书里删了这条' }
    case 'termGone':
      return { tone: 'late', state: '方案已撤回，协议书里还留着' }
    case 'bothChanged':
      return { tone: 'late', state: `方案变了，${changeWords(item, clause, term, parties)}` }
  }
}

const clauseWords = (clause: Clause | undefined, index: number): string => {
  if (!clause) return '协议书里的一条'
  const amount = clause.payment ? `付款 ${yuanWords(clause.payment.totalFen)}` : ''
  const words = clause.text.trim()
  return `协议书第 ${index + 1} 条：${amount || (words.length > 40 ? `${words.slice(0, 40)}…` : words)}`
}

/** How each agreed term and its clause stand to each other, in words. */
export const stepLines = (ledger: Ledger, clauses: readonly Clause[]): StepLine[] => {
  const agreed = ledger.offers.find(({ id }) => id === ledger.step.agreedOfferId)
  const termOf = (id: string): Term | undefined => agreed?.terms.find((term) => term.id === id)
  return ledger.step.items.map((item) => {
    const index = clauses.findIndex(({ id }) => id === item.clauseId)
    const clause = clauses[index]
    const term = item.state === 'termGone' ? undefined : termOf(item.termId)
    return {
      key: `${item.termId} ${item.clauseId ?? ''}`,
      what: term ? termSentence(term, ledger.parties) : clauseWords(clause, index),
      ...stateOf(item, clause, term, ledger.parties),
    }
  })
}

export const isInStep = (ledger: Ledger): boolean =>
  ledger.step.items.every(({ state }) => state === 'inStep')
