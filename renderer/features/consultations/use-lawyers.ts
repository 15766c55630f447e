import type { LocalDate } from '#db/domain/local-date.ts'
import { useAsk } from '../../lib/ask.ts'
import type { SelectOption } from '../../ui/select-field.tsx'

/** Lawyers to choose from on a day, those at the desk first; undefined until they are known. */
export const useLawyers = (date: LocalDate): readonly SelectOption<string>[] | undefined =>
  useAsk('consultations.lawyers', { date }).data?.map(({ id, name, initials, onDuty }) => ({
    value: id,
    label: onDuty ? `${name}（当天值班）` : name,
    keywords: initials,
  }))
