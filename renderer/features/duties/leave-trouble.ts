import type { DutyLine } from '#contract/duty-line.ts'
import type { LocalDate } from '#db/domain/local-date.ts'

type LeaveTrouble = { from?: string; to?: string }

/** What is wrong with the dates; undefined when they will do. */
export const leaveTrouble = (
  from: LocalDate | undefined,
  to: LocalDate | undefined,
  today: LocalDate,
): LeaveTrouble | undefined => {
  if (!from) return { from: '请写从哪天起' }
  if (to && to < from) return { to: '结束日期早于开始日期，请核对' }
  if ((to ?? from) < today) return { from: '这些日子已经过去' }
  return undefined
}

/** Own shifts on these days. */
export const shiftsWithin = (
  duties: readonly DutyLine[],
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): readonly DutyLine[] =>
  from && to
    ? duties.filter(({ date, state }) => state === 'planned' && from <= date && date <= to)
    : []
