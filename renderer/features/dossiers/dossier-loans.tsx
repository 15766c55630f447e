import { useState } from 'react'
import type { Loan } from '#contract/dossiers.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { LendDialog } from './lend-dialog.tsx'
import { LoanItem } from './loan-item.tsx'
import { inLoanOrder } from './loan-words.ts'
import { ReturnDialog } from './return-dialog.tsx'

/** Who has this volume, and who had it. */
export function DossierLoans({ record }: { record: OutputOf<'dossiers.get'> }) {
  const go = useGo()
  const [lending, setLending] = useState(false)
  const [returning, setReturning] = useState<Loan>()
  const isOut = record.loans.some(({ returnedOn }) => returnedOn === undefined)
  return (
    <Section
      title="借阅"
      extra={
        <>
          {record.loans.length > 0 ? (
            <Button onClick={() => go({ to: 'paper', form: 'loan-log', objectId: record.caseId })}>
              打印借阅登记表
            </Button>
          ) : null}
          {isOut ? null : <Button onClick={() => setLending(true)}>借出本卷</Button>}
        </>
      }
    >
      {record.loans.length === 0 ? <p className="hint">没有人借过。</p> : null}
      <ul className="dossier-loans">
        {inLoanOrder(record.loans).map((loan) => (
          <LoanItem key={loan.id} loan={loan} onReturn={() => setReturning(loan)} />
        ))}
      </ul>
      {lending ? (
        <LendDialog caseId={record.caseId} title={record.title} onClose={() => setLending(false)} />
      ) : null}
      {returning ? <ReturnDialog loan={returning} onClose={() => setReturning(undefined)} /> : null}
    </Section>
  )
}
