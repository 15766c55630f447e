import type { CaseRecord, TimelineItem } from '#contract/cases.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { caseStatusLooks } from '../../lib/labels/status.ts'
import { timelineWords } from '../../lib/labels/timeline.ts'
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

const firstShown = 40

/** Everything that happened, the newest first. */
export function Timeline({ record, extra }: { record: CaseRecord; extra: ReactNode }) {
  const [all, setAll] = useState(false)
  const items = all ? record.timeline : record.timeline.slice(0, firstShown)
  const hidden = record.timeline.length - items.length
  return (
    <Section title="经过" extra={extra}>
      <ol className="cases-timeline">
        {items.map((item) => (
          <TimelineLine key={item.id} item={item} />
        ))}
      </ol>
      {hidden > 0 ? (
        <Button kind="link" onClick={() => setAll(true)}>
          更早的还有 {hidden} 条，全部列出
        </Button>
      ) : null}
    </Section>
  )
}

const stepWords = ({ fromStatus, toStatus }: TimelineItem): string | undefined =>
  toStatus && fromStatus !== toStatus ? caseStatusLooks[toStatus].word : undefined

function TimelineLine({ item }: { item: TimelineItem }) {
  const { title, text } = timelineWords(item)
  const step = stepWords(item)
  return (
    <li>
      <div className="cases-when nums">{formatInstantShort(item.at)}</div>
      <div className="cases-what">
        <div>
          <strong>{title}</strong>
          {step ? <span className="muted"> → {step}</span> : null}
          <span className="muted"> · {item.actorName}</span>
        </div>
        {text ? <p className="cases-words">{text}</p> : null}
      </div>
    </li>
  )
}
