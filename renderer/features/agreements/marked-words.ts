import { wordDiff, type WordChange } from '../../lib/word-diff.ts'
import type { ChangeSides } from './change-words.ts'

export type Side = 'before' | 'after' | 'both'

/** What is shown of two texts on one side, or in one text with marks. */
export const marksOf = ({ before, after, whole }: ChangeSides, side: Side): WordChange[] => {
  const runs: WordChange[] =
    whole && before !== after
      ? [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ]
      : wordDiff(before, after)
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : undefined
  return runs.filter(({ kind, text }) => kind !== hidden && text !== '')
}

/** Characters kept on each side of a change. */
const around = 14

const shortSame = (text: string, isFirst: boolean, isLast: boolean): string => {
  const letters = [...text]
  if (letters.length <= around * 2 + 4) return text
  const start = isFirst ? '' : letters.slice(0, around).join('')
  const end = isLast ? '' : letters.slice(-around).join('')
  return `${start}……${end}`
}

/** The same marks with the long unchanged stretches between them left out. */
export const shortened = (marks: readonly WordChange[]): WordChange[] =>
  marks.map((mark, index) =>
    mark.kind === 'same'
      ? { ...mark, text: shortSame(mark.text, index === 0, index === marks.length - 1) }
      : mark,
  )
