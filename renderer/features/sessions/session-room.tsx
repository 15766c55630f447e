import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EndedSession } from './ended-session.tsx'
import { RightsStep } from './rights-step.tsx'
import { RoomDesk } from './room-desk.tsx'
import { RoomFrame } from './room-frame.tsx'
import './sessions.css'
import { useSessionRecord } from './use-session-record.ts'

/** One session: told rights, then the record; after its end only to read and print. */
export function SessionRoom({ sessionId }: { sessionId: string }) {
  return <Room key={sessionId} sessionId={sessionId} />
}

function Room({ sessionId }: { sessionId: string }) {
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
  if (record.status === 'ended') return <EndedSession record={record} />
  if (!record.rightsToldAt)
    return (
      <RoomFrame record={record} notice={<FailureNotice failure={failure} />}>
        <RightsStep record={record} onTold={reload} />
      </RoomFrame>
    )
  return <RoomDesk record={record} reload={reload} />
}
