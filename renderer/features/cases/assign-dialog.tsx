import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { caseReasonText } from '../../lib/labels/case-reasons.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'

type AssignDialogProps = { record: CaseRecord; open: boolean; onClose: () => void }

/** Gives the case to a mediator; the one with the fewest cases stands first. */
export function AssignDialog(props: AssignDialogProps) {
  return props.open ? <OpenAssignDialog {...props} /> : null
}

function OpenAssignDialog({ record, onClose }: AssignDialogProps) {
  const mediators = useAsk('cases.mediators', {})
  const { run, running, failure } = useRun('cases.assign')
  const [chosen, setChosen] = useState<string>()
  const options = (mediators.data ?? [])
    .toSorted((a, b) => a.openCases - b.openCases)
    .map(({ id, name, openCases }) => ({ value: id, label: `${name}（在办 ${openCases} 件）` }))
  const confirm = async () => {
    if (chosen && (await run({ caseId: record.id, mediatorId: chosen }))) onClose()
  }
  return (
    <Dialog
      title="分派调解员"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="分派"
      confirmDisabled={chosen === undefined}
      busy={running}
      failure={failure}
    >
      <ReasonList reasons={failure?.reasons ?? []} text={caseReasonText} />
      <FailureNotice failure={mediators.failure} />
      {mediators.loading ? <Loading text="正在取调解员名单…" /> : null}
      {mediators.data && options.length === 0 ? (
        <p>还没有调解员账号。请管理员在“设置—人员”里添加。</p>
      ) : (
        <ChoiceField
          label="调解员"
          options={options}
          value={chosen}
          onChange={setChosen}
          vertical
          autoFocus
        />
      )}
    </Dialog>
  )
}
