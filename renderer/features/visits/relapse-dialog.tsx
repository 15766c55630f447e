import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import type { Visit } from '#contract/visits.ts'
import { useRun } from '../../lib/ask.ts'
import { useKeptForms } from '../../lib/kept-forms.ts'
import { useGo } from '../../lib/navigation.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { beginRelapse, type RelapseForm } from './relapse-form.ts'

type Props = { record: CaseRecord; visit: Visit | undefined; onClose: () => void }

/** 登记为新案件: the parties come along, what happened now is written anew. */
export function RelapseDialog({ record, visit, onClose }: Props) {
  if (!visit) return null
  return <KeptRelapse key={visit.id} record={record} visit={visit} onClose={onClose} />
}

type OpenProps = Props & { visit: Visit }

function KeptRelapse({ record, visit, onClose }: OpenProps) {
  const { forms, isLoaded, keep } = useKeptForms<RelapseForm>('relapse', record.id)
  if (!isLoaded) return null
  return (
    <OpenRelapse
      visit={visit}
      form={forms[visit.id] ?? beginRelapse(record.caseNumber, visit)}
      onWrite={(form) => keep(visit.id, form)}
      onClose={onClose}
    />
  )
}

type FormProps = {
  visit: Visit
  form: RelapseForm
  onWrite: (form: RelapseForm | undefined) => void
  onClose: () => void
}

function OpenRelapse({ visit, form, onWrite, onClose }: FormProps) {
  const { narrative, claim } = form
  const [tried, setTried] = useState(false)
  const open = useRun('visits.reopenAsNew')
  const go = useGo()
  const confirm = async () => {
    setTried(true)
    if (narrative.trim() === '') return
    const made = await open.run({
      visitId: visit.id,
      narrative: narrative.trim(),
      claim: claim.trim(),
    })
    if (!made) return
    onWrite(undefined)
    onClose()
    go({ to: 'case', caseId: made.caseId })
  }
  return (
    <Dialog
      title="纠纷再次发生，登记为新案件"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="登记新案件"
      cancelText="以后再说"
      enterConfirms={false}
      busy={open.running}
      failure={open.failure}
      width={800}
    >
      <p>
        当事人照原案带过去，两件案子互相看得到。新案件要先问对方愿不愿意调解，再受理。现在不登记的，以后可以从“做过的回访”里登记。
      </p>
      <TextAreaField
        label="现在是什么情况"
        required
        autoFocus
        value={narrative}
        onChange={(words) => onWrite({ ...form, narrative: words })}
        maxLength={20_000}
        error={tried && narrative.trim() === '' ? '请写清楚现在的情况' : undefined}
      />
      <TextAreaField
        label="现在要求什么"
        value={claim}
        onChange={(words) => onWrite({ ...form, claim: words })}
        maxLength={5000}
        minRows={2}
      />
    </Dialog>
  )
}
