import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import type { Visit } from '#contract/visits.ts'
import { visitTitle } from '#db/domain/visits/words.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday, formatDaysLeft } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import type { VisitAsked } from './visit-dialogs.tsx'

type Props = {
  record: CaseRecord
  visits: readonly Visit[]
  /** Somebody was visited already. */
  hasDone: boolean
  mayEdit: boolean
  /** Words lie there that nobody has recorded yet. */
  hasBegun: boolean
  onRecord: (visit: Visit | undefined) => void
  onAsk: (asked: VisitAsked) => void
}

const firstShown = 5

/** What comes next, with its one button; below it what comes later. */
export function PlannedVisits(props: Props) {
  const { record, visits, mayEdit, onRecord, onAsk } = props
  const [all, setAll] = useState(false)
  const [next, ...later] = visits
  const shown = all ? later : later.slice(0, firstShown)
  const mayAdd = mayEdit && record.status !== 'toArchive'
  return (
    <Section
      title="要做的回访"
      extra={
        mayAdd ? (
          <>
            <Button onClick={() => onAsk({ dialog: 'plan' })}>加一次回访</Button>
            {next ? <Button onClick={() => onRecord(undefined)}>记一次临时回访</Button> : null}
          </>
        ) : undefined
      }
    >
      {next ? (
        <div className="visits-next">
          <div className="visits-next-words">
            <strong>{visitTitle(next)}</strong>
            <span className="nums">{formatDateWithWeekday(next.plannedOn)}</span>
            <DayTag visit={next} />
          </div>
          {mayEdit ? (
            <div className="row">
              <Button kind="primary" large shortcut="Ctrl+Enter" onClick={() => onRecord(next)}>
                {props.hasBegun ? '接着写这次回访' : '记录这次回访'}
              </Button>
              <Button onClick={() => onAsk({ dialog: 'move', visit: next })}>改日期</Button>
              <Button onClick={() => onAsk({ dialog: 'skip', visit: next })}>这次不做</Button>
            </div>
          ) : null}
        </div>
      ) : (
        <NothingPlanned {...props} />
      )}
      {later.length > 0 ? (
        <ul className="visits-list" aria-label="以后的回访">
          {shown.map((visit) => (
            <li key={visit.id} className="visits-item">
              <span className="visits-item-words">
                <span className="nums">{formatDateWithWeekday(visit.plannedOn)}</span>
                <span>{visitTitle(visit)}</span>
                <DayTag visit={visit} />
              </span>
              {mayEdit ? (
                <span className="row">
                  <LaterButton
                    visit={visit}
                    word="改日期"
                    onClick={() => onAsk({ dialog: 'move', visit })}
                  />
                  <LaterButton
                    visit={visit}
                    word="不做"
                    onClick={() => onAsk({ dialog: 'skip', visit })}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {shown.length < later.length ? (
        <Button kind="link" onClick={() => setAll(true)}>
          还有 {later.length - shown.length} 次，全部列出
        </Button>
      ) : null}
    </Section>
  )
}

type LaterButtonProps = { visit: Visit; word: string; onClick: () => void }

/** Of many alike each says which visit it is about. */
function LaterButton({ visit, word, onClick }: LaterButtonProps) {
  return (
    <Button aria-label={`${word}：${visit.plannedOn} ${visitTitle(visit)}`} onClick={onClick}>
      {word}
    </Button>
  )
}

function DayTag({ visit }: { visit: Visit }) {
  const on = today()
  const tone = visit.plannedOn < on ? 'late' : visit.plannedOn === on ? 'waiting' : 'plain'
  const word = visit.plannedOn === on ? '今天' : formatDaysLeft(visit.plannedOn, on)
  return <Tag tone={tone} word={word} />
}

/** All was done that had to be: the case goes on to its archive in one key. */
function NothingPlanned({ record, hasDone, mayEdit, hasBegun, onRecord, onAsk }: Props) {
  const move = useRun('cases.move')
  const go = useGo()
  const toDossier = () => go({ to: 'dossier', caseId: record.id })
  const complete = async () => {
    if (await move.run({ caseId: record.id, event: 'completeFollowUp' })) toDossier()
  }
  const mayComplete = mayEdit && hasDone && record.moves.includes('completeFollowUp')
  const maySkip = mayEdit && record.moves.includes('skipFollowUp')
  return (
    <div className="visits-next">
      <FailureNotice failure={move.failure} onClose={move.clear} />
      <p>{nothingWords(record, hasDone)}</p>
      {record.status === 'toArchive' ? (
        <div className="row">
          <Button kind="primary" large shortcut="Ctrl+Enter" onClick={toDossier}>
            去整理卷宗
          </Button>
        </div>
      ) : null}
      {mayEdit && record.status !== 'toArchive' ? (
        <div className="row">
          {mayComplete ? (
            <Button
              kind="primary"
              large
              shortcut="Ctrl+Enter"
              busy={move.running}
              onClick={() => void complete()}
            >
              回访做完了，去整理卷宗
            </Button>
          ) : null}
          <Button
            {...(mayComplete ? {} : { kind: 'primary', large: true, shortcut: 'Ctrl+Enter' })}
            onClick={() => onRecord(undefined)}
          >
            {hasBegun ? '接着写这次回访' : '记录一次回访'}
          </Button>
          {maySkip && !mayComplete ? (
            <Button onClick={() => onAsk({ dialog: 'skipAll' })}>不再回访</Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

const nothingWords = ({ status }: CaseRecord, hasDone: boolean): string => {
  if (status === 'toArchive') return '回访已经结束，本案等着归档。'
  if (status === 'archived') return '本案已经归档。'
  if (hasDone) return '安排的回访都做完了。'
  return '眼下没有安排回访。协议生效后会按到期日自动安排，也可以自己加。'
}
