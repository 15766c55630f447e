import type { CaseRecord } from '#contract/cases.ts'
import { minutesBetween } from './minutes-between.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { sessionResultLabels } from '../../lib/labels/sessions.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type Session = CaseRecord['sessions'][number]

const words = (session: Session): string =>
  [
    formatInstantShort(session.startedAt),
    session.mediatorName,
    session.endedAt ? `${minutesBetween(session.startedAt, session.endedAt)} 分钟` : undefined,
    `${session.entryCount} 条记录`,
    session.result && sessionResultLabels[session.result],
  ]
    .filter(Boolean)
    .join(' · ')

/** Talks of this case; an open one goes on, an ended one has its minutes. */
export function SessionPanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  const isOpen = record.sessions.some(({ status }) => status === 'open')
  const mayStart = record.mayMediate && record.status === 'mediating' && !isOpen
  return (
    <Section
      title="谈话"
      extra={
        mayStart ? (
          <Button onClick={() => go({ to: 'startSession', caseId: record.id })}>
            新开一次谈话
          </Button>
        ) : null
      }
    >
      {record.sessions.length === 0 ? <p className="hint">还没有谈话。</p> : null}
      <ul className="cases-lines">
        {record.sessions.map((session) => (
          <li key={session.id} className="cases-item">
            <span className="cases-line-title">第 {session.ordinal} 次谈话</span>
            <span className="muted">{words(session)}</span>
            {session.status === 'open' ? (
              record.mayMediate ? (
                <Button onClick={() => go({ to: 'session', sessionId: session.id })}>继续</Button>
              ) : (
                <span>正在谈</span>
              )
            ) : (
              <span className="row">
                <Button
                  aria-label={`打开第 ${session.ordinal} 次谈话`}
                  onClick={() => go({ to: 'session', sessionId: session.id })}
                >
                  打开
                </Button>
                <Button
                  aria-label={`看第 ${session.ordinal} 次谈话的笔录`}
                  onClick={() => go({ to: 'paper', form: 'f09', objectId: session.id })}
                >
                  看笔录
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
