/** Crockford's base 32: no I, L, O or U, so that a printed code is read without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const digestCharacters = 16
const groupSize = 4
/** 80 bits of the digest. */
const prefixLength = 20

/** Multiplies by the primitive element of the field of 32 elements (x⁵ + x² + 1). */
const timesAlpha = (value: number): number => {
  const doubled = value << 1
  return doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled
}

/**
 * The weights of 17 places are 17 different powers of the primitive element: every single wrong character and
 * every swap of two of them changes the sum.
 */
const checkOf = (symbols: readonly number[]): number =>
  symbols.reduce((sum, symbol) => timesAlpha(sum ^ symbol), 0)

const grouped = (text: string): string =>
  text.replaceAll(new RegExp(`(.{${groupSize}})(?=.)`, 'g'), '$1-')

/**
 * What is printed at the foot of a paper: 80 bits of its digest and a check character, `XXXX-XXXX-XXXX-XXXX-X`.
 * @policy issue 3 §4
 */
export const paperCode = (sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('a digest is 64 lower-case hex digits')
  const bits = Array.from(sha256.slice(0, prefixLength), (digit) =>
    Number.parseInt(digit, 16).toString(2).padStart(4, '0'),
  ).join('')
  const symbols = Array.from({ length: digestCharacters }, (_, index) =>
    Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2),
  )
  return grouped([...symbols, checkOf(symbols)].map((symbol) => alphabet.charAt(symbol)).join(''))
}

export type PaperCodeReason = 'length' | 'character' | 'check'
export type ReadPaperCode =
  | { ok: true; code: string; sha256Prefix: string }
  | { ok: false; reason: PaperCodeReason }

/**
 * A code as somebody typed it: small letters, full width, spaces or none, O for 0, I and L for 1.
 * @policy issue 3 §4: a mistyped code is told apart from an unknown one
 */
export const readPaperCode = (typed: string): ReadPaperCode => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const symbols = Array.from(text, (character) => alphabet.indexOf(character))
  if (symbols.includes(-1)) return { ok: false, reason: 'character' }
  if (symbols.length !== digestCharacters + 1) return { ok: false, reason: 'length' }
  const digest = symbols.slice(0, digestCharacters)
  if (checkOf(digest) !== symbols.at(-1)) return { ok: false, reason: 'check' }
  const bits = digest.map((symbol) => symbol.toString(2).padStart(5, '0')).join('')
  const sha256Prefix = Array.from({ length: prefixLength }, (_, index) =>
    Number.parseInt(bits.slice(index * 4, index * 4 + 4), 2).toString(16),
  ).join('')
  return { ok: true, code: grouped(text), sha256Prefix }
}
