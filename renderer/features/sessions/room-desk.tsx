import { useCallback, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { Button } from '../../ui/button.tsx'
import { AttendeeDialog } from './attendee-dialog.tsx'
import { EndSessionDialog, type Ending } from './end-session-dialog.tsx'
import { EntryColumn } from './entry-column.tsx'
import type { StoredEntry } from './notebook.ts'
import { RoomRail } from './room-rail.tsx'
import { RoomFrame } from './room-frame.tsx'
import { SaveStateLine, UnsavedNotice } from './save-state-line.tsx'
import { useNotebook, useNotebookView } from './use-notebook.ts'

type Props = { record: SessionRecord; reload: () => Promise<void> }

/** The open room: lines on the left, the rail on the right. */
export function RoomDesk({ record, reload }: Props) {
  const { notebook, outbox } = useNotebook(record)
  const view = useNotebookView(notebook)
  const [ending, setEnding] = useState<Ending>()
  const [isAdding, setIsAdding] = useState(false)
  const flush = useCallback(() => outbox.flush(), [outbox])
  usePendingSave(async () => {
    if (!(await outbox.drain())) throw new Error('lines are not in the store yet')
  })

  const nameOf = (id: string) => record.attendees.find((one) => one.id === id)?.name ?? ''
  const wordsOf = (entries: readonly StoredEntry[]) =>
    entries
      .filter((entry) => !entry.removed)
      .toSorted((a, b) => a.position - b.position)
      .map((entry) => `${nameOf(entry.attendeeId)}：${entry.text}`)
      .join('\n')

  const backToLine = () => notebook.goTo(notebook.view().currentId, 'same')
  return (
    <RoomFrame
      record={record}
      state={<SaveStateLine outbox={outbox} />}
      notice={<UnsavedNotice outbox={outbox} wordsOf={wordsOf} />}
      rail={
        <RoomRail
          record={record}
          notebook={notebook}
          view={view}
          onAddAttendee={() => setIsAdding(true)}
        />
      }
      foot={
        <div className="session-rail-foot">
          <Button onClick={() => setEnding('end')}>结束谈话</Button>
          <Button kind="primary" onClick={() => setEnding('agreement')}>
            形成协议
          </Button>
        </div>
      }
    >
      <EntryColumn notebook={notebook} view={view} attendees={record.attendees} flush={flush} />
      {isAdding ? (
        <AttendeeDialog
          record={record}
          onClose={() => {
            setIsAdding(false)
            backToLine()
          }}
          onAdded={async () => {
            setIsAdding(false)
            await reload()
            backToLine()
          }}
        />
      ) : null}
      {ending ? (
        <EndSessionDialog
          record={record}
          ending={ending}
          notebook={notebook}
          outbox={outbox}
          onClose={() => {
            setEnding(undefined)
            backToLine()
          }}
          onEnded={reload}
        />
      ) : null}
    </RoomFrame>
  )
}
