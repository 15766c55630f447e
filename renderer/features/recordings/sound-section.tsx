import { useEffect, useMemo, useRef, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { formatClock, formatDate } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { anchorsOf, lengthWords } from './sound-clock.ts'
import './recordings.css'

type Recording = OutputOf<'recordings.list'>[number]

/** What was recorded of a session: to listen to from any line, or to delete. */
export function SoundSection({ record }: { record: SessionRecord }) {
  const asked = useAsk('recordings.list', { sessionId: record.id })
  if (!asked.data || asked.data.length === 0) return <FailureNotice failure={asked.failure} />
  return (
    <Section title="录音">
      {asked.data.map((recording) => (
        <OneRecording key={recording.id} recording={recording} record={record} />
      ))}
    </Section>
  )
}

function OneRecording({ recording, record }: { recording: Recording; record: SessionRecord }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isPurging, setIsPurging] = useState(false)
  const purge = useRun('recordings.purge')
  return (
    <div className="recording-one">
      <p>
        第 {recording.position} 段，{formatClock(recording.startedAt)} 起，
        {lengthWords(recording.durationMs)}
        {recording.keepUntil ? `，保存到 ${formatDate(recording.keepUntil)}` : ''}
      </p>
      {recording.purgedAt ? (
        <p className="recording-gone">声音已删除，只留下这条记录。</p>
      ) : isOpen ? (
        <Player recording={recording} record={record} />
      ) : (
        <div className="tx-actions">
          <Button onClick={() => setIsOpen(true)}>听录音</Button>
          <Button kind="danger" onClick={() => setIsPurging(true)}>
            删除录音
          </Button>
        </div>
      )}
      <Dialog
        title="删除这段录音"
        open={isPurging}
        onClose={() => setIsPurging(false)}
        onConfirm={() =>
          void purge.run({ recordingId: recording.id }).then((done) => {
            if (done) setIsPurging(false)
          })
        }
        confirmText="删除录音"
        confirmKind="danger"
        busy={purge.running}
        {...(purge.failure ? { failure: purge.failure } : {})}
      >
        <p>删除后声音找不回来；笔录和“录过音”的记录都还在。</p>
      </Dialog>
    </div>
  )
}

function Player({ recording, record }: { recording: Recording; record: SessionRecord }) {
  const sound = useAsk('recordings.sound', { recordingId: recording.id })
  const player = useRef<HTMLAudioElement>(null)
  const url = useMemo(() => {
    if (!sound.data) return undefined
    const bytes = Uint8Array.from(atob(sound.data.base64), (character) => character.charCodeAt(0))
    return URL.createObjectURL(new Blob([bytes], { type: sound.data.mediaType }))
  }, [sound.data])
  useEffect(
    () => () => {
      if (url !== undefined) URL.revokeObjectURL(url)
    },
    [url],
  )
  const anchors = anchorsOf(
    recording,
    record.entries.filter((entry) => !entry.removed && entry.partId === undefined),
  )
  const playFrom = (ms: number) => {
    if (!player.current) return
    player.current.currentTime = ms / 1000
    void player.current.play()
  }
  if (!url) return <FailureNotice failure={sound.failure} />
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the record beside it is its text */}
      <audio ref={player} src={url} controls className="recording-player" />
      <ul className="recording-anchors" aria-label="从哪一句听起">
        {anchors.map((anchor) => (
          <li key={anchor.entryId}>
            <button type="button" onClick={() => playFrom(anchor.atMs)}>
              <span className="nums">{lengthWords(anchor.atMs)}</span> {anchor.text}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
