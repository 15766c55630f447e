import type { InputOf } from '../../lib/ask.ts'
import type { LocalDate } from '#db/domain/local-date.ts'

type Day = InputOf<'lawyers.addDay'>['day']
export type DayDraft = {
  kind: Day['kind']
  fromOn: LocalDate | undefined
  toOn: LocalDate | undefined
  half: 'whole' | 'morning' | 'afternoon'
  words: string
}

export const emptyDay: DayDraft = {
  kind: 'leave',
  fromOn: undefined,
  toOn: undefined,
  half: 'whole',
  words: '',
}

export const dayProblems = (
  { fromOn, toOn }: DayDraft,
  today: LocalDate,
): { fromOn?: string; toOn?: string } => {
  if (!fromOn) return { fromOn: '请写哪一天，比如 12-07、明天、下周三' }
  const last = toOn ?? fromOn
  if (last < fromOn) return { toOn: '结束日期早于开始日期，请核对' }
  return last < today ? { fromOn: '这些日子已经过去' } : {}
}

/** What is stored; without a last day it is one day, and leave is of whole days. */
export const dayOf = (draft: DayDraft, today: LocalDate): Day | undefined => {
  const { kind, fromOn, toOn, half, words } = draft
  if (!fromOn || Object.keys(dayProblems(draft, today)).length > 0) return undefined
  return {
    kind,
    fromOn,
    toOn: toOn ?? fromOn,
    half: half === 'whole' || kind === 'leave' ? undefined : half,
    words: words.trim(),
  }
}
