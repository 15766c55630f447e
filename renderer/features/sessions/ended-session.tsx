import { Printer, Star } from 'lucide-react'
import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { formatClock } from '../../lib/format/date.ts'
import { attendeeCapacityLabels, sessionResultLabels } from '../../lib/labels/sessions.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { speakerTag } from './attendee-names.ts'
import { RoomFrame } from './room-frame.tsx'
import { SessionFacts } from './session-facts.tsx'

/** After the end: to read and to print, nothing to change. */
export function EndedSession({ record }: { record: SessionRecord }) {
  const go = useGo()
  const draft = useRun('agreements.draft')
  const makeAgreement = async () => {
    const agreement = await draft.run({ caseId: record.caseId })
    if (agreement) go({ to: 'agreement', agreementId: agreement.id })
  }
  return (
    <RoomFrame
      record={record}
      notice={<FailureNotice failure={draft.failure} onClose={draft.clear} />}
      rail={<Outcome record={record} />}
      foot={
        <div className="session-rail-foot">
          <Button
            kind={record.result === 'agreed' ? 'plain' : 'primary'}
            icon={<Printer aria-hidden="true" />}
            shortcut="Ctrl+P"
            autoFocus={record.result !== 'agreed'}
            onClick={() => go({ to: 'paper', form: 'f09', objectId: record.id })}
          >
            打印笔录
          </Button>
          {record.result === 'agreed' ? (
            <Button
              kind="primary"
              autoFocus
              busy={draft.running}
              onClick={() => void makeAgreement()}
            >
              形成协议
            </Button>
          ) : null}
        </div>
      }
    >
      <Lines record={record} />
    </RoomFrame>
  )
}

function Lines({ record }: { record: SessionRecord }) {
  const people = new Map(record.attendees.map((attendee) => [attendee.id, attendee]))
  const lines = record.entries
    .filter((entry) => !entry.removed)
    .toSorted((a, b) => a.position - b.position)
  return (
    <ol className="session-column" aria-label="谈话记录">
      {lines.map((entry) => (
        <ReadLine key={entry.id} entry={entry} speaker={people.get(entry.attendeeId)} />
      ))}
    </ol>
  )
}

type ReadLineProps = { entry: SessionRecord['entries'][number]; speaker: Attendee | undefined }

function ReadLine({ entry, speaker }: ReadLineProps) {
  return (
    <li
      className="session-row"
      data-mediator={speaker?.capacity === 'mediator' || undefined}
      data-key-point={entry.isKeyPoint || undefined}
    >
      <time className="session-time" dateTime={entry.createdAt}>
        {formatClock(entry.createdAt)}
      </time>
      <div className="session-speaker">
        <b>{speaker?.name}</b>
        <span className="session-tag">{speaker ? speakerTag(speaker) : ''}</span>
      </div>
      <div className="session-words">
        <p className="session-said">{entry.text}</p>
        {entry.isKeyPoint ? (
          <span className="session-key-point">
            <Star aria-hidden="true" />
            要点
          </span>
        ) : null}
      </div>
    </li>
  )
}

function Outcome({ record }: { record: SessionRecord }) {
  return (
    <>
      <Section title="结果">
        <p className="session-outcome">
          {record.result ? sessionResultLabels[record.result] : '未写结果'}
        </p>
        {record.resultNote ? <p className="session-said">{record.resultNote}</p> : null}
      </Section>
      <Section title="参加人">
        <ul className="session-people">
          {record.attendees.map((attendee) => (
            <li key={attendee.id}>
              <b>{attendee.name}</b>
              {attendee.note || attendeeCapacityLabels[attendee.capacity]}
            </li>
          ))}
        </ul>
      </Section>
      <SessionFacts record={record} />
    </>
  )
}
