import type { ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EndedSession } from './ended-session.tsx'
import { RightsStep } from './rights-step.tsx'
import { RoomDesk } from './room-desk.tsx'
import { RoomFrame } from './room-frame.tsx'
import './room-parts.css'
import './sessions.css'
import './start-session.css'
import './turned-room.css'
import type { RoomSlot } from './room-slots.ts'
import { useSessionRecord } from './use-session-record.ts'

type Props = {
  sessionId: string
  /** The ledger of offers, beside the lines; behind the wall. */
  offers?: RoomSlot
  /** Sound of the session, in the bar above. */
  recording?: RoomSlot
  /** What was recorded, once the session has ended. */
  sound?: (record: SessionRecord) => ReactNode
}

/** One session: told rights, then the record; after its end only to read and print. */
export function SessionRoom(props: Props) {
  return <Room key={props.sessionId} {...props} />
}

function Room({ sessionId, offers, recording, sound }: Props) {
  const { record, failure, reload } = useSessionRecord(sessionId)
  if (!record)
    return (
      <Screen title="谈话" back>
        {failure ? (
          <>
            <FailureNotice failure={failure} />
            <Button onClick={() => void reload()}>再打开一次</Button>
          </>
        ) : (
          <Loading text="正在取谈话记录…" />
        )}
      </Screen>
    )
  if (record.status === 'ended') return <EndedSession record={record} sound={sound?.(record)} />
  if (!record.rightsToldAt)
    return (
      <RoomFrame record={record} notice={<FailureNotice failure={failure} />}>
        <RightsStep record={record} onTold={reload} />
      </RoomFrame>
    )
  return <RoomDesk record={record} reload={reload} offers={offers} recording={recording} />
}
