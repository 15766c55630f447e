/** Crockford's base 32: no I, L, O or U, so that a printed key is read without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyBytes = 20
const keySymbols = 32
const checkSymbols = 3
const groupSize = 5

/**
 * CRC-15 (polynomial 0x4599): every wrong symbol and every swap of two neighbours is a burst of at
 * most 10 bits, and a CRC of 15 bits finds all of those.
 */
const checkOf = (symbols: readonly number[]): number => {
  let crc = 0x2a5c
  for (const symbol of symbols) {
    for (let bit = 4; bit >= 0; bit -= 1) {
      const carry = ((crc >> 14) ^ (symbol >> bit)) & 1
      crc = (crc << 1) & 0x7fff
      if (carry === 1) crc ^= 0x4599
    }
  }
  return crc
}

const toSymbols = (bytes: Buffer): number[] => {
  const symbols: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      symbols.push((held >> bits) & 31)
    }
  }
  return symbols
}

const toBytes = (symbols: readonly number[]): Buffer => {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const symbol of symbols) {
    held = ((held << 5) | symbol) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
  }
  return Buffer.from(bytes)
}

/** 160 random bits as seven groups of five; the last three characters are the check. */
export const formatRecoveryKey = (bytes: Buffer): string => {
  if (bytes.length !== keyBytes) throw new RangeError('a recovery key has 20 bytes')
  const symbols = toSymbols(bytes)
  const check = checkOf(symbols)
  const all = [...symbols, check >> 10, (check >> 5) & 31, check & 31]
  const text = all.map((symbol) => alphabet.charAt(symbol)).join('')
  return text.replaceAll(new RegExp(`(.{${groupSize}})(?=.)`, 'g'), '$1-')
}

/** The bytes of a typed key, or undefined when its check says that it was mistyped. */
export const parseRecoveryKey = (typed: string): Buffer | undefined => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (text.length !== keySymbols + checkSymbols) return undefined
  const symbols = Array.from(text, (character) => alphabet.indexOf(character))
  if (symbols.includes(-1)) return undefined
  const key = symbols.slice(0, keySymbols)
  const [high = 0, middle = 0, low = 0] = symbols.slice(keySymbols)
  return checkOf(key) === ((high << 10) | (middle << 5) | low) ? toBytes(key) : undefined
}
