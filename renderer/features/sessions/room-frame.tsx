import type { CSSProperties, ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTextScale } from './text-scale.ts'

type Props = {
  record: SessionRecord
  /** Whether the words are saved. */
  state?: ReactNode
  /** What is wrong, above everything else. */
  notice?: ReactNode
  rail?: ReactNode
  /** Stays in sight under the rail. */
  foot?: ReactNode
  children: ReactNode
}

/** Full height: a head, the column that scrolls, the rail that scrolls by itself. */
export function RoomFrame({ record, state, notice, rail, foot, children }: Props) {
  const { scale, step, isSmallest, isLargest } = useTextScale()
  return (
    <Screen
      fill
      title={`第 ${record.ordinal} 次谈话`}
      subtitle={record.caseTitle}
      back={{ to: 'case', caseId: record.caseId }}
      actions={
        <>
          {state ? <output className="session-state">{state}</output> : null}
          <div className="session-scale">
            <Button aria-label="记录的字小一些" disabled={isSmallest} onClick={() => step(-1)}>
              A−
            </Button>
            <Button aria-label="记录的字大一些" disabled={isLargest} onClick={() => step(1)}>
              A+
            </Button>
          </div>
        </>
      }
    >
      <div className="session-room" style={{ '--room-scale': scale } as CSSProperties}>
        {notice}
        <div className="session-table">
          <div className="session-paper">{children}</div>
          {rail ? (
            <aside className="session-rail" aria-label="谈话工具">
              <div className="session-rail-body">{rail}</div>
              {foot}
            </aside>
          ) : null}
        </div>
      </div>
    </Screen>
  )
}
