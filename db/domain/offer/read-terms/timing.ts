import { acts, settles } from './kinds.ts'
import { marks } from './marks.ts'
import { isSelf, subjectOf } from './people.ts'
import type { FoundDate } from './found-date.ts'
import type { Phrase } from './phrases.ts'

/** When a phrase says that something is due: a date, a monthly plan, or words. */
export type Timing = {
  date?: FoundDate
  /** Words as covered characters of the text. */
  event?: { from: number; to: number }
  start?: FoundDate
  isMonthly?: boolean
  day?: number
  count?: number
  isEach?: boolean
  /** Words of a plan that is not monthly. */
  plan?: { from: number; to: number }
}

/** A date that tells which wage or which contract, and not when to pay. */
const ofThing =
  /^(?:份|那笔|这笔|的|欠的?|所欠|拖欠的?)*(?:工资|租金|房租|货款|工程款|水费|电费|水电|奖金|社保|利息|物业费|加班费|账|欠条|借条|合同|事故|协议|期间|份的)|^(?:签订|签的|发生|借的|欠的|买的|打的|打架|受伤|入职|出具的|到期|至今|以来)/

/** 10月、11月工资: the thing belongs to all of them. */
const listed = new RegExp(`^(?:[、和及到至-]${marks.date}+)+`)

const strip =
  /^(?:余款|余额|余下的?|剩下的?|剩余的?|剩的|其余的?|尾款|那么?|就|同意|愿意|自愿|答应|承诺|保证|可以|会|在|于|等到?|待|我们?|我方|公司|自|从|应当?|将|一定|先|但|但是|然后)+/
const instant = /当[天日]|当场|现场|立即|立刻|马上|当面(?=付|给|结|交)|签字时|签字当天/
const eventEnd =
  '(?:之后|以后|(?<![然最今往背先前日])后(?!续|期|面|果|遗)|(?<=[签订付到结搬交验收货字成效款诉庭]|协议|合同|调解)当[天日]|之日起?|时候|(?<![同及按准临平小随暂到])时(?![间候])|之前|以前|(?<![目当面提之以])前(?!期|面|提))'
const filler = `[^${marks.amount}${marks.about}${marks.plan}，,]`
const eventPattern = new RegExp(`^${filler}{1,20}${eventEnd}(?:的)?(?:第?${marks.date}+)?`)
const got =
  /^(?:[^\uE000-\uE004，,]{1,8}一到(?:账|位|手)?|拿到|收到|领到|要到|卖掉|卖了|结到|款到|钱到|发了?工资|到账|有钱)[^\uE001\uE002，,]{0,12}?(?=了?(?:就|再|我|马上|立即|立刻|付|支付|给|还|结|赔|$))/

const wait =
  /^(?:我们?|我方)?(?:等到?|待)([^\uE001\uE002\uE004，,]{2,16}?)(?=了?(?:再|就|才|以后|之后))/
const actorGoesOn =
  /^(?:在|于|应|须|需|同意|愿意|自愿|承诺|答应|保证|表示|会|可以|自|从|先|将|也|都|收到|拿到|领到|签)/

/** 尾款两万交货时付清. */
const eventAfterSum = new RegExp(
  `${marks.amount}(?:在|于|等)?([^${marks.date}-${marks.plan}，,]{2,12}?${eventEnd})(?=[^，,]{0,6}(?:付|给|还|退|支付|结|到账|打))`,
)

/** How much before the event is not part of it: who speaks, and 同意 and its like. */
const lead = (phrase: Phrase): number => {
  const who = subjectOf(phrase.view)
  const goesOn = who && (isSelf(who.who) || actorGoesOn.test(phrase.words.slice(who.to)))
  const at = goesOn ? who.to : 0
  return at + (strip.exec(phrase.words.slice(at))?.[0].length ?? 0)
}

/** 验收合格后, 拿到工程款: from the start of the phrase up to the verb. */
const eventIn = (phrase: Phrase, verbAt: number): { from: number; to: number } | undefined => {
  const at = (from: number, length: number) => ({
    from: phrase.from + from,
    to: phrase.from + from + length,
  })
  const waiting = wait.exec(phrase.words)
  if (waiting?.[1] && !waiting[1].endsWith('后'))
    return at(waiting[0].length - waiting[1].length, waiting[1].length)
  const skip = lead(phrase)
  const early = got.exec(phrase.words.slice(skip))
  if (early && !/后|时/.test(early[0])) return at(skip, early[0].length)
  const match = skip < verbAt ? eventPattern.exec(phrase.words.slice(skip, verbAt)) : null
  if (match && !/^[\uE000]+(?:之|以)?后?$/.test(match[0])) return at(skip, match[0].length)
  const later = eventAfterSum.exec(phrase.words)
  if (later?.[1]) return at(later.index + later[0].length - later[1].length, later[1].length)
  const now = instant.exec(phrase.words)
  return now ? at(now.index, now[0].length) : undefined
}

/** When, as far as this phrase tells. @policy a date of the thing paid for is no due date */
export const timingOf = (phrase: Phrase, verbAt: number): Timing => {
  const isDue = ({ from, to, role }: FoundDate) =>
    !(role === 'vague' && /[从自]$/.test(phrase.words.slice(0, from - phrase.from))) &&
    !ofThing.test(phrase.words.slice(to - phrase.from).replace(listed, ''))
  const dates = phrase.dates.filter(isDue)
  const start = dates.find(({ role }) => role === 'start')
  const [first, second] = dates.filter(({ role }) => role !== 'start')
  const date =
    first &&
    second &&
    !/^\uE000*(?:的)?\uE000+$/.test(
      phrase.words.slice(first.from - phrase.from, second.to - phrase.from),
    )
      ? { from: first.from, to: second.to, role: 'vague' as const, isExact: false }
      : (second ?? first)
  const event = eventIn(phrase, verbAt)
  const isMonthly = phrase.plans.some((plan) => plan.isMonthly)
  const day = phrase.plans.find((plan) => plan.day !== undefined)?.day
  const count = phrase.plans.find((plan) => plan.count !== undefined)?.count
  const isEach = phrase.plans.some((plan) => plan.isEach)
  const [plan] = phrase.plans
  const isWithEvent =
    event && (!date || (date.role === 'vague' && date.from >= event.from && date.to <= event.to))
  return {
    ...(isWithEvent ? { event } : date ? { date } : {}),
    ...(start ? { start } : {}),
    ...(isMonthly ? { isMonthly } : {}),
    ...(day === undefined ? {} : { day }),
    ...(count === undefined ? {} : { count }),
    ...(isEach ? { isEach } : {}),
    ...(plan && !isMonthly ? { plan: { from: plan.from, to: plan.to } } : {}),
  }
}

const onlyTime =
  /^(?:[\uE000\uE003]|我们?|你|他|公司|从|自|在|于|到|最迟|最晚|就|那)*(?:的时候|时)?$/
const onlyEvent = new RegExp(`^${filler}{2,20}${eventEnd}(?:的)?${marks.date}*$`)
const onlyGot = new RegExp(
  `^等?(?:拿到|收到|领到|要到|卖掉)[^${marks.date}-${marks.plan}就]{1,12}$|^等[^就]{2,16}$`,
)

/** Nothing but a time, or an event that the next phrase waits for. @policy */
export const isTimeOnly = ({ words, dates, amounts }: Phrase): boolean => {
  if (dates.length > 0 && onlyTime.test(words)) return true
  if (amounts.length > 0) return false
  return onlyEvent.test(words) || (onlyGot.test(words) && !settles(words) && !acts(words, false))
}

/** A later phrase adds what an earlier one left open. @policy what was said first stays */
export const mergeTiming = (first: Timing, second: Timing): Timing => {
  const told = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined))
  const { date: _date, event: _event, ...more } = second
  return { ...(first.date || first.event ? more : second), ...told }
}

/** A day, a month plan or an event was told. @policy */
export const hasTiming = ({ date, event, isMonthly }: Timing): boolean =>
  date !== undefined || event !== undefined || isMonthly === true
