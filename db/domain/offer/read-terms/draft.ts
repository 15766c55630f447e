import type { LocalDate } from '../../local-date.ts'
import type { Fen } from '../../money.ts'
import { closestDate, nextDate } from './calendar.ts'
import type { Compact } from './compact.ts'
import type { FoundDate } from './found-date.ts'
import type { Timing } from './timing.ts'

export type TermKind = 'pay' | 'act' | 'refrain' | 'apologise' | 'confirm' | 'other'

/**
 * When a term is due. A calendar date that was said has no phrase; one that follows from the words has both; what
 * hangs on an event has the phrase only. `monthly` is the first month YYYY-MM where it was told, else true; day 31
 * is the last day of each month; `day` and `count` are absent where nobody told them.
 */
export type ReadDue =
  | { date: LocalDate; phrase?: string }
  | { monthly: string | true; day?: number; count?: number }
  | { phrase: string }

/** One term read from a text; `text` is the text from `span[0]` up to `span[1]` in UTF-16 units. */
export type ReadTerm = {
  kind: TermKind
  amountFen?: Fen
  /** `amountFen` is what each part comes to, not all of them together. */
  isEach?: true
  payer?: string
  payee?: string
  /** Who does a duty that is no payment. */
  by?: string
  due?: ReadDue
  isRemainder?: true
  text: string
  span: [from: number, to: number]
}

/**
 * A term while the sentence is being read. `topic`: a sum named without saying that it is paid; `total`: a sum
 * that the others are parts of; `paid`: lies behind; both only help to work out a remainder.
 */
export type Draft = {
  kind: TermKind
  standing: 'term' | 'topic' | 'total' | 'paid'
  fen?: Fen | undefined
  isEach: boolean
  isRemainder: boolean
  isFirstPart: boolean
  /** It was said that the sum is paid, not only that it is so much. */
  pays: boolean
  /** 还欠: what was paid before is already off. */
  isNet: boolean
  payer?: string | undefined
  payee?: string | undefined
  timing: Timing
  /** Characters of the compact text. */
  from: number
  to: number
  /** Ordinals of sentence and phrase, for what belongs together. */
  sentence: number
  phrase: number
}

type Finish = { text: string; compact: Compact; on: LocalDate }

const cut = ({ text, compact }: Finish, from: number, to: number): [string, number, number] => {
  const start = compact.at[from] ?? 0
  const end = (compact.at[to - 1] ?? start) + 1
  return [text.slice(start, end), start, end]
}

const dateOf = (draft: Draft, found: FoundDate, { on }: Finish): LocalDate | undefined =>
  found.role === 'vague'
    ? undefined
    : found.yearless && draft.kind === 'confirm'
      ? closestDate(on, found.yearless)
      : found.date

const dueOf = (draft: Draft, finish: Finish): ReadDue | undefined => {
  const { date, event, start, ...parts } = draft.timing
  const { isMonthly, day, count, plan, isEach } = draft.kind === 'pay' ? parts : {}
  const words = ({ from, to }: { from: number; to: number }) => cut(finish, from, to)[0]
  if (isMonthly)
    return {
      monthly: start?.date?.slice(0, 7) ?? true,
      ...(day === undefined ? {} : { day }),
      ...(count === undefined ? {} : { count }),
    }
  const told = date ?? (event ? undefined : start)
  if (plan && isEach) {
    const end = date && date.from >= plan.to && date.from - plan.to <= 1 ? date.to : plan.to
    return { phrase: words({ from: plan.from, to: end }) }
  }
  const known = told && dateOf(draft, told, finish)
  if (told && known) return told.isExact ? { date: known } : { date: known, phrase: words(told) }
  if (event) return { phrase: words(event) }
  if (told) return { phrase: words(told) }
  return plan ? { phrase: words(plan) } : undefined
}

/** @policy Issue 3 §2: what was not told is absent */
export const finishDraft = (draft: Draft, finish: Finish): ReadTerm => {
  const [text, from, to] = cut(finish, draft.from, draft.to)
  const due = dueOf(draft, finish)
  return {
    kind: draft.kind,
    ...(draft.fen === undefined ? {} : { amountFen: draft.fen }),
    ...(draft.isEach && draft.fen !== undefined ? { isEach: true } : {}),
    ...(draft.payer === undefined || draft.kind === 'confirm'
      ? {}
      : { [draft.kind === 'pay' ? 'payer' : 'by']: draft.payer }),
    ...(draft.payee === undefined || draft.payee === draft.payer ? {} : { payee: draft.payee }),
    ...(due === undefined ? {} : { due }),
    ...(draft.isRemainder ? { isRemainder: true } : {}),
    text,
    span: [from, to],
  }
}

/** A later part without a year falls after the part before it. @policy 12月5日付一半，余款1月5日付 */
export const inSequence = (found: FoundDate, previous: LocalDate): FoundDate => {
  if (!found.yearless || !found.date || found.date >= previous) return found
  const date = nextDate(previous, found.yearless)
  return date ? { ...found, date } : found
}
