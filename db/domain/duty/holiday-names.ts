import type { HolidayYear } from '../deadline/period.ts'
import { addDays, type LocalDate } from '../local-date.ts'

export type LunarDay = { month: number; day: number }

const bySolarDay: readonly { name: string; days: readonly string[] }[] = [
  { name: '元旦', days: ['01-01'] },
  { name: '清明节', days: ['04-04', '04-05', '04-06'] },
  { name: '劳动节', days: ['05-01'] },
  { name: '国庆节', days: ['10-01'] },
]
const byLunarDay: readonly { name: string; month: number; day: number }[] = [
  { name: '春节', month: 1, day: 1 },
  { name: '端午节', month: 5, day: 5 },
  { name: '中秋节', month: 8, day: 15 },
]

/** The days off without a gap around one of them. */
const blockAround = (date: LocalDate, calendar: readonly HolidayYear[]): LocalDate[] => {
  const off = new Set(calendar.flatMap(({ holidays }) => holidays))
  let first = date
  while (off.has(addDays(first, -1))) first = addDays(first, -1)
  const days = [first]
  while (off.has(addDays(days.at(-1) ?? first, 1))) days.push(addDays(days.at(-1) ?? first, 1))
  return days
}

/**
 * 国庆节, 国庆节、中秋节; 节假日 for a block that no festival falls into.
 * @law 《全国年节及纪念日放假办法》第二条
 */
export const holidayName = (
  date: LocalDate,
  calendar: readonly HolidayYear[],
  lunarDayOf: (date: LocalDate) => LunarDay,
): string => {
  const block = blockAround(date, calendar)
  const solar = bySolarDay.filter(({ days }) => block.some((day) => days.includes(day.slice(5))))
  const lunar = byLunarDay.filter(({ month, day }) =>
    block.some((each) => {
      const known = lunarDayOf(each)
      return known.month === month && known.day === day
    }),
  )
  const names = [...solar, ...lunar].map(({ name }) => name)
  return names.length === 0 ? '节假日' : names.join('、')
}
