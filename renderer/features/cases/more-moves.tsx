import { useState } from 'react'
import type { CaseMove } from '#contract/cases.ts'
import { moveWords } from '../../lib/labels/cases.ts'
import { Button } from '../../ui/button.tsx'

type MoreMovesProps = { moves: readonly CaseMove[]; onMove: (move: CaseMove) => void }

/** The other moves, folded away behind 更多. */
export function MoreMoves({ moves, onMove }: MoreMovesProps) {
  const [open, setOpen] = useState(false)
  if (moves.length === 0) return null
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起' : '更多'}
      </Button>
      {open
        ? moves.map((move) => (
            <Button
              key={move}
              kind={moveWords[move].danger ? 'danger' : 'plain'}
              onClick={() => onMove(move)}
            >
              {moveWords[move].label}
            </Button>
          ))
        : null}
    </>
  )
}
