import { useState } from 'react'
import { addDays, type LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'

/** @policy Two weeks is usual; the date stands in the field to be changed. */
const usualDays = 14

type Props = { caseId: string; title: string; onClose: () => void }

/** A volume leaves the room: who has it and until when. */
export function LendDialog({ caseId, title, onClose }: Props) {
  const [borrower, setBorrower] = useState('')
  const [unit, setUnit] = useState('')
  const [purpose, setPurpose] = useState('')
  const [lentOn, setLentOn] = useState<LocalDate | undefined>(today)
  const [dueOn, setDueOn] = useState<LocalDate | undefined>(() => addDays(today(), usualDays))
  const { run, running, failure } = useRun('dossiers.lend')
  const toast = useToast()
  const ready = borrower.trim() !== '' && purpose.trim() !== '' && lentOn && dueOn
  const lend = async () => {
    if (!lentOn || !dueOn) return
    const done = await run({
      caseId,
      borrower: borrower.trim(),
      unit: unit.trim(),
      purpose: purpose.trim(),
      lentOn,
      dueOn,
    })
    if (!done) return
    toast(`已记下：${borrower.trim()}借走，${dueOn} 该还`)
    onClose()
  }
  return (
    <Dialog
      title={`借出 ${title}`}
      open
      onClose={onClose}
      onConfirm={() => void lend()}
      confirmText="登记借出"
      confirmDisabled={!ready}
      busy={running}
      {...(failure && { failure })}
    >
      <TextField
        label="借阅人"
        required
        autoFocus
        value={borrower}
        onChange={setBorrower}
        maxLength={30}
      />
      <TextField label="单位" value={unit} onChange={setUnit} maxLength={60} />
      <TextField
        label="用途"
        required
        value={purpose}
        onChange={setPurpose}
        maxLength={200}
        suggestions={['法院调卷', '复查案件', '评查', '办理司法确认']}
      />
      <div className="dossier-pair">
        <DateField label="借出日期" required value={lentOn} onChange={setLentOn} />
        <DateField
          label="该还日期"
          required
          value={dueOn}
          onChange={setDueOn}
          {...(lentOn && dueOn && dueOn < lentOn && { error: '该还的日期在借出以前' })}
        />
      </div>
    </Dialog>
  )
}
