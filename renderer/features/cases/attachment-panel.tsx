import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk, useRun, type InputOf } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { formatSize } from '../../lib/format/size.ts'
import { attachmentKindLabels } from '../../lib/labels/cases.ts'
import { optionsOf } from '../../lib/labels/intake.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.ts'

type Attachment = CaseRecord['attachments'][number]
type Kind = InputOf<'attachments.add'>['kind']

const kindOptions = optionsOf(attachmentKindLabels)

/** Files of the case; the receptionist may add but not look. */
export function AttachmentPanel({ record }: { record: CaseRecord }) {
  const [adding, setAdding] = useState(false)
  const [viewed, setViewed] = useState<Attachment>()
  const mayAdd = record.mayMediate || record.mayEditParties
  if (!mayAdd && !record.contentVisible) return null
  return (
    <Section
      title="附件"
      extra={
        mayAdd ? (
          <Button icon={<Paperclip aria-hidden="true" />} onClick={() => setAdding(true)}>
            添加附件
          </Button>
        ) : null
      }
    >
      {record.contentVisible && record.attachments.length === 0 ? (
        <p className="hint">还没有附件。可以放身份证明、证据和签署件的扫描。</p>
      ) : null}
      <ul className="cases-lines">
        {record.attachments.map((one) => (
          <li key={one.id} className="cases-item">
            <span className="cases-line-title">{one.name}</span>
            <span className="muted">
              {attachmentKindLabels[one.kind]} · {formatSize(one.size)} · {one.addedByName}{' '}
              {formatInstantShort(one.addedAt)}
            </span>
            <Button aria-label={`看附件 ${one.name}`} onClick={() => setViewed(one)}>
              看
            </Button>
          </li>
        ))}
      </ul>
      {adding ? <AddDialog caseId={record.id} onClose={() => setAdding(false)} /> : null}
      {viewed ? <ViewDialog attachment={viewed} onClose={() => setViewed(undefined)} /> : null}
    </Section>
  )
}

function AddDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('evidence')
  const { run, running, failure } = useRun('attachments.add')
  const toast = useToast()
  const add = async () => {
    const done = await run({ caseId, kind })
    if (!done || done.added.length === 0) return
    toast(`已添加 ${done.added.length} 个附件`)
    onClose()
  }
  return (
    <Dialog
      title="添加附件"
      open
      onClose={onClose}
      onConfirm={() => void add()}
      confirmText="选文件"
      busy={running}
      failure={failure}
    >
      <ChoiceField
        label="是什么材料"
        options={kindOptions}
        value={kind}
        onChange={setKind}
        hint="可以选 PDF、JPG、PNG 文件，每个不超过 20 MB，存入后原文件可以删去"
        autoFocus
      />
    </Dialog>
  )
}

function ViewDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { data, failure } = useAsk('attachments.view', { id: attachment.id })
  return (
    <Dialog title={attachment.name} open onClose={onClose} width={1100}>
      <FailureNotice failure={failure} />
      {data || failure ? null : <Loading text="正在打开附件…" />}
      {data ? (
        data.mediaType === 'application/pdf' ? (
          <div className="cases-viewer">
            <PdfView base64={data.base64} label={data.name} />
          </div>
        ) : (
          <img
            className="cases-image"
            src={`data:${data.mediaType};base64,${data.base64}`}
            alt={data.name}
          />
        )
      ) : null}
    </Dialog>
  )
}
