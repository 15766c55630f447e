/** Places of one thing in two lists. */
export type KeptPlace = { before: number; after: number }

/**
 * The longest run of equal things that stand in the same order in both lists, with their places, in that order.
 * @policy Of several longest ones always the same.
 */
export const keptInOrder = (before: readonly string[], after: readonly string[]): KeptPlace[] => {
  const width = after.length + 1
  /** Length of the longest run of what follows place `at / width` of the one and `at % width` of the other. */
  const longest = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const kept: KeptPlace[] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      kept.push({ before: row, after: column })
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return kept
}
