import { failureText, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { failure: Failure; onReload: () => void }

/** What was typed last is not stored and can't be as it stands: the way on is the stored text. */
export const StaleNotice = ({ failure, onReload }: Props) => {
  const who = failure.details?.['changedBy']
  const title =
    typeof who === 'string' && who !== '' ? `${who} 刚刚改过这份协议` : '最近的改动没有存上'
  return (
    <Notice
      tone="danger"
      title={title}
      actions={<Button onClick={onReload}>载入存下的内容</Button>}
    >
      {failureText(failure)}载入后，这里最近没存上的几个字要重新写；可以先选中复制。
    </Notice>
  )
}
