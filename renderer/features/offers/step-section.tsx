import { useState } from 'react'
import { useAsk, useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import type { Ledger } from './offer-words.ts'
import { isInStep, stepLines } from './step-words.ts'

/** From the agreed package to the agreement, while there is none. */
export function FormAgreement({ caseId }: { caseId: string }) {
  const go = useGo()
  const draft = useRun('agreements.draft')
  const form = async () => {
    const made = await draft.run({ caseId })
    if (made) go({ to: 'agreement', agreementId: made.id })
  }
  return (
    <div className="offers-next">
      <FailureNotice failure={draft.failure} onClose={draft.clear} />
      <Button kind="primary" busy={draft.running} onClick={() => void form()}>
        按谈定的方案形成协议
      </Button>
    </div>
  )
}

/** How the agreed terms and the clauses of the agreement keep step. */
export function StepSection({ ledger, agreementId }: { ledger: Ledger; agreementId: string }) {
  const go = useGo()
  const agreement = useAsk('agreements.get', { id: agreementId })
  const follow = useRun('agreements.followPackage')
  const propose = useRun('offers.proposeFromAgreement')
  const [done, setDone] = useState('')
  const open = () => go({ to: 'agreement', agreementId })
  const record = agreement.data
  const lines = record ? stepLines(ledger, record.content.clauses) : []
  const followPackage = async () => {
    if (record && (await follow.run({ id: agreementId, revision: record.revision })))
      setDone('协议书已按谈定的方案改回')
  }
  const proposeNew = async () => {
    const made = await propose.run({ id: newId(), agreementId })
    if (made) setDone(`已记为第${made.ordinal}次方案，等各方答复`)
  }
  const differs = record !== undefined && !isInStep(ledger)
  return (
    <Section title="和协议书对一对" extra={<Button onClick={open}>打开协议书</Button>}>
      <FailureNotice failure={agreement.failure ?? follow.failure ?? propose.failure} />
      {lines.length === 0 && record ? <p className="hint">协议书里还没有按方案写的条款。</p> : null}
      <ul className="offers-steps">
        {lines.map((line) => (
          <li key={line.key}>
            <span>{line.what}</span>
            <Tag tone={line.tone} word={line.state} />
          </li>
        ))}
      </ul>
      <output className="tx-unseen">{done}</output>
      {differs && record.mayEdit ? (
        <div className="row">
          {ledger.agreedOfferId === undefined ? null : (
            <Button busy={follow.running} onClick={() => void followPackage()}>
              按方案改回
            </Button>
          )}
          <Button busy={propose.running} onClick={() => void proposeNew()}>
            按协议书另提方案
          </Button>
        </div>
      ) : null}
      {differs && !record.mayEdit ? (
        <p className="hint">协议书现在不能改。要改，请先到协议书里撤回送审或做新版本。</p>
      ) : null}
    </Section>
  )
}
