/**
 * 咨询2026-0456: one running sequence per calendar year, never reused; the word stands for every body alike, so that a
 * new name of the body leaves old numbers as they are.
 * @policy forms.md F26
 */
export const consultationNumber = (year: number, sequence: number): string =>
  `咨询${year}-${String(sequence).padStart(4, '0')}`
