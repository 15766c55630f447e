import type { HitDuty } from '#contract/lawyers.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { halfWords, shortDay } from './day-words.ts'

export type Hit = HitDuty & { lawyerName?: string }

type HitNoticeProps = {
  /** With how many shifts stay. */
  titleOf: (count: number) => string
  duties: readonly Hit[]
  onClose: () => void
}

const shownAtMost = 12

/** Published shifts that stay although their people cannot come: somebody else has to be put in. */
export function HitNotice({ titleOf, duties, onClose }: HitNoticeProps) {
  const go = useGo()
  if (duties.length === 0) return null
  const lines = duties.map(({ lawyerName = '', date, half }) =>
    `${lawyerName} ${shortDay(date)}${halfWords[half]}`.trim(),
  )
  return (
    <Notice
      tone="warning"
      title={titleOf(duties.length)}
      actions={<Button onClick={() => go({ to: 'rotas' })}>去值班表换人</Button>}
      onClose={onClose}
    >
      {lines.slice(0, shownAtMost).join('、')}
      {lines.length > shownAtMost ? ' 等' : ''}。班次没有自动取消，请换人。
    </Notice>
  )
}
