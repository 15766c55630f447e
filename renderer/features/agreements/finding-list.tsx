import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Reason, ReasonLevel } from '#db/domain/reason.ts'
import { agreementReasonText } from '../../lib/labels/agreements.ts'
import { RuleSource } from './rule-source.tsx'
import './findings.css'

const looks = {
  block: { Icon: CircleX, word: '必须改' },
  warn: { Icon: TriangleAlert, word: '提醒' },
  info: { Icon: Info, word: '说明' },
} as const satisfies Record<ReasonLevel, { Icon: typeof Info; word: string }>

const weights = { block: 0, warn: 1, info: 2 } as const satisfies Record<ReasonLevel, number>

/** The heaviest first, each weight in the order of the form. */
export const byWeight = <R extends Reason>(reasons: readonly R[]): R[] =>
  reasons.toSorted((a, b) => weights[a.level] - weights[b.level])

export const findingTextId = ({ code, path }: Reason): string => `finding-${code}-${path}`

type Props = {
  reasons: readonly Reason[]
  parties: readonly { name: string }[]
  /** What can be done about it, at the end of its line. */
  renderAction?: (reason: Reason) => ReactNode
  /** What stands under it, such as why it may stay. */
  renderBelow?: (reason: Reason) => ReactNode
}

/** Findings of the check: weight in word, symbol and colour, where and what, and the rule behind it. */
export const FindingList = ({ reasons, parties, renderAction, renderBelow }: Props) => (
  <ul className="tx-reasons">
    {byWeight(reasons).map((reason) => {
      const { Icon, word } = looks[reason.level]
      return (
        <li
          key={`${reason.code} ${reason.path}`}
          className={`tx-reason tx-reason-${reason.level} agreement-finding`}
        >
          <Icon aria-hidden="true" />
          <div>
            <span className="tx-reason-level">{word}</span>
            <span id={findingTextId(reason)}>{agreementReasonText(reason, parties)}</span>{' '}
            <RuleSource reason={reason} />
          </div>
          {renderAction ? (
            <div className="tx-reason-action">{renderAction(reason)}</div>
          ) : undefined}
          {renderBelow ? (
            <div className="agreement-finding-below">{renderBelow(reason)}</div>
          ) : undefined}
        </li>
      )
    })}
  </ul>
)
