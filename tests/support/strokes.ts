/** A stroke as a hand draws it: a bow with a tremble, one point every 16 ms. */
const bow = (x: number, y: number, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    x: x + index * 3 + Math.sin(index * 1.7) * 0.8,
    y: y + Math.sin(index / 4) * 14 + Math.cos(index * 2.3) * 0.6,
    t: from + index * 16,
    pressure: 0.3 + 0.2 * Math.abs(Math.sin(index / 5)),
  }))

/** A name in two strokes, one second of ink; another `hand` draws another shape. */
export const handStrokes = (hand = 0) => [
  bow(40 + hand * 1.37, 60 - hand * 0.71, 0, 36),
  bow(90 + hand * 2.91, 75 + hand * 1.13, 780, 30),
]

/** What the screen hands over for a signature. */
export const screenOf = (
  paperSha256: string,
  hand = 0,
  pointer: 'pen' | 'touch' | 'mouse' = 'pen',
) => ({
  strokes: handStrokes(hand),
  paperSha256,
  place: '一号调解室',
  witnessName: '周窗口',
  pointer,
})
