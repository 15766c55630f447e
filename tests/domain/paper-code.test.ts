import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperCode, readPaperCode } from '#db/domain/paper-code.ts'

const hex = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
const digest = hex.map((digits) => digits.join(''))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const plain = (code: string) => code.replaceAll('-', '')

describe('paperCode', () => {
  it('is four groups of four and a check character, free of I, L, O and U', () => {
    expect(paperCode('0'.repeat(64))).toBe('0000-0000-0000-0000-0')
    expect(paperCode(`8421${'0'.repeat(60)}`)).toMatch(/^GGGG-/)
    expect(paperCode('f'.repeat(64))).toMatch(/^ZZZZ-ZZZZ-ZZZZ-ZZZZ-/)
    fc.assert(
      fc.property(digest, (sha256) => {
        expect(paperCode(sha256)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/)
      }),
    )
  })

  it('takes a whole digest only', () => {
    expect(() => paperCode('abc')).toThrow(RangeError)
    expect(() => paperCode('A'.repeat(64))).toThrow(RangeError)
  })
})

describe('readPaperCode', () => {
  it('gives back the first 80 bits of the digest', () => {
    fc.assert(
      fc.property(digest, (sha256) => {
        const code = paperCode(sha256)
        expect(readPaperCode(code)).toEqual({ ok: true, code, sha256Prefix: sha256.slice(0, 20) })
      }),
    )
  })

  it('takes small letters, full width, other dashes, spaces, and O, I, L for digits', () => {
    const code = paperCode(`01${'4'.repeat(62)}`)
    const wanted = { ok: true, code, sha256Prefix: `01${'4'.repeat(18)}` }
    const full = [...code].map((char) =>
      char === '-' ? '－' : String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0),
    )
    const typed = [
      code.toLowerCase(),
      plain(code),
      ` ${code.replaceAll('-', ' – ')} `,
      full.join(''),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
    ]
    for (const text of typed) expect(readPaperCode(text), text).toEqual(wanted)
  })

  it('notices every wrong character and every swap of two', () => {
    fc.assert(
      fc.property(digest, fc.nat(16), fc.nat(16), fc.nat(30), (sha256, at, other, shift) => {
        const code = [...plain(paperCode(sha256))]
        const [mine = '', theirs = ''] = [code[at], code[other]]
        const wrong = alphabet[(alphabet.indexOf(mine) + 1 + shift) % 32] ?? ''
        expect(readPaperCode(code.with(at, wrong).join(''))).toEqual({ ok: false, reason: 'check' })
        if (mine !== theirs)
          expect(readPaperCode(code.with(at, theirs).with(other, mine).join(''))).toEqual({
            ok: false,
            reason: 'check',
          })
      }),
      { numRuns: 1000 },
    )
  })

  it('tells a wrong length from characters that no code has', () => {
    const code = paperCode('5'.repeat(64))
    expect(readPaperCode(code.slice(0, -1))).toEqual({ ok: false, reason: 'length' })
    expect(readPaperCode(`${code}0`)).toEqual({ ok: false, reason: 'length' })
    expect(readPaperCode('')).toEqual({ ok: false, reason: 'length' })
    expect(readPaperCode(`U${code.slice(1)}`)).toEqual({ ok: false, reason: 'character' })
    expect(readPaperCode('核验码')).toEqual({ ok: false, reason: 'character' })
  })
})
