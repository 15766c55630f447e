import { assignmentKey } from './prepared.ts'
import type { Assignment, RotaProblem } from './problem.ts'

/**
 * The same problem with these half-days as they stand: nobody goes, nobody comes.
 * @policy What has begun is not planned any more
 */
export const withClosedShifts = (
  problem: RotaProblem,
  assignments: readonly Assignment[],
  isClosed: (shift: string) => boolean,
): RotaProblem => {
  const there = assignments.filter(({ shift }) => isClosed(shift))
  const fixed = new Set(there.map(assignmentKey))
  return {
    ...problem,
    shifts: problem.shifts.map((each) =>
      isClosed(each.id)
        ? {
            ...each,
            demand: there.filter(({ shift }) => shift === each.id).length,
            needs: each.needs.map(({ kind, value }) => ({ kind, value })),
          }
        : each,
    ),
    pins: [
      ...problem.pins.filter((pin) => !fixed.has(assignmentKey(pin)) && !isClosed(pin.shift)),
      ...there.map((each) => ({ ...each, knowingly: true })),
    ],
  }
}
