import { useState } from 'react'
import type { Obligation } from '#contract/obligations.ts'
import { formatYuan } from '#db/domain/money.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PerformanceLine } from './obligation-list.tsx'

type UndoProps = { obligation: Obligation; performance: PerformanceLine; onClose: () => void }

/** 撤销: it stays to be read, with the reason, and counts no more. */
export function UndoDialog({ obligation, performance, onClose }: UndoProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const undo = useRun('obligations.undo')
  const confirm = async () => {
    setTried(true)
    if (reason.trim() === '') return
    if (await undo.run({ performanceId: performance.id, reason: reason.trim() })) onClose()
  }
  const amount =
    performance.amountFen === undefined ? '' : ` ${formatYuan(performance.amountFen)} 元`
  return (
    <Dialog
      title="撤销这一笔"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="撤销这一笔"
      confirmKind="danger"
      busy={undo.running}
      failure={undo.failure}
    >
      <p>
        {obligation.title}，{performance.doneOn}
        {amount}。撤销后不再计入，记录和理由会留着。案件如果因为这一笔结为已履行，会恢复履行。
      </p>
      <TextField
        label="为什么撤销"
        required
        value={reason}
        onChange={setReason}
        maxLength={200}
        placeholder="如 记错了案件、金额看错"
        error={tried && reason.trim() === '' ? '请写明为什么撤销' : undefined}
        autoFocus
      />
    </Dialog>
  )
}

/** 定日期: an act gets the day that both sides have settled. */
export function DueDialog({
  obligation,
  onClose,
}: {
  obligation: Obligation
  onClose: () => void
}) {
  const [dueOn, setDueOn] = useState(obligation.dueOn)
  const due = useRun('obligations.setDue')
  const confirm = async () => {
    const wish = { obligationId: obligation.id, ...(dueOn ? { dueOn } : {}) }
    if (await due.run(wish)) onClose()
  }
  return (
    <Dialog
      title="定下做到的日期"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="定下"
      busy={due.running}
      failure={due.failure}
    >
      <p className="obligations-act">{obligation.text}</p>
      <DateField
        label="最晚哪一天"
        value={dueOn}
        onChange={setDueOn}
        hint="协议没有写日期的，问过双方再定。空着就是没有日期，不会提醒。"
        autoFocus
      />
    </Dialog>
  )
}

type ProofProps = { proof: PerformanceLine['proofs'][number]; onClose: () => void }

export function ProofDialog({ proof, onClose }: ProofProps) {
  const { data, failure } = useAsk('attachments.view', { id: proof.attachmentId })
  return (
    <Dialog title={proof.name} open onClose={onClose} width={1100}>
      <FailureNotice failure={failure} />
      {data || failure ? null : <Loading text="正在打开凭证…" />}
      {data ? (
        data.mediaType === 'application/pdf' ? (
          <div className="obligations-viewer">
            <PdfView base64={data.base64} label={data.name} />
          </div>
        ) : (
          <img
            className="obligations-image"
            src={`data:${data.mediaType};base64,${data.base64}`}
            alt={data.name}
          />
        )
      ) : null}
    </Dialog>
  )
}
