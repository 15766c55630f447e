import { useEffect, useState } from 'react'
import { today } from '../../lib/clock.ts'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'

const firstShown = 2

type Draft = OutputOf<'intake.drafts'>[number]

const nameOf = (draft: Draft): string => (draft.title.trim() === '' ? '还没写姓名' : draft.title)

/** Registrations of this person that were begun and not finished; nothing when there are none. */
export function DraftList({ currentId }: { currentId: string }) {
  const { data, failure, reload } = useAsk('intake.drafts', {})
  const [discarding, setDiscarding] = useState<Draft>()
  const [all, setAll] = useState(false)
  const go = useGo()
  useEffect(reload, [reload])
  const drafts = (data ?? []).filter(({ id }) => id !== currentId)
  if (failure) return <FailureNotice failure={failure} />
  if (drafts.length === 0) return null
  return (
    <Notice title={`有 ${drafts.length} 件登记没有做完`}>
      <ul className="intake-drafts">
        {(all ? drafts : drafts.slice(0, firstShown)).map((draft) => (
          <li key={draft.id}>
            <span className="intake-draft-name" title={nameOf(draft)}>
              {nameOf(draft)}
            </span>
            <span className="muted">{formatInstantNear(draft.updatedAt, today())}</span>
            <Button
              aria-label={`继续登记 ${nameOf(draft)}`}
              onClick={() => go({ to: 'intake', draftId: draft.id })}
            >
              继续
            </Button>
            <Button
              kind="link"
              aria-label={`丢弃草稿 ${nameOf(draft)}`}
              onClick={() => setDiscarding(draft)}
            >
              丢弃
            </Button>
          </li>
        ))}
      </ul>
      {all || drafts.length <= firstShown ? null : (
        <Button kind="link" onClick={() => setAll(true)}>
          还有 {drafts.length - firstShown} 件，全部列出
        </Button>
      )}
      <DiscardDialog draft={discarding} onClose={() => setDiscarding(undefined)} />
    </Notice>
  )
}

type DiscardDialogProps = {
  draft: Pick<Draft, 'id' | 'title'> | undefined
  onClose: () => void
  onBegin?: () => Promise<void>
  onRefused?: () => void
  onDone?: () => void
}

export function DiscardDialog(props: DiscardDialogProps) {
  const { draft, onClose } = props
  const discard = useRun('intake.discardDraft')
  const confirm = async () => {
    if (!draft) return
    await props.onBegin?.()
    if (!(await discard.run({ id: draft.id }))) return props.onRefused?.()
    onClose()
    props.onDone?.()
  }
  return (
    <Dialog
      title="丢弃这份草稿？"
      open={draft !== undefined}
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="丢弃"
      confirmKind="danger"
      cancelText="留着"
      busy={discard.running}
      failure={discard.failure}
    >
      <p>
        {draft && draft.title.trim() !== '' ? `“${draft.title}”` : '这份草稿'}
        里已经填写的内容会被删去，不能恢复。
      </p>
    </Dialog>
  )
}
