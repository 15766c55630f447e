import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { useToast } from '../../ui/toast.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { onKeys, useShortcut } from '../../ui/keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BoardActions } from './board-actions.tsx'
import { BoardDialogs, type BoardDialog } from './board-dialogs.tsx'
import {
  cellOf,
  firstPlace,
  nextPlace,
  placeAfter,
  placeOfSeat,
  seatId,
  slotAt,
  weeksOf,
  type Place,
  type SeatKey,
  type Step,
} from './board-grid.ts'
import { BoardLine } from './board-line.tsx'
import { BoardStrip, type BoardLook } from './board-strip.tsx'
import { stretchWords } from './board-words.ts'
import { DragArea } from './drag-area.tsx'
import { brokenSeats, findingsOf } from './findings.ts'
import { FocusLine } from './focus-line.tsx'
import { LawyerDock } from './lawyer-dock.tsx'
import { RotaFoot } from './rota-foot.tsx'
import { placeOfId, slotId } from './slot-button.tsx'
import { useBoardMoves } from './use-board-moves.ts'

const focusSlot = (place: Place | undefined): void => {
  const element = place && document.getElementById(slotId(place))
  element?.focus({ preventScroll: true })
  // The dock lies over the end of the page: only this heeds the margin that keeps a place clear of it.
  element?.scrollIntoView({ block: 'nearest' })
}

const sameStretch = (board: RotaBoard): string => stretchWords(board.from, board.to, today())

export function RotaDesk({ board }: { board: RotaBoard }) {
  const weeks = useMemo(() => weeksOf(board), [board])
  const names = useMemo(
    () => new Map(board.lawyers.map(({ id, name }) => [id, name])),
    [board.lawyers],
  )
  const seated = useMemo(() => new Set(board.seats.map(seatId)), [board.seats])
  const broken = useMemo(() => brokenSeats(board), [board])
  const findings = useMemo(() => findingsOf(board, weeks), [board, weeks])
  const moves = useBoardMoves(board)
  const copy = useRun('rotas.copyLast')
  const solving = useAsk('rotas.solving', { id: board.id }, { enabled: board.mayMake, fresh: true })
  const toast = useToast()
  const [place, setPlace] = useState<Place>()
  /** Whom the cursor follows to where the name was dropped. */
  const [dropped, setDropped] = useState<SeatKey>()
  const [dialog, setDialog] = useState<BoardDialog>()
  const [isDragging, setDragging] = useState(false)
  const [refused, setRefused] = useState<string>()
  const stop = place && cellOf(weeks, place.shiftId) ? place : firstPlace(weeks)
  const cell = stop && cellOf(weeks, stop.shiftId)
  const slot = stop && slotAt(weeks, stop)
  const seat = slot?.kind === 'seat' ? slot.seat : undefined
  const isOpen = cell !== undefined && !cell.shift.past && slot?.kind !== 'hidden'

  const open = useCallback(
    (at: Place) => {
      const there = slotAt(weeks, at)
      if (there?.kind !== 'none') setDialog({ dialog: 'person', place: at })
      else if (board.mayMake) setDialog({ dialog: 'shift', shiftId: at.shiftId })
    },
    [weeks, board.mayMake],
  )
  const clear = () => {
    if (!seat || !isOpen) return
    if (seat.pinned) setRefused('这里是固定的。先按 P 取消固定，再清空。')
    else moves.move(`清空 ${names.get(seat.lawyerId) ?? ''}`, [seat].map(keyOf), [])
  }
  const pin = () => {
    setRefused(undefined)
    if (seat && isOpen) moves.pin(keyOf(seat), !seat.pinned)
  }
  const look = useMemo<BoardLook>(
    () => ({
      names,
      broken,
      marksUntold: board.state === 'changed',
      onFocus: (at) => {
        setPlace(at)
        setDropped(undefined)
      },
      onOpen: open,
    }),
    [names, broken, board.state, open],
  )
  const go = (step: Step) => () => {
    if (stop) focusSlot(placeAfter(weeks, stop, step))
  }
  const keys = onKeys({
    ArrowLeft: go('left'),
    ArrowRight: go('right'),
    ArrowUp: go('up'),
    ArrowDown: go('down'),
    Home: go('home'),
    End: go('end'),
    PageUp: go('pageUp'),
    PageDown: go('pageDown'),
    Delete: clear,
    Backspace: clear,
    P: pin,
  })
  useShortcut('Ctrl+Z', () => moves.undo?.())
  useShortcut('Ctrl+Y', () => moves.redo?.())
  const copyLast = async () => {
    const done = await moves.asOneStep('复制上两周', (revision) =>
      copy.run({ id: board.id, revision }),
    )
    if (done)
      toast(
        done.leftOut > 0
          ? `照抄了 ${done.copied} 个位子，${done.leftOut} 个抄不过来（请假、停用或没有这一班）。`
          : `照抄了 ${done.copied} 个位子。`,
      )
  }
  useFirstFocus(stop)
  const droppedAt = dropped && placeOfSeat(weeks, dropped)
  const droppedId = droppedAt && slotId(droppedAt)
  useEffect(() => {
    if (droppedId !== undefined) focusSlot(placeOfId(droppedId))
  }, [droppedId])
  const isSolvingElsewhere = solving.data?.running === true && dialog?.dialog !== 'solve'
  const closeDialog = () => {
    setDialog(undefined)
    // The cursor goes on where it was, also when the place was redrawn meanwhile.
    setTimeout(() => focusSlot(stop), 0)
  }
  return (
    <Screen
      title={`值班表 ${sameStretch(board)}`}
      back={{ to: 'rotas' }}
      actions={
        <BoardActions
          board={board}
          isCopying={copy.running}
          onCopy={() => void copyLast()}
          onDialog={setDialog}
        />
      }
    >
      <div className="rota-desk">
        <FailureNotice
          failure={moves.failure ?? copy.failure}
          onClose={() => {
            moves.clear()
            copy.clear()
          }}
        />
        {refused === undefined ? null : (
          <Notice tone="warning" onClose={() => setRefused(undefined)}>
            {refused}
          </Notice>
        )}
        <BoardLine
          board={board}
          findings={findings}
          moves={moves}
          isSolvingElsewhere={isSolvingElsewhere}
          onNextGap={() =>
            focusSlot(nextPlace(weeks, stop, (each, at) => each.kind === 'empty' && !at.shift.past))
          }
          onDialog={setDialog}
        />
        <DragArea
          board={{
            rotaId: board.id,
            weeks,
            names,
            seated,
            stopId: stop && slotId(stop),
          }}
          onDragging={(isCarried) => {
            setDragging(isCarried)
            if (isCarried) setRefused(undefined)
          }}
          onDrop={(out, into) => {
            setDropped(into[0])
            moves.move('拖动', out, into)
          }}
          onRefused={(why) => setRefused(`没有挪：${why}。`)}
        >
          {weeks.length === 0 ? (
            <EmptyState text="这段日子没有班。请检查 设置 → 值班设置 里的窗口和开放日。" />
          ) : (
            <div className="rota-board" onKeyDown={isDragging ? undefined : keys}>
              {weeks.map((week) => (
                <BoardStrip
                  key={week.monday}
                  week={week}
                  stop={hasPlace(week, stop) ? stop : undefined}
                  look={look}
                />
              ))}
            </div>
          )}
          <div className="rota-dock">
            <FocusLine
              cell={cell}
              slot={slot}
              name={seat && names.get(seat.lawyerId)}
              breaks={
                seat
                  ? board.breaks.filter(
                      (told) =>
                        told.lawyerIds.includes(seat.lawyerId) &&
                        told.shiftIds.includes(seat.shiftId),
                    )
                  : []
              }
              onOpen={() => (stop ? open(stop) : undefined)}
              onClear={clear}
              onPin={pin}
            />
            <LawyerDock lawyers={board.lawyers} />
          </div>
        </DragArea>
        <RotaFoot board={board} />
      </div>
      <BoardDialogs
        board={board}
        weeks={weeks}
        moves={moves}
        names={names}
        asked={dialog}
        onAsk={setDialog}
        onGo={(at) => {
          setDialog(undefined)
          setTimeout(() => focusSlot(at), 0)
        }}
        onClose={closeDialog}
      />
    </Screen>
  )
}

const keyOf = ({ lawyerId, shiftId }: { lawyerId: string; shiftId: string }) => ({
  lawyerId,
  shiftId,
})

const hasPlace = (
  { rows }: ReturnType<typeof weeksOf>[number],
  place: Place | undefined,
): boolean => rows.some(({ cells }) => cells.some((cell) => cell?.shift.id === place?.shiftId))

/** The keyboard begins on the board. */
function useFirstFocus(stop: Place | undefined): void {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    focusSlot(stop)
  }, [stop])
}
