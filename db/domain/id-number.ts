import { addYears, ageOn, type LocalDate, parseLocalDate } from './local-date.ts'
import type { Sex } from './party.ts'

export type IdNumberReason =
  | 'empty'
  | 'length'
  | 'characters'
  | 'birthDate'
  | 'birthDateInFuture'
  | 'checkDigit'

/** `region`: the province part is unknown, old codes vanish; `fifteenDigits`: a card of before 1999. */
export type IdNumberWarning = 'region' | 'fifteenDigits' | 'foreignResident' | 'veryOld'

export type IdNumberCheck =
  | { ok: true; value: string; birthDate: LocalDate; sex: Sex; warnings: IdNumberWarning[] }
  | { ok: false; reason: IdNumberReason }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const provinces = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 ' +
    '71 81 82 83'
  ).split(' '),
)

/** Full-width forms to ASCII, separators out, x to X. */
const normalise = (text: string): string =>
  text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/**
 * The 18th character for 17 digits.
 * @law GB 11643 (taxonomy.md §7)
 */
export const idCheckCharacter = (first17: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return checkCharacters[sum % 11] ?? ''
}

const dateOf = (digits: string): LocalDate | undefined =>
  parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`)

const warningsOf = (value: string, birthDate: LocalDate, today?: LocalDate): IdNumberWarning[] => {
  const isForeign = value.startsWith('9')
  return [
    ...(isForeign ? (['foreignResident'] as const) : []),
    ...(!isForeign && !provinces.has(value.slice(0, 2)) ? (['region'] as const) : []),
    ...(value.length === 15 ? (['fifteenDigits'] as const) : []),
    ...(today && ageOn(birthDate, today) > 120 ? (['veryOld'] as const) : []),
  ]
}

/**
 * Checks form, birth date and check character; an unknown region only warns.
 * @param today refuses later birth dates; without it the date is only checked to be real.
 * @law GB 11643 (taxonomy.md §7)
 */
export const checkIdNumber = (text: string, today?: LocalDate): IdNumberCheck => {
  const value = normalise(text)
  if (value === '') return { ok: false, reason: 'empty' }
  if (!/^\d*X?$/.test(value)) return { ok: false, reason: 'characters' }
  if (value.length !== 18 && value.length !== 15) return { ok: false, reason: 'length' }
  if (value.length === 15 && value.endsWith('X')) return { ok: false, reason: 'characters' }
  const birthDate = dateOf(value.length === 18 ? value.slice(6, 14) : `19${value.slice(6, 12)}`)
  if (!birthDate || birthDate < '1800-01-01') return { ok: false, reason: 'birthDate' }
  if (today && birthDate > today) return { ok: false, reason: 'birthDateInFuture' }
  if (value.length === 18 && idCheckCharacter(value.slice(0, 17)) !== value[17]) {
    return { ok: false, reason: 'checkDigit' }
  }
  const sequenceEnd = value.length === 18 ? value[16] : value[14]
  const sex: Sex = Number(sequenceEnd) % 2 === 1 ? 'male' : 'female'
  return { ok: true, value, birthDate, sex, warnings: warningsOf(value, birthDate, today) }
}

/**
 * 330502********0014: region and last four stay.
 * @law 《个人信息保护法》第二十八条至第三十一条 (I6)
 */
export const maskIdNumber = (text: string): string => {
  const value = normalise(text)
  if (value.length < 11) return '*'.repeat(value.length)
  return `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`
}

/** @law 《民法典》第十七条: full age at eighteen (B9) */
export const comesOfAgeOn = (birthDate: LocalDate): LocalDate => addYears(birthDate, 18)
