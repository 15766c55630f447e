import type { RotaBoard } from '#contract/rotas.ts'
import { weekday, type LocalDate } from '#db/domain/local-date.ts'
import type { Tone } from '../../lib/labels/status.ts'
import type { BoardDay, BoardShift, Cell, Slot } from './board-grid.ts'

export const halfWords = { morning: '上午', afternoon: '下午' } as const
const weekdays = [...'一二三四五六日']

/** 11月23日 */
export const monthDay = (date: LocalDate): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

/** 周一 */
export const shortWeekday = (date: LocalDate): string => `周${weekdays[weekday(date) - 1] ?? ''}`

/** 11月23日—12月6日 or 12月7日—20日, with the years where they are not this one. */
export const stretchWords = (from: LocalDate, to: LocalDate, today: LocalDate): string => {
  const year = (date: LocalDate) =>
    date.slice(0, 4) === today.slice(0, 4) ? '' : `${date.slice(0, 4)}年`
  const last = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : monthDay(to)
  const lastYear = from.slice(0, 4) === to.slice(0, 4) ? '' : year(to)
  return `${year(from)}${monthDay(from)}—${lastYear}${last}`
}

/** 11月23日周一上午 */
export const halfDayWords = ({
  date,
  half,
}: {
  date: LocalDate
  half: BoardShift['half']
}): string => `${monthDay(date)}${shortWeekday(date)}${halfWords[half]}`

export const stateLooks: Readonly<Record<RotaBoard['state'], { word: string; tone: Tone }>> = {
  draft: { word: '草稿', tone: 'waiting' },
  published: { word: '已发布', tone: 'done' },
  changed: { word: '有改动没发布', tone: 'late' },
}

export const originWords = {
  solver: '自动排的',
  hand: '手工排的',
  copied: '照抄的',
  swap: '换班换来的',
  cover: '替班',
  substitute: '临时顶替',
} as const

/** Head of a day's column: 周一 23, and why it is special. */
export const dayHead = ({ date }: BoardDay): string =>
  `${shortWeekday(date)} ${date.endsWith('-01') ? monthDay(date) : String(Number(date.slice(8)))}`

/** 多 1.2, 少 0.8 or 正好: how far somebody is from the fair share. */
export const deviationWords = (deviation: number): string => {
  const rounded = Math.round(deviation * 10) / 10
  if (rounded === 0) return '正好'
  return rounded > 0 ? `多 ${rounded}` : `少 ${-rounded}`
}

/** 比应值多 0.7 班, in full. */
export const fairShareWords = (deviation: number): string => {
  const words = deviationWords(deviation)
  return words === '正好' ? '正好是应值' : `比应值${words} 班`
}

type Named = (lawyerId: string) => string

/** What a place says to somebody who does not see it. */
export const slotLabel = (
  { shift }: Cell,
  slot: Slot,
  nameOf: Named,
  { isBroken = false, isChanged = false } = {},
): string => {
  const where = `${halfDayWords(shift)}${shift.deskName}`
  if (slot.kind !== 'seat') {
    const words = { empty: '空缺', hidden: '已由主任安排', none: '不设人' } as const
    return `${where} ${words[slot.kind]}`
  }
  const marks = [
    slot.seat.pinned ? '固定' : '',
    slot.seat.conflict ? '利益冲突' : '',
    isBroken ? '不合规则' : '',
    isChanged ? '改动没发布' : '',
  ].filter((word) => word !== '')
  return [`${where} ${nameOf(slot.seat.lawyerId)}`, ...marks].join('，')
}

/** What a person must be told: 新增 11月23日周一上午；取消 … */
export const changeWords = (
  changes: Readonly<
    Record<
      'added' | 'removed' | 'changed',
      readonly { date: LocalDate; half: BoardShift['half'] }[]
    >
  >,
): string =>
  (
    [
      ['新增', changes.added],
      ['取消', changes.removed],
      ['改时间', changes.changed],
    ] as const
  )
    .flatMap(([word, days]) =>
      days.length === 0 ? [] : [`${word} ${days.length} 班：${days.map(halfDayWords).join('、')}`],
    )
    .join('；')

/** How good the rota is, after a search. */
export const solvedWords = (
  solved: { proven: boolean; gap: number; seconds: number } | undefined,
): string => {
  if (!solved) return ''
  const seconds = secondsWords(solved.seconds)
  return solved.proven
    ? `已证明没有更好的排法（用时${seconds}）`
    : `没有证明是最好的，最多还能再好 ${solved.gap} 分（用时${seconds}）`
}

/** 不到 1 秒 or, with its space before the figure, 12 秒. */
export const secondsWords = (seconds: number): string =>
  seconds < 1 ? '不到 1 秒' : ` ${Math.round(seconds)} 秒`

/** Points of the goals, those that cost anything: 总班次公平 12，意愿 4 */
export const partWords = ({ parts, partNames }: Pick<RotaBoard, 'parts' | 'partNames'>): string =>
  Object.entries(parts)
    .filter(([, points]) => points !== 0)
    .map(([part, points]) => `${partNames[part] ?? part} ${points}`)
    .join('，')
