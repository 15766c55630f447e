import { useState } from 'react'
import type { CaseMove } from '#contract/cases.ts'
import { moveWords } from '../../lib/labels/cases.ts'
import { Button } from '../../ui/button.tsx'

type MoreMovesProps = {
  moves: readonly CaseMove[]
  onMove: (move: CaseMove) => void
  /** The way to another office is open; the end of the mediation is told there as well. */
  onHandOver?: (() => void) | undefined
}

/** The other moves, folded away behind 更多. */
export function MoreMoves({ moves, onMove, onHandOver }: MoreMovesProps) {
  const [open, setOpen] = useState(false)
  if (moves.length === 0 && !onHandOver) return null
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
      {open && onHandOver ? <Button onClick={onHandOver}>终止与转交</Button> : null}
    </>
  )
}
