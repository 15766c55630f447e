import { movedWords, type ObligationState } from './obligation.ts'

type Owed = Pick<ObligationState, 'kind' | 'title' | 'text' | 'creditorName' | 'dueOn' | 'lastOn'>

/** @policy Whom something is owed, each once, in the order of the agreement. */
export const creditorNames = (owed: readonly Pick<Owed, 'creditorName'>[]): string[] => [
  ...new Set(owed.flatMap(({ creditorName }) => creditorName ?? [])),
]

/**
 * What a letter names: 第1项第2期, an act with its words.
 * @policy Where more than one is owed, each line says to whom
 */
export const urgedMatter = (one: Owed, own: readonly Owed[]): string => {
  const moved = movedWords(one)
  if (one.kind === 'act' && one.text.trim() !== '') return `${one.title}${moved}：${one.text}`
  const toWhom = creditorNames(own).length > 1 ? one.creditorName : undefined
  return toWhom === undefined ? `${one.title}${moved}` : `${one.title}（付给${toWhom}）${moved}`
}
