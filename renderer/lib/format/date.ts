import {
  daysBetween,
  formatChineseDate,
  formatChineseTime,
  localDateOf,
  weekday,
  type LocalDate,
} from '#db/domain/local-date.ts'

const weekdayWords = ['一', '二', '三', '四', '五', '六', '日']

/** 星期四 */
export const formatWeekday = (date: LocalDate): string =>
  `星期${weekdayWords[weekday(date) - 1] ?? ''}`

/** 2026年12月31日 */
export const formatDate = (date: LocalDate): string => formatChineseDate(date)

/** 2026年12月31日 星期四 */
export const formatDateWithWeekday = (date: LocalDate): string =>
  `${formatChineseDate(date)} ${formatWeekday(date)}`

/** 2026年11月22日 09:30 in China */
export const formatInstant = (instant: string): string => formatChineseTime(instant)

/** 09:30 in China */
export const formatClock = (instant: string): string => formatChineseTime(instant).slice(-5)

/** 2026-11-22 09:30 in China, for tables */
export const formatInstantShort = (instant: string): string =>
  `${localDateOf(instant)} ${formatClock(instant)}`

/** 今天 09:30, 昨天 18:02, else 11月20日 09:30 or with the year when it is another one. */
export const formatInstantNear = (instant: string, today: LocalDate): string => {
  const date = localDateOf(instant)
  const ago = daysBetween(date, today)
  if (ago === 0) return `今天 ${formatClock(instant)}`
  if (ago === 1) return `昨天 ${formatClock(instant)}`
  const words = formatChineseDate(date)
  const day = date.slice(0, 4) === today.slice(0, 4) ? words.slice(words.indexOf('年') + 1) : words
  return `${day} ${formatClock(instant)}`
}

/** 剩 2 天, 今天到期, 已超 1 天 */
export const formatDaysLeft = (due: LocalDate, today: LocalDate): string => {
  const left = daysBetween(today, due)
  if (left === 0) return '今天到期'
  return left > 0 ? `剩 ${left} 天` : `已超 ${-left} 天`
}
