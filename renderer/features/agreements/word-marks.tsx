import type { WordChange } from '../../lib/word-diff.ts'
import './compare.css'

/** What came is underlined behind a plus, what went is struck out behind a minus; colour only helps. */
export const WordMarks = ({ marks }: { marks: readonly WordChange[] }) => (
  <span className="agreement-marks">
    {marks.map(({ kind, text }, index) => {
      // The runs of one comparison never change places
      if (kind === 'same') return <span key={index}>{text}</span>
      return kind === 'added' ? (
        <ins key={index}>
          <span className="tx-unseen">新加：</span>
          {text}
        </ins>
      ) : (
        <del key={index}>
          <span className="tx-unseen">删去：</span>
          {text}
        </del>
      )
    })}
  </span>
)
