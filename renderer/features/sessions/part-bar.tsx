import { Coffee, Lock, MonitorUp, Play, Users } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { now } from '../../lib/clock.ts'
import { partKindLabels } from '../../lib/labels/sessions.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clockOf, openPartOf, partTimes } from './open-part.ts'
import type { Parts } from './use-parts.ts'

type Props = {
  record: SessionRecord
  parts: Parts
  recording?: ReactNode
  onChoosePart: () => void
  onTurn: () => void
}

const icons = { joint: Users, separate: Lock, pause: Coffee }

/** Says at all times which talk runs and for how long, and leads to the next one. */
export function PartBar({ record, parts, recording, onChoosePart, onTurn }: Props) {
  const part = openPartOf(record.parts)
  const kind = part?.kind ?? 'joint'
  const Icon = icons[kind]
  const partner = record.parties.find((party) => party.id === part?.partyId)?.name
  return (
    <>
      <div className="session-part-bar" data-kind={kind}>
        <div className="session-part-state">
          <output className="session-part-now" aria-label="现在">
            <Icon aria-hidden="true" />
            <b>
              {partKindLabels[kind]}
              {kind === 'separate' && partner ? ` · ${partner}` : ''}
            </b>
          </output>
          <PartClock record={record} />
        </div>
        <div className="session-part-tools">
          {record.mayOpenWall ? (
            <Button
              icon={
                kind === 'separate' ? <Users aria-hidden="true" /> : <Lock aria-hidden="true" />
              }
              shortcut="F7"
              disabled={parts.busy}
              onClick={onChoosePart}
            >
              {kind === 'separate' ? '换谈话' : '单独谈话'}
            </Button>
          ) : null}
          {record.mayOpenWall || kind !== 'separate' ? (
            <Button
              kind={kind === 'pause' ? 'primary' : 'plain'}
              icon={kind === 'pause' ? <Play aria-hidden="true" /> : <Coffee aria-hidden="true" />}
              shortcut="F8"
              disabled={parts.busy}
              onClick={() => void parts.toggleBreak()}
            >
              {kind === 'pause' ? '继续谈话' : '休会'}
            </Button>
          ) : null}
          {recording}
          <Button icon={<MonitorUp aria-hidden="true" />} shortcut="Ctrl+H" onClick={onTurn}>
            给双方看
          </Button>
        </div>
      </div>
      <FailureNotice failure={parts.failure} onClose={parts.clear} />
      {parts.isUnsaved ? (
        <Notice tone="danger" title="还没有换谈话" onClose={parts.clear}>
          前面的句子还没有存好。软件在接着存，请稍等再按一次。
        </Notice>
      ) : null}
      {kind === 'pause' ? (
        <p className="session-part-word">休会中，不记新的句子；前面的字可以改。按 F8 继续谈话。</p>
      ) : null}
      {kind === 'separate' && !record.mayOpenWall ? (
        <p className="session-part-word">
          承办调解员正在单独谈话，内容只有承办调解员能看；这时不能记录，请等回到双方谈话。
        </p>
      ) : null}
    </>
  )
}

function PartClock({ record }: { record: SessionRecord }) {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const { partMs, totalMs } = partTimes(record.parts, at)
  return (
    <span className="session-part-clock nums" role="timer">
      {clockOf(partMs)}
      <small>共谈 {clockOf(totalMs)}</small>
    </span>
  )
}
