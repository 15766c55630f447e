import type { LocalDate } from '../../local-date.ts'
import { dateRules, type Words } from './date-rules.ts'
import type { FoundDate, SpringFestivals } from './found-date.ts'

const span =
  '(?:[之以]?前(?!后|[一二两三半几\\d]个?[天周月星]|期|任|面|提)|为止|[之以]?内|止|到期|当天|当日|那天|这天)'
const suffix = new RegExp(
  `^(?<vague>左右|前后|上下|[前后]?[之以]?[前后](?:[一二两三半几\\d]+个?(?:天|周|月|星期))|[之以]?后(?!续|期)|期间|的时候|[之]?间|(?:或者?|还是)(?=\uE000))|^(?<start>[开起]始?(?!诉|码|初)|开始|起)|^(?<by>${span})`,
)
/** N天 counted from an event and not from today. */
const fromEvent = /(?:后|起|完|好|时|到|的|了|过)的?第?$/

/**
 * Times told in the normal form of a text, none overlapping another.
 * @policy 前 and 内 name a last day that still counts; 春节前 ends with the day before the festival
 * @law 《民法典》第二百零一条、第二百零二条、第一千二百五十九条
 */
export const findDates = (text: string, on: LocalDate, festivals: SpringFestivals): FoundDate[] => {
  const found: FoundDate[] = []
  for (const { pattern, read } of dateRules) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const end = from + match[0].length
      if (match[0] === '' || found.some((other) => from < other.to && end > other.from)) continue
      const words: Words = { ...match.groups }
      const rest = text.slice(end)
      const tail = suffix.exec(rest)
      const { isExact = false, ...reading } = read(words, on, festivals)
      const isVague =
        reading.date === undefined ||
        isAfterOnly(tail?.groups?.['vague'], words, text.slice(0, from))
      found.push({
        from,
        to: end + (tail?.[0].length ?? 0),
        role: isVague ? 'vague' : tail?.groups?.['start'] ? 'start' : 'by',
        isExact,
        ...(reading.isOver ? { isOver: true } : {}),
        ...(isVague ? {} : reading),
      })
    }
  }
  return ranged(
    found.toSorted((a, b) => a.from - b.from),
    text,
  )
}

/** 三天后 is a day, 12月5日后 is not; 后三天内 hangs on something that may never happen. */
const isAfterOnly = (vague: string | undefined, words: Words, before: string): boolean => {
  if (words['count'] !== undefined)
    return fromEvent.test(before) && !/(?:今天|即日|今日)起$/.test(before)
  return vague !== undefined
}

/** 12月1日到5日: two ends, no one day. */
const ranged = (found: FoundDate[], text: string): FoundDate[] => {
  const whole: FoundDate[] = []
  for (const next of found) {
    const last = whole.at(-1)
    if (last && /^(?:[到至~-]|或者?|还是)$/.test(text.slice(last.to, next.from)))
      whole[whole.length - 1] = { from: last.from, to: next.to, role: 'vague', isExact: false }
    else whole.push(next)
  }
  return whole
}
