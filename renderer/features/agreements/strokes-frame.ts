import { bounds } from '#db/domain/agreement/strokes.ts'

const margin = 12

type Point = { x: number; y: number }

/** The box around all points, with some air, as an SVG `viewBox`. */
export const frameOf = (points: readonly Point[]): string => {
  const [left, right] = bounds(points.map(({ x }) => x))
  const [top, bottom] = bounds(points.map(({ y }) => y))
  const size = [right - left + 2 * margin, bottom - top + 2 * margin]
  return [left - margin, top - margin, ...size].join(' ')
}
