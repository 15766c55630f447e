import { useState } from 'react'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { onKeys } from '../../ui/keys.ts'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import './agreements.css'
import { ReviewPanel } from './review-panel.tsx'

type Queue = OutputOf<'agreements.queue'>
export type QueueItem = Queue['toReview'][number]

export const ReviewQueueScreen = () => {
  const go = useGo()
  const { data, failure } = useAsk('agreements.queue', {})
  const [chosenId, setChosenId] = useState<string>()
  const items = data ? [...data.toReview, ...data.toPrint] : []
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0]
  return (
    <Screen title="审批" fill>
      <FailureNotice failure={failure} />
      {!data && !failure ? <Loading /> : undefined}
      {data && !chosen ? (
        <EmptyState
          text="没有等审批和待打印的协议书。"
          action={<Button onClick={() => go({ to: 'today' })}>回今日</Button>}
        />
      ) : undefined}
      {data && chosen ? (
        <div className="agreement-review">
          <nav className="agreement-queue" aria-label="审批和打印队列">
            <QueueList
              title={`待我审批（${data.toReview.length}）`}
              items={data.toReview}
              chosenId={chosen.id}
              onChoose={setChosenId}
            />
            <QueueList
              title={`已同意待打印（${data.toPrint.length}）`}
              items={data.toPrint}
              chosenId={chosen.id}
              onChoose={setChosenId}
            />
          </nav>
          <ReviewPanel key={chosen.id} item={chosen} />
        </div>
      ) : undefined}
    </Screen>
  )
}

type ListProps = {
  title: string
  items: readonly QueueItem[]
  chosenId: string
  onChoose: (id: string) => void
}

const entries = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.agreement-queue [data-entry]'),
]

/** Up and down through both lists; what has the cursor is shown. */
const step = (by: -1 | 1): void => {
  const all = entries()
  const at = all.findIndex((entry) => entry === document.activeElement)
  const next = all[at === -1 ? 0 : at + by]
  next?.focus()
  next?.click()
}

const QueueList = ({ title, items, chosenId, onChoose }: ListProps) => (
  <Section title={title}>
    {items.length === 0 ? <p className="muted">没有</p> : undefined}
    <ul
      className="agreement-list"
      onKeyDown={onKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1) })}
    >
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            data-entry
            className="agreement-entry"
            aria-current={item.id === chosenId}
            // The list is where the arrow keys start
            autoFocus={item.id === chosenId}
            onClick={() => onChoose(item.id)}
          >
            <strong>{item.caseTitle}</strong>
            <span>
              {item.fileNumber ?? item.caseNumber}
              {item.version > 1 ? ` · 第 ${item.version} 版` : ''}
            </span>
            <span>
              {item.submitterName} {formatInstantNear(item.submittedAt, today())}送审
            </span>
          </button>
        </li>
      ))}
    </ul>
  </Section>
)
