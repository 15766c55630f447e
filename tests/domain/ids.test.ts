import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCheckCharacter } from '#db/domain/credit-code.ts'
import { checkIdNumber, idCheckCharacter, maskIdNumber } from '#db/domain/id-number.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { checkPhone, maskPhone } from '#db/domain/phone.ts'

const today = localDate('2026-11-22')

const idNumber = fc
  .record({
    region: fc.integer({ min: 0, max: 999_999 }),
    age: fc.integer({ min: 0, max: 36_000 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, age, sequence }) => {
    const birth = addDays(today, -age).replaceAll('-', '')
    const first17 = `${String(region).padStart(6, '0')}${birth}${String(sequence).padStart(3, '0')}`
    return `${first17}${idCheckCharacter(first17)}`
  })

describe('checkIdNumber', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['330502199001010014', '1990-01-01', 'male'],
    ['330502198512244520', '1985-12-24', 'female'],
    ['330501199202290319', '1992-02-29', 'male'],
    ['330502200002291239', '2000-02-29', 'male'],
  ])('takes %s', (text, birthDate, sex) => {
    expect(checkIdNumber(text, today)).toMatchObject({ ok: true, value: text, birthDate, sex })
  })

  it.each([
    ['110105194912310021', 'checkDigit'],
    ['330501199302290319', 'birthDate'],
    ['', 'empty'],
    ['33050219900101001', 'length'],
    ['3305021990010100141', 'length'],
    ['33050219900101A014', 'characters'],
    ['33050X199001010014', 'characters'],
  ])('refuses %j for its %s', (text, reason) => {
    expect(checkIdNumber(text, today)).toEqual({ ok: false, reason })
  })

  it('reads full-width and small letters, and drops blanks', () => {
    expect(checkIdNumber(' １１０１０５ 19491231 002ｘ ')).toMatchObject({
      ok: true,
      value: '11010519491231002X',
    })
  })

  it('refuses a birth date after today, takes it without a today', () => {
    const first17 = '33050220261123001'
    const text = `${first17}${idCheckCharacter(first17)}`
    expect(checkIdNumber(text, today)).toEqual({ ok: false, reason: 'birthDateInFuture' })
    expect(checkIdNumber(text).ok).toBe(true)
  })

  it('only warns of an unknown region and of fifteen digits', () => {
    const first17 = '99990019900101001'
    expect(checkIdNumber(`${first17}${idCheckCharacter(first17)}`)).toMatchObject({
      ok: true,
      warnings: ['foreignResident'],
    })
    const unknown = '00000019900101001'
    expect(checkIdNumber(`${unknown}${idCheckCharacter(unknown)}`)).toMatchObject({
      warnings: ['region'],
    })
    expect(checkIdNumber('330502850101002')).toMatchObject({
      ok: true,
      birthDate: '1985-01-01',
      sex: 'female',
      warnings: ['fifteenDigits'],
    })
    expect(checkIdNumber('440524188001010014', today)).toMatchObject({ warnings: ['veryOld'] })
  })

  it('takes every number built by the rule', () => {
    fc.assert(
      fc.property(idNumber, (text) => {
        expect(checkIdNumber(text, today).ok).toBe(true)
      }),
    )
  })

  it('refuses any single character changed', () => {
    fc.assert(
      fc.property(
        idNumber,
        fc.nat(17),
        fc.constantFrom(...'0123456789X'),
        (text, at, character) => {
          fc.pre(text[at] !== character)
          const changed = `${text.slice(0, at)}${character}${text.slice(at + 1)}`
          expect(checkIdNumber(changed, today).ok).toBe(false)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('refuses two neighbours swapped', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(15), (text, at) => {
        fc.pre(text[at] !== text[at + 1])
        const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`
        expect(checkIdNumber(swapped, today).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('maskIdNumber', () => {
  it('keeps region and last four', () => {
    expect(maskIdNumber('330502199001010014')).toBe('330502********0014')
    expect(maskIdNumber('12345')).toBe('*****')
  })
})

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCode = fc
  .string({ unit: fc.constantFrom(...creditAlphabet), minLength: 17, maxLength: 17 })
  .map((first17) => `${first17}${creditCheckCharacter(first17)}`)

describe('checkCreditCode', () => {
  it.each([
    ['91350100M000100Y43', 'company'],
    ['91330502MA2B00000N', 'company'],
    ['92330502MA28A0001C', 'soleTrader'],
    ['81330502000000001Y', 'union'],
  ])('takes %s as %s', (text, kind) => {
    expect(checkCreditCode(text)).toEqual({ ok: true, value: text, kind })
    expect(checkCreditCode(text.toLowerCase())).toMatchObject({ ok: true, value: text })
    for (const last of creditAlphabet.replace(text.slice(-1), '')) {
      expect(checkCreditCode(`${text.slice(0, 17)}${last}`)).toEqual({
        ok: false,
        reason: 'checkCharacter',
      })
    }
  })

  it.each([
    ['', 'empty'],
    ['91330502MA2B0000', 'length'],
    ['91330502MA2B0000IN', 'characters'],
    ['91330502MA2BO0000N', 'characters'],
  ])('refuses %j for its %s', (text, reason) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason })
  })

  it('refuses any single character changed', () => {
    fc.assert(
      fc.property(
        creditCode,
        fc.nat(17),
        fc.constantFrom(...creditAlphabet),
        (text, at, character) => {
          expect(checkCreditCode(text).ok).toBe(true)
          fc.pre(text[at] !== character)
          expect(checkCreditCode(`${text.slice(0, at)}${character}${text.slice(at + 1)}`).ok).toBe(
            false,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('checkPhone', () => {
  it.each([
    ['13812341234', 'mobile', '13812341234'],
    ['+86 138-1234-1234', 'mobile', '13812341234'],
    ['１３８１２３４１２３４', 'mobile', '13812341234'],
    ['0572-2212345', 'landline', '0572-2212345'],
    ['05722212345', 'landline', '05722212345'],
    ['（0572）2212345', 'landline', '0572-2212345'],
    ['2212345', 'landline', '2212345'],
    ['010-62212345-801', 'landline', '010-62212345-801'],
    ['400 8001234', 'service', '4008001234'],
    ['12348', 'hotline', '12348'],
    ['96345', 'hotline', '96345'],
  ])('takes %s as %s', (text, kind, value) => {
    expect(checkPhone(text)).toEqual({ ok: true, kind, value })
  })

  it.each([
    ['', 'empty'],
    ['12812341234', 'form'],
    ['1381234123', 'form'],
    ['0572-1212345', 'form'],
    ['12349', 'form'],
    ['138x2341234', 'characters'],
  ])('refuses %j for its %s', (text, reason) => {
    expect(checkPhone(text)).toEqual({ ok: false, reason })
  })
})

describe('maskPhone', () => {
  it('keeps three and four of a mobile, four of a landline, all of a hotline', () => {
    expect(maskPhone('13812341234')).toBe('138****1234')
    expect(maskPhone('0572-2212345')).toBe('********2345')
    expect(maskPhone('12348')).toBe('12348')
    expect(maskPhone('12')).toBe('*2')
  })
})
