/** Half-width capitals without blanks and hyphens; O is 0, I and L are 1, as on the printed key. */
export const plainKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

export const keyGroups = (key: string): string[] => key.split('-').filter(Boolean)

/** The last two groups were typed from the paper. */
export const isTypedBack = (key: string, typed: string): boolean => {
  const wanted = plainKey(keyGroups(key).slice(-2).join(''))
  return wanted !== '' && plainKey(typed) === wanted
}
