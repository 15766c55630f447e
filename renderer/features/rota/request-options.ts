import type { DutyLine } from '#contract/duty-line.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { fairShareWords, halfDayWords } from './board-words.ts'

type Options = OutputOf<'requests.options'>

/** 近一年 12 班，少 0.8; what speaks against it comes first. */
export const coverHint = ({ breaks, served, deviation }: Options['covers'][number]): string => {
  const load = `近一年 ${served} 班，${fairShareWords(deviation)}`
  return breaks.length > 0 ? `✕ 会违反：${breaks.join('；')}（${load}）` : load
}

/** 12月1日周二上午 法律咨询窗口 */
export const dutyWords = (duty: DutyLine): string => `${halfDayWords(duty)} ${duty.deskName}`

export const swapLabel = ({ duty, name, breaks }: Options['swaps'][number]): string =>
  `${name} ${dutyWords(duty)}${breaks.length > 0 ? `（✕ ${breaks.join('；')}）` : ''}`
