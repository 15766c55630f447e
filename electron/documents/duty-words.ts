import type { LocalDate } from '#db/domain/local-date.ts'
import { formatChineseDate, weekday } from '#db/domain/local-date.ts'

const weekdays = '一二三四五六日'
export const weekdayWord = (date: LocalDate): string => `周${weekdays[weekday(date) - 1]}`

export const halfWords = { morning: '上午', afternoon: '下午' } as const

/** 11.23 周一 */
export const shortDay = (date: LocalDate): string => {
  const [, month, day] = date.split('-')
  return `${Number(month)}.${Number(day)} ${weekdayWord(date)}`
}

/** 2026年11月23日至12月6日; the year again only where it changes. */
export const stretchWords = (from: LocalDate, to: LocalDate): string => {
  const [first, last] = [formatChineseDate(from), formatChineseDate(to)]
  if (from === to) return first
  return `${first}至${from.slice(0, 4) === to.slice(0, 4) ? last.slice(5) : last}`
}

/** 李明律师; nobody is called 孙律师律师. */
export const lawyerTitle = (name: string): string => (name.endsWith('律师') ? name : `${name}律师`)

/** 12小时30分 */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}分`
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
}

/** Hours with two places, for a sheet that is added up. */
export const decimalHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100
