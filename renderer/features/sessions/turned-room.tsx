import { MonitorDown } from 'lucide-react'
import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { answerOf } from './fact-state.ts'
import { useTextScale } from './text-scale.ts'

type SharedLine = { id: string; attendeeId: string; text: string; partId?: string | undefined }

type Props = {
  record: SessionRecord
  /** Every line of the record; those behind a wall are left out here. */
  lines: readonly SharedLine[]
  /** Offers that both sides know. */
  offers?: ReactNode
  /** The red sign, as long as sound is recorded. */
  recording?: ReactNode
  onTurnBack: () => void
}

/**
 * The screen as both sides may see it: what was said in joint talks, without any mark, and the
 * undisputed facts. Nothing else of the room is on the page while it shows.
 */
export function TurnedRoom({ record, lines, offers, recording, onTurnBack }: Props) {
  const { scale } = useTextScale()
  const end = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'end' }), [])
  const names = new Map(record.attendees.map((attendee) => [attendee.id, attendee.name]))
  const shared = lines.filter((line) => line.partId === undefined && line.text.trim() !== '')
  return (
    <section
      className="session-turned"
      aria-label="给双方看的画面"
      style={{ '--room-scale': scale } as CSSProperties}
    >
      <header className="session-turned-head">
        <h1>第 {record.ordinal} 次谈话</h1>
        <span className="session-turned-word">双方都能看的内容</span>
        {recording}
        <Button
          icon={<MonitorDown aria-hidden="true" />}
          shortcut="Ctrl+H"
          autoFocus
          onClick={onTurnBack}
        >
          转回来
        </Button>
      </header>
      <div className="session-turned-body">
        <ol className="session-turned-lines" aria-label="谈话记录">
          {shared.map((row) => (
            <li key={row.id}>
              <b>{names.get(row.attendeeId)}</b>
              <p>{row.text}</p>
            </li>
          ))}
          <li ref={end} aria-hidden="true" />
        </ol>
        {record.undisputedFacts.length > 0 ? (
          <section className="session-turned-facts" aria-label="无争议事实">
            <h2>无争议事实</h2>
            <ol>
              {record.undisputedFacts.map((fact) => (
                <li key={fact.id}>
                  <p>{fact.text}</p>
                  <small>
                    {record.parties.map((party) => {
                      const answer = answerOf(fact, party.id)
                      const word = answer === 'yes' ? '认可' : answer === 'no' ? '不认可' : '待确认'
                      return <span key={party.id}>{`${party.name}：${word}`}</span>
                    })}
                  </small>
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        {offers}
      </div>
    </section>
  )
}
