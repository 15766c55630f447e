import { useEffect, useRef, useState } from 'react'
import { matchPhrases, type Phrase } from '#db/domain/session/phrase.ts'
import type { Failure } from '../../lib/failure.ts'
import { phraseGroupLabels } from '../../lib/labels/sessions.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { onKeys } from '../../ui/keys.ts'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  phrases: readonly Phrase[]
  failure: Failure | undefined
  isHidden: boolean
  onInsert: (text: string) => void
  onClose: () => void
}

/** Sentences of every talk, found by typing; Enter puts the marked one into the line. */
export function PhraseDialog({ phrases, failure, isHidden, onInsert, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = matchPhrases(typed, phrases)
  const index = Math.min(at, Math.max(0, found.length - 1))
  const chosen = found[index]
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  const move = (by: number) =>
    setAt(found.length === 0 ? 0 : (index + by + found.length) % found.length)
  return (
    <Dialog
      open={!isHidden}
      title="常用语"
      confirmText="放进这一句"
      confirmDisabled={!chosen}
      failure={failure}
      width={760}
      onClose={onClose}
      onConfirm={() => {
        if (chosen) onInsert(chosen.text)
      }}
    >
      <div onKeyDown={onKeys({ ArrowDown: () => move(1), ArrowUp: () => move(-1) })}>
        <TextField
          label="找常用语"
          hint="输入短键（如 gz）或者几个字；↑ ↓ 选，Enter 放进。记录里直接打 /gz 再按空格也行，中文输入法打出的 、gz 一样。"
          value={typed}
          autoFocus
          onChange={(next) => {
            setTyped(next)
            setAt(0)
          }}
        />
      </div>
      {found.length === 0 ? <p className="session-hint">没有找到，请换几个字。</p> : null}
      <div ref={list} className="session-phrases" role="listbox" aria-label="常用语">
        {found.map((phrase, place) => (
          <div
            key={phrase.key}
            role="option"
            aria-selected={place === index}
            onClick={() => onInsert(phrase.text)}
          >
            <kbd className="tx-key">/{phrase.key}</kbd>
            <span className="session-tag">{phraseGroupLabels[phrase.group]}</span>
            <span>{phrase.text}</span>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
