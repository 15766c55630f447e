import { useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { BoardShift } from './board-grid.ts'
import { halfDayWords } from './board-words.ts'
import { readCount, readTime } from './shift-form.ts'

type Props = { board: RotaBoard; shift: BoardShift; onClose: () => void }

/** How many are wanted, and when, on this one half-day. */
export function ShiftDialog({ board, shift, onClose }: Props) {
  const save = useRun('rotas.setShift')
  const [demand, setDemand] = useState(String(shift.demand))
  const [startsAt, setStartsAt] = useState(shift.startsAt)
  const [endsAt, setEndsAt] = useState(shift.endsAt)
  const [words, setWords] = useState(shift.words)
  const [tried, setTried] = useState(false)
  const count = readCount(demand)
  const [from, to] = [readTime(startsAt), readTime(endsAt)]
  const isReversed = from !== undefined && to !== undefined && from >= to
  const confirm = async () => {
    setTried(true)
    if (count === undefined || from === undefined || to === undefined || isReversed) return
    const done = await save.run({
      id: board.id,
      revision: board.revision,
      shiftId: shift.id,
      demand: count,
      startsAt: from,
      endsAt: to,
      words: words.trim(),
    })
    if (done) onClose()
  }
  const timeError = (time: string | undefined) =>
    tried && time === undefined ? '请写成 09:00 这样的时间' : undefined
  return (
    <Dialog
      title={`改这一班：${halfDayWords(shift)} ${shift.deskName}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="保存"
      busy={save.running}
      failure={save.failure}
    >
      <TextField
        label="要几个人"
        required
        autoFocus
        inputMode="numeric"
        value={demand}
        onChange={setDemand}
        maxLength={2}
        hint="0 就是这一班不设人"
        error={tried && count === undefined ? '请写 0 到 50 的数' : undefined}
      />
      <TextField
        label="几点开始"
        required
        value={startsAt}
        onChange={setStartsAt}
        normalise={(text) => readTime(text) ?? text}
        maxLength={5}
        error={timeError(from)}
      />
      <TextField
        label="几点结束"
        required
        value={endsAt}
        onChange={setEndsAt}
        normalise={(text) => readTime(text) ?? text}
        maxLength={5}
        error={timeError(to) ?? (tried && isReversed ? '结束时间要晚于开始时间' : undefined)}
      />
      <TextField
        label="说明（可不填）"
        value={words}
        onChange={setWords}
        maxLength={100}
        hint="例如：集市日加一人"
      />
    </Dialog>
  )
}
