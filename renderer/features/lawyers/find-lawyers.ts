import type { Lawyer } from '#contract/lawyers.ts'

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

type Sought = { text: string; left: boolean }

/** By name, initials, firm, field, language or the end of the phone number; who left only when asked for. */
export const findLawyers = (lawyers: readonly Lawyer[], { text, left }: Sought): Lawyer[] => {
  const wanted = plain(text)
  return lawyers.filter((lawyer) => {
    if (!lawyer.active && !left) return false
    if (wanted === '') return true
    const words = [lawyer.name, lawyer.firmName ?? '', ...lawyer.fields, ...lawyer.languages]
    return (
      words.some((word) => plain(word).includes(wanted)) ||
      lawyer.initials.startsWith(wanted) ||
      (/^\d{3,}$/.test(wanted) && plain(lawyer.phone).endsWith(wanted))
    )
  })
}
