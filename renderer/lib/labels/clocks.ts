import type { CaseClock, ClockChange } from '#contract/clocks.ts'
import { consentNames, pauseNames } from '#db/domain/deadline/rule.ts'
import { weekday, type LocalDate } from '#db/domain/local-date.ts'
import { formatDate } from '../format/date.ts'
import type { StatusLook } from './status.ts'

/** Word, symbol and colour of a clock's state. */
export const clockStateLooks = {
  running: { word: '正在计算', tone: 'plain' },
  soon: { word: '快到期', tone: 'waiting' },
  today: { word: '今天到期', tone: 'waiting' },
  overdue: { word: '已过期', tone: 'late' },
  paused: { word: '中止计算', tone: 'waiting' },
  met: { word: '已办', tone: 'done' },
  missed: { word: '过期未办', tone: 'plain' },
} satisfies Record<CaseClock['state'], StatusLook>

const shortWeekdays = '一二三四五六日'

/** 12月4日 周五, with the year when it is another one. */
export const formatDay = (date: LocalDate, today: LocalDate): string => {
  const words = formatDate(date)
  const day = date.slice(0, 4) === today.slice(0, 4) ? words.slice(words.indexOf('年') + 1) : words
  return `${day} 周${shortWeekdays[weekday(date) - 1] ?? ''}`
}

type Moved = Pick<CaseClock, 'isPaused' | 'pausedDays' | 'override'> & {
  countedFrom: LocalDate
  base: LocalDate
}

/** What people did to the clock, in one sentence each; nothing when it runs as the law has it. */
export const movedWords = (
  clock: Moved,
  changes: readonly Pick<ClockChange, 'kind' | 'untilDay' | 'undone'>[],
): string[] => {
  const extended = changes.findLast(({ kind, undone }) => kind === 'extension' && !undone)
  return [
    ...(clock.isPaused ? ['正在中止计算，最后一日还会往后移'] : []),
    ...(!clock.isPaused && clock.pausedDays > 0 ? [`中止过 ${clock.pausedDays} 天，已经加上`] : []),
    ...(extended?.untilDay ? [`经同意延长到${formatDate(extended.untilDay)}`] : []),
    ...(clock.countedFrom === clock.base
      ? []
      : [`${formatDate(clock.countedFrom)}中断，从这一天重新计算`]),
    ...(clock.override
      ? [`人工改定为${formatDate(clock.override.date)}：${clock.override.reason}`]
      : []),
  ]
}

/** One recorded change, as it is told in the list of changes. */
export const changeWords = (
  change: Pick<ClockChange, 'kind' | 'onDay' | 'untilDay' | 'pauseReason' | 'consents'>,
): string => {
  const { onDay, untilDay } = change
  switch (change.kind) {
    case 'pause': {
      const reason = change.pauseReason ? pauseNames[change.pauseReason] : '中止'
      const end = untilDay ? `到${formatDate(untilDay)}` : '起，还没有结束'
      return `因${reason}中止计算，${formatDate(onDay)}${end}`
    }
    case 'extension': {
      const who = change.consents.map((one) => consentNames[one]).join('、')
      const until = untilDay ? `延长到${formatDate(untilDay)}` : '延长'
      return `${until}（${formatDate(onDay)}${who === '' ? '' : `，${who}同意`}）`
    }
    case 'override':
      return `人工改定为${formatDate(onDay)}`
    case 'interruption':
      return `${formatDate(onDay)}中断，从这一天重新计算`
  }
}
