import { useCallback, useEffect, useRef, useState } from 'react'
import type { RotaBoard, SolveOutcome } from '#contract/rotas.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { seatId } from './board-grid.ts'
import { secondsWords } from './board-words.ts'
import { ClashList } from './clash-list.tsx'
import { filledWords, searchWords } from './solve-words.ts'
import type { BoardMoves } from './use-board-moves.ts'

export type SolveMode = 'all' | 'gaps'
type Props = { board: RotaBoard; mode: SolveMode; moves: BoardMoves; onClose: () => void }

// The same board gives the same rota every time.
const seed = 1

/** The search: how far it is, 停下 with the best so far, and what came out of it. */
export function SolveDialog({ board, mode, moves, onClose }: Props) {
  const { id } = board
  const solve = useRun('rotas.solve')
  const relax = useRun('rotas.relax')
  const stop = useRun('rotas.stopSolving')
  const [outcome, setOutcome] = useState<SolveOutcome>()
  const [isSearching, setSearching] = useState(false)
  const [before, setBefore] = useState<ReadonlySet<string>>(new Set())
  const search = useCallback(
    async (aside?: readonly string[]) => {
      setOutcome(undefined)
      setSearching(true)
      setBefore(new Set(board.seats.map(seatId)))
      const found = await moves.asOneStep(
        mode === 'all' ? '自动排' : '补空缺',
        async (revision) => {
          const set = aside && (await relax.run({ id, revision, relaxed: [...aside] }))
          if (aside && !set) return undefined
          return solve.run({ id, revision: set?.revision ?? revision, mode, seed })
        },
      )
      setOutcome(found)
      setSearching(false)
    },
    [moves, mode, relax, solve, id, board.seats],
  )
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void search()
  }, [search])
  const stopNow = () => void stop.run({ id })
  const setAside = (ids: readonly string[]) =>
    void search([...new Set([...board.relaxed.map((rule) => rule.id), ...ids])])
  return (
    <Dialog
      title={mode === 'all' ? '自动排' : '补空缺'}
      open
      onClose={isSearching ? stopNow : onClose}
      cancelText={
        isSearching ? '停下，用目前最好的' : outcome?.outcome === 'solved' ? '看值班表' : '关闭'
      }
      confirmFocused
      width={760}
      failure={solve.failure ?? relax.failure ?? stop.failure}
    >
      {isSearching ? <Search rotaId={id} /> : null}
      {outcome ? (
        <Outcome
          outcome={outcome}
          filled={filledWords(board, mode === 'gaps' ? before : new Set())}
          onRelax={setAside}
          onAgain={() => void search()}
        />
      ) : null}
    </Dialog>
  )
}

function Search({ rotaId }: { rotaId: string }) {
  const { data } = useAsk('rotas.solving', { id: rotaId }, { every: 500, fresh: true })
  const limit = data?.limit ?? 0
  const seconds = Math.min(data?.seconds ?? 0, limit)
  return (
    <div className="stack">
      <p>正在排班。固定的不动；先守规则，再求公平和合意愿。</p>
      <progress
        className="rota-progress"
        aria-label="已用的时间"
        max={Math.max(limit, 1)}
        value={seconds}
      />
      <p className="nums" role="status">
        已用{secondsWords(seconds)}，最多 {limit} 秒。
        {searchWords(data)}
      </p>
    </div>
  )
}

type OutcomeProps = {
  outcome: SolveOutcome
  /** How many places were filled, and by whom. */
  filled: string
  onRelax: (ids: readonly string[]) => void
  onAgain: () => void
}

function Outcome({ outcome, filled, onRelax, onAgain }: OutcomeProps) {
  if (outcome.outcome === 'infeasible') return <ClashList clash={outcome} onRelax={onRelax} />
  if (outcome.outcome === 'unknown')
    return (
      <Notice
        tone="warning"
        title={outcome.cancelled ? '停下了，还没有排出来' : '时间到了，还没有排出来'}
        actions={<Button onClick={onAgain}>再排一次</Button>}
      >
        值班表没有变。可以在 设置 → 值班设置 里把排班时间放长。
      </Notice>
    )
  const { proven, gap, seconds, gaps, notices } = outcome
  return (
    <div className="stack">
      <Notice
        tone={gaps.length > 0 ? 'warning' : 'done'}
        title={gaps.length > 0 ? `排好了，还有 ${gaps.length} 处空缺` : '排好了，没有空缺'}
      >
        {proven
          ? `已证明没有更好的排法。用时${secondsWords(seconds)}。`
          : `没有证明是最好的：最多还能再好 ${gap} 分。用时${secondsWords(seconds)}。`}
      </Notice>
      <p>{filled}</p>
      {gaps.length > 0 ? (
        <ul className="rota-list" aria-label="空缺">
          {gaps.map(({ shiftId, text }) => (
            <li key={shiftId}>{text}</li>
          ))}
        </ul>
      ) : null}
      {notices.length > 0 ? (
        <ul className="rota-list" aria-label="提醒">
          {notices.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      <p className="hint">不合意可以按 Ctrl+Z 撤销，回到排之前。</p>
    </div>
  )
}
