/** Lines of a pen inside a box, in points from its top left corner. */
export type Drawing = {
  width: number
  height: number
  lines: (readonly [x: number, y: number])[][]
  /** From 1, of its paper: Word asks for a number of each picture. */
  id: number
  /** Whose drawing it is, for those who cannot see it. */
  label: string
}

/** Width of the pen in points. */
export const penWidth = 1.2

type Place = { x: number; y: number }

/** Points nearer than this to the one before are left out; points. */
const nearest = 0.05

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Strokes in the middle of a box, as large as fits, never stretched. */
export const drawingOf = (
  strokes: readonly (readonly Place[])[],
  box: { width: number; height: number },
  { id, label }: Pick<Drawing, 'id' | 'label'>,
): Drawing => {
  const { width, height } = box
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of strokes.flat()) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const scale = Math.min(
    (width - 2 * penWidth) / Math.max(right - left, 1),
    (height - 2 * penWidth) / Math.max(bottom - top, 1),
  )
  const dx = (width - (right - left) * scale) / 2
  const dy = (height - (bottom - top) * scale) / 2
  const lines = strokes.map((stroke) => {
    const line: [number, number][] = []
    for (const { x, y } of stroke) {
      const place: [number, number] = [
        rounded(dx + (x - left) * scale),
        rounded(dy + (y - top) * scale),
      ]
      const before = line.at(-1)
      if (before && Math.hypot(place[0] - before[0], place[1] - before[1]) < nearest) continue
      line.push(place)
    }
    return line
  })
  return { width, height, lines: lines.filter((line) => line.length > 0), id, label }
}

/** The same as the `d` of an SVG path; a dot is a line of no length, which round ends show. */
export const pathOf = ({ lines }: Drawing): string =>
  lines
    .map(([first, ...rest]) => {
      const start = `M${first?.[0]} ${first?.[1]}`
      return rest.length === 0
        ? `${start}h0`
        : `${start}L${rest.map((at) => at.join(' ')).join(' ')}`
    })
    .join('')
