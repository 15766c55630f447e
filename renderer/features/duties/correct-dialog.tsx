import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords, minutesWords } from './duty-words.ts'
import { minutesIn } from './minutes-in.ts'
import { proposedMinutes } from './proposed-minutes.ts'
import { presenceWords } from './presence-words.ts'
import type { DayDialogProps } from './sign-for-dialog.tsx'

/** 更正时长: the head's word stands over the signs, with a reason; it can be taken back. */
export function CorrectDialog({ duty, onDone, onClose }: DayDialogProps) {
  const correcting = useRun('duties.correct')
  const [typed, setTyped] = useState(() => minutesWords(proposedMinutes(duty)))
  const [reason, setReason] = useState(duty.correctedReason)
  const [tried, setTried] = useState(false)
  const minutes = minutesIn(typed)
  const send = async (counted: number | undefined) => {
    setTried(true)
    if (reason.trim() === '') return
    const done = await correcting.run({
      dutyId: duty.dutyId,
      revision: duty.revision,
      ...(counted === undefined ? {} : { minutes: counted }),
      reason: reason.trim(),
    })
    if (done)
      onDone(
        counted === undefined
          ? `${duty.lawyerName}的时长重新按签到签退计算`
          : `${duty.lawyerName}的时长已更正为 ${minutesWords(counted)}`,
      )
  }
  return (
    <Dialog
      title={`更正时长：${duty.lawyerName}`}
      open
      onClose={onClose}
      onConfirm={() => (minutes === undefined ? setTried(true) : void send(minutes))}
      confirmText="更正"
      busy={correcting.running}
      failure={correcting.failure}
      extra={
        duty.correctedMinutes === undefined ? undefined : (
          <Button onClick={() => void send(undefined)}>恢复按签到签退计算</Button>
        )
      }
    >
      <div className="form">
        <p>
          {halfDayWords(duty, today())}，{presenceWords(duty)}
        </p>
        <TextField
          label="实际时长"
          required
          value={typed}
          onChange={setTyped}
          autoFocus
          maxLength={20}
          hint="如：3 小时、3小时30分、90分"
          error={
            tried && minutes === undefined
              ? '看不懂这个时长，或超过一天。可以写 3 小时、3小时30分、90分'
              : undefined
          }
        />
        <TextField
          label="原因"
          required
          value={reason}
          onChange={setReason}
          maxLength={200}
          placeholder="如：忘了签退，12 点才走"
          error={tried && reason.trim() === '' ? '请写原因，以后查得到' : undefined}
        />
      </div>
    </Dialog>
  )
}
