/**
 * A number between two rows' positions; lines after the last get whole steps.
 * @returns undefined when no number is left between the two
 */
export const positionBetween = (
  before: number | undefined,
  after: number | undefined,
): number | undefined => {
  if (after === undefined) return Math.floor(before ?? 0) + 1
  if (before === undefined) return after - 1
  const middle = (before + after) / 2
  return middle > before && middle < after ? middle : undefined
}
