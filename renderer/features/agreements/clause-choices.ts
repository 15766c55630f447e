import type { OutputOf } from '../../lib/ask.ts'
import { clauseGroupLabels } from '../../lib/labels/clause-library.ts'
import { pinyinInitials } from '../../lib/labels/pinyin-initials.ts'

export type LibraryChoice = OutputOf<'clauses.list'>[number]

export const shelves = ['fits', 'own', 'general'] as const
export type Shelf = (typeof shelves)[number]

export const shelfLabels = {
  fits: '适合本案',
  own: '本中心其他条款',
  general: '各类纠纷都能用',
} as const satisfies Record<Shelf, string>

export const shelfOf = ({ fits, isOwn }: LibraryChoice): Shelf =>
  fits ? 'fits' : isOwn ? 'own' : 'general'

export const groupLabel = (group: string): string =>
  Object.hasOwn(clauseGroupLabels, group)
    ? clauseGroupLabels[group as keyof typeof clauseGroupLabels]
    : '本中心'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** 0 by title, 1 by its initials, 2 by anything else that is written there; undefined: not found. */
const rankOf = (clause: LibraryChoice, word: string): number | undefined => {
  if (plain(clause.title).includes(word)) return 0
  if (/^[a-z]+$/.test(word) && pinyinInitials(clause.title).includes(word)) return 1
  const rest = [clause.text, clause.note, clause.source, groupLabel(clause.group)].map(plain)
  return rest.some((text) => text.includes(word)) ? 2 : undefined
}

const wordsIn = (query: string): string[] =>
  plain(query)
    .split(/[\s,，、]+/u)
    .filter(Boolean)

/**
 * Clauses in which every word of the query is found, by shelf, best first; without a query all of them in the
 * order of the library.
 */
export const findClauses = (
  library: readonly LibraryChoice[],
  query: string,
  shelf?: Shelf,
): LibraryChoice[] => {
  const words = wordsIn(query)
  return library
    .flatMap((clause) => {
      if (shelf !== undefined && shelfOf(clause) !== shelf) return []
      const ranks = words.map((word) => rankOf(clause, word))
      const worst = Math.max(0, ...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY))
      return Number.isFinite(worst) ? [{ clause, rank: worst }] : []
    })
    .toSorted(
      (a, b) =>
        shelves.indexOf(shelfOf(a.clause)) - shelves.indexOf(shelfOf(b.clause)) || a.rank - b.rank,
    )
    .map(({ clause }) => clause)
}
