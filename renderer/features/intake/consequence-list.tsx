import { ruleBasis } from '#db/domain/agreement/lint/messages.ts'
import type { Reason } from '#db/domain/reason.ts'
import { intakeReasonText } from '../../lib/labels/intake.ts'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'

/** What can still be answered is a warning, what bars the case is not. */
const toneOf = ({ level, code }: Reason): NoticeTone =>
  level === 'block' && code !== 'otherSideNotAsked' ? 'danger' : 'warning'

function RuleBasis({ reason: { ruleId, code } }: { reason: Reason }) {
  const basis = ruleBasis(ruleId, code)
  return basis === undefined ? null : <span className="tx-rule">{basis}</span>
}

/** What follows from the answers given, with the rule it comes from. */
export function ConsequenceList({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null
  return (
    <div className="intake-consequences">
      {reasons.map((reason) => (
        <Notice
          key={`${reason.code} ${reason.path} ${String(reason.details?.['doubt'] ?? '')}`}
          tone={toneOf(reason)}
        >
          {intakeReasonText(reason)}
          <RuleBasis reason={reason} />
        </Notice>
      ))}
    </div>
  )
}
