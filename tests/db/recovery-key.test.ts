import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, parseRecoveryKey } from '#db/store/recovery-key.ts'

const key = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('formatRecoveryKey', () => {
  it('prints seven groups of five without I, L, O and U', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        expect(formatRecoveryKey(bytes)).toMatch(
          /^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/,
        )
      }),
    )
  })
})

describe('parseRecoveryKey', () => {
  it('reads back what was printed, in lower case, spaced, full width, with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const printed = formatRecoveryKey(bytes)
        const fullWidth = printed.replaceAll(/[^-]/g, (character) =>
          String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
        )
        const typed = [
          printed,
          printed.toLowerCase(),
          printed.replaceAll('-', ' '),
          printed.replaceAll('-', ''),
          printed.replaceAll('0', 'O').replaceAll('1', 'l'),
          printed.replaceAll('0', 'o').replaceAll('1', 'I'),
          printed.replaceAll('-', '—'),
          fullWidth,
        ]
        for (const text of typed) expect(parseRecoveryKey(text)).toEqual(bytes)
      }),
    )
  })

  it('refuses every single wrong character', () => {
    const printed = formatRecoveryKey(
      Buffer.from('00112233445566778899aabbccddeeff01234567', 'hex'),
    )
    for (const [at, right] of [...printed].entries()) {
      if (right === '-') continue
      for (const wrong of alphabet.replace(right, '')) {
        const typed = printed.slice(0, at) + wrong + printed.slice(at + 1)
        expect(parseRecoveryKey(typed), typed).toBeUndefined()
      }
    }
  })

  it('refuses two neighbours in the wrong order', () => {
    fc.assert(
      fc.property(key, fc.nat(33), (bytes, at) => {
        const text = formatRecoveryKey(bytes).replaceAll('-', '')
        const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`
        fc.pre(swapped !== text)
        expect(parseRecoveryKey(swapped)).toBeUndefined()
      }),
    )
  })

  it('refuses a missing or an extra character and the letter U', () => {
    const printed = formatRecoveryKey(Buffer.alloc(20, 7))
    expect(parseRecoveryKey(printed.slice(1))).toBeUndefined()
    expect(parseRecoveryKey(`${printed}0`)).toBeUndefined()
    expect(parseRecoveryKey(`U${printed.slice(1)}`)).toBeUndefined()
    expect(parseRecoveryKey('')).toBeUndefined()
  })
})
