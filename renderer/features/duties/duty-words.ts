import { daysBetween, formatChineseDate, weekday, type LocalDate } from '#db/domain/local-date.ts'
import { nextSign } from '#db/domain/duty/sign.ts'
import type { DutyLine } from '#contract/duty-line.ts'

export const halfWords = { morning: '上午', afternoon: '下午' } as const
const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

export const weekdayWord = (date: LocalDate): string => weekdayWords[weekday(date) - 1] ?? ''

/** 11月23日; with the year when that is not today's. */
export const shortDate = (date: LocalDate, today: LocalDate): string => {
  const words = formatChineseDate(date)
  return date.slice(0, 4) === today.slice(0, 4) ? words.slice(words.indexOf('年') + 1) : words
}

/** 11月23日 周一 上午 */
export const halfDayWords = (
  { date, half }: Pick<DutyLine, 'date' | 'half'>,
  today: LocalDate,
): string => `${shortDate(date, today)} ${weekdayWord(date)} ${halfWords[half]}`

/** 今天, 明天, 后天, 3 天后; 昨天, 2 天前 */
export const awayWords = (date: LocalDate, today: LocalDate): string => {
  const away = daysBetween(today, date)
  if (away < -1) return `${-away} 天前`
  return ['昨天', '今天', '明天', '后天'][away + 1] ?? `${away} 天后`
}

/** 09:00–12:00 */
export const timesWords = ({ startsAt, endsAt }: Pick<DutyLine, 'startsAt' | 'endsAt'>): string =>
  `${startsAt}–${endsAt}`

/** 综合窗口（一楼）; the place only where it says more than the name. */
export const deskWords = ({ deskName, place }: Pick<DutyLine, 'deskName' | 'place'>): string =>
  place === '' || place === deskName ? deskName : `${deskName}（${place}）`

/** 18 小时, 3 小时 30 分, 45 分 */
export const minutesWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** What can be signed now, of one's own shifts. */
export const signableOf = (duties: readonly DutyLine[], now: string) =>
  nextSign(
    duties.map((duty) => ({ ...duty, id: duty.dutyId })),
    now,
  )

export type Sign = NonNullable<ReturnType<typeof signableOf>>

/** 陈刚 律师; nobody is called 孙律师 律师. */
export const lawyerTitle = (name: string): string => (name.endsWith('律师') ? name : `${name} 律师`)

/** Desks in the order of their shifts, each once. */
export const desksOf = (
  shifts: readonly { deskId: string; deskName: string }[],
): { deskId: string; deskName: string }[] => [
  ...new Map(
    shifts.map(({ deskId, deskName }) => [deskId, { deskId, deskName }] as const),
  ).values(),
]
