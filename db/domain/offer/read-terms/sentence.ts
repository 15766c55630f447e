import { type Draft, inSequence } from './draft.ts'
import {
  acts,
  apologises,
  confirms,
  isHabit,
  isPlainFact,
  isPromise,
  namesMoney,
  paysAmount,
  payVerbAt,
  refrains,
  waives,
} from './kinds.ts'
import { cover, marks } from './marks.ts'
import { type MoneyPhrase, readMoney } from './money-phrase.ts'
import { hasConsequence, isVerdict, type Mood, opensCondition } from './moods.ts'
import { nameOf, payeeOf, payerOf, type ReaderSpeaker, type Said, subjectOf } from './people.ts'
import type { Phrase, Sentence } from './phrases.ts'
import { attitudeOf, isOnlyAsked } from './reasons.ts'
import { settleSentence } from './sums.ts'
import { hasTiming, isTimeOnly, mergeTiming, type Timing, timingOf } from './timing.ts'

export type SentenceContext = ReaderSpeaker & {
  /** Claims count as terms: the text is the proposal of the party that makes them. */
  readDemands: boolean
  sentence: number
  firstPhrase: number
}
export type SentenceReading = {
  drafts: Draft[]
  /** A payment was told that could not be read. */
  isUnread: boolean
}

const meThen = /^(?:(?:我们?|我方|公司)[就再](?!算)|(?:我们?|我方|公司|她|他)?才)/
const otherFirst = /^(?:那?你|他|她|对方|先把|\uE003)/
const numbering = /^(?:第[一二三四五六七八九十\d]+[条款项]?|[一二三四五六七八九十\d]+)$/

/** 本金年底还 after 利息三千 is another debt. */
const namesOther = (words: string): boolean =>
  namesMoney(words) && !/款项|该款|上述|前述|此款|这笔|全款/.test(words)

/** What one sentence offers. @policy Issue 3 §2: a phrase that is not clearly offered yields nothing */
export const readSentence = (sentence: Sentence, context: SentenceContext): SentenceReading => {
  let drafts: Draft[] = []
  let isUnread = false
  let open: Draft | undefined
  let pending: { timing: Timing; from: number } | undefined
  let subject: string | undefined
  let speaker: ReaderSpeaker = context
  let isConditional = false
  let previous: { phrase: Phrase; carried: Mood | undefined; mood: Mood | undefined } | undefined
  const isAsked = isOnlyAsked(sentence)

  const named = (phrase: Phrase, said: Said | undefined): string | undefined =>
    said && nameOf(phrase.plain.slice(said.from, said.to), speaker)

  /** Whoever an event waits for does not pay by that: 保险公司赔付后支付…. */
  const actorOf = (phrase: Phrase, said: Said): string | undefined => {
    const { event } = timingOf(phrase, payVerbAt(phrase.words))
    const end = event ? event.to - phrase.from : 0
    if (!event || event.from - phrase.from > said.from || end < said.to) return named(phrase, said)
    const later = subjectOf(phrase.view.slice(end))
    return named(phrase, later && { ...later, from: later.from + end, to: later.to + end })
  }

  const draft = (phrase: Phrase, ordinal: number, more: Partial<Draft>): Draft => ({
    kind: 'pay',
    standing: 'term',
    isEach: false,
    isRemainder: false,
    isFirstPart: false,
    isNet: false,
    pays: true,
    payer: subject,
    timing: {},
    from: phrase.from,
    to: phrase.to,
    sentence: context.sentence,
    phrase: ordinal,
    ...more,
  })
  const withPending = (one: Draft): Draft => {
    if (!pending) return one
    const { timing, from } = pending
    pending = undefined
    if (hasTiming(one.timing) && !timing.start) return one
    return { ...one, timing: mergeTiming(one.timing, timing), from: Math.min(from, one.from) }
  }
  const put = (one: Draft): Draft => {
    const whole = withPending(one)
    drafts.push(whole)
    return whole
  }
  const replace = (old: Draft, next: Draft) => {
    drafts = drafts.map((one) => (one === old ? next : one))
    open = next
  }
  const dropPhrase = (ordinal: number) => {
    drafts = drafts.filter((one) => one.phrase !== ordinal)
    open = undefined
  }

  const putMoney = (phrase: Phrase, ordinal: number, money: MoneyPhrase, more: Partial<Draft>) => {
    const last = drafts.findLast((one) => one.kind === 'pay' && one.standing === 'term')
    const isPart = money.isRemainder || money.isLaterPart
    const payer = named(phrase, payerOf(phrase.view)) ?? subject
    const one = draft(phrase, ordinal, {
      fen: money.fen,
      isEach: money.timing.isEach === true && money.fen !== undefined,
      isRemainder: money.isRemainder,
      isFirstPart: money.isFirstPart,
      isNet: money.isNet,
      payer,
      payee:
        named(phrase, payeeOf(phrase.view)) ?? (isPart || money.isListed ? last?.payee : undefined),
      timing: money.timing,
      ...more,
    })
    const before = last?.timing.date
    const found = one.timing.date
    if (found && before?.date && (isPart || !before.yearless))
      one.timing = { ...one.timing, date: inSequence(found, before.date) }
    const days = phrase.dates.filter(({ role }) => role === 'by')
    if (/各/.test(phrase.words) && days.length > 1)
      open = days.map((date) => put({ ...one, timing: { ...one.timing, date } })).at(-1)
    else open = put(one)
  }

  /** Adds what this phrase tells to the payment before it; false when it does not belong there. */
  const merge = (phrase: Phrase, money: MoneyPhrase): boolean => {
    if (!open || money.isRemainder || money.isFirstPart || money.isLaterPart) return false
    if (namesOther(phrase.words)) return false
    const { timing } = money
    const told = hasTiming(timing) || timing.count !== undefined || timing.isEach === true
    const isAwaited = open.standing !== 'term' && open.isEach && money.settles
    const isMore =
      money.fen === undefined && (money.settles ? told || money.settlesInFull || isAwaited : told)
    const isEach = money.fen !== undefined && timing.isEach === true && !open.isEach
    if (!isMore && !isEach) return false
    if (open.standing !== 'term' && !money.settles && !isEach) return false
    if (hasTiming(timing) && (open.timing.date || open.timing.event) && !timing.isMonthly)
      return false
    const next: Draft = {
      ...open,
      standing: open.standing === 'topic' ? 'term' : open.standing,
      pays: true,
      payer: open.payer ?? named(phrase, payerOf(phrase.view)) ?? subject,
      payee: open.payee ?? named(phrase, payeeOf(phrase.view)),
      timing: mergeTiming(open.timing, pending ? mergeTiming(timing, pending.timing) : timing),
      to: phrase.to,
    }
    pending = undefined
    if (!isEach) replace(open, next)
    else if (!withEach(next, money.fen)) {
      drafts = drafts.filter((one) => one !== open)
      ;[open, isUnread] = [undefined, true]
    }
    return true
  }
  /** 一万八，每月三千: six parts. Parts that do not come to the sum cannot be read. */
  const withEach = (next: Draft, fen: number | undefined): boolean => {
    if (!open || fen === undefined) return false
    const whole = next.fen
    const count =
      next.timing.count ?? (whole !== undefined && whole % fen === 0 ? whole / fen : undefined)
    if (whole !== undefined && (count === undefined || count * fen !== whole)) return false
    replace(open, {
      ...next,
      standing: 'term',
      fen: whole ?? fen,
      isEach: whole === undefined,
      timing: { ...next.timing, count },
    })
    return true
  }

  const readPay = (phrase: Phrase, ordinal: number): boolean => {
    const money = readMoney(phrase, previous?.phrase.end === '、')
    const { fen, timing } = money
    if (money.isUnread) {
      if (money.settles || money.isRemainder || money.isTotal || money.pays) isUnread = true
      open = undefined
      return false
    }
    if (fen === undefined) {
      const isTold = hasTiming(timing) || timing.count !== undefined
      if (money.isRemainder && (money.settles || (isTold && !acts(phrase.words, true)))) {
        putMoney(phrase, ordinal, money, {})
        return true
      }
      if (merge(phrase, money)) return true
      if (money.paysThing) putMoney(phrase, ordinal, money, {})
      return money.paysThing
    }
    if (timing.isEach && merge(phrase, money)) return true
    const hasPaid = drafts.some(({ kind, standing }) => kind === 'pay' && standing === 'term')
    const isListed = money.isListed && open?.standing === 'term'
    if (isListed && !money.pays && open) {
      putMoney(
        phrase,
        ordinal,
        { ...money, timing: open.timing },
        { payer: open.payer, payee: open.payee },
      )
      return true
    }
    const isPart =
      hasTiming(timing) && (money.isRemainder || (money.isBare && (hasPaid || isParting)))
    if (money.pays || isPart)
      putMoney(phrase, ordinal, money, {
        standing: money.isTotal && !money.isRemainder ? 'total' : 'term',
      })
    else if (timing.isEach && isHabit(phrase.words)) open = undefined
    else
      putMoney(phrase, ordinal, money, { standing: money.isTotal ? 'total' : 'topic', pays: false })
    return money.pays || isPart
  }
  /** 分三期付：… announces parts that need no verb of their own. */
  let isParting = false

  const readOffer = (phrase: Phrase, ordinal: number): void => {
    const isPay = readPay(phrase, ordinal)
    if (phrase.plans.some(({ count }) => count !== undefined)) isParting = true
    const timing = timingOf(phrase, phrase.words.length)
    const { event } = timing
    const words = event
      ? cover(phrase.words, event.from - phrase.from, event.to - phrase.from, marks.date)
      : phrase.words
    const isTimed = hasTiming(timing) || pending !== undefined
    if (apologises(words)) put(draft(phrase, ordinal, { kind: 'apologise', timing }))
    else if (!isPay && phrase.amounts.length === 0 && acts(words, isTimed || isPromise(words))) {
      put(draft(phrase, ordinal, { kind: 'act', timing }))
      open = undefined
    }
  }

  /** Sums that were paid or are owed help to work out what remains. */
  const noteSum = (phrase: Phrase, ordinal: number, standing: 'paid' | 'total') => {
    const { fen, isUnread: isVague, isNet, timing } = readMoney(phrase, false)
    if (fen !== undefined && !timing.isEach)
      drafts.push(draft(phrase, ordinal, { standing, fen, isNet, pays: false }))
    else if (isVague || phrase.amounts.length > 0) isUnread = true
  }
  const readTold = (phrase: Phrase, ordinal: number, mood: Mood): void => {
    if (mood === 'past') {
      if (phrase.amounts.length > 0) noteSum(phrase, ordinal, 'paid')
    } else if (phrase.amounts.length > 0 && mood !== 'refused') isUnread = true
    open = undefined
  }

  const readTime = (phrase: Phrase, index: number): void => {
    const timing = timingOf(phrase, phrase.words.length)
    const next = sentence.phrases[index + 1]
    const isTrailing = !next || next.dates.length > 0 || next.end === ':'
    if (open && !hasTiming(open.timing) && isTrailing)
      replace(open, { ...open, timing: mergeTiming(open.timing, timing), to: phrase.to })
    else pending = { timing, from: phrase.from }
  }

  const readPhrase = (phrase: Phrase, index: number): Mood | undefined | 'skipped' => {
    const { words } = phrase
    const ordinal = context.firstPhrase + index
    const isBound = previous && meThen.test(words) && otherFirst.test(previous.phrase.words)
    if (isBound || (!isConditional && opensCondition(words))) {
      const isLast = index === sentence.phrases.length - 1
      if (isBound || (isLast && !hasConsequence(words))) dropPhrase(ordinal - 1)
      isConditional = true
    }
    if (isConditional) return 'skipped'
    if (isVerdict(words)) {
      dropPhrase(ordinal - 1)
      return 'skipped'
    }
    const said = subjectOf(phrase.view)
    const { mood, carried } = attitudeOf(phrase, previous, {
      readDemands: context.readDemands,
      hasSubject: said !== undefined,
    })
    const told = isAsked ? 'asked' : mood
    previous = { phrase, carried, mood: told }
    if (said) subject = actorOf(phrase, said)
    const isOpen = told === undefined || (told === mood && (told === 'refused' || told === 'past'))
    const isWrapped = told === undefined && paysAmount(words)
    if (isOpen && !isWrapped && confirms(words) && (told === undefined || isPlainFact(words))) {
      put(draft(phrase, ordinal, { kind: 'confirm', timing: timingOf(phrase, 0) }))
      if (phrase.amounts.length > 0) noteSum(phrase, ordinal, told === 'past' ? 'paid' : 'total')
    } else if (isOpen && told !== 'past' && refrains(words))
      put(draft(phrase, ordinal, { kind: 'refrain', timing: timingOf(phrase, 0) }))
    else if (
      waives(words) &&
      (told === undefined || (told === 'demanded' && carried === undefined))
    )
      put(draft(phrase, ordinal, { kind: 'other', timing: timingOf(phrase, 0) }))
    else if (told) readTold(phrase, ordinal, told)
    else if (isTimeOnly(phrase)) readTime(phrase, index)
    else readOffer(phrase, ordinal)
    return told
  }

  for (const [index, phrase] of sentence.phrases.entries()) {
    const label = phrase.end === ':' ? subjectOf(phrase.view) : undefined
    if (label && label.to === phrase.view.length) {
      const name = nameOf(phrase.plain.slice(label.from, label.to), { parties: context.parties })
      speaker = { speaker: name, parties: context.parties, isLabelled: true }
      subject = name
    } else if (!numbering.test(phrase.words)) readPhrase(phrase, index)
  }
  return { drafts: settleSentence(drafts), isUnread }
}
