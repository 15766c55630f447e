import { useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { AttendeeFields, newcomer, newcomerErrors } from './attendee-fields.tsx'
import { attendeeOf } from './start-form.ts'

type Props = { record: SessionRecord; onClose: () => void; onAdded: () => Promise<void> }

/** Somebody comes in while the talk is under way. */
export function AttendeeDialog({ record, onClose, onAdded }: Props) {
  const [seat, setSeat] = useState(newcomer)
  const [areErrorsShown, setAreErrorsShown] = useState(false)
  const { run, running, failure } = useRun('sessions.addAttendee')
  const errors = newcomerErrors(seat)
  const add = async () => {
    setAreErrorsShown(true)
    if (Object.keys(errors).length > 0) return
    if (await run({ sessionId: record.id, attendee: attendeeOf(seat) })) await onAdded()
  }
  return (
    <Dialog
      open
      title="加参加人"
      confirmText="加上"
      busy={running}
      failure={failure}
      onClose={onClose}
      onConfirm={() => void add()}
    >
      <AttendeeFields
        seat={seat}
        onChange={setSeat}
        errors={areErrorsShown ? errors : {}}
        autoFocus
      />
    </Dialog>
  )
}
