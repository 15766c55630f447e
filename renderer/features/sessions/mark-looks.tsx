import { CircleCheck, EyeOff, Lock, Paperclip, Split, Star, type LucideIcon } from 'lucide-react'
import type { EntryMark } from '#db/domain/session/room.ts'
import { entryMarkLabels } from '../../lib/labels/sessions.ts'

type MarkLook = { mark: EntryMark; combo: string; icon: LucideIcon; hint?: string }

export const concessionHint =
  '为达成协议所作的让步，不写进笔录，以后不能拿来作为对其不利的根据（C15）'

/** The marks in the order of their keys. */
export const markLooks: readonly MarkLook[] = [
  { mark: 'undisputedFact', combo: 'Ctrl+1', icon: CircleCheck },
  { mark: 'evidence', combo: 'Ctrl+2', icon: Paperclip },
  { mark: 'disagreement', combo: 'Ctrl+3', icon: Split },
  { mark: 'concession', combo: 'Ctrl+4', icon: EyeOff, hint: concessionHint },
]

type ChipsProps = {
  isKeyPoint: boolean
  mark: EntryMark | undefined
  /** With whom alone it was said; undefined when both sides heard it. */
  aloneWith: string | undefined
}

/** What a line is besides its words: always a symbol and a word. */
export function LineChips({ isKeyPoint, mark, aloneWith }: ChipsProps) {
  const look = markLooks.find((one) => one.mark === mark)
  if (!isKeyPoint && !look && aloneWith === undefined) return null
  return (
    <span className="session-chips">
      {aloneWith === undefined ? null : (
        <span className="session-chip session-chip-sealed">
          <Lock aria-hidden="true" />
          单独谈话
        </span>
      )}
      {isKeyPoint ? (
        <span className="session-chip session-chip-key">
          <Star aria-hidden="true" />
          要点
        </span>
      ) : null}
      {look ? (
        <span className="session-chip" data-mark={look.mark} title={look.hint}>
          <look.icon aria-hidden="true" />
          {entryMarkLabels[look.mark]}
          {look.mark === 'concession' ? <small>不写进笔录</small> : null}
        </span>
      ) : null}
    </span>
  )
}
