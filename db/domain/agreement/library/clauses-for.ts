import { levelOneOf } from '../../case/taxonomy.ts'
import type { LocalDate } from '../../local-date.ts'
import type { LibraryClause } from './library-clause.ts'

/**
 * The wording in use on a day: of each id the latest that has begun. Order as in the library.
 * @policy A new wording is a new row with a later `from`; the old one stays for its time.
 */
export const clausesOn = (library: readonly LibraryClause[], on: LocalDate): LibraryClause[] => {
  const latest = new Map<string, LibraryClause>()
  for (const clause of library) {
    const known = latest.get(clause.id)
    if (clause.from <= on && (!known || known.from < clause.from)) latest.set(clause.id, clause)
  }
  return [...latest.values()]
}

/** 0 the very type, 1 its level-1 type (or a type below it), 2 every dispute; undefined: another one. */
const rankOf = ({ typeCodes }: LibraryClause, typeCode: string): 0 | 1 | 2 | undefined => {
  if (typeCodes.length === 0) return 2
  if (typeCodes.includes(typeCode)) return 0
  const top = levelOneOf(typeCode)
  const isNear = typeCodes.some((code) =>
    typeCode === top ? levelOneOf(code) === top : code === top,
  )
  return isNear ? 1 : undefined
}

/** @policy Made for this kind of dispute, not for every one. */
export const fitsType = (clause: LibraryClause, typeCode: string): boolean =>
  typeCode !== '' && (rankOf(clause, typeCode) ?? 2) < 2

/**
 * Clauses to offer for a dispute: those of its own type, then of its level-1 type, then the general ones.
 * @policy What is made for another kind of dispute is left out.
 */
export const clausesFor = (
  typeCode: string,
  library: readonly LibraryClause[],
  on: LocalDate,
): LibraryClause[] =>
  clausesOn(library, on)
    .flatMap((clause) => {
      const rank = rankOf(clause, typeCode)
      return rank === undefined ? [] : [{ clause, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ clause }) => clause)
