import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { now } from '../../lib/clock.ts'
import { formatClock, formatInstant } from '../../lib/format/date.ts'
import { opennessLabel } from '../../lib/labels/sessions.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { lastingWords } from './clock-words.ts'

/** Where, how and since when; that rights were told. */
export function SessionFacts({ record }: { record: SessionRecord }) {
  const go = useGo()
  return (
    <Section title="这次谈话">
      <ul className="session-facts">
        <li>
          {record.place}，{opennessLabel(record.isOpen)}
        </li>
        <li>
          {formatInstant(record.startedAt)} 开始
          {record.status === 'open' ? <Lasting since={record.startedAt} /> : null}
        </li>
        {record.endedAt ? <li>{formatInstant(record.endedAt)} 结束</li> : null}
        <li>记录人 {record.recorderName}</li>
        <li className="session-told-line">
          <span>
            {record.rightsToldAt
              ? `权利义务已告知 ${formatClock(record.rightsToldAt)}`
              : '权利义务没有告知'}
          </span>
          <Button
            kind="link"
            icon={<Printer aria-hidden="true" />}
            onClick={() => go({ to: 'paper', form: 'f04', objectId: record.id })}
          >
            打印告知书
          </Button>
        </li>
      </ul>
    </Section>
  )
}

const quarterMinute = 15_000

function Lasting({ since }: { since: string }) {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), quarterMinute)
    return () => clearInterval(timer)
  }, [])
  return <>，已谈 {lastingWords(since, at)}</>
}
