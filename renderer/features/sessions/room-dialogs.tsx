import type { SessionRecord } from '#contract/sessions.ts'
import type { Phrase } from '#db/domain/session/phrase.ts'
import type { Failure } from '../../lib/failure.ts'
import { AttendeeDialog } from './attendee-dialog.tsx'
import { EndSessionDialog } from './end-session-dialog.tsx'
import { PartDialog } from './part-dialog.tsx'
import { PhraseDialog } from './phrase-dialog.tsx'
import type { OpenRoom } from './use-notebook.ts'
import type { Parts } from './use-parts.ts'
import type { OpenDialog } from './use-room-dialogs.ts'

type Props = {
  dialog: OpenDialog | undefined
  /** Off the page, with what was typed in it kept. */
  isHidden: boolean
  record: SessionRecord
  room: OpenRoom
  parts: Parts
  phrases: readonly Phrase[]
  phrasesFailure: Failure | undefined
  onInsert: (text: string) => void
  onClose: () => void
  reload: () => Promise<void>
}

export function RoomDialogs(props: Props) {
  const { dialog, isHidden, record, room, parts, onClose, reload } = props
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'part':
      return <PartDialog record={record} parts={parts} isHidden={isHidden} onClose={onClose} />
    case 'callIn':
      return (
        <AttendeeDialog
          record={record}
          isHidden={isHidden}
          onClose={onClose}
          onAdded={async () => {
            await reload()
            onClose()
          }}
        />
      )
    case 'phrases':
      return (
        <PhraseDialog
          phrases={props.phrases}
          failure={props.phrasesFailure}
          isHidden={isHidden}
          onInsert={props.onInsert}
          onClose={onClose}
        />
      )
    case 'end':
      return (
        <EndSessionDialog
          record={record}
          ending={dialog.ending}
          notebook={room.notebook}
          outbox={room.outbox}
          isHidden={isHidden}
          onClose={onClose}
          onEnded={reload}
        />
      )
  }
}
