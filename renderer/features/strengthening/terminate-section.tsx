import { useState } from 'react'
import { terminationReasons, type TerminationReason } from '#db/domain/case/status.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { caseReasonText } from '../../lib/labels/case-reasons.ts'
import { terminationReasonLabels } from '../../lib/labels/cases.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'

const options = terminationReasons.map((value) => ({
  value,
  label: terminationReasonLabels[value],
}))

/** Ends the mediation: why, and that both sides were told where else they may go. */
export function TerminateSection({ record }: { record: OutputOf<'cases.get'> }) {
  const { run, running, failure, clear } = useRun('cases.move')
  const [why, setWhy] = useState<TerminationReason>()
  const [note, setNote] = useState('')
  const [told, setTold] = useState(false)
  const [tried, setTried] = useState(false)
  const noteMissing = why === 'other' && note.trim() === ''
  const confirm = async () => {
    setTried(true)
    if (!why || !told || noteMissing) return
    const reason = note.trim()
    await run({
      caseId: record.id,
      event: 'terminate',
      terminationReason: why,
      remediesTold: told,
      ...(reason === '' ? {} : { reason }),
    })
  }
  return (
    <Section title="终止调解">
      <FailureNotice failure={failure} onClose={clear} />
      <ReasonList reasons={failure?.reasons ?? []} text={caseReasonText} />
      <div className="stack">
        <ChoiceField
          label="终止的原因"
          required
          options={options}
          value={why}
          onChange={setWhy}
          error={tried && !why ? '请选终止的原因' : undefined}
        />
        <TextField
          label="说明（印在终止调解通知书上）"
          required={why === 'other'}
          maxLength={500}
          value={note}
          onChange={setNote}
          error={tried && noteMissing ? '请写明其他原因' : undefined}
        />
        <CheckField
          label="上面的途径和日期已经告诉双方"
          value={told}
          onChange={setTold}
          error={tried && !told ? '请先告诉双方，再打勾' : undefined}
        />
        <div className="row">
          <Button kind="danger" shortcut="Ctrl+Enter" busy={running} onClick={() => void confirm()}>
            终止调解
          </Button>
        </div>
      </div>
    </Section>
  )
}
