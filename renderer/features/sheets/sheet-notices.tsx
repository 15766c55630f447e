import type { PaperForm } from '#contract/papers.ts'
import { useRun } from '../../lib/ask.ts'
import { failureText, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'

type RemovedProps = { form: PaperForm; objectId: string; onRestored: () => Promise<void> }

export const RemovedNotice = ({ form, objectId, onRestored }: RemovedProps) => {
  const restoring = useRun('sheets.restore')
  const restore = async (): Promise<void> => {
    if (await restoring.run({ form, objectId })) await onRestored()
  }
  return (
    <>
      <FailureNotice failure={restoring.failure} onClose={restoring.clear} />
      <Notice
        tone="warning"
        title="这一张已经从卷宗里拿出"
        actions={
          <Button busy={restoring.running} onClick={() => void restore()}>
            放回卷宗
          </Button>
        }
      >
        写过的内容都还在，放回以后接着用；不放回就不会打印进卷宗。
      </Notice>
    </>
  )
}

type StoppedProps = {
  failure: Failure
  onReload: () => Promise<void>
  onMerge: () => Promise<void>
}

/** What was typed last is not stored as it stands: over another's text it is merged, else the stored text is the way on. */
export const StoppedNotice = ({ failure, onReload, onMerge }: StoppedProps) => {
  const isStale = failure.code === 'sheets.stale'
  const who = failure.details?.['changedBy']
  const named = typeof who === 'string' && who !== ''
  return (
    <Notice
      tone="danger"
      title={isStale && named ? `${who} 刚刚改过这一张` : '最近的改动没有存上'}
      actions={
        <>
          {isStale ? (
            <Button kind="primary" onClick={() => void onMerge()}>
              把我写的并进去
            </Button>
          ) : undefined}
          <Button onClick={() => void onReload()}>载入存下的内容</Button>
        </>
      }
    >
      {failureText(failure)}
      {isStale
        ? '并进去时，只有您改过的几栏用您写的，别的用存下的。'
        : '载入后，这里没存上的几个字要重新写；可以先选中复制。'}
    </Notice>
  )
}
