import { useDraggable } from '@dnd-kit/core'
import { memo, useMemo, useState } from 'react'
import type { RotaBoard } from '#contract/rotas.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deviationWords, fairShareWords } from './board-words.ts'
import { matches } from './find-people.ts'

export type BoardLawyer = RotaBoard['lawyers'][number]

export const offBoardId = 'off-board'
const dragPrefix = 'lawyer '
export const lawyerDragId = (lawyerId: string): string => `${dragPrefix}${lawyerId}`
export const lawyerOfDragId = (id: string): string | undefined =>
  id.startsWith(dragPrefix) ? id.slice(dragPrefix.length) : undefined

const searchFrom = 13

/** Everybody with the fair share beside the name; a name is dragged from here, and a seat back to here. */
export const LawyerDock = memo(function LawyerDock({
  lawyers,
}: {
  lawyers: readonly BoardLawyer[]
}) {
  const [text, setText] = useState('')
  const [fewestFirst, setFewestFirst] = useState(false)
  const shown = useMemo(() => {
    const found = lawyers.filter((lawyer) => matches(lawyer, text))
    return fewestFirst
      ? found.toSorted(
          (a, b) => (a.fairness?.total.deviation ?? 0) - (b.fairness?.total.deviation ?? 0),
        )
      : found
  }, [lawyers, text, fewestFirst])
  const widest = Math.max(
    1,
    ...lawyers.map(({ fairness }) => Math.abs(fairness?.total.deviation ?? 0)),
  )
  return (
    <section id={offBoardId} className="rota-people" aria-label="律师和各人的班数">
      <div className="row rota-people-head">
        <strong>律师 {lawyers.length} 位</strong>
        <span className="hint rota-people-hint">
          应值：近一年的总班数按人分。名字可以拖到格子，拖回来就是拿下
        </span>
        {lawyers.length >= searchFrom ? (
          <div className="rota-search">
            <TextField
              label="找律师"
              hideLabel
              placeholder="姓名或拼音首字母"
              value={text}
              onChange={setText}
              maxLength={30}
            />
          </div>
        ) : null}
        <Button pressed={fewestFirst} onClick={() => setFewestFirst(!fewestFirst)}>
          少值的在前
        </Button>
      </div>
      <ul className="rota-people-list">
        {shown.map((lawyer) => (
          <LawyerChip key={lawyer.id} lawyer={lawyer} widest={widest} />
        ))}
      </ul>
      {shown.length === 0 ? <p className="hint">没有找到，请换几个字</p> : null}
    </section>
  )
})

type ChipProps = { lawyer: BoardLawyer; widest: number }

const LawyerChip = memo(function LawyerChip({ lawyer, widest }: ChipProps) {
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: lawyerDragId(lawyer.id),
  })
  const total = lawyer.fairness?.total
  return (
    <li>
      <button
        type="button"
        ref={setNodeRef}
        className={isDragging ? 'rota-person rota-slot-carried' : 'rota-person'}
        aria-describedby={attributes['aria-describedby']}
        title={[lawyer.firmName ?? '', `本月 ${lawyer.inMonth} 班`, loadTitle(lawyer)]
          .filter((word) => word !== '')
          .join('，')}
        {...listeners}
      >
        <span className="rota-person-head">
          <span className="rota-person-name">{lawyer.name}</span>
          {total ? <span className="rota-person-load nums">本期 {total.assigned} 班</span> : null}
        </span>
        {total ? (
          <>
            <span className="rota-person-load nums">
              近一年 {total.served + total.assigned} · {fairShareWords(total.deviation)}
            </span>
            <DeviationBar deviation={total.deviation} widest={widest} />
          </>
        ) : (
          <span className="rota-person-load">本月 {lawyer.inMonth} 班</span>
        )}
      </button>
    </li>
  )
})

const loadTitle = ({ fairness }: BoardLawyer): string =>
  fairness
    ? [
        `休息日 ${fairness.weekends.served + fairness.weekends.assigned} 次（${deviationWords(fairness.weekends.deviation)}）`,
        `节前 ${fairness.beforeHolidays.served + fairness.beforeHolidays.assigned} 次（${deviationWords(fairness.beforeHolidays.deviation)}）`,
      ].join('，')
    : ''

/** How far from the fair share: to the left less, to the right more. The words beside it say the same. */
function DeviationBar({ deviation, widest }: { deviation: number; widest: number }) {
  const share = Math.min(1, Math.abs(deviation) / widest) * 50
  return (
    <span className="rota-bar" aria-hidden="true">
      <span
        className={deviation > 0 ? 'rota-bar-more' : 'rota-bar-less'}
        style={{ width: `${share}%`, [deviation > 0 ? 'left' : 'right']: '50%' }}
      />
    </span>
  )
}
