import type { RotaSettings } from '#contract/desks.ts'
import { parseLocalDate, type LocalDate } from '#db/domain/local-date.ts'
import { parseDateText } from '../../lib/parse-date-text.ts'
import { dayNames } from './day-words.ts'
import { wholeNumber } from './whole-number.ts'

export type RotaSettingsDraft = Omit<
  RotaSettings,
  'changesUntilHour' | 'lateAfterMinutes' | 'solveSeconds' | 'marketDays'
> & { changesUntilHour: string; lateAfterMinutes: string; solveSeconds: string }

export const rotaSettingsDraft = ({ marketDays: _market, ...stored }: RotaSettings) => ({
  ...stored,
  changesUntilHour: String(stored.changesUntilHour),
  lateAfterMinutes: String(stored.lateAfterMinutes),
  solveSeconds: String(stored.solveSeconds),
})

const numbers = {
  changesUntilHour: [0, 24, '写 0 到 24 点'],
  lateAfterMinutes: [0, 240, '写 0 到 240 分钟'],
  solveSeconds: [5, 600, '写 5 到 600 秒'],
} as const
type NumberKey = keyof typeof numbers

const hourOf = (text: string): string => text.replace(/[点时]$/u, '')

export const rotaSettingsProblems = (
  draft: RotaSettingsDraft,
): Partial<Record<NumberKey, string>> =>
  Object.fromEntries(
    (Object.keys(numbers) as NumberKey[]).flatMap((key) => {
      const [least, most, words] = numbers[key]
      return wholeNumber(hourOf(draft[key].trim()), least, most) === undefined ? [[key, words]] : []
    }),
  )

/** What is stored; undefined while a number cannot be read. */
export const rotaSettingsOf = (
  draft: RotaSettingsDraft,
  marketDays: RotaSettings['marketDays'],
): RotaSettings | undefined => {
  const read = (key: NumberKey) =>
    wholeNumber(hourOf(draft[key].trim()), numbers[key][0], numbers[key][1])
  const changesUntilHour = read('changesUntilHour')
  const lateAfterMinutes = read('lateAfterMinutes')
  const solveSeconds = read('solveSeconds')
  if (
    changesUntilHour === undefined ||
    lateAfterMinutes === undefined ||
    solveSeconds === undefined
  )
    return undefined
  return { ...draft, changesUntilHour, lateAfterMinutes, solveSeconds, marketDays }
}

/** Days written one after the other, with any sign between; a string says which one cannot be read. */
export const readDates = (text: string, today: LocalDate): LocalDate[] | string => {
  const words = text.split(/[、，,；;\s]+/u).filter((word) => word !== '')
  const dates: LocalDate[] = []
  for (const word of words) {
    const date = parseLocalDate(word) ?? parseDateText(word, today)
    if (!date) return `看不懂“${word}”，请写成 2026-12-31，用顿号隔开`
    if (!dates.includes(date)) dates.push(date)
  }
  return dates.length > 200 ? '最多写 200 天' : dates.toSorted()
}

const endings = (digits: readonly number[]): string => digits.toSorted((a, b) => a - b).join('、')

/** 每周三；农历逢三、六、九 …; 没有设 */
export const marketWords = ({
  weekdays,
  solarEndings,
  lunarEndings,
  dates,
}: RotaSettings['marketDays']): string => {
  const parts = [
    weekdays.length > 0
      ? `每${weekdays
          .toSorted((a, b) => a - b)
          .map((day) => dayNames[day - 1] ?? '')
          .join('、')}`
      : '',
    lunarEndings.length > 0 ? `农历尾数 ${endings(lunarEndings)}` : '',
    solarEndings.length > 0 ? `公历尾数 ${endings(solarEndings)}` : '',
    dates.length > 0 ? `另有 ${dates.length} 天` : '',
  ].filter(Boolean)
  return parts.length === 0 ? '没有设集市日' : parts.join('；')
}
