import type { Change } from '#db/domain/agreement/changes.ts'
import { changeSides, changeTitle, type Named } from './change-words.ts'
import { marksOf, shortened } from './marked-words.ts'
import { WordMarks } from './word-marks.tsx'
import './compare.css'

type Props = {
  changes: readonly Change[]
  parties: readonly Named[]
  /** Set where the whole text stands below: a change leads to its place. */
  onJump?: (change: Change) => void
}

/** What differs between two texts, in the order of the paper, each with what it was and what it is now. */
export const ChangeList = ({ changes, parties, onJump }: Props) => (
  <ul className="agreement-changes" aria-label="改动">
    {changes.map((change) => {
      const title = changeTitle(change)
      return (
        <li key={`${change.field} ${change.kind} ${change.path}`}>
          {onJump ? (
            <button type="button" className="agreement-change-jump" onClick={() => onJump(change)}>
              {title}
            </button>
          ) : (
            <strong>{title}</strong>
          )}
          <WordMarks marks={shortened(marksOf(changeSides(change, parties), 'both'))} />
        </li>
      )
    })}
  </ul>
)
