import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { failureOf, failureText } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.ts'
import { clockWithSeconds } from './clock-words.ts'
import { copyText } from '../../lib/copy-text.ts'
import type { EntryOutbox, SaveState } from './entry-outbox.ts'
import type { StoredEntry } from './notebook-line.ts'

type Outbox = EntryOutbox<StoredEntry>
const useSaveState = (outbox: Outbox): SaveState =>
  useSyncExternalStore(outbox.subscribe, outbox.state)

/** 已保存 10:32:05, or in words that it is not. */
export function SaveStateLine({ outbox }: { outbox: Outbox }) {
  const state = useSaveState(outbox)
  if (state.kind === 'failing' || state.kind === 'refused')
    return (
      <span className="session-unsaved">
        <CircleAlert aria-hidden="true" />
        {state.count} 句未保存
      </span>
    )
  if (state.kind === 'saving' && (state.slow || !state.savedAt))
    return (
      <span className="session-saving">
        <LoaderCircle aria-hidden="true" />
        正在保存…
      </span>
    )
  return (
    <span className="session-saved">
      <Check aria-hidden="true" />
      {state.savedAt ? `已保存 ${clockWithSeconds(state.savedAt)}` : '随写随存'}
    </span>
  )
}

type UnsavedNoticeProps = {
  outbox: Outbox
  /** The lines as they can be pasted elsewhere. */
  wordsOf: (unsaved: readonly StoredEntry[]) => string
}

/** What to do when lines do not get into the store; nothing while all is well. */
export function UnsavedNotice({ outbox, wordsOf }: UnsavedNoticeProps) {
  const state = useSaveState(outbox)
  const toast = useToast()
  if (state.kind !== 'failing' && state.kind !== 'refused') return null
  const copy = () => {
    if (copyText(wordsOf(outbox.unsaved()))) toast('未保存的句子已复制，可以粘贴到别处')
  }
  const isLasting = state.kind === 'refused'
  return (
    <Notice
      tone="danger"
      title={`有 ${state.count} 句没有存进记录`}
      actions={
        <>
          <Button onClick={() => outbox.flush()}>现在再存一次</Button>
          <Button onClick={copy}>复制未保存的句子</Button>
        </>
      }
    >
      {failureText(failureOf(state.error))}
      {isLasting
        ? '这几句还在屏幕上，离开前请先复制下来。'
        : '写下的都还在，软件会一直再试，您可以接着记。'}
    </Notice>
  )
}
