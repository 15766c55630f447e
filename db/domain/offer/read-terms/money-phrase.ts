import type { Fen } from '../../money.ts'
import {
  isDebt,
  isFirstPart,
  isHabit,
  isLaterPart,
  isListed,
  isNetDebt,
  isPromise,
  isRemainder,
  isTotal,
  namesMoney,
  paysAmount,
  payVerbAt,
  settles,
  settlesInFull,
} from './kinds.ts'
import { cover, marks } from './marks.ts'
import type { FoundAmount } from './amounts.ts'
import type { Phrase } from './phrases.ts'
import { type Timing, timingOf } from './timing.ts'

/** What a phrase says about money. */
export type MoneyPhrase = {
  /** Absent when no sum was told. */
  fen?: Fen
  /** A sum that is no single amount: nothing may be made of the phrase. */
  isUnread: boolean
  pays: boolean
  settles: boolean
  settlesInFull: boolean
  isRemainder: boolean
  isFirstPart: boolean
  isLaterPart: boolean
  isTotal: boolean
  isNet: boolean
  /** Goes on with a list; `isBare` is a day and a sum and nothing else. */
  isListed: boolean
  isBare: boolean
  /** Pays a named thing whose sum was not told, and says so firmly. */
  paysThing: boolean
  timing: Timing
}

/** 从两万降到一万八 means the latter. */
const changed = new RegExp(`(?:降|让|减|加|提|涨)到(?<sum>${marks.amount}+)`)

/** 各付三千: of how many is not told, unless two days are. */
const isShared = ({ plain: words, dates }: Phrase): boolean =>
  /每(?:一?个?人|[天日]|平|户|家|亩|斤|吨|只|套|间|米|小时|件|台|位|个(?!月))|一(?:亩|平方?|个人|人|户|斤|吨)/.test(
    words,
  ) ||
  (/各/.test(words) && dates.filter(({ role }) => role === 'by').length < 2)

/** 彩礼八万八退五万: only the second is paid. */
const paidLast = new RegExp(`(?:退还?|返还|付|赔|给|还|出)(${marks.amount}+)$`)

const lastSum = ({ words, from, amounts }: Phrase): FoundAmount | undefined => {
  const to = changed.exec(words)
  if (to) return amounts.find((sum) => sum.from === from + to.index + 2)
  const paid = paidLast.exec(words)
  const [first, second] = amounts
  if (!paid || !first || !second || amounts.length > 2) return undefined
  return paysAmount(words.slice(0, first.to - from)) ? undefined : second
}

const oneSum = (phrase: Phrase): { fen?: Fen; isUnread: boolean } => {
  if (isShared(phrase)) return { isUnread: true }
  if (phrase.amounts.some(({ fen }) => fen === undefined)) return { isUnread: true }
  const last = lastSum(phrase)
  const sums = last ? [last.fen] : [...new Set(phrase.amounts.map(({ fen }) => fen))]
  if (sums.length > 1) return { isUnread: true }
  return sums[0] === undefined || sums[0] === 0
    ? { isUnread: sums[0] === 0 }
    : { fen: sums[0], isUnread: false }
}

/** What the event says is not what the phrase pays: 钱一到账我就撤诉. */
const withoutEvent = ({ words, from }: Phrase, { event }: Timing): string =>
  event ? cover(words, event.from - from, event.to - from, marks.date) : words

/** @policy Issue 3 §2 */
export const readMoney = (phrase: Phrase, isClose: boolean): MoneyPhrase => {
  const timing = timingOf(phrase, payVerbAt(phrase.words))
  const words = withoutEvent(phrase, timing)
  const hasTime = [timing.date, timing.event, timing.isMonthly, timing.plan].some(Boolean)
  const isSettling = settles(words)
  return {
    ...oneSum(phrase),
    pays: paysAmount(words) && !(timing.isMonthly && !hasEnd(timing) && isHabit(words)),
    settles: isSettling,
    settlesInFull: settlesInFull(words),
    isRemainder: isRemainder(words),
    isFirstPart: isFirstPart(words),
    isLaterPart: isLaterPart(words),
    isTotal: phrase.amounts.length > 0 && (isTotal(words) || isDebt(words)),
    isNet: isNetDebt(words),
    isListed: isListed(words, isClose),
    isBare:
      /^(?:第|[\uE000\uE001\uE003\uE004]|[一二三四五六七八九十\d]+[期次笔]|[先再的]|是)+$/.test(
        words,
      ),
    paysThing:
      phrase.amounts.length === 0 &&
      isSettling &&
      namesMoney(words) &&
      (settlesInFull(words) || isPromise(words) || !isHabit(words)) &&
      (hasTime || isPromise(words) || /全部|全额|如数|一次性/.test(words)),
    timing,
  }
}

const hasEnd = ({ count, start, day }: Timing): boolean =>
  count !== undefined || start !== undefined || day !== undefined
