import { useState } from 'react'
import type { Loan } from '#contract/dossiers.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'

/** A volume came back: when, and whether anything is wrong with it. */
export function ReturnDialog({ loan, onClose }: { loan: Loan; onClose: () => void }) {
  const [returnedOn, setReturnedOn] = useState<LocalDate | undefined>(today)
  const [note, setNote] = useState('')
  const { run, running, failure } = useRun('dossiers.returnLoan')
  const toast = useToast()
  const take = async () => {
    if (!returnedOn) return
    const done = await run({ loanId: loan.id, returnedOn, note: note.trim() })
    if (!done) return
    toast(`已记下：${loan.borrower}归还了卷宗`)
    onClose()
  }
  return (
    <Dialog
      title={`${loan.borrower}归还 ${loan.title}`}
      open
      onClose={onClose}
      onConfirm={() => void take()}
      confirmText="登记归还"
      confirmDisabled={!returnedOn}
      busy={running}
      {...(failure && { failure })}
    >
      <DateField
        label="归还日期"
        required
        autoFocus
        value={returnedOn}
        onChange={setReturnedOn}
        {...(returnedOn && returnedOn < loan.lentOn && { error: '归还的日期在借出以前' })}
      />
      <TextField
        label="有没有缺页、损坏"
        value={note}
        onChange={setNote}
        maxLength={200}
        hint="完好就空着"
      />
    </Dialog>
  )
}
