import { formatChineseDate, type LocalDate } from '../local-date.ts'
import type { Clock } from './running.ts'
import { type Variants, variantsOf } from './variants.ts'

/** Both last days of a period whose procedure is not known, the earlier first. */
type LengthDay = { words: string; day: LocalDate }
export type JoinedClock = Clock & { lengths?: readonly LengthDay[] }

const dayOf = ({ deadline: { dueOn, notBefore, remindOn } }: Clock): LocalDate =>
  dueOn ?? notBefore ?? remindOn

const joined = (variants: Variants, usual: Clock, short: Clock): JoinedClock => {
  const isShortFirst = dayOf(short) <= dayOf(usual)
  const [first, second] = isShortFirst ? [short, usual] : [usual, short]
  // What is done is not called late on a guess.
  const shown = usual.doneOn === undefined ? first : second
  const { period, source, remind, validFrom } = shown.deadline.rule
  const rule = { ...usual.deadline.rule, name: variants.name, period, source, remind, validFrom }
  const wordsOf = (clock: Clock) => (clock === short ? variants.words.short : variants.words.usual)
  const lengths = [first, second].map((clock) => ({ words: wordsOf(clock), day: dayOf(clock) }))
  return {
    ...shown,
    deadline: { ...shown.deadline, rule },
    ...(dayOf(first) === dayOf(second) ? {} : { lengths }),
  }
}

/** What was done fits the usual length only: then it is that procedure. */
const fitsUsualOnly = (usual: Clock, short: Clock): boolean =>
  short.leftOut.length > usual.leftOut.length

/**
 * One clock for each period whose length hangs on a procedure that the record does not know; both days are told.
 * @policy rules.md C6, F9, F14: the earlier day is the one to go by
 */
export const joinLengths = (clocks: readonly Clock[]): JoinedClock[] => {
  const byId = new Map(clocks.map((clock) => [clock.deadline.rule.id, clock]))
  return clocks.flatMap((clock): JoinedClock[] => {
    const variants = variantsOf(clock.deadline.rule.id)
    const usual = variants && byId.get(variants.usual)
    const short = variants && byId.get(variants.short)
    if (!variants || !usual || !short) return [clock]
    if (clock === short) return []
    return [fitsUsualOnly(usual, short) ? usual : joined(variants, usual, short)]
  })
}

/** @policy Both days in one breath: 简易程序 2026年11月30日／普通程序 2026年12月8日 */
export const lengthWords = ({ lengths }: Pick<JoinedClock, 'lengths'>): string | undefined =>
  lengths?.map(({ words, day }) => `${words} ${formatChineseDate(day)}`).join('／')
