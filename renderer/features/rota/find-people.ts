type Person = { name: string; initials: string; firmName?: string }

const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s·]/g, '').toLowerCase()

/** Found by name, by the initials of its pinyin, or by firm. */
export const matches = ({ name, initials, firmName = '' }: Person, typed: string): boolean => {
  const wanted = plain(typed)
  return (
    wanted === '' ||
    plain(name).includes(wanted) ||
    plain(initials).startsWith(wanted) ||
    plain(firmName).includes(wanted)
  )
}
