import type { VisitPlan } from '#contract/visits.ts'

type Key = 'beforeDue' | 'afterDue' | 'low' | 'normal' | 'high'
export type DaysTexts = Record<Key, string>

type DaysField = {
  key: Key
  label: string
  hint?: string
  most: number
  count: number
}

const due = { most: 60, count: 5 }
const closing = { most: 365, count: 10 }

export const daysFields: readonly DaysField[] = [
  { key: 'beforeDue', label: '每期到期前几天', hint: '提醒付款的一方，比如：3', ...due },
  { key: 'afterDue', label: '每期到期后几天', hint: '问收到没有，比如：1', ...due },
  { key: 'low', label: '低风险：结束后几天', ...closing },
  { key: 'normal', label: '一般风险：结束后几天', hint: '比如：30', ...closing },
  { key: 'high', label: '高风险：结束后几天', hint: '比如：7、30、90', ...closing },
]

const written = (days: readonly number[]): string => days.join('、')

export const daysTexts = ({ beforeDue, afterDue, afterClosing }: VisitPlan): DaysTexts => ({
  beforeDue: written(beforeDue),
  afterDue: written(afterDue),
  low: written(afterClosing.low),
  normal: written(afterClosing.normal),
  high: written(afterClosing.high),
})

/** 7、30、90 as typed, with any kind of comma; a string says what is wrong with it. */
export const parseDays = (
  text: string,
  { most, count }: Pick<DaysField, 'most' | 'count'>,
): number[] | string => {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;.\s]+/u)
    .map((part) => part.replace(/[天日]$/u, ''))
    .filter((part) => part !== '')
  const days = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN))
  if (days.some((day) => Number.isNaN(day))) return '只写天数，用顿号隔开，比如 7、30、90'
  if (days.some((day) => day > most)) return `最多写 ${most} 天`
  return days.length > count ? `最多写 ${count} 个` : days
}

export const settingsProblems = (texts: DaysTexts): Partial<Record<Key, string>> =>
  Object.fromEntries(
    daysFields.flatMap((field) => {
      const read = parseDays(texts[field.key], field)
      return typeof read === 'string' ? [[field.key, read]] : []
    }),
  )

/** What is stored; undefined while a number cannot be read. */
export const settingsOf = (texts: DaysTexts): VisitPlan | undefined => {
  if (Object.keys(settingsProblems(texts)).length > 0) return undefined
  const days = (key: Key): number[] => {
    const field = daysFields.find((one) => one.key === key)
    const read = field ? parseDays(texts[key], field) : []
    return typeof read === 'string' ? [] : read
  }
  return {
    beforeDue: days('beforeDue'),
    afterDue: days('afterDue'),
    afterClosing: { low: days('low'), normal: days('normal'), high: days('high') },
  }
}
