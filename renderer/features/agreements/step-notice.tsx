import { useState } from 'react'
import type { Failure } from '../../lib/failure.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { differenceLines, isOutOfStep, type PackageStep } from './step-words.ts'

type Props = {
  step: PackageStep | undefined
  caseId: string
  clauses: readonly { id: string }[]
  busy?: boolean
  failure?: Failure | undefined
  /** Resolves true when the clauses follow the package again. Without it the text can only be looked at. */
  onFollow?: () => Promise<boolean>
}

/** The clauses and the agreed package say different things: what, and the two ways on. */
export const StepNotice = ({ step, caseId, clauses, busy, failure, onFollow }: Props) => {
  const go = useGo()
  const [asking, setAsking] = useState(false)
  if (!step || !isOutOfStep(step, clauses)) return null
  const lines = differenceLines(step, clauses)
  const isAgreed = step.agreedOfferId !== undefined
  const follow = async (): Promise<void> => {
    if (await onFollow?.()) setAsking(false)
  }
  return (
    <Notice tone="warning">
      <div className="agreement-step-notice">
        <p>
          <strong>{isAgreed ? '协议和谈定的方案不一样' : '协议所依据的方案已经不算数了'}</strong>：
          {lines.join('；')}。{isAgreed ? '' : '请删去这些条款，或者到方案台账重新谈定。'}
        </p>
        {isAgreed && onFollow ? (
          <Button onClick={() => setAsking(true)}>按方案改回</Button>
        ) : undefined}
        <Button onClick={() => go({ to: 'offers', caseId })}>去方案台账</Button>
      </div>
      <Dialog
        title="按方案改回"
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void follow()}
        confirmText="按方案改回"
        busy={busy}
        failure={failure}
      >
        <p>
          下面这些会改成双方谈定的样子，这里手工改的金额、日期、文字不再保留；自己另加的条款不动。
        </p>
        <ul className="agreement-step-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Dialog>
    </Notice>
  )
}
