import type { Lawyer } from '#contract/lawyers.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { halfWords, shortDate, weekdayWord } from './duty-words.ts'

export type OwnDay = Lawyer['days'][number]

const kindWords = {
  unavailable: '不能值',
  avoid: '尽量不排',
  want: '想值',
  available: '可以值',
  leave: '请假',
} as const satisfies Record<OwnDay['kind'], string>

/** Leave is asked for by its own way, since it frees shifts. */
export const dayKinds = (['unavailable', 'avoid', 'want', 'available'] as const).map((value) => ({
  value,
  label: kindWords[value],
}))

/** 不能值：12月1日 周二 至 12月3日 周四 上午（开庭） */
export const ownDayWords = (
  { kind, fromOn, toOn, half, words }: OwnDay,
  today: LocalDate,
): string => {
  const dayOf = (date: LocalDate) => `${shortDate(date, today)} ${weekdayWord(date)}`
  const until = toOn === fromOn ? '' : ` 至 ${dayOf(toOn)}`
  return `${kindWords[kind]}：${dayOf(fromOn)}${until}${half ? ` ${halfWords[half]}` : ''}${
    words === '' ? '' : `（${words}）`
  }`
}
