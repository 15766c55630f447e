import { paymentMethodLabel } from '#db/domain/agreement/content.ts'
import { formatChineseDate } from '#db/domain/local-date.ts'
import { formatYuan, type Fen } from '#db/domain/money.ts'
import type { DutyTerm, PayTerm, Term } from '#db/domain/offer/term.ts'

export type NamedParty = { id: string; name: string }

/** '18,000.00 元' */
export const yuanWords = (fen: Fen): string => `${formatYuan(fen)} 元`

/** '3,000 元', with fen only where there are any: for sums that are only looked at. */
export const roundYuanWords = (fen: Fen): string => `${formatYuan(fen).replace(/\.00$/, '')} 元`

export const partyNameIn =
  (parties: readonly NamedParty[]) =>
  (id: string): string =>
    parties.find((party) => party.id === id)?.name.trim() || '（不在本案的人）'

const payMain = (term: PayTerm, nameOf: (id: string) => string): string => {
  const [payer, payee] = [nameOf(term.payerId), nameOf(term.payeeId)]
  const purpose = term.purpose.trim()
  const amount = `${yuanWords(term.totalFen)}${purpose ? `（${purpose}）` : ''}`
  const [first] = term.instalments
  const last = term.instalments.at(-1)
  if (!first || !last) return `${payer}付${payee} ${amount}，没有说什么时候付`
  if (term.instalments.length === 1)
    return `${payer}于${formatChineseDate(first.dueOn)}前付${payee} ${amount}`
  return (
    `${payer}分 ${term.instalments.length} 期付${payee} ${amount}，` +
    `第一期${formatChineseDate(first.dueOn)}前 ${yuanWords(first.amountFen)}，` +
    `${formatChineseDate(last.dueOn)}前付清`
  )
}

const paySentence = (term: PayTerm, nameOf: (id: string) => string): string => {
  const method = paymentMethodLabel(term.method)
  const account = term.account.trim()
  return [payMain(term, nameOf), method, account ? `收款账户：${account}` : '']
    .filter(Boolean)
    .join('，')
}

const dutyWords = (term: DutyTerm, text: string): string => {
  if (term.kind === 'refrain') return /^(?:不|别|停止|停下)/.test(text) ? text : `不再${text}`
  if (term.kind === 'apologise') {
    if (text === '') return '道歉'
    return /道歉|赔礼|赔不是/.test(text) ? text : `道歉：${text}`
  }
  return text
}

const dutySentence = (term: DutyTerm, nameOf: (id: string) => string): string => {
  const by = nameOf(term.byId)
  const text = term.text.trim()
  const when = term.dueOn
    ? term.kind === 'refrain'
      ? `从${formatChineseDate(term.dueOn)}起`
      : `于${formatChineseDate(term.dueOn)}前`
    : ''
  const words = dutyWords(term, text.startsWith(by) ? text.slice(by.length) : text)
  return `${by}${when}${words}`
}

/** A term as one plain sentence without its full stop. */
export const termSentence = (term: Term, parties: readonly NamedParty[]): string => {
  const nameOf = partyNameIn(parties)
  switch (term.kind) {
    case 'pay':
      return paySentence(term, nameOf)
    case 'act':
    case 'refrain':
    case 'apologise':
      return dutySentence(term, nameOf)
    case 'confirm': {
      const all = parties.length > 2 ? '各方' : '双方'
      const text = term.text.trim().replace(/^(?:双方|各方)?确认[：:，]?/, '')
      return `${all}确认：${text}${term.on ? `（${formatChineseDate(term.on)}）` : ''}`
    }
    case 'other':
      return `${term.text.trim()}${term.on ? `（${formatChineseDate(term.on)}）` : ''}`
  }
}

/** Sentences of a whole offer, its condition last: what somebody who hears of it knows. */
export const offerSentences = (
  offer: { terms: readonly Term[]; condition: string },
  parties: readonly NamedParty[],
): string[] => {
  const condition = offer.condition.trim()
  return [
    ...offer.terms.map((term) => termSentence(term, parties)),
    ...(condition ? [`条件：${condition}`] : []),
  ]
}
