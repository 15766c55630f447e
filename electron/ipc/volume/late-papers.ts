import type { Part } from './volume-parts.ts'

/** What the contents list says of a paper that was added to a bound volume. */
export const lateRemark = '归档后补入'

const isBack = ({ entry }: Part): boolean => entry.form === 'f16'

/**
 * A volume that is bound keeps its numbers: what came after closing lies behind everything that was bound, before the
 * back cover, in the order in which it came.
 * @policy issue 4 §2: a late paper is explained in the note, it does not renumber the volume
 */
export function withLateBehind(parts: readonly Part[]): Part[] {
  const late = parts.filter(({ lateSince }) => lateSince !== undefined)
  const bound = parts.filter(({ lateSince }) => lateSince === undefined)
  return [
    ...bound.filter((part) => !isBack(part)),
    ...late.toSorted((a, b) => (a.lateSince ?? '').localeCompare(b.lateSince ?? '')),
    ...bound.filter(isBack),
  ]
}
