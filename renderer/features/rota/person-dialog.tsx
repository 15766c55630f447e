import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { RotaBoard, RotaCandidate } from '#contract/rotas.ts'
import { useAsk } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import type { BoardSeat, Cell } from './board-grid.ts'
import { fairShareWords, halfDayWords, monthDay } from './board-words.ts'
import { costWords, type CostWords } from './candidate-words.ts'
import { matches } from './find-people.ts'

type Props = {
  rotaId: string
  cell: Cell
  /** Who sits there now. */
  seat: BoardSeat | undefined
  name: string | undefined
  partNames: RotaBoard['partNames']
  onPut: (candidate: RotaCandidate, knowingly: boolean) => void
  onClear: () => void
  onPin: () => void
  onShift: (() => void) | undefined
  onClose: () => void
}

/** The person list of one place: the fairest and fittest first, those whom a rule keeps away last. */
export function PersonDialog({ rotaId, cell, seat, name, ...props }: Props) {
  const { shift } = cell
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  /** Enter came before the list did. */
  const [isWaiting, setWaiting] = useState(false)
  /** Picked against a rule; the next Enter means it. */
  const [against, setAgainst] = useState<RotaCandidate>()
  const asked = useAsk('rotas.candidates', {
    id: rotaId,
    shiftId: shift.id,
    ...(seat && { insteadOf: seat.lawyerId }),
  })
  const candidates = asked.previous ? undefined : asked.data
  const found = (candidates ?? []).filter((candidate) => matches(candidate, text))
  const chosen = found[Math.min(at, found.length - 1)]
  const isLocked = seat?.pinned ?? false
  const take = () => {
    if (!candidates) setWaiting(true)
    else if (!chosen) setWaiting(false)
    else if (chosen.breaks.length > 0 && against?.lawyerId !== chosen.lawyerId) setAgainst(chosen)
    else props.onPut(chosen, chosen.breaks.length > 0 && chosen.mayKnowingly)
  }
  const takeNow = useEffectEvent(() => {
    setWaiting(false)
    take()
  })
  const isThere = candidates !== undefined
  useEffect(() => {
    if (isWaiting && isThere) takeNow()
  }, [isWaiting, isThere])
  const choose = (index: number) => {
    setAt(index)
    setAgainst(undefined)
  }
  return (
    <Dialog
      title={`${halfDayWords(shift)} ${shift.deskName}：${seat ? '换一位' : '排谁'}`}
      open
      onClose={props.onClose}
      onConfirm={isLocked ? undefined : take}
      confirmText={against ? '仍然排上' : '排上'}
      confirmDisabled={isThere && !chosen}
      busy={isWaiting && !asked.failure}
      width={820}
      extra={
        <>
          {seat ? (
            <>
              <Button onClick={props.onClear} disabled={isLocked}>
                清空
              </Button>
              <Button onClick={props.onPin} pressed={seat.pinned}>
                {seat.pinned ? '取消固定' : '固定'}
              </Button>
            </>
          ) : null}
          {props.onShift ? <Button onClick={props.onShift}>改这一班</Button> : null}
        </>
      }
    >
      {seat ? (
        <p>
          <span className="muted">现在是 {name}。</span>
          {seat.reason}
        </p>
      ) : null}
      {shift.needs.length > 0 ? <p className="muted">预约要求：{shift.needs.join('、')}</p> : null}
      <FailureNotice failure={asked.failure} />
      {isLocked ? (
        <Notice>{name} 固定在这一班，自动排班不会动。要换人，先取消固定。</Notice>
      ) : (
        <CandidateList
          found={found}
          at={chosen ? found.indexOf(chosen) : -1}
          costs={costWords(candidates ?? [], seat !== undefined, props.partNames)}
          isLoading={!isThere && !asked.failure}
          onSearch={(next) => {
            setText(next)
            choose(0)
          }}
          onChoose={choose}
          onTake={take}
        />
      )}
      {against ? (
        <Notice tone="warning" title={`排上 ${against.name} 会违反：`}>
          <ul className="tx-notice-list">
            {against.breaks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p>再按一次 Enter，就照样排上，并在值班表上标出来。</p>
        </Notice>
      ) : null}
    </Dialog>
  )
}

type ListProps = {
  found: readonly RotaCandidate[]
  at: number
  /** What each of those who may sit there would cost, in words. */
  costs: ReadonlyMap<string, CostWords>
  isLoading: boolean
  onSearch: (text: string) => void
  onChoose: (index: number) => void
  onTake: () => void
}

function CandidateList({ found, at, costs, isLoading, onSearch, onChoose, onTake }: ListProps) {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, found.length])
  return (
    <>
      <SearchBox
        label="找人"
        autoFocus
        hint="姓名或拼音首字母，↑ ↓ 选，Enter 排上。最合适的在前；分是不公平、不合意愿的程度，越少越好"
        onSearch={onSearch}
        listId={listId}
        activeId={at === -1 ? undefined : `${listId}-${at}`}
        onMove={(by) => onChoose(Math.min(Math.max(at + by, 0), found.length - 1))}
      />
      {isLoading ? <Loading /> : null}
      <div id={listId} ref={list} role="listbox" aria-label="律师" className="rota-candidates">
        {found.map((candidate, index) => (
          <div
            key={candidate.lawyerId}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="rota-candidate"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(index)}
            onDoubleClick={onTake}
          >
            <CandidateFace candidate={candidate} words={costs.get(candidate.lawyerId)} />
          </div>
        ))}
      </div>
      {!isLoading && found.length === 0 ? (
        <p className="hint rota-candidates-none" role="status">
          没有找到，请换几个字
        </p>
      ) : null}
    </>
  )
}

function CandidateFace({
  candidate,
  words,
}: {
  candidate: RotaCandidate
  words: CostWords | undefined
}) {
  const { name, firmName, breaks, served, deviation, lastServedOn } = candidate
  return (
    <>
      <span className="rota-candidate-name">
        <strong>{name}</strong> {firmName ? <span className="muted">{firmName}</span> : null}
      </span>
      <span className="rota-candidate-facts nums">
        近一年 {served} 班，{fairShareWords(deviation)}
        {lastServedOn ? ` · 上次 ${monthDay(lastServedOn)}` : ' · 还没值过'}
      </span>
      {breaks.length > 0 ? (
        <span className="rota-candidate-breaks">✕ {breaks.join('；')}</span>
      ) : (
        <span
          className={
            words?.isGood ? 'rota-candidate-cost rota-candidate-good' : 'rota-candidate-cost'
          }
        >
          {words?.text}
          {words?.main === undefined ? null : (
            <span className="rota-candidate-main">{words.main}</span>
          )}
        </span>
      )}
    </>
  )
}
