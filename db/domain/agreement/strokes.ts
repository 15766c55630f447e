/** Place in CSS pixels, ms since the first point of the signature, pressure 0 to 1. */
export type StrokePoint = { x: number; y: number; t: number; pressure: number }
export type Stroke = readonly StrokePoint[]
export type StrokeFlag = 'identical' | 'tooFast' | 'tooFewPoints' | 'changedText'

/** Ink in fewer milliseconds than anybody writes a name in. */
const leastDrawingMs = 400
/** CSS pixels per millisecond, about 2.6 m/s: a hand that writes stays far below. */
const mostSpeed = 10
const leastPoints = 8
/** CSS pixels, about 2 mm. */
const leastExtent = 8

/** Tenths of a pixel; no multiple of a tenth or of a power of two lies on a border of two tenths. */
const toTenths = (distance: number): number => Math.floor(distance * 10 + 0.531_415_9)

/**
 * Strokes as they lie to each other, wherever on the pad and however fast they were drawn: no hand draws the same
 * points twice, so two signatures of one shape are one signature used twice.
 * @policy issue 3 §4: never reused, a stroke-identical pair is flagged
 */
export const strokeShape = (strokes: readonly Stroke[]): string => {
  const first = strokes[0]?.[0]
  if (!first) return '[]'
  return JSON.stringify(
    strokes.map((stroke) =>
      stroke.map(({ x, y }) => [toTenths(x - first.x), toTenths(y - first.y)]),
    ),
  )
}

const lengthOf = (stroke: Stroke): number =>
  stroke.reduce((sum, point, index) => {
    const before = stroke[index - 1]
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum
  }, 0)

const timeOf = (stroke: Stroke): number => (stroke.at(-1)?.t ?? 0) - (stroke[0]?.t ?? 0)

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/**
 * Smallest and largest; a spread of very many arguments overflows the stack.
 * @policy as many points as the door takes can be measured and shown
 */
export const bounds = (numbers: readonly number[]): [number, number] => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const each of numbers) {
    if (each < low) low = each
    if (each > high) high = each
  }
  return [low, high]
}

/**
 * Milliseconds from the first point to the last, lifts of the pen included.
 * @policy issue 3 §4
 */
export const strokesDuration = (strokes: readonly Stroke[]): number => {
  const times = strokes.flatMap((stroke) => stroke.map(({ t }) => t))
  if (times.length === 0) return 0
  const [first, last] = bounds(times)
  return Math.round(last - first)
}

const extentOf = (points: readonly StrokePoint[]): number => {
  const [left, right] = bounds(points.map(({ x }) => x))
  const [top, bottom] = bounds(points.map(({ y }) => y))
  return Math.max(right - left, bottom - top)
}

const isFasterThanAHand = (strokes: readonly Stroke[]): boolean => {
  const times = strokes.flatMap((stroke) => stroke.map(({ t }) => t))
  if (times.some((t, index) => t < (times[index - 1] ?? 0))) return true
  const drawing = sumOf(strokes.map(timeOf))
  return drawing < leastDrawingMs || sumOf(strokes.map(lengthOf)) > mostSpeed * drawing
}

/**
 * What can be told from the strokes alone; a second use of the same shape is told by the store.
 * @policy issue 3 §4: a signature faster than a hand is flagged, and so is one that is none
 */
export const strokeFlagsOf = (strokes: readonly Stroke[]): StrokeFlag[] => {
  const points = strokes.flat()
  const flags: StrokeFlag[] = []
  if (isFasterThanAHand(strokes)) flags.push('tooFast')
  if (points.length < leastPoints || extentOf(points) < leastExtent) flags.push('tooFewPoints')
  return flags
}
