import type { ClockChange } from '#contract/clocks.ts'
import { today } from '../../lib/clock.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { changeWords } from '../../lib/labels/clocks.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type ChangeListProps = {
  changes: readonly ClockChange[]
  mayChange: boolean
  onUndo: (change: ClockChange) => void
}

/** What moved the clocks of this case, the newest first; nothing is ever deleted. */
export function ChangeList({ changes, mayChange, onUndo }: ChangeListProps) {
  if (changes.length === 0) return null
  const newestFirst = changes.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  return (
    <Section title="期限的改动">
      <ul className="clocks-changes">
        {newestFirst.map((change) => (
          <li key={change.id} className="clocks-change">
            <div className="clocks-change-words">
              <strong>{change.ruleName}</strong>{' '}
              <span className={change.undone ? 'clocks-undone' : undefined}>
                {changeWords(change)}
              </span>
              {change.words === '' ? null : <div>{change.words}</div>}
              <div className="hint">
                {change.recordedByName} {formatInstantNear(change.recordedAt, today())} 记
              </div>
              {change.undone ? (
                <div className="muted">
                  已撤销：{change.undone.reason}（{change.undone.byName}{' '}
                  {formatInstantNear(change.undone.at, today())}）
                </div>
              ) : null}
            </div>
            {mayChange && !change.undone ? (
              <Button
                aria-label={`撤销 ${change.ruleName} ${changeWords(change)}`}
                onClick={() => onUndo(change)}
              >
                撤销
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
