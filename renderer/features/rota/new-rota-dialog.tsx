import { useState } from 'react'
import { daysBetween, type LocalDate } from '#db/domain/local-date.ts'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { monthDay, shortWeekday } from './board-words.ts'
import type { Stretch } from './next-stretch.ts'

type Props = {
  start: Stretch
  busy: boolean
  failure: Failure | undefined
  onBegin: (stretch: Stretch) => void
  onClose: () => void
}

const longest = 62

const stretchError = (from: LocalDate | undefined, to: LocalDate | undefined) => {
  if (!from || !to) return undefined
  if (to < from) return '结束日期早于开始日期'
  return daysBetween(from, to) >= longest ? `一张值班表最多排 ${longest} 天` : undefined
}

/** Which days the new rota is for, with what is open on them. */
export function NewRotaDialog({ start, busy, failure, onBegin, onClose }: Props) {
  const [from, setFrom] = useState<LocalDate | undefined>(start.from)
  const [to, setTo] = useState<LocalDate | undefined>(start.to)
  const [tried, setTried] = useState(false)
  const wrong = stretchError(from, to)
  const confirm = () => {
    setTried(true)
    if (from && to && !wrong) onBegin({ from, to })
  }
  return (
    <Dialog
      title="排哪些日子"
      open
      onClose={onClose}
      onConfirm={confirm}
      confirmText="排这一段"
      busy={busy}
      failure={failure}
      width={760}
    >
      <div className="grid-2">
        <DateField
          label="从"
          required
          value={from}
          onChange={setFrom}
          error={tried && !from ? '请写日期' : undefined}
        />
        <DateField
          label="到"
          required
          value={to}
          onChange={setTo}
          error={wrong ?? (tried && !to ? '请写日期' : undefined)}
        />
      </div>
      {from && to && !wrong ? <OpenDays from={from} to={to} /> : null}
    </Dialog>
  )
}

function OpenDays({ from, to }: Stretch) {
  const go = useGo()
  const { data, failure } = useAsk('desks.days', { from, to })
  if (!data) return <FailureNotice failure={failure} />
  const open = data.days.filter((day) => day.open)
  const shifts = data.days.flatMap((day) => day.shifts)
  const special = data.days.filter(({ words }) => words !== '')
  return (
    <div className="stack" role="status">
      <p>
        共 {data.days.length} 天，开放 {open.length} 天，{shifts.length} 个班，要排{' '}
        {shifts.reduce((sum, { demand }) => sum + demand, 0)} 个位子。
      </p>
      {special.length > 0 ? (
        <p className="muted">
          {special
            .map(({ date, words }) => `${monthDay(date)}${shortWeekday(date)} ${words}`)
            .join('；')}
        </p>
      ) : null}
      {data.missingYears.length > 0 ? (
        <Notice
          tone="warning"
          title={`${data.missingYears.join('、')} 年的放假安排还没有录入`}
          actions={
            <Button onClick={() => go({ to: 'settings', section: 'holidays' })}>去录入</Button>
          }
        >
          现在只知道周末，节假日和调休还不会算进去。
        </Notice>
      ) : null}
    </div>
  )
}
