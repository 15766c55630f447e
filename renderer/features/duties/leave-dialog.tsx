import { useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords } from './duty-words.ts'
import { leaveTrouble, shiftsWithin } from './leave-trouble.ts'

type LeaveDialogProps = {
  lawyerId: string
  coming: readonly DutyLine[]
  /** The shift that it is about at first. */
  duty: DutyLine | undefined
  onDone: (words: string) => void
  onClose: () => void
}

/** 请假: whole days; the shifts in them are told before it is sent. */
export function LeaveDialog({ lawyerId, coming, duty, onDone, onClose }: LeaveDialogProps) {
  const asking = useRun('requests.ask')
  const [from, setFrom] = useState<LocalDate | undefined>(duty?.date)
  const [to, setTo] = useState<LocalDate | undefined>(duty?.date)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const today = todayNow()
  const until = to ?? from
  const trouble = leaveTrouble(from, until, today)
  const hit = shiftsWithin(coming, from, until)
  const send = async () => {
    setTried(true)
    if (trouble || !from || !until) return
    const done = await asking.run({ kind: 'leave', lawyerId, from, to: until, words })
    if (done) onDone(hit.length === 0 ? '已记下请假。' : leaveDone(hit.length))
  }
  return (
    <Dialog
      title="请假"
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText="请假"
      busy={asking.running}
      failure={asking.failure}
      width={640}
    >
      <div className="form">
        <div className="grid-2">
          <DateField
            label="从哪天"
            required
            value={from}
            onChange={setFrom}
            autoFocus={duty === undefined}
            error={tried ? trouble?.from : undefined}
          />
          <DateField
            label="到哪天（含当天）"
            value={to}
            onChange={setTo}
            error={tried ? trouble?.to : undefined}
          />
        </div>
        <TextField
          label="说明"
          value={words}
          onChange={setWords}
          maxLength={200}
          autoFocus={duty !== undefined}
          placeholder="可以不写，如：开庭"
        />
        {hit.length > 0 ? (
          <Notice tone="warning" title={`这几天排了 ${hit.length} 班，请假后由主任找人替`}>
            {hit.map((each) => halfDayWords(each, today)).join('；')}
          </Notice>
        ) : (
          <p className="hint">这几天没有排班；以后排班会避开。</p>
        )}
      </div>
    </Dialog>
  )
}

const leaveDone = (count: number): string =>
  `已请假，${count} 班空出来，由主任找人替；这些班不用来了。`
