import { useState } from 'react'
import type { ClockChange } from '#contract/clocks.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { useRun } from '../../lib/ask.ts'
import { formatDate } from '../../lib/format/date.ts'
import { changeWords } from '../../lib/labels/clocks.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

type OfChange = { change: ClockChange; onClose: () => void }

/** The appraisal is over: from its last day on the clock runs again. */
export function EndPauseDialog({ change, onClose }: OfChange) {
  const end = useRun('clocks.endPause')
  const [day, setDay] = useState<LocalDate | undefined>(today)
  const [tried, setTried] = useState(false)
  const fault =
    day === undefined
      ? '请写哪一天结束的'
      : day < change.onDay
        ? `不能早于开始的${formatDate(change.onDay)}`
        : undefined
  const confirm = async () => {
    setTried(true)
    if (day === undefined || fault !== undefined) return
    if (await end.run({ id: change.id, untilDay: day })) onClose()
  }
  return (
    <Dialog
      title={`恢复计算：${change.ruleName}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="恢复计算"
      busy={end.running}
      failure={end.failure}
    >
      <p>{changeWords(change)}。中止了多少天，最后一日就往后移多少天。</p>
      <DateField
        label="中止到哪一天为止"
        required
        value={day}
        onChange={setDay}
        error={tried ? fault : undefined}
        autoFocus
      />
    </Dialog>
  )
}

/** Recorded by mistake: it stays to be read and counts no more. */
export function UndoChangeDialog({ change, onClose }: OfChange) {
  const undo = useRun('clocks.undoChange')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = reason.trim() === ''
  const confirm = async () => {
    setTried(true)
    if (isEmpty) return
    if (await undo.run({ id: change.id, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog
      title="撤销这一笔"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="撤销"
      confirmKind="danger"
      busy={undo.running}
      failure={undo.failure}
    >
      <p>
        {change.ruleName}：{changeWords(change)}。撤销后期限按没有这一笔来算，记录和理由都留着。
      </p>
      <TextField
        label="为什么撤销"
        required
        maxLength={200}
        value={reason}
        onChange={setReason}
        error={tried && isEmpty ? '请写为什么撤销' : undefined}
        autoFocus
      />
    </Dialog>
  )
}

type DateDialogProps = {
  caseId: string
  event: string
  eventName: string
  known?: { onDay: LocalDate; words: string }
  onClose: () => void
}

/** A day that only people know: when the relation ended, when the accident was. */
export function CaseDateDialog({ caseId, event, eventName, known, onClose }: DateDialogProps) {
  const save = useRun('clocks.setDate')
  const [day, setDay] = useState(known?.onDay)
  const [words, setWords] = useState(known?.words ?? '')
  const [tried, setTried] = useState(false)
  const confirm = async () => {
    setTried(true)
    if (day === undefined) return
    if (await save.run({ caseId, event, onDay: day, words: words.trim() })) onClose()
  }
  return (
    <Dialog
      title={eventName}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="记下"
      busy={save.running}
      failure={save.failure}
    >
      <DateField
        label="哪一天"
        required
        value={day}
        onChange={setDay}
        error={tried && day === undefined ? '请写是哪一天' : undefined}
        autoFocus
      />
      <TextField
        label="从哪里知道的"
        maxLength={200}
        value={words}
        onChange={setWords}
        hint="如 申请人陈述、离职证明、工伤认定书"
      />
    </Dialog>
  )
}

type ForgetDateProps = { caseId: string; event: string; eventName: string; onClose: () => void }

export function ForgetDateDialog({ caseId, event, eventName, onClose }: ForgetDateProps) {
  const save = useRun('clocks.setDate')
  const confirm = async () => {
    if (await save.run({ caseId, event, words: '' })) onClose()
  }
  return (
    <Dialog
      title={`不再用这个日期：${eventName}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="不再用"
      confirmKind="danger"
      confirmFocused
      busy={save.running}
      failure={save.failure}
    >
      <p>从这一天起算的期限会一起不见。以后可以再填。</p>
    </Dialog>
  )
}
