import type { CaseClock } from '#contract/clocks.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { formatDate, formatDateWithWeekday } from '../../lib/format/date.ts'

type Dated = Pick<CaseClock, 'dueOn' | 'raw' | 'rolled' | 'notBefore' | 'override' | 'missingYears'>

/** The last day that anybody should be told: the unrolled one, or the one set by hand. */
export const lastDayOf = ({ dueOn, raw, override }: Dated): LocalDate | undefined =>
  override?.date ?? raw ?? dueOn

/** 最后一日 2026年12月4日 星期五, or why there is none. */
export const untilWords = (clock: Dated): string => {
  const last = lastDayOf(clock)
  if (last !== undefined) return `最后一日 ${formatDateWithWeekday(last)}`
  const years = clock.missingYears.map((year) => `${year} 年`).join('、')
  const known = clock.notBefore ? `，只知道不早于${formatDate(clock.notBefore)}` : ''
  return `${years}放假安排没有录入，最后一日还算不出来${known}`
}

/** The law's own later day, with the advice not to rely on it. */
export const rolledWords = (
  clock: Dated & Pick<CaseClock, 'rollsOverWeekend'>,
): string | undefined => {
  const { raw, rolled, override, missingYears } = clock
  if (override || raw === undefined) return undefined
  if (rolled === undefined)
    return missingYears.length > 0
      ? `${missingYears.map((year) => `${year} 年`).join('、')}放假安排没有录入，是否顺延判断不了`
      : undefined
  if (rolled === raw) return undefined
  return clock.rollsOverWeekend
    ? `逢周末，通常可顺延到${formatDateWithWeekday(rolled)}；有争议，请按早的办`
    : `逢法定休假日，可顺延到${formatDateWithWeekday(rolled)}；请按早的办`
}

const ofToday: readonly CaseClock['state'][] = ['overdue', 'today', 'soon', 'running', 'paused']

/** Those that still ask for something, the most urgent first, and those that are over. */
export const sortClocks = (
  clocks: readonly CaseClock[],
): { going: readonly CaseClock[]; over: readonly CaseClock[] } => {
  const rank = ({ state, ...clock }: CaseClock): string =>
    `${ofToday.indexOf(state)} ${lastDayOf(clock) ?? '9999'}`
  return {
    going: clocks
      .filter(({ state }) => ofToday.includes(state))
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)),
    over: clocks.filter(({ state }) => !ofToday.includes(state)),
  }
}
