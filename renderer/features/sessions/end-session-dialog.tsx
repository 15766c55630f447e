import { useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { failureOf } from '../../lib/failure.ts'
import { sessionResultLabels, type SessionResult } from '../../lib/labels/sessions.ts'
import { useGo } from '../../lib/navigation.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import type { EntryOutbox } from './entry-outbox.ts'
import type { StoredEntry } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'

/** Which button was pressed: the one that ends, or the one that also makes the agreement. */
export type Ending = 'end' | 'agreement'

type Props = {
  record: SessionRecord
  ending: Ending
  notebook: Notebook
  outbox: EntryOutbox<StoredEntry>
  isHidden: boolean
  onClose: () => void
  onEnded: () => Promise<void>
}

const results = [
  { value: 'agreed', label: sessionResultLabels.agreed, key: '1', hint: '接着写调解协议' },
  {
    value: 'notAgreed',
    label: sessionResultLabels.notAgreed,
    key: '2',
    hint: '写明原因，告知其他解决办法',
  },
  { value: 'adjourned', label: sessionResultLabels.adjourned, key: '3', hint: '写明下次的时间' },
] as const satisfies readonly { value: SessionResult; label: string; key: string; hint: string }[]

const noteLabels = {
  agreed: '结果说明',
  notAgreed: '未达成的原因',
  adjourned: '下次什么时候、要准备什么',
} satisfies Record<SessionResult, string>

/** Lines are frozen after this, so everything has to be in the store before. */
export function EndSessionDialog(props: Props) {
  const { record, ending, notebook, outbox, isHidden, onClose, onEnded } = props
  const [result, setResult] = useState<SessionResult | undefined>(
    ending === 'agreement' ? 'agreed' : undefined,
  )
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [unsaved, setUnsaved] = useState(0)
  const end = useRun('sessions.end')
  const draft = useRun('agreements.draft')
  const go = useGo()

  const confirm = async () => {
    if (!result) return setIsMissing(true)
    notebook.dropBlankLines()
    setIsSaving(true)
    const isStored = await outbox.drain()
    setIsSaving(false)
    setUnsaved(isStored ? 0 : outbox.unsaved().length)
    if (!isStored) return
    if (!(await end.run({ sessionId: record.id, result, resultNote: note.trim() }))) return
    const agreement = result === 'agreed' ? await draft.run({ caseId: record.caseId }) : undefined
    if (agreement) go({ to: 'agreement', agreementId: agreement.id })
    else await onEnded()
  }

  return (
    <Dialog
      open={!isHidden}
      title={ending === 'agreement' ? '结束谈话，形成协议' : '结束谈话'}
      confirmText={result === 'agreed' ? '结束并写协议' : '结束谈话'}
      busy={isSaving || end.running || draft.running}
      failure={end.failure}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {unsaved > 0 ? <UnsavedLines count={unsaved} outbox={outbox} /> : null}
      <p>
        结束后笔录就定下来，不能再改；共记了 {notebook.lineCount()} 句，其中{' '}
        {notebook.minutesCount()} 句写进笔录（单独谈话和让步不写）。
      </p>
      <ChoiceField
        label="这次谈话的结果"
        required
        vertical
        options={results}
        value={result}
        autoFocus
        error={isMissing && !result ? '请选一个结果' : undefined}
        onChange={setResult}
      />
      <TextAreaField
        label={result ? noteLabels[result] : '说明'}
        value={note}
        onChange={setNote}
        maxLength={4000}
        hint="会写进笔录的“调解结果”一栏，可以不填"
      />
    </Dialog>
  )
}

function UnsavedLines({ count, outbox }: { count: number; outbox: EntryOutbox<StoredEntry> }) {
  const state = outbox.state()
  const isStuck =
    state.kind === 'refused' && failureOf(state.error).code === 'sessions.alreadyEnded'
  return (
    <Notice tone="danger" title={`还有 ${count} 句没有存好，先不结束`}>
      {isStuck
        ? '这次谈话已在别处结束。请取消，先复制未保存的句子。'
        : '软件在接着存，请稍等再按一次。'}
    </Notice>
  )
}
