import { Printer } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { formatClock } from '../../lib/format/date.ts'
import { attendeeCapacityLabels, sessionResultLabels } from '../../lib/labels/sessions.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { speakerTag } from './attendee-names.ts'
import { PartLine } from './entry-column.tsx'
import { LineChips } from './mark-looks.tsx'
import { RoomFrame } from './room-frame.tsx'
import { SessionFacts } from './session-facts.tsx'
import { TurnedRoom } from './turned-room.tsx'
import { useTurned } from './use-turned.ts'

type Props = { record: SessionRecord; sound?: ReactNode }

const shownEntries = (record: SessionRecord) =>
  record.entries
    .filter((entry) => !entry.removed && entry.text.trim() !== '')
    .toSorted((a, b) => a.position - b.position)

/** After the end: to read and to print, nothing to change; the screen can be turned to both sides. */
export function EndedSession({ record, sound }: Props) {
  const go = useGo()
  const [isTurned, setIsTurned] = useTurned(record.id)
  const draft = useRun('agreements.draft')
  const makeAgreement = async () => {
    const agreement = await draft.run({ caseId: record.caseId })
    if (agreement) go({ to: 'agreement', agreementId: agreement.id })
  }
  if (isTurned)
    return (
      <TurnedRoom
        record={record}
        lines={shownEntries(record)}
        onTurnBack={() => setIsTurned(false)}
      />
    )
  return (
    <RoomFrame
      record={record}
      notice={<FailureNotice failure={draft.failure} onClose={draft.clear} />}
      rail={
        <>
          <Outcome record={record} />
          {sound}
        </>
      }
      foot={
        <div className="session-rail-foot">
          <Button shortcut="Ctrl+H" onClick={() => setIsTurned(true)}>
            给双方看
          </Button>
          <Button onClick={() => go({ to: 'readBack', paper: 'minutes', objectId: record.id })}>
            念笔录
          </Button>
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
  const lines = shownEntries(record)
  const aloneWith = (partId: string | undefined): string | undefined => {
    if (partId === undefined) return undefined
    const partyId = record.parts.find((part) => part.id === partId)?.partyId
    return record.parties.find((party) => party.id === partyId)?.name ?? ''
  }
  return (
    <ol className="session-column" aria-label="谈话记录">
      {lines.map((entry, index) => (
        <Fragment key={entry.id}>
          {entry.partId === lines[index - 1]?.partId ? null : (
            <PartLine aloneWith={aloneWith(entry.partId)} />
          )}
          <ReadLine
            entry={entry}
            speaker={people.get(entry.attendeeId)}
            aloneWith={aloneWith(entry.partId)}
          />
        </Fragment>
      ))}
    </ol>
  )
}

type ReadLineProps = {
  entry: SessionRecord['entries'][number]
  speaker: Attendee | undefined
  aloneWith: string | undefined
}

function ReadLine({ entry, speaker, aloneWith }: ReadLineProps) {
  return (
    <li
      className="session-row"
      data-mediator={speaker?.capacity === 'mediator' || undefined}
      data-key-point={entry.isKeyPoint || undefined}
      data-sealed={aloneWith === undefined ? undefined : true}
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
        <LineChips isKeyPoint={entry.isKeyPoint} mark={entry.mark} aloneWith={aloneWith} />
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
