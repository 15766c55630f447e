import type { RetentionClass } from '#db/domain/dossier/dossier.ts'
import type { InputOf, OutputOf } from '../../lib/ask.ts'

type Stored = OutputOf<'dossiers.get'>['archive']
export type ArchiveWords = Omit<InputOf<'dossiers.saveArchive'>, 'caseId' | 'revision'>

export const archiveWordsOf = ({ revision: _revision, ...words }: Stored): ArchiveWords => words

/** As it goes into the store: an empty number is no number. */
export const storedArchive = (words: ArchiveWords): ArchiveWords => {
  const { archiveNumber, ...rest } = words
  const number = archiveNumber?.normalize('NFKC').trim() ?? ''
  return number === '' ? rest : { ...rest, archiveNumber: number }
}

type Years = OutputOf<'dossiers.get'>['retentionYears']

/** 短期（5 年）; the centre sets the years. */
export const retentionLabel = (retention: RetentionClass, years: Years): string => {
  if (retention === 'permanent') return '永久'
  const count = years[retention]
  const word = retention === 'short' ? '短期' : '长期'
  return count === undefined ? word : `${word}（${count} 年）`
}

/** Years as typed; undefined for a blank, 'wrong' for anything that is no number of years. */
export const parseYears = (text: string): number | undefined | 'wrong' => {
  const normal = text.normalize('NFKC').trim()
  if (normal === '') return undefined
  const years = Number(normal)
  return /^\d{1,3}$/.test(normal) && years >= 1 && years <= 100 ? years : 'wrong'
}

const fieldsOf: Readonly<Record<string, readonly (keyof ArchiveWords)[]>> = {
  'dossiers.archiveNumberTaken': ['archiveNumber'],
  'dossiers.wrongDays': ['compiledOn', 'checkedOn'],
}

/**
 * The same without what was refused, as it was stored before: one wrong number does not keep the other words out of
 * the store. Undefined where the refusal is about something else.
 */
export const withoutRefused = (
  code: string,
  words: ArchiveWords,
  saved: ArchiveWords,
): ArchiveWords | undefined => {
  const fields = fieldsOf[code]
  if (fields === undefined) return undefined
  const kept = Object.entries(words).filter(([name]) => !fields.some((field) => field === name))
  const back = fields.flatMap((field) =>
    saved[field] === undefined ? [] : [[field, saved[field]] as const],
  )
  return Object.fromEntries([...kept, ...back]) as ArchiveWords
}
