/** A small seeded generator (mulberry32): the same seed gives the same run on every machine. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  /** An id in the shape of UUIDv7: the given instant first, then what the seed gives. */
  uuid(instant: string): string
}

const twoTo32 = 0x1_0000_0000
const fourDigits = Array.from({ length: 0x1_0000 }, (_, value) =>
  value.toString(16).padStart(4, '0'),
)
const hex = (bits: number) => fourDigits[bits & 0xffff] ?? ''

/** The first 48 bits of an id; most ids of a run share their instant with the one before. */
function timePrefixes() {
  let known = ''
  let prefix = ''
  return (instant: string) => {
    if (instant === known) return prefix
    const time = Date.parse(instant).toString(16).padStart(12, '0')
    known = instant
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-7`
    return prefix
  }
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => bits() / twoTo32
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const prefixOf = timePrefixes()
  return {
    next,
    int,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[int(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    chance: (share) => next() < share,
    uuid(instant) {
      const [first, second, third] = [bits(), bits(), bits()]
      const variant = hex(0x8000 | ((first >>> 16) & 0x3fff))
      return `${prefixOf(instant)}${hex(first).slice(1)}-${variant}-${hex(second)}${hex(second >>> 16)}${hex(third)}`
    },
  }
}

/** An independent stream for one part of a run, so that a change in one part leaves the others alone. */
export const streamOf = (seed: number, index: number): Random =>
  seededRandom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35))
