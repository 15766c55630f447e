import { useEffect, type ReactNode } from 'react'
import { today } from '../../lib/clock.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { formatDateWithWeekday, formatInstantNear } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { CaseLine } from './case-line.tsx'
import './cases.css'
import {
  blockCount,
  blocksFor,
  blockTitle,
  casesOf,
  isListKey,
  mayBegin,
  talkAhead,
  type BlockKey,
  type Board,
} from './today-blocks.ts'

type Drafts = OutputOf<'intake.drafts'>

const noDrafts: Drafts = []
const mostShown = 8

type TodayScreenProps = {
  /** What cannot wait, over everything else. */
  alarms: ReactNode
  /** What has its day: the morning list, beside the cases. */
  clocks: ReactNode
}

/** 今日: what waits for this person, the most urgent first, and what has its day. */
export function TodayScreen({ alarms, clocks }: TodayScreenProps) {
  const me = useMe()
  const go = useGo()
  const mayRegister = hasRole(me, 'receptionist', 'mediator', 'head')
  const board = useAsk('cases.today', {})
  const drafts = useAsk('intake.drafts', {}, { enabled: mayRegister })
  const { reload } = drafts
  useEffect(() => {
    if (mayRegister) reload()
  }, [mayRegister, reload])
  return (
    <Screen
      title="今日"
      subtitle={formatDateWithWeekday(today())}
      actions={
        mayRegister ? (
          <Button
            kind="primary"
            large
            shortcut="Ctrl+N"
            shortcutShownOnly
            onClick={() => go({ to: 'intake' })}
          >
            登记来访
          </Button>
        ) : null
      }
    >
      <FailureNotice failure={board.failure} />
      {alarms}
      <div className="cases-today">
        {board.data ? (
          <Blocks board={board.data} drafts={drafts.data ?? noDrafts} />
        ) : (
          <Loading text="正在取今天的事…" />
        )}
        {clocks}
      </div>
    </Screen>
  )
}

function Blocks({ board, drafts }: { board: Board; drafts: Drafts }) {
  const me = useMe()
  const go = useGo()
  const keys = blocksFor(me.role, board, drafts.length)
  if (keys.length === 0)
    return (
      <EmptyState
        text="眼下没有等着接收、调解或者签署的案件。可以登记来访，或翻看以前的案件。"
        action={<Button onClick={() => go({ to: 'cases' })}>看案件列表</Button>}
      />
    )
  return (
    <div className="cases-board">
      {keys.map((key) => (
        <Section key={key} title={blockTitle(key, blockCount(board, drafts.length, key), me.role)}>
          <Block name={key} board={board} drafts={drafts} />
        </Section>
      ))}
    </div>
  )
}

function Block({ name, board, drafts }: { name: BlockKey; board: Board; drafts: Drafts }) {
  const me = useMe()
  const go = useGo()
  if (name === 'toReview')
    return (
      <Button kind="primary" onClick={() => go({ to: 'reviews' })}>
        去审批
      </Button>
    )
  if (name === 'drafts') return <DraftLines drafts={drafts} />
  if (name === 'openSessions') return <SessionLines board={board} />
  if (!isListKey(name)) return null
  const cases = casesOf(board, name)
  const ahead = talkAhead(board, me.userId)
  return (
    <>
      <ul className="cases-lines">
        {cases.slice(0, mostShown).map((one) => (
          <CaseLine
            key={one.id}
            one={one}
            withMediator={me.role !== 'mediator'}
            onOpen={() => go({ to: 'case', caseId: one.id })}
            action={
              mayBegin(one, me.userId) ? (
                <Button
                  kind="primary"
                  aria-label={`开始谈话 ${one.title}`}
                  shortcut={one.id === ahead ? 'Ctrl+Enter' : undefined}
                  onClick={() => go({ to: 'startSession', caseId: one.id })}
                >
                  开始谈话
                </Button>
              ) : undefined
            }
          />
        ))}
      </ul>
      {cases.length > mostShown ? (
        <Button kind="link" onClick={() => go({ to: 'cases' })}>
          还有 {cases.length - mostShown} 件，到案件列表看
        </Button>
      ) : null}
    </>
  )
}

function DraftLines({ drafts }: { drafts: Drafts }) {
  const go = useGo()
  return (
    <ul className="cases-lines">
      {drafts.map((draft) => (
        <li key={draft.id} className="cases-item">
          <span className="cases-line-title">{draft.title.trim() || '还没写姓名'}</span>
          <span className="muted">{formatInstantNear(draft.updatedAt, today())}</span>
          <Button
            aria-label={`继续登记 ${draft.title}`}
            onClick={() => go({ to: 'intake', draftId: draft.id })}
          >
            继续登记
          </Button>
        </li>
      ))}
    </ul>
  )
}

function SessionLines({ board }: { board: Board }) {
  const me = useMe()
  const go = useGo()
  const ahead = talkAhead(board, me.userId)
  return (
    <ul className="cases-lines">
      {board.openSessions.map((session) => (
        <li key={session.sessionId} className="cases-item">
          <span className="cases-line-title">{session.title}</span>
          <span className="muted">{formatInstantNear(session.startedAt, today())} 开始</span>
          <Button
            kind="primary"
            aria-label={`继续谈话 ${session.title}`}
            shortcut={session.sessionId === ahead ? 'Ctrl+Enter' : undefined}
            onClick={() => go({ to: 'session', sessionId: session.sessionId })}
          >
            继续谈话
          </Button>
        </li>
      ))}
    </ul>
  )
}
