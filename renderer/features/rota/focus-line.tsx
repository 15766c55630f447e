import type { RotaBoard } from '#contract/rotas.ts'
import { Button } from '../../ui/button.tsx'
import type { Cell, Slot } from './board-grid.ts'
import { halfDayWords, originWords } from './board-words.ts'

type Props = {
  cell: Cell | undefined
  slot: Slot | undefined
  name: string | undefined
  breaks: RotaBoard['breaks']
  onOpen: () => void
  onClear: () => void
  onPin: () => void
}

/** What the place under the cursor is, why this person sits there, and what can be done. */
export function FocusLine({ cell, slot, name, breaks, ...props }: Props) {
  if (!cell || !slot)
    return <p className="hint">用方向键在格子间移动，Enter 排人，Delete 清空，P 固定。</p>
  const { shift } = cell
  const seat = slot.kind === 'seat' ? slot.seat : undefined
  return (
    <section className="rota-focus" aria-label="这一格">
      <div className="rota-focus-text">
        <p className="rota-focus-head">
          <strong>
            {halfDayWords(shift)} {shift.startsAt}–{shift.endsAt} {shift.deskName}
          </strong>
          <span className="muted">
            {' '}
            要 {shift.demand} 人{shift.words === '' ? '' : ` · ${shift.words}`}
            {shift.bookings > 0 ? ` · 预约 ${shift.bookings} 件` : ''}
            {shift.needs.length > 0 ? `，需要${shift.needs.join('、')}` : ''}
          </span>
        </p>
        {seat ? (
          <p className="rota-reason">
            <span className="muted">（{originWords[seat.origin]}）</span>
            {seat.reason === '' ? name : seat.reason}
          </p>
        ) : (
          <p className="muted">{wordsOf(slot, shift.past)}</p>
        )}
        {breaks.length > 0 ? (
          <ul className="rota-breaks">
            {breaks.map(({ ruleId, text }) => (
              <li key={ruleId}>✕ {text}</li>
            ))}
          </ul>
        ) : null}
        {shift.past ? (
          <p className="hint">这一班已经开始，不能再改；当天的事在“今天到岗”里处理。</p>
        ) : null}
      </div>
      {shift.past || slot.kind === 'hidden' ? null : (
        <div className="row">
          <Button onClick={props.onOpen} shortcut="Enter" shortcutShownOnly>
            {seat ? '换一位' : slot.kind === 'empty' ? '排人' : '改这一班'}
          </Button>
          {seat ? (
            <>
              <Button
                onClick={props.onClear}
                shortcut="Delete"
                shortcutShownOnly
                disabled={seat.pinned}
              >
                清空
              </Button>
              <Button onClick={props.onPin} shortcut="P" shortcutShownOnly pressed={seat.pinned}>
                {seat.pinned ? '取消固定' : '固定'}
              </Button>
            </>
          ) : null}
        </div>
      )}
    </section>
  )
}

const wordsOf = (slot: Slot, past: boolean): string => {
  if (slot.kind === 'hidden') return '这个位子由主任安排，您不能改动。'
  if (slot.kind === 'none') return '这一班不设人。'
  return past ? '这一班当时没有排人。' : '还没有排人。'
}
