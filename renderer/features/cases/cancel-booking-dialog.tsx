import { useState } from 'react'
import type { Booking } from '#contract/bookings.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayName } from './booking-form.ts'

const usual = ['当事人改期', '当事人不来了', '已经解决', '律师来不了']

type CancelBookingDialogProps = { booking: Booking; onClose: () => void }

export function CancelBookingDialog({ booking, onClose }: CancelBookingDialogProps) {
  const cancel = useRun('bookings.cancel')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (words.trim() === '') return focusFirstError()
    const done = await cancel.run({
      id: booking.id,
      revision: booking.revision,
      words: words.trim(),
    })
    return done ? onClose() : undefined
  }
  return (
    <Dialog
      title={`取消 ${halfDayName(booking)} 的预约`}
      open
      onClose={onClose}
      onConfirm={() => void submit()}
      confirmText="取消预约"
      confirmKind="danger"
      cancelText="不取消"
      busy={cancel.running}
      failure={cancel.failure}
    >
      <TextField
        label="为什么"
        required
        autoFocus
        maxLength={200}
        value={words}
        onChange={setWords}
        error={tried && words.trim() === '' ? '请写上原因' : undefined}
      />
      <div className="row">
        {usual.map((word) => (
          <Button key={word} onClick={() => setWords(word)}>
            {word}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
