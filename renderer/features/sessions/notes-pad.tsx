import { useEffect, useRef } from 'react'
import { failureText } from '../../lib/failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clockWithSeconds } from './clock-words.ts'
import { wordsToKeep } from './room-keys.ts'
import type { PrivateNotes } from './use-private-notes.ts'

/** For the mediator's eyes only; saved while it is written. */
export function NotesPad({ notes }: { notes: PrivateNotes }) {
  const { text, write, state, wasMerged, failure } = notes
  const box = useRef<HTMLTextAreaElement>(null)
  // The words belong to the text box; only a text that came from elsewhere is put into it.
  useEffect(() => {
    if (box.current && text !== undefined && box.current.value !== text) box.current.value = text
  }, [text])
  const keep = (event: { type: string; nativeEvent: Event }, element: HTMLTextAreaElement) => {
    const input = event.nativeEvent instanceof InputEvent ? event.nativeEvent : undefined
    if (wordsToKeep({ type: event.type, isComposing: input?.isComposing })) write(element.value)
  }
  return (
    <>
      <p className="session-hint">
        只有您本人能看：加密存放，不进笔录，不打印，不导出；“给双方看”时不显示。
      </p>
      <FailureNotice failure={failure} />
      {wasMerged ? (
        <Notice tone="warning" title="另一处也写了备注">
          两处写的都留下了，请看一遍。
        </Notice>
      ) : null}
      {state.kind === 'stopped' ? (
        <Notice tone="danger" title="备注没有存上">
          {failureText(state.failure)}字还在，改一个字就会再存一次。
        </Notice>
      ) : null}
      <textarea
        ref={box}
        className="session-notes"
        aria-label="私密备注"
        defaultValue={text ?? ''}
        disabled={text === undefined}
        maxLength={20_000}
        rows={8}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => keep(event, event.currentTarget)}
        onCompositionEnd={(event) => keep(event, event.currentTarget)}
      />
      <output className="session-hint" aria-label="备注保存情况">
        {state.kind === 'saved'
          ? state.at === undefined
            ? '边写边存'
            : `已保存 ${clockWithSeconds(state.at)}`
          : state.kind === 'waiting'
            ? '正在保存…'
            : '还没有存上'}
      </output>
    </>
  )
}
