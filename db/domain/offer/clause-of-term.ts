import type { Clause, ClauseKind, Payment } from '../agreement/content.ts'
import { formatChineseDate, type LocalDate } from '../local-date.ts'
import type { DutyTerm, PayTerm, StatementTerm, Term } from './term.ts'

export type Named = { id: string; name: string }

const blank = '______'
const closed = /[。！？]$/u
const inner = /[，。；：、,;:]/u

const nameOf = (parties: readonly Named[], id: string): string =>
  parties.find((party) => party.id === id)?.name.trim() || blank

/** Ends like a sentence. */
const sentence = (words: string): string => {
  const text = words.trim().replace(/[；;，,.]+$/u, '')
  return closed.test(text) ? text : `${text}。`
}

const withoutEnd = (words: string): string => words.trim().replace(/[。；;，,.]+$/u, '')

/** A date is said to include its day, as in the sentence of a payment. */
const by = (dueOn: LocalDate | undefined): string =>
  dueOn === undefined ? '' : `于${formatChineseDate(dueOn)}前（含当日）`

/** 拖欠工资 → 就拖欠工资; whole sentences stay as they are. */
const purposeWords = (purpose: string): string => {
  const words = purpose.trim()
  return words === '' || inner.test(words) || /^(?:就|关于|因|对于|针对|作为)/u.test(words)
    ? words
    : `就${words}`
}

const others = (parties: readonly Named[], byId: string): string => {
  const rest = parties.filter(({ id }) => id !== byId)
  return rest.length === 1 ? nameOf(parties, rest[0]?.id ?? '') : '其他各方当事人'
}

/** A party speaks of itself; the clause names it. */
const self = /^(?:我们公司|我们厂|我公司|我们|我方|我司|本公司|本人|我)(?=.)/u

const dutyWords = (term: DutyTerm, parties: readonly Named[]): string => {
  const name = nameOf(parties, term.byId)
  const told = withoutEnd(term.text)
  const words = told.startsWith(name) ? told.slice(name.length) : told.replace(self, '')
  switch (term.kind) {
    case 'act':
      return `${name}${by(term.dueOn)}${words}`
    case 'refrain': {
      const from = term.dueOn === undefined ? '' : `自${formatChineseDate(term.dueOn)}起`
      const forbids = /^(?:不|停止|停|避免|禁止|勿|别|保证不|承诺不)/u.test(words)
      return `${name}${from}${forbids ? '' : '不得'}${words}`
    }
    case 'apologise':
      return /道歉|认错|赔礼|赔不是/u.test(words)
        ? `${name}${by(term.dueOn)}${words}`
        : `${name}${by(term.dueOn)}${words}向${others(parties, term.byId)}赔礼道歉`
  }
}

const statementWords = ({ kind, text, on }: StatementTerm): string => {
  const words = withoutEnd(text)
  const day = on === undefined ? '' : formatChineseDate(on)
  const dated = day === '' || words.includes(day) ? words : `${words}，日期为${day}`
  return kind === 'confirm' && !/^(?:双方|各方|三方)/u.test(dated) ? `双方确认：${dated}` : dated
}

const kinds = {
  pay: 'payment',
  act: 'act',
  refrain: 'act',
  apologise: 'apology',
  confirm: 'confirm',
  other: 'other',
} as const satisfies Record<Term['kind'], ClauseKind>

/** @policy Issue 3 §3: which kind of clause a term becomes */
export const clauseKindOf = (term: Pick<Term, 'kind'>): ClauseKind => kinds[term.kind]

/**
 * The words of the clause: of a payment what it is for (the sentence itself is generated), else who does what by
 * when.
 * @policy Issue 3 §3; clear content by 法释〔2022〕11号 第三百五十八条 (D10)
 */
export const wordsOfTerm = (term: Term, parties: readonly Named[]): string => {
  switch (term.kind) {
    case 'pay':
      return purposeWords(term.purpose)
    case 'act':
    case 'refrain':
    case 'apologise':
      return sentence(dutyWords(term, parties))
    case 'confirm':
    case 'other':
      return sentence(statementWords(term))
  }
}

/** @policy Issue 3 §3: a payment clause says of the bargain what the term says, and how it is paid */
export const paymentOfTerm = (term: PayTerm): Payment => ({
  payerId: term.payerId,
  payeeId: term.payeeId,
  totalFen: term.totalFen,
  method: term.method,
  ...(term.account.trim() === '' ? {} : { account: term.account }),
  instalments: term.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amountFen })),
})

/** @policy Issue 3 §3: clauses are records generated from the agreed package */
export const clauseOfTerm = (
  term: Term,
  offerId: string,
  parties: readonly Named[],
  newId: () => string,
): Clause => ({
  id: newId(),
  kind: clauseKindOf(term),
  text: wordsOfTerm(term, parties),
  ...(term.kind === 'pay' ? { payment: paymentOfTerm(term) } : {}),
  origin: { offerId, termId: term.id },
})
