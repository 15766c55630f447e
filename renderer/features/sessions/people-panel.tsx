import { LogOut, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import { needsConsent } from '#db/domain/session/consent.ts'
import { useRun } from '../../lib/ask.ts'
import { formatClock } from '../../lib/format/date.ts'
import { helperKindLabels } from '../../lib/labels/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { speakerTag } from './attendee-names.ts'
import { SessionFacts } from './session-facts.tsx'
import { stillToAsk } from './speaking.ts'

type Props = { record: SessionRecord; reload: () => Promise<void>; onCallIn: () => void }

/** Who is at the table, who agreed to whom, who went. */
export function PeoplePanel({ record, reload, onCallIn }: Props) {
  const [goingId, setGoingId] = useState<string>()
  const consent = useRun('sessions.consent')
  const leave = useRun('sessions.leave')
  const agree = async (attendeeId: string, partyId: string) => {
    if (await consent.run({ sessionId: record.id, attendeeId, partyIds: [partyId] })) await reload()
  }
  const sendOff = async (attendeeId: string) => {
    if (goingId !== attendeeId) return setGoingId(attendeeId)
    setGoingId(undefined)
    if (await leave.run({ sessionId: record.id, attendeeId })) await reload()
    return undefined
  }
  return (
    <>
      <FailureNotice failure={consent.failure} onClose={consent.clear} />
      <FailureNotice failure={leave.failure} onClose={leave.clear} />
      <Button icon={<UserPlus aria-hidden="true" />} onClick={onCallIn}>
        请人参加
      </Button>
      <ul className="session-attendees">
        {record.attendees.map((attendee) => (
          <li key={attendee.id}>
            <AttendeeLine attendee={attendee} />
            {needsConsent(attendee.capacity) && attendee.leftAt === undefined ? (
              <Consents record={record} attendee={attendee} onAgree={agree} />
            ) : null}
            {attendee.leftAt === undefined && attendee.capacity !== 'mediator' ? (
              <div className="session-attendee-tools">
                <Button
                  kind={goingId === attendee.id ? 'danger' : 'link'}
                  icon={<LogOut aria-hidden="true" />}
                  aria-label={`${attendee.name}${goingId === attendee.id ? '确定离场' : '离场'}`}
                  onClick={() => void sendOff(attendee.id)}
                >
                  {goingId === attendee.id ? '再按一次，确定离场' : '离场'}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <SessionFacts record={record} />
    </>
  )
}

function AttendeeLine({ attendee }: { attendee: Attendee }) {
  const kind = attendee.helperKind ? helperKindLabels[attendee.helperKind] : undefined
  return (
    <>
      <p>
        <b>{attendee.name}</b>{' '}
        <span className="session-tag">
          {[speakerTag(attendee), kind].filter((word) => word !== undefined).join('，')}
        </span>
        {attendee.leftAt === undefined ? null : (
          <span className="session-tag"> {formatClock(attendee.leftAt)} 已离场</span>
        )}
      </p>
      {needsConsent(attendee.capacity) && attendee.note !== '' ? (
        <p className="session-hint">{attendee.note}</p>
      ) : null}
      {attendee.disclosure ? (
        <p className="session-hint">已披露的关系：{attendee.disclosure}</p>
      ) : null}
    </>
  )
}

type ConsentsProps = {
  record: SessionRecord
  attendee: Attendee
  onAgree: (attendeeId: string, partyId: string) => Promise<void>
}

function Consents({ record, attendee, onAgree }: ConsentsProps) {
  const missing = stillToAsk(attendee, record)
  if (missing.length === 0) return <p className="session-consented">✓ 各方当事人都同意参加</p>
  return (
    <div className="session-consents">
      <p className="session-unsaved">未经同意，暂不能发言</p>
      {record.parties
        .filter(({ id }) => missing.includes(id) || attendee.consentsOf.includes(id))
        .map((party) => (
          <CheckField
            key={party.id}
            label={`${party.name}同意${attendee.name}参加`}
            value={!missing.includes(party.id)}
            disabled={!missing.includes(party.id)}
            onChange={(agreed) => {
              if (agreed) void onAgree(attendee.id, party.id)
            }}
          />
        ))}
    </div>
  )
}
