import type { ImportedLine, Lawyer } from '#contract/lawyers.ts'
import { daysBetween, weekday, type LocalDate } from '#db/domain/local-date.ts'
import type { Tone } from '../../lib/labels/status.ts'

export const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const halfWords = { morning: '上午', afternoon: '下午' } as const
export const halves = ['morning', 'afternoon'] as const

type Day = Lawyer['days'][number]
type DayKind = Day['kind']

export const dayKindLooks: Readonly<Record<DayKind, { word: string; tone: Tone }>> = {
  leave: { word: '请假', tone: 'waiting' },
  unavailable: { word: '不能值', tone: 'waiting' },
  available: { word: '能值', tone: 'done' },
  want: { word: '想值', tone: 'going' },
  avoid: { word: '尽量不排', tone: 'plain' },
}

export const dayKindHints: Readonly<Record<DayKind, string>> = {
  leave: '这几天整天不排，已排的要换人',
  unavailable: '平时能值，这天不能',
  available: '平时不值，这天可以',
  want: '能排就排给他',
  avoid: '能不排就不排，缺人时还是会排',
}

export const sourceWords: Readonly<Record<Day['source'], string>> = {
  hand: '中心登记',
  self: '本人登记',
  xlsx: '表格导入',
  ics: '日历导入',
}

/** 12-07 周一 */
export const shortDay = (date: LocalDate): string =>
  `${date.slice(5)} ${dayNames[weekday(date) - 1] ?? ''}`

/** 12-07 周一 上午, 12-07 周一 至 12-11 周五（5 天）; the year when it is not this one. */
export const dayRange = (
  { fromOn, toOn, half }: Pick<Day, 'fromOn' | 'toOn' | 'half'>,
  today: LocalDate,
): string => {
  const said = (date: LocalDate): string =>
    date.slice(0, 4) === today.slice(0, 4) ? shortDay(date) : `${date.slice(0, 5)}${shortDay(date)}`
  const days =
    fromOn === toOn
      ? said(fromOn)
      : `${said(fromOn)} 至 ${said(toOn)}（${daysBetween(fromOn, toOn) + 1} 天）`
  return half ? `${days} ${halfWords[half]}` : days
}

export const troubleWords: Readonly<Record<NonNullable<ImportedLine['trouble']>, string>> = {
  unknownName: '名册上没有这个姓名',
  sameName: '名册上有同名的人，分不清是谁',
  noDate: '没有写日期',
  badDate: '看不懂日期',
  badKind: '看不懂是请假还是可值',
  badHalf: '看不懂是上午还是下午',
  repeats: '和前面一行重复',
  past: '日子已经过去',
}

/** 可写入 8 条，其中 2 条替换上次导入的；3 条写不进 */
export const importSummary = (lines: readonly ImportedLine[]): string => {
  const good = lines.filter(({ trouble }) => trouble === undefined)
  const replaced = good.filter(({ replaces }) => replaces).length
  const bad = lines.length - good.length
  return [
    `可写入 ${good.length} 条${replaced > 0 ? `，其中 ${replaced} 条替换上次导入的` : ''}`,
    ...(bad > 0 ? [`${bad} 条写不进，不影响其他行`] : []),
  ].join('；')
}

/** 周一, 周一、周二, 周一至周五 */
export const dayRuns = (weekdays: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  const name = (day: number): string => dayNames[day - 1] ?? ''
  return runs
    .map(([from, to]) => {
      if (from === to) return name(from)
      return `${name(from)}${to === from + 1 ? '、' : '至'}${name(to)}`
    })
    .join('、')
}

/** 都可以; 周一至周三全天；周五上午; 平时不值 */
export const weeklyWords = (weekly: Lawyer['weekly']): string => {
  if (!weekly) return '都可以'
  const on = (half: 'morning' | 'afternoon', weekday: number): boolean =>
    weekly.some((one) => one.weekday === weekday && one.half === half)
  const kinds = dayNames.map((_, index) => {
    const [morning, afternoon] = [on('morning', index + 1), on('afternoon', index + 1)]
    if (morning && afternoon) return '全天'
    return morning ? '上午' : afternoon ? '下午' : ''
  })
  const words = ['全天', '上午', '下午'].flatMap((kind) => {
    const days = kinds.flatMap((one, index) => (one === kind ? [index + 1] : []))
    return days.length === 0 ? [] : `${dayRuns(days)}${kind}`
  })
  return words.length === 0 ? '平时不值' : words.join('；')
}
