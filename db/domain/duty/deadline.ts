import { addDays, type LocalDate } from '../local-date.ts'
import { wallOf } from './wall-time.ts'

/**
 * Whether a lawyer may still ask for a change of a duty; afterwards the head does it.
 * @policy Until an hour of the evening before, which the centre sets
 */
export const mayStillAsk = (date: LocalDate, now: string, untilHour: number): boolean => {
  const eve = addDays(date, -1)
  const wall = wallOf(now)
  return wall.date < eve || (wall.date === eve && wall.minute < untilHour * 60)
}
