import { Maximize, Minimize } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { openPartOf } from './open-part.ts'
import { useTextScale } from './text-scale.ts'

type Props = {
  record: SessionRecord
  /** Whether the words are saved. */
  state?: ReactNode
  /** The room alone on the screen. */
  full?: { isFull: boolean; toggle: () => void }
  /** What is wrong, above everything else. */
  notice?: ReactNode
  /** Which talk runs, over the whole width. */
  bar?: ReactNode
  /** Under both, about the line where the cursor is. */
  lineBar?: ReactNode
  rail?: ReactNode
  /** Stays in sight under the rail. */
  foot?: ReactNode
  children: ReactNode
}

/** Full height: a head, the column that scrolls, the rail that scrolls by itself. */
export function RoomFrame(props: Props) {
  const { record, state, full, notice, bar, lineBar, rail, foot, children } = props
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
          {full ? (
            <Button
              icon={full.isFull ? <Minimize aria-hidden="true" /> : <Maximize aria-hidden="true" />}
              shortcut="F11"
              pressed={full.isFull}
              onClick={full.toggle}
            >
              全屏
            </Button>
          ) : null}
        </>
      }
    >
      <div
        className="session-room"
        data-talk={openPartOf(record.parts)?.kind}
        style={{ '--room-scale': scale } as CSSProperties}
      >
        {notice}
        {bar}
        <div className="session-table">
          <div className="session-paper">{children}</div>
          {rail ? (
            <aside className="session-rail" aria-label="谈话工具">
              <div className="session-rail-body">{rail}</div>
              {foot}
            </aside>
          ) : null}
        </div>
        {lineBar}
      </div>
    </Screen>
  )
}
