import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ruleBasis } from '#db/domain/agreement/lint/messages.ts'
import type { Reason, ReasonLevel } from '#db/domain/reason.ts'

const looks = {
  block: { Icon: CircleX, word: '必须改' },
  warn: { Icon: TriangleAlert, word: '请留意' },
  info: { Icon: Info, word: '说明' },
} satisfies Record<ReasonLevel, { Icon: typeof Info; word: string }>

const weights = { block: 0, warn: 1, info: 2 } satisfies Record<ReasonLevel, number>

export type ReasonListProps = {
  reasons: readonly Reason[]
  text: (reason: Reason) => ReactNode
  /** What can be done about it, such as 去填. */
  action?: (reason: Reason) => ReactNode
}

/** What stands against a step, the blocking ones first, each with the rule it comes from. */
export function ReasonList({ reasons, text, action }: ReasonListProps) {
  const sorted = reasons.toSorted((a, b) => weights[a.level] - weights[b.level])
  return (
    <ul className="tx-reasons">
      {sorted.map((reason) => (
        <ReasonItem
          key={`${reason.code} ${reason.path}`}
          reason={reason}
          text={text}
          action={action}
        />
      ))}
    </ul>
  )
}

function ReasonItem({
  reason,
  text,
  action,
}: Omit<ReasonListProps, 'reasons'> & { reason: Reason }) {
  const { Icon, word } = looks[reason.level]
  const basis = ruleBasis(reason.ruleId, reason.code)
  return (
    <li className={`tx-reason tx-reason-${reason.level}`}>
      <Icon aria-hidden="true" />
      <div>
        <span className="tx-reason-level">{word}</span>
        {text(reason)}
        {basis === undefined ? null : <span className="tx-rule">{basis}</span>}
      </div>
      {action ? <div className="tx-reason-action">{action(reason)}</div> : null}
    </li>
  )
}
