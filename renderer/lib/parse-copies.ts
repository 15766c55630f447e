/** As many as the contract takes. */
export const maxCopies = 99

/** A whole number of copies that can be printed; undefined for anything else. */
export const parseCopies = (text: string): number | undefined => {
  const normal = text.normalize('NFKC').trim()
  const count = Number(normal)
  return /^\d{1,2}$/.test(normal) && count >= 1 && count <= maxCopies ? count : undefined
}
