import { useState } from 'react'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { caseReasonText } from '../../lib/labels/case-reasons.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { useToast } from '../../ui/toast.ts'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  record: OutputOf<'cases.get'>
  officeName: string
  reason: string
  onClose: () => void
}

/** The case goes to another office; one that has ended keeps its end. */
export function HandOverDialog({ record, officeName, reason, onClose }: Props) {
  const { run, running, failure } = useRun('strengthening.handOver')
  const toast = useToast()
  const [name, setName] = useState(officeName)
  const [why, setWhy] = useState(reason)
  const [tried, setTried] = useState(false)
  const hasEnded = record.status === 'failed' || record.status === 'withdrawn'
  const confirm = async () => {
    setTried(true)
    if (name.trim() === '' || why.trim() === '') return
    if (!(await run({ caseId: record.id, officeName: name.trim(), reason: why.trim() }))) return
    toast(`已记下转交给${name.trim()}`)
    onClose()
  }
  return (
    <Dialog
      title="登记已转交"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="登记已转交"
      busy={running}
      failure={failure}
    >
      <ReasonList reasons={failure?.reasons ?? []} text={caseReasonText} />
      <p>
        {hasEnded
          ? '调解的结果不变，只在经过里记下转给了谁。'
          : '案件转为“已移送”，以后由接收的机构处理。'}
      </p>
      <TextField
        label="转给哪个机构"
        required
        maxLength={100}
        value={name}
        onChange={setName}
        error={tried && name.trim() === '' ? '请写上机构的全称' : undefined}
      />
      <TextField
        label="理由"
        required
        maxLength={500}
        value={why}
        onChange={setWhy}
        error={tried && why.trim() === '' ? '请写明理由' : undefined}
      />
    </Dialog>
  )
}
