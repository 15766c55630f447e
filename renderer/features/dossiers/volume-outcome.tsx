import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

export type VolumeOutcome =
  | { kind: 'printed'; jobs: number; copies: number }
  /** Without a name: the window that asks where was closed. */
  | { kind: 'saved'; name: string | undefined; channel: 'pdf' | 'docx' }

/** What became of it, in words that stay. */
export function VolumeOutcomeNotice({
  outcome,
  onClose,
}: {
  outcome: VolumeOutcome | undefined
  onClose: () => void
}) {
  const go = useGo()
  if (outcome?.kind === 'printed')
    return (
      <Notice
        tone="done"
        title={`已送去打印：${outcome.jobs} 种文书，共 ${outcome.copies} 份`}
        onClose={onClose}
        actions={
          <Button autoFocus onClick={() => go({ to: 'printQueue' })}>
            看打印情况
          </Button>
        }
      >
        打印机缺纸、卡纸都不会丢，可以在打印情况里接着打。打完请签名、盖章，再把扫描件放回卷宗。
      </Notice>
    )
  if (outcome?.kind === 'saved')
    return outcome.name === undefined ? (
      <Notice tone="warning" onClose={onClose}>
        没有存：选位置的窗口关掉了。要存请再按一次。
      </Notice>
    ) : (
      <Notice
        tone="done"
        title={outcome.channel === 'pdf' ? '整卷 PDF 已存好' : '各份 Word 文书已存好'}
        onClose={onClose}
      >
        {outcome.name}
      </Notice>
    )
  return null
}
