import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { instantAt, parseClock } from '../../lib/china-instant.ts'
import { now, today } from '../../lib/clock.ts'
import { formatClock } from '../../lib/format/date.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords, timesWords } from './duty-words.ts'
import type { DayDuty } from './presence.ts'
import { signWords } from './sign-words.ts'

export type DayDialogProps = {
  duty: DayDuty
  onDone: (words: string) => void
  onClose: () => void
}

/** 代签: for somebody who stands at the window without a PIN, or was there. */
export function SignForDialog({
  duty,
  kind,
  onDone,
  onClose,
}: DayDialogProps & { kind: 'in' | 'out' }) {
  const signing = useRun('duties.signFor')
  const [clock, setClock] = useState(() => firstClock(duty, kind))
  const [tried, setTried] = useState(false)
  const at = parseClock(clock)
  const verb = kind === 'in' ? '代签到' : '代签退'
  const send = async () => {
    setTried(true)
    if (at === undefined) return
    const { dutyId, revision } = duty
    const done = await signing.run({ dutyId, revision, kind, at: instantAt(duty.date, at) })
    if (done) onDone(`${duty.lawyerName}${signWords[kind].done} ${at}`)
  }
  return (
    <Dialog
      title={`${verb}：${duty.lawyerName}`}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText={verb}
      busy={signing.running}
      failure={signing.failure}
      width={480}
    >
      <p>
        {halfDayWords(duty, today())} {timesWords(duty)} {duty.deskName}
      </p>
      <TextField
        label={kind === 'in' ? '几点到的' : '几点走的'}
        value={clock}
        onChange={setClock}
        autoFocus
        maxLength={10}
        error={tried && at === undefined ? '看不懂这个时间。可以写 9:05、0905、9点05' : undefined}
      />
    </Dialog>
  )
}

/** Today now, on other days as planned. */
const firstClock = (duty: DayDuty, kind: 'in' | 'out'): string => {
  if (duty.date === today()) return formatClock(now())
  return kind === 'in' ? duty.startsAt : duty.endsAt
}
