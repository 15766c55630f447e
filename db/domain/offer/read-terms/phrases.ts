import type { LocalDate } from '../../local-date.ts'
import { findAmounts, type FoundAmount } from './amounts.ts'
import { compactText, type Compact } from './compact.ts'
import { findDates } from './dates.ts'
import type { FoundDate, SpringFestivals } from './found-date.ts'
import { cover, marks } from './marks.ts'
import { findNames, type ReaderParty } from './people.ts'
import { findPlans, type FoundPlan } from './plans.ts'

/** Words between two commas, with what was found in them. */
export type Phrase = {
  from: number
  to: number
  /** Normal form, found things covered. */
  words: string
  /** The same with the characters as written, for names. */
  view: string
  /** The same with nothing covered. */
  plain: string
  /** The mark that ends it. */
  end: string
  dates: FoundDate[]
  amounts: FoundAmount[]
  plans: FoundPlan[]
}
export type Sentence = { phrases: Phrase[]; isAsked: boolean; startsParagraph: boolean }

const endsSentence = (words: string, at: number): boolean =>
  /^(?:[\n?!;…。]|\.(?!\d))/.test(words.slice(at, at + 2))
const phraseEnd = /[,，: "|]/
const soft =
  /并(?![存非不没未列排发购且])(?<![一合]并)|并且|同时(?!间)|(?<=\uE001[^，,]{0,12})(?<![付给还清])(?:余款|余额|余下|剩余|剩下|其余|尾款)|(?<=\uE001[^，,\uE000]{0,8})\uE000+(?=[^，,]*\uE001)/g

/** Ends of phrases: marks outside brackets, and places where a new thing begins without one. */
const cuts = (words: string): { at: number; size: number }[] => {
  const found: { at: number; size: number }[] = []
  let close = -1
  for (let at = 0; at < words.length; at += 1) {
    const character = words[at] ?? ''
    if (at <= close) continue
    if (character === '(') {
      const end = words.indexOf(')', at)
      if (end > at && end - at <= 40 && !/[\n?!;…。]/.test(words.slice(at, end))) close = end
    } else if (
      endsSentence(words, at) ||
      phraseEnd.test(character) ||
      (character === '、' && isList(words, at, found.at(-1)?.at ?? -1))
    )
      found.push({ at, size: 1 })
  }
  for (const match of words.matchAll(soft)) {
    if (match.index > 0 && !found.some(({ at }) => at === match.index - 1 || at === match.index))
      found.push({ at: match.index, size: 0 })
  }
  return found.toSorted((a, b) => a.at - b.at)
}

/** 、 between two dates or figures holds them together, and between two items with one sum behind them. */
const isList = (words: string, at: number, lastCut: number): boolean => {
  const [before, next] = [words[at - 1] ?? '', words[at + 1] ?? '']
  if (before === marks.date && next === marks.date) return false
  if (/[\d一二三四五六七八九]/.test(before) && /[\d一二三四五六七八九]/.test(next)) return false
  const head = words.slice(lastCut + 1, at)
  return !(
    /^[^\uE001\uE002]*(?:费|金|款|工资|损失|补助|差额|补偿|赔偿|津贴|奖金|利息|租金)$/.test(head) &&
    /^[^，,。\uE001\uE002]{1,40}\uE001/.test(words.slice(at + 1))
  )
}

const within =
  (from: number, to: number) =>
  (found: { from: number; to: number }): boolean =>
    found.from >= from && found.to <= to

type SplitContext = {
  on: LocalDate
  springFestivals: SpringFestivals
  parties: readonly ReaderParty[]
}

const moved = <F extends { from: number; to: number }>(found: F[], by: number): F[] =>
  found.map((one) => ({ ...one, from: one.from + by, to: one.to + by }))

/** One line or full sentence, with everything found in it. */
const coverStretch = (plain: string, normal: string, context: SplitContext) => {
  let words = normal
  const hide = <F extends { from: number; to: number }>(
    found: F[],
    mark: (one: F) => string,
  ): F[] => {
    for (const one of found) words = cover(words, one.from, one.to, mark(one))
    return found
  }
  hide(findNames(plain, context.parties), () => marks.name)
  const plans = hide(findPlans(words), () => marks.plan)
  const dates = hide(findDates(words, context.on, context.springFestivals), () => marks.date)
  const amounts = hide(findAmounts(words, normal), ({ fen }) =>
    fen === undefined ? marks.about : marks.amount,
  )
  const view = words.replace(/[^\uE000-\uE004]/g, (_, index: number) => plain[index] ?? '')
  return { words, view, plans, dates, amounts }
}

/**
 * The text in sentences and phrases. Names, plans, dates and amounts are found first, in this order, each hidden
 * from the rules after it.
 * @policy Issue 3 §2
 */
export const splitText = (
  text: string,
  context: SplitContext,
): { compact: Compact; sentences: Sentence[] } => {
  const compact = compactText(text)
  const sentences: Sentence[] = []
  let phrases: Phrase[] = []
  let startsParagraph = true
  let lastMark = ''
  const finish = (mark: string) => {
    if (phrases.length > 0) sentences.push({ phrases, isAsked: mark === '?', startsParagraph })
    else if (mark !== '\n' || lastMark !== '\n') return void (lastMark = mark)
    startsParagraph = phrases.length === 0
    lastMark = mark
    phrases = []
  }
  for (const stretch of compact.normal.matchAll(/[^\n。]*[\n。]|[^\n。]+$/g)) {
    const base = stretch.index
    const plain = compact.plain.slice(base, base + stretch[0].length)
    const { words, view, plans, dates, amounts } = coverStretch(plain, stretch[0], context)
    let from = 0
    for (const { at, size } of [...cuts(words), { at: words.length, size: 0 }]) {
      const mark = size === 0 ? '' : (words[at] ?? '')
      if (at > from) {
        const inside = within(from, at)
        phrases.push({
          from: base + from,
          to: base + at,
          words: words.slice(from, at),
          view: view.slice(from, at),
          plain: plain.slice(from, at),
          end: mark,
          dates: moved(dates.filter(inside), base),
          amounts: moved(amounts.filter(inside), base),
          plans: moved(plans.filter(inside), base),
        })
      }
      if (size > 0 && endsSentence(words, at)) finish(mark)
      from = at + size
    }
  }
  finish('')
  return { compact, sentences }
}
