import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import { useRun } from '../../lib/ask.ts'
import { failureText, type Failure } from '../../lib/failure.ts'
import { focusFirstPath } from '../../lib/focus-path.ts'
import { partyDraftOf, toPartyForm, type PartyDraft } from '../../lib/party-draft.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PartyListEditor } from '../../ui/party/party-list-editor.tsx'
import { partyProblems, type Problems } from '../../ui/party/party-problems.ts'

type EditPartiesDialogProps = { record: CaseRecord; open: boolean; onClose: () => void }

export function EditPartiesDialog(props: EditPartiesDialogProps) {
  return props.open ? <OpenEditPartiesDialog {...props} /> : null
}

const noProblems: Problems = {}

const refused = (failure: Failure | undefined): Problems => {
  const path = failure?.details?.['path']
  return {
    ...failure?.fields,
    ...(failure && typeof path === 'string' ? { [path]: failureText(failure) } : {}),
  }
}

/** The parties in the same form as at the window; stored all at once. */
function OpenEditPartiesDialog({ record, onClose }: EditPartiesDialogProps) {
  const { run, running, failure, clear } = useRun('cases.updateParties')
  const [parties, setParties] = useState<PartyDraft[]>(() => record.partyRecords.map(partyDraftOf))
  const [attempts, setAttempts] = useState(0)
  const form = useRef<HTMLDivElement>(null)
  const problems = useMemo(
    () => (attempts === 0 ? noProblems : { ...partyProblems(parties), ...refused(failure) }),
    [attempts, failure, parties],
  )
  const latest = useRef(problems)
  useEffect(() => {
    latest.current = problems
  })
  useEffect(() => {
    if (attempts > 0 && form.current)
      focusFirstPath(form.current, new Set(Object.keys(latest.current)))
  }, [attempts])
  const change = useCallback(
    (step: (parties: PartyDraft[]) => PartyDraft[]) => {
      clear()
      setParties(step)
    },
    [clear],
  )
  const confirm = async () => {
    clear()
    const isRight = Object.keys(partyProblems(parties)).length === 0
    if (isRight && (await run({ caseId: record.id, parties: parties.map(toPartyForm) })))
      return onClose()
    return setAttempts((count) => count + 1)
  }
  return (
    <Dialog
      title="修改当事人资料"
      open
      width={1100}
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="保存"
      busy={running}
      failure={failure}
    >
      <div ref={form}>
        <PartyListEditor parties={parties} errors={problems} onChange={change} autoFocus />
      </div>
    </Dialog>
  )
}
