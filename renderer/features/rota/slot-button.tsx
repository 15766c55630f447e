import { useDraggable } from '@dnd-kit/core'
import { CircleDashed, Lock, Pin, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { BoardSeat, Cell, Place, Slot } from './board-grid.ts'
import { slotLabel } from './board-words.ts'

export const slotId = ({ shiftId, slot }: Place): string => `slot-${shiftId}-${slot}`

export const placeOfId = (id: string): Place | undefined => {
  const found = /^slot-(.+)-(\d+)$/.exec(id)
  return found?.[1] === undefined ? undefined : { shiftId: found[1], slot: Number(found[2]) }
}

/** A drag of somebody's seat, apart from the place where it may be let go. */
export const seatDragId = (place: Place): string => `seat ${slotId(place)}`

type Props = {
  cell: Cell
  index: number
  /** Whose seat it is, when this editor may know. */
  name: string | undefined
  /** The one slot that Tab leads to. */
  isStop: boolean
  isBroken: boolean
  /** Marks seats that nobody was told of; a draft is untold as a whole. */
  marksUntold: boolean
  onFocus: (place: Place) => void
  onOpen: (place: Place) => void
}

/** One place on the board: a name, a gap, or somebody whom this editor does not see. */
export const SlotButton = memo(function SlotButton(props: Props) {
  const { cell, index, name, isStop, isBroken, marksUntold, onFocus, onOpen } = props
  const slot: Slot = cell.slots[index] ?? { kind: 'none' }
  const place = { shiftId: cell.shift.id, slot: index }
  const id = slotId(place)
  const { past } = cell.shift
  const isOpen = !past && slot.kind !== 'hidden'
  const drag = useDraggable({
    id: seatDragId(place),
    disabled: past || slot.kind !== 'seat' || slot.seat.pinned,
  })
  const isChanged = marksUntold && slot.kind === 'seat' && slot.seat.unpublished
  const classes = [
    'rota-slot',
    `rota-slot-${slot.kind}`,
    past ? 'rota-slot-past' : '',
    isBroken ? 'rota-slot-broken' : '',
    slot.kind === 'seat' && slot.seat.conflict ? 'rota-slot-conflict' : '',
    drag.isDragging ? 'rota-slot-carried' : '',
  ]
  return (
    <button
      type="button"
      id={id}
      ref={drag.setNodeRef}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isStop ? 0 : -1}
      aria-label={slotLabel(cell, slot, () => name ?? '', { isBroken, isChanged })}
      aria-describedby={drag.attributes['aria-describedby']}
      aria-disabled={isOpen ? undefined : true}
      {...drag.listeners}
      onFocus={() => onFocus(place)}
      onClick={() => {
        if (isOpen) onOpen(place)
      }}
    >
      {slot.kind === 'seat' ? (
        <SeatFace seat={slot.seat} name={name ?? ''} isBroken={isBroken} isChanged={isChanged} />
      ) : (
        <EmptyFace kind={slot.kind} past={past} />
      )}
    </button>
  )
})

function EmptyFace({ kind, past }: { kind: 'empty' | 'hidden' | 'none'; past: boolean }) {
  if (kind === 'none') return <span className="muted">不设人</span>
  if (kind === 'hidden')
    return (
      <span className="rota-slot-name">
        <Lock aria-hidden="true" />
        已安排
      </span>
    )
  return (
    <span className="rota-slot-name">
      {past ? null : <CircleDashed aria-hidden="true" />}
      空缺
    </span>
  )
}

type SeatFaceProps = { seat: BoardSeat; name: string; isBroken: boolean; isChanged: boolean }

function SeatFace({ seat, name, isBroken, isChanged }: SeatFaceProps) {
  return (
    <>
      <span className="rota-slot-name">
        {seat.pinned ? <Pin aria-hidden="true" className="rota-pin" /> : null}
        {name}
      </span>
      {isBroken ? (
        <span className="rota-mark rota-mark-broken">
          <TriangleAlert aria-hidden="true" />
          不合规则
        </span>
      ) : null}
      {seat.conflict ? (
        <span className="rota-mark rota-mark-conflict">
          <TriangleAlert aria-hidden="true" />
          冲突
        </span>
      ) : null}
      {isChanged ? <span className="rota-mark">没发布</span> : null}
    </>
  )
}
