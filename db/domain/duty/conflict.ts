/** Somebody by name, and by ID number or credit code where it is known ('' otherwise). */
export type Named = { name: string; identityNumber: string }

/**
 * A name as it is compared: full-width forms and capitals folded, blanks and what nobody sees out.
 * @policy Names are typed by different hands
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()

/**
 * An ID number or credit code as it is compared; a card of 18 digits equals its old one of 15.
 * @law GB 11643 (taxonomy.md §7)
 */
export const foldIdentity = (text: string): string => {
  const value = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^\d{17}[\dX]$/.test(value) && value.slice(6, 8) === '19'
    ? `${value.slice(0, 6)}${value.slice(8, 17)}`
    : value
}

/**
 * Whether a firm's interest is about this party: by number where both are known, else by name.
 * @law 《律师法》第三十九条;《律师执业管理办法》第二十八条
 */
export const isSamePerson = (one: Named, other: Named): boolean => {
  const [first, second] = [foldIdentity(one.identityNumber), foldIdentity(other.identityNumber)]
  if (first !== '' && second !== '') return first === second
  return foldName(one.name) !== '' && foldName(one.name) === foldName(other.name)
}
