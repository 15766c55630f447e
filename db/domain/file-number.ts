const requireSequence = (year: number, sequence: number): void => {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`year: ${year}`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`sequence: ${sequence}`)
}

/**
 * The number that dossier and agreement carry: （2026）织人调字第12号.
 * One running sequence per body and calendar year, a voided number is never reused.
 * @policy forms.md §1 numbering
 */
export const fileNumber = (year: number, shortName: string, sequence: number): string => {
  requireSequence(year, sequence)
  return `（${year}）${shortName}字第${sequence}号`
}

/**
 * The internal number of a case, never reused: MT-2026-000123.
 * @policy taxonomy.md §8
 */
export const caseNumber = (year: number, sequence: number): string => {
  requireSequence(year, sequence)
  return `MT-${year}-${String(sequence).padStart(6, '0')}`
}
