import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDndContext,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type DragStartEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { cellOf, placeAfter, slotAt, type SeatKey, type Step, type Week } from './board-grid.ts'
import { halfDayWords, slotLabel } from './board-words.ts'
import { planDrop, type Carried, type Planned } from './drag-plan.ts'
import { dragTarget, followPointer, type DragTarget } from './drag-target.ts'
import { lawyerOfDragId, offBoardId } from './lawyer-dock.tsx'
import { placeOfId, slotId } from './slot-button.tsx'
import { WhatIfBubble } from './what-if-bubble.tsx'

export type DragBoard = {
  rotaId: string
  weeks: readonly Week[]
  names: ReadonlyMap<string, string>
  seated: ReadonlySet<string>
  /** Where the first arrow leads that carries a name from the list. */
  stopId: string | undefined
}
type Props = {
  board: DragBoard
  onDrop: (out: readonly SeatKey[], into: readonly SeatKey[]) => void
  onRefused: (why: string) => void
  onDragging: (isDragging: boolean) => void
  children: ReactNode
}

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const carriedOf = (board: DragBoard, id: string): Carried | undefined => {
  const lawyerId = lawyerOfDragId(id)
  if (lawyerId !== undefined) return { lawyerId }
  const place = placeOfId(id.replace(/^seat /, ''))
  const slot = place && slotAt(board.weeks, place)
  if (slot?.kind !== 'seat') return undefined
  const { lawyerId: holder, shiftId, pinned } = slot.seat
  return { lawyerId: holder, from: { lawyerId: holder, shiftId, pinned } }
}

const plannedOf = (board: DragBoard, active: string, over: string): Planned | undefined => {
  const carried = carriedOf(board, active)
  if (!carried) return undefined
  if (over === offBoardId) return planDrop(carried, { kind: 'off' }, board.seated)
  const place = placeOfId(over)
  const cell = place && cellOf(board.weeks, place.shiftId)
  const slot = place && cell?.slots[place.slot]
  return cell && slot && planDrop(carried, { kind: 'slot', cell, slot }, board.seated)
}

const nameOf = (board: DragBoard, active: string): string => {
  const carried = carriedOf(board, active)
  return (carried && board.names.get(carried.lawyerId)) ?? ''
}

const placeWords = (board: DragBoard, over: string): string => {
  if (over === offBoardId) return '律师名单'
  const place = placeOfId(over)
  const cell = place && cellOf(board.weeks, place.shiftId)
  const slot = place && cell?.slots[place.slot]
  return cell && slot ? slotLabel(cell, slot, (id) => board.names.get(id) ?? '') : ''
}

const instructions = {
  draggable: '按空格拿起，方向键移动，再按空格放下，Esc 放回。',
}

/** What came of letting go, for those who do not see it. */
const endWords = (board: DragBoard, active: string, over: string, planned: Planned): string => {
  if ('not' in planned) return `没有挪：${planned.not}`
  const name = nameOf(board, active)
  if (over === offBoardId) return `${name}从值班表上拿下来了`
  const place = placeOfId(over)
  const cell = place && cellOf(board.weeks, place.shiftId)
  const other = planned.out.find(({ lawyerId }) => board.names.get(lawyerId) !== name)
  const instead = other ? `，换下${board.names.get(other.lawyerId) ?? ''}` : ''
  return cell ? `${name}放到了${halfDayWords(cell.shift)}${cell.shift.deskName}${instead}` : ''
}

const putBack = '放回了原处'

const announcementsOf = (
  board: () => DragBoard,
  target: DragTarget,
  ended: () => string,
): Announcements => {
  const where = () => placeWords(board(), target.get() ?? '')
  return {
    onDragStart: ({ active }) => `拿起了${nameOf(board(), String(active.id))}`,
    onDragMove: () => (where() === '' ? undefined : `到了${where()}`),
    onDragOver: () => undefined,
    // The place is let go of before this is asked.
    onDragEnd: ended,
    onDragCancel: () => putBack,
  }
}

const pointerOptions = { activationConstraint: { distance: 6 } }
const keyboardCodes = { start: ['Space'], end: ['Space', 'Enter'], cancel: ['Escape'] }

/** Arrow keys carry the name from place to place. */
const getterOf =
  (board: () => DragBoard, target: DragTarget): KeyboardCoordinateGetter =>
  (event, { active }) => {
    const step = steps[event.code]
    if (!step) return undefined
    event.preventDefault()
    const { weeks, stopId } = board()
    const at = placeOfId(target.get() ?? String(active).replace(/^seat /, ''))
    const next = at ? slotId(placeAfter(weeks, at, step)) : stopId
    const element = next === undefined ? null : document.getElementById(next)
    if (!element) return undefined
    element.scrollIntoView({ block: 'nearest' })
    target.set(next)
    const { left, top } = element.getBoundingClientRect()
    return { x: left, y: top }
  }

/** Names are carried by the mouse, or by space and arrow keys; what a move would do is told before letting go. */
export function DragArea({ board, onDrop, onRefused, onDragging, children }: Props) {
  const latest = useRef(board)
  useEffect(() => {
    latest.current = board
  })
  const ended = useRef(putBack)
  const [{ target, accessibility, keyboardOptions }] = useState(() => {
    const now = () => latest.current
    const target = dragTarget()
    return {
      target,
      accessibility: {
        announcements: announcementsOf(now, target, () => ended.current),
        screenReaderInstructions: instructions,
        // The cursor goes on to where the name is now.
        restoreFocus: false,
      },
      keyboardOptions: { coordinateGetter: getterOf(now, target), keyboardCodes },
    }
  })
  const stopFollowing = useRef<() => void>(undefined)
  const sensors = useSensors(
    useSensor(PointerSensor, pointerOptions),
    useSensor(KeyboardSensor, keyboardOptions),
  )
  const start = ({ activatorEvent }: DragStartEvent) => {
    onDragging(true)
    if (activatorEvent instanceof PointerEvent) stopFollowing.current = followPointer(target)
  }
  const stop = () => {
    onDragging(false)
    stopFollowing.current?.()
    stopFollowing.current = undefined
    target.set(undefined)
  }
  const end = ({ active }: DragEndEvent) => {
    const over = target.get()
    stop()
    const planned = over === undefined ? over : plannedOf(latest.current, String(active.id), over)
    ended.current =
      planned && over !== undefined
        ? endWords(latest.current, String(active.id), over, planned)
        : putBack
    if (!planned) return
    if ('not' in planned) onRefused(planned.not)
    else onDrop(planned.out, planned.into)
  }
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      autoScroll={autoScroll}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={stop}
    >
      {children}
      {createPortal(
        <DragOverlay dropAnimation={null} className="rota-overlay">
          <CarriedName board={board} target={target} />
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  )
}

const autoScroll = { threshold: { x: 0, y: 0.12 } }

/** Beyond this share of the window the bubble would leave it. */
const farRight = 0.6
const isFarRight = (id: string): boolean =>
  (document.getElementById(id)?.getBoundingClientRect().left ?? 0) > window.innerWidth * farRight

function CarriedName({ board, target }: { board: DragBoard; target: DragTarget }) {
  const { active } = useDndContext()
  const over = useSyncExternalStore(target.subscribe, target.get)
  if (!active) return null
  const planned = over === undefined ? over : plannedOf(board, String(active.id), over)
  return (
    <>
      <span className="rota-carried">{nameOf(board, String(active.id))}</span>
      {planned && over !== undefined ? (
        <span className={isFarRight(over) ? 'rota-bubble-box-right' : 'rota-bubble-box'}>
          <WhatIfBubble rotaId={board.rotaId} planned={planned} />
        </span>
      ) : null}
    </>
  )
}
