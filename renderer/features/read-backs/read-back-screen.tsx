import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ReadBackPiece } from './read-back-piece.tsx'
import { heardCount, placeToGoOn, type ReadBack } from './reading.ts'
import './read-backs.css'

type Props = { paper: 'minutes' | 'agreement'; objectId: string }

const titles = { minutes: '念笔录', agreement: '念协议书' }

/** Piece by piece in very large type: read to everybody, a yes of each is written down. */
export function ReadBackScreen({ paper, objectId }: Props) {
  const asked = useAsk('readBacks.get', { paper, objectId })
  return (
    <Screen fill title={titles[paper]} subtitle={asked.data?.title} back>
      <FailureNotice failure={asked.failure} />
      {asked.data ? (
        <Reading key={objectId} paper={paper} objectId={objectId} readBack={asked.data} />
      ) : asked.loading ? (
        <Loading text="正在取要念的内容…" />
      ) : null}
    </Screen>
  )
}

function Reading({ paper, objectId, readBack }: Props & { readBack: ReadBack }) {
  const go = useGo()
  const [index, setIndex] = useState(() => placeToGoOn(readBack))
  const { items } = readBack
  // The text may have been changed and become shorter since.
  const at = Math.min(index, items.length - 1)
  const item = items[at]
  if (!item) return <EmptyState text="还没有可以念的内容。" />
  const heard = heardCount(readBack)
  return (
    <div className="read-back">
      <div className="read-back-head">
        <progress
          max={items.length}
          value={heard}
          aria-label={`${items.length} 段里 ${heard} 段已经都认可`}
        />
        <span className="nums">
          第 {at + 1} 段 / 共 {items.length} 段，{heard} 段各方都已认可
        </span>
      </div>
      {readBack.complete ? (
        <Notice
          tone="done"
          title="各方对每一段都认可了"
          actions={
            paper === 'agreement' ? (
              <Button kind="primary" onClick={() => go({ to: 'signing', agreementId: objectId })}>
                去签署
              </Button>
            ) : undefined
          }
        >
          已经逐条记下是谁、什么时候认可的。
        </Notice>
      ) : null}
      <ReadBackPiece
        key={item.key}
        paper={paper}
        objectId={objectId}
        readBack={readBack}
        item={item}
        isFirst={at === 0}
        isLast={at === items.length - 1}
        onGo={(step) => setIndex(Math.max(0, Math.min(items.length - 1, at + step)))}
      />
    </div>
  )
}
