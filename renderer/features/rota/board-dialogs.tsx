import type { RotaBoard } from '#contract/rotas.ts'
import { cellOf, slotAt, type Place, type Week } from './board-grid.ts'
import { CheckDialog } from './check-dialog.tsx'
import { NoticesDialog } from './notices-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { ShiftDialog } from './shift-dialog.tsx'
import { SolveDialog, type SolveMode } from './solve-dialog.tsx'
import type { BoardMoves } from './use-board-moves.ts'

export type BoardDialog =
  | { dialog: 'person'; place: Place }
  | { dialog: 'shift'; shiftId: string }
  | { dialog: 'solve'; mode: SolveMode }
  | { dialog: 'check' }
  | { dialog: 'publish' }
  | { dialog: 'notices' }

type Props = {
  board: RotaBoard
  weeks: readonly Week[]
  moves: BoardMoves
  names: ReadonlyMap<string, string>
  asked: BoardDialog | undefined
  onAsk: (dialog: BoardDialog) => void
  onGo: (place: Place) => void
  onClose: () => void
}

export function BoardDialogs({
  board,
  weeks,
  moves,
  asked,
  onAsk,
  onGo,
  onClose,
  ...props
}: Props) {
  switch (asked?.dialog) {
    case 'person':
      return (
        <PlacePeople {...{ board, weeks, moves, onAsk, onClose, ...props }} place={asked.place} />
      )
    case 'shift': {
      const shift = cellOf(weeks, asked.shiftId)?.shift
      return shift ? <ShiftDialog board={board} shift={shift} onClose={onClose} /> : null
    }
    case 'solve':
      return <SolveDialog board={board} mode={asked.mode} moves={moves} onClose={onClose} />
    case 'check':
      return <CheckDialog board={board} weeks={weeks} onGo={onGo} onClose={onClose} />
    case 'publish':
      return (
        <PublishDialog
          board={board}
          onPublished={(notices) => (notices > 0 ? onAsk({ dialog: 'notices' }) : onClose())}
          onClose={onClose}
        />
      )
    case 'notices':
      return <NoticesDialog rotaId={board.id} onClose={onClose} />
    case undefined:
      return null
  }
}

type PlaceProps = Omit<Props, 'asked' | 'onGo'> & { place: Place }

function PlacePeople({ board, weeks, moves, names, onAsk, onClose, place }: PlaceProps) {
  const cell = cellOf(weeks, place.shiftId)
  if (!cell) return null
  const slot = slotAt(weeks, place)
  const seat = slot?.kind === 'seat' ? slot.seat : undefined
  const { shiftId } = place
  const out = seat ? [{ lawyerId: seat.lawyerId, shiftId }] : []
  return (
    <PersonDialog
      rotaId={board.id}
      cell={cell}
      seat={seat}
      name={seat && names.get(seat.lawyerId)}
      partNames={board.partNames}
      onPut={({ lawyerId, name }, knowingly) => {
        moves.move(`排上 ${name}`, out, [{ lawyerId, shiftId }], knowingly)
        onClose()
      }}
      onClear={() => {
        moves.move(`清空 ${(seat && names.get(seat.lawyerId)) ?? ''}`, out, [])
        onClose()
      }}
      onPin={() => {
        if (seat) moves.pin({ lawyerId: seat.lawyerId, shiftId }, !seat.pinned)
      }}
      onShift={board.mayMake ? () => onAsk({ dialog: 'shift', shiftId }) : undefined}
      onClose={onClose}
    />
  )
}
