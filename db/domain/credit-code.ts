export type CreditCodeReason = 'empty' | 'length' | 'characters' | 'checkCharacter'

export type CreditCodeKind =
  | 'company'
  | 'soleTrader'
  | 'farmersCooperative'
  | 'government'
  | 'publicInstitution'
  | 'socialGroup'
  | 'privateNonEnterprise'
  | 'foundation'
  | 'union'
  | 'other'

export type CreditCodeCheck =
  | { ok: true; value: string; kind: CreditCodeKind }
  | { ok: false; reason: CreditCodeReason }

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

const kinds: Readonly<Record<string, CreditCodeKind>> = {
  '91': 'company',
  '92': 'soleTrader',
  '93': 'farmersCooperative',
  '11': 'government',
  '12': 'publicInstitution',
  '51': 'socialGroup',
  '52': 'privateNonEnterprise',
  '53': 'foundation',
  '81': 'union',
}

/**
 * The 18th character for the first 17 of a unified social credit code.
 * @law GB 32100 (taxonomy.md §7)
 */
export const creditCheckCharacter = (first17: string): string => {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(first17[index] ?? ''),
    0,
  )
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/**
 * Checks the unified social credit code; I, O, S, V and Z are no part of it.
 * @law GB 32100 (taxonomy.md §7)
 */
export const checkCreditCode = (text: string): CreditCodeCheck => {
  const value = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (value === '') return { ok: false, reason: 'empty' }
  if ([...value].some((character) => !alphabet.includes(character))) {
    return { ok: false, reason: 'characters' }
  }
  if (value.length !== 18) return { ok: false, reason: 'length' }
  if (creditCheckCharacter(value.slice(0, 17)) !== value[17]) {
    return { ok: false, reason: 'checkCharacter' }
  }
  return { ok: true, value, kind: kinds[value.slice(0, 2)] ?? 'other' }
}
