import { type LocalDate, localDateOf, parseLocalDate } from '../local-date.ts'

const written = /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})/u
const compact = /^(\d{4})(\d{2})(\d{2})$/

/**
 * The day in what somebody typed into a form: 2026年11月22日 09:30, 2026-11-22, 20261122, an instant.
 * @policy what cannot be read is no day
 */
export const typedDay = (typed: string | undefined): LocalDate | undefined => {
  const text = typed?.normalize('NFKC').trim() ?? ''
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return localDateOf(text)
  const found = written.exec(text) ?? compact.exec(text)
  return found
    ? parseLocalDate(
        `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}`,
      )
    : undefined
}
