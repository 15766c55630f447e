import { addDays, addMonths, daysBetween, type LocalDate } from '../local-date.ts'

/**
 * The first day after `months` whole months that began on `start`: the corresponding day; where the month has
 * none, its last day closes the period (V3e).
 * @law 《民法典》第二百零二条 (L1)
 */
export const dayAfterMonths = (start: LocalDate, months: number): LocalDate => {
  const corresponding = addMonths(start, months)
  return corresponding.slice(8) === start.slice(8) ? corresponding : addDays(corresponding, 1)
}

export type Stretch = { months: number; days: number }

/**
 * Whole months from `start` to `end`, both days included, and the days over.
 * @law 《民法典》第二百零二条 (L1)
 */
export const stretchOf = (start: LocalDate, end: LocalDate): Stretch => {
  const after = addDays(end, 1)
  const years = Number(after.slice(0, 4)) - Number(start.slice(0, 4))
  let months = Math.max(0, years * 12 + Number(after.slice(5, 7)) - Number(start.slice(5, 7)))
  while (months > 0 && dayAfterMonths(start, months) > after) months -= 1
  return { months, days: daysBetween(dayAfterMonths(start, months), after) }
}

/**
 * Months of pay for a time of service: one for each full year, one for a rest of six months or more, half for less.
 * @law 《劳动合同法》第四十七条;《民法典》第一千二百五十九条 (V1–V3e)
 */
export const severanceMonths = ({ months, days }: Stretch): number => {
  const rest = months % 12
  const years = Math.floor(months / 12)
  if (rest >= 6) return years + 1
  return rest > 0 || days > 0 ? years + 0.5 : years
}

/** 5年8个月6天. @policy house wording of 计算说明 */
export const stretchWords = ({ months, days }: Stretch): string => {
  const parts: [number, string][] = [
    [Math.floor(months / 12), '年'],
    [months % 12, '个月'],
    [days, '天'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join('')
}
