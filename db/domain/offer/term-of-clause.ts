import type { Clause } from '../agreement/content.ts'
import { wordsOfTerm, type Named } from './clause-of-term.ts'
import { compareClause } from './step.ts'
import type { DutyTerm, Term } from './term.ts'

const longestPurpose = 200

/** 就拖欠工资 → 拖欠工资, on one line. */
const purposeOf = (text: string): string => {
  const words = text.replaceAll(/\s+/gu, ' ').trim()
  const bare = /^就[^，。；：、,;:]+$/u.test(words) ? words.slice(1) : words
  return [...bare].slice(0, longestPurpose).join('').slice(0, longestPurpose)
}

/** Readings of free words, the most telling first; the last one fits always. */
const readings = (id: string, clause: Clause, parties: readonly Named[]): Term[] => {
  const text = clause.text.trim()
  const doer = parties.find(({ name }) => name.trim() !== '' && text.startsWith(name.trim()))
  const isDuty = clause.kind === 'act' || clause.kind === 'apology'
  const kind: DutyTerm['kind'] = clause.kind === 'apology' ? 'apologise' : 'act'
  const confirmed = /^双方确认：([\s\S]+)$/u.exec(text)?.[1]
  return [
    ...(isDuty && doer
      ? [{ id, kind, byId: doer.id, text: text.slice(doer.name.trim().length) } as const]
      : []),
    ...(clause.kind === 'confirm'
      ? ([{ id, kind: 'confirm', text: confirmed ?? text }] as const)
      : []),
    { id, kind: 'other', text },
  ]
}

/**
 * What a clause says, as a term that both sides can answer. One that says the same as the term it grew out of is
 * that term; what cannot be read as more stays in its own words.
 * @policy Issue 3 §3: a change in the agreement becomes a proposal
 */
export const termOfClause = (
  clause: Clause,
  base: Term | undefined,
  parties: readonly Named[],
  newId: () => string,
): Term => {
  const id = clause.origin?.termId ?? newId()
  const { payment } = clause
  if (payment)
    return {
      id,
      kind: 'pay',
      payerId: payment.payerId,
      payeeId: payment.payeeId,
      totalFen: payment.totalFen,
      instalments: payment.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amountFen })),
      purpose: purposeOf(clause.text),
      method: payment.method,
      account: payment.account ?? '',
    }
  if (base && compareClause(clause, base, parties).length === 0) return { ...base, id }
  const plain: Term = { id, kind: 'other', text: clause.text.trim() }
  return (
    readings(id, clause, parties).find(
      (term) => compareClause(clause, term, parties).length === 0 && wordsOfTerm(term, parties),
    ) ?? plain
  )
}
