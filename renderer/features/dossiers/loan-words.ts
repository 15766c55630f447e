import type { Loan } from '#contract/dossiers.ts'
import { daysBetween, type LocalDate } from '#db/domain/local-date.ts'
import type { StatusLook } from '../../lib/labels/status.ts'

type Facts = Pick<Loan, 'dueOn' | 'returnedOn'>

/** 借出，3 天后到期; 超期 2 天没有还; 已还. */
export const loanLook = ({ dueOn, returnedOn }: Facts, today: LocalDate): StatusLook => {
  if (returnedOn !== undefined) return { word: '已归还', tone: 'done' }
  const left = daysBetween(today, dueOn)
  if (left < 0) return { word: `超期 ${-left} 天没有还`, tone: 'late' }
  return {
    word: left === 0 ? '今天该还' : `${left} 天后该还`,
    tone: left <= 1 ? 'waiting' : 'going',
  }
}

/** Those overdue the longest first, then those still out, then the newest that came back. */
export const inLoanOrder = (loans: readonly Loan[]): Loan[] => {
  const out = loans.filter(({ returnedOn }) => returnedOn === undefined)
  const back = loans.filter(({ returnedOn }) => returnedOn !== undefined)
  return [...out.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)), ...back]
}

/** 借出 3 卷，其中 1 卷超期 */
export const loanTally = (loans: readonly Facts[], today: LocalDate): string => {
  const out = loans.filter(({ returnedOn }) => returnedOn === undefined)
  const late = out.filter(({ dueOn }) => dueOn < today).length
  return late > 0 ? `借出 ${out.length} 卷，其中 ${late} 卷超期` : `借出 ${out.length} 卷`
}
