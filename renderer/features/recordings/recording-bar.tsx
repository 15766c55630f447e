import { Mic, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SessionPart } from '#contract/sessions.ts'
import { useAsk } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { lengthWords } from './sound-clock.ts'
import { useRecorder } from './use-recorder.ts'
import './recordings.css'

type Props = { sessionId: string; part: SessionPart | undefined; turned: boolean }

/** Sound of the session: a button, and a red sign for as long as it runs. Nothing where the centre keeps no sound. */
export function RecordingBar({ sessionId, part, turned }: Props) {
  const settings = useAsk('recordings.settings', {})
  const { state, busy, start, stop, clear } = useRecorder(sessionId)
  const [isAsking, setIsAsking] = useState(false)
  const [wasStopped, setWasStopped] = useState(false)
  const consents = useRef<readonly string[]>([])
  const isSilent = part !== undefined && part.kind !== 'joint'
  const isOn = state.kind === 'on'

  useEffect(() => {
    if (!isSilent || !isOn) return
    setWasStopped(true)
    void stop()
  }, [isSilent, isOn, stop])

  if (!settings.data?.allowed) return null
  if (isOn) {
    return (
      <span className="recording-on">
        <span className="recording-sign" role="status">
          <span className="recording-dot" aria-hidden="true" />
          录音中 在场各方已同意
        </span>
        <Running startedAt={state.startedAt} waiting={state.waiting} />
        <FailureNotice failure={state.failure} onClose={clear} />
        {turned ? null : (
          <Button icon={<Square aria-hidden="true" />} onClick={() => void stop()}>
            停止录音
          </Button>
        )}
      </span>
    )
  }
  if (turned) return null
  return (
    <>
      <Button
        icon={<Mic aria-hidden="true" />}
        disabled={isSilent}
        busy={busy}
        title={isSilent ? '单独谈话和休会时不录音' : undefined}
        onClick={() => setIsAsking(true)}
      >
        {wasStopped && !isSilent ? '接着录音' : '录音'}
      </Button>
      <FailureNotice failure={state.failure} onClose={clear} />
      {wasStopped && !isSilent ? <span className="recording-hint">刚才已自动停录</span> : null}
      {isAsking ? (
        <ConsentDialog
          sessionId={sessionId}
          before={consents.current}
          onClose={() => setIsAsking(false)}
          onConsented={async (consentsOf) => {
            consents.current = consentsOf
            setIsAsking(false)
            setWasStopped(false)
            await start(consentsOf)
          }}
        />
      ) : null}
    </>
  )
}

function Running({ startedAt, waiting }: { startedAt: number; waiting: number }) {
  const [at, setAt] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setAt(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className="nums" role="timer">
      {lengthWords(at - startedAt)}
      {waiting > 1 ? `，${waiting} 段待存` : ''}
    </span>
  )
}
