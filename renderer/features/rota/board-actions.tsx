import type { RotaBoard } from '#contract/rotas.ts'
import { Button } from '../../ui/button.tsx'
import type { BoardDialog } from './board-dialogs.tsx'

type Props = {
  board: RotaBoard
  isCopying: boolean
  onCopy: () => void
  onDialog: (dialog: BoardDialog) => void
}

/** The main steps in the order in which a rota comes about. */
export function BoardActions({ board, isCopying, onCopy, onDialog }: Props) {
  const { mayMake, mayCopy } = board
  const isOver = board.shifts.every(({ past }) => past)
  const isEmpty = board.seats.length === 0 && board.shifts.every(({ hidden }) => hidden === 0)
  if (isOver) return null
  return (
    <>
      {mayCopy ? (
        <Button onClick={onCopy} busy={isCopying}>
          复制上两周
        </Button>
      ) : null}
      {mayMake ? (
        <>
          <Button
            kind={isEmpty ? 'primary' : 'plain'}
            onClick={() => onDialog({ dialog: 'solve', mode: 'all' })}
          >
            自动排
          </Button>
          <Button onClick={() => onDialog({ dialog: 'solve', mode: 'gaps' })}>补空缺</Button>
        </>
      ) : null}
      {mayMake ? (
        <Button
          kind={isEmpty || board.state === 'published' ? 'plain' : 'primary'}
          shortcut="Ctrl+Enter"
          onClick={() => onDialog({ dialog: 'publish' })}
        >
          发布
        </Button>
      ) : null}
    </>
  )
}
