import { useState } from 'react'
import type { Loan } from '#contract/dossiers.ts'
import { useAsk } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { useGo } from '../../lib/navigation.ts'
import './dossiers.css'
import { LoanItem } from './loan-item.tsx'
import { inLoanOrder, loanTally } from './loan-words.ts'
import { ReturnDialog } from './return-dialog.tsx'

/** 借阅登记: what is out, the overdue first; then, on demand, what came back. */
export function LoansScreen() {
  const go = useGo()
  const [all, setAll] = useState(false)
  const [returning, setReturning] = useState<Loan>()
  const asked = useAsk('dossiers.loans', { openOnly: !all }, { fresh: true })
  const loans = inLoanOrder(asked.data ?? [])
  return (
    <Screen
      title="借阅登记"
      subtitle={asked.data && loanTally(loans, today())}
      back={{ to: 'cases' }}
      actions={
        <Button pressed={all} onClick={() => setAll(!all)}>
          连归还的一起看
        </Button>
      }
    >
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : null}
      {asked.data ? (
        <Section title={all ? '借出和归还' : '还没有归还的'}>
          {loans.length === 0 ? (
            <EmptyState
              text={
                all
                  ? '还没有人借过卷宗。借出在卷宗的“归档和借阅”里登记。'
                  : '没有借出去的卷宗。借出在卷宗的“归档和借阅”里登记。'
              }
              action={<Button onClick={() => go({ to: 'cases' })}>去找案件</Button>}
            />
          ) : (
            <ul className="dossier-loans">
              {loans.map((loan) => (
                <LoanItem key={loan.id} loan={loan} withCase onReturn={() => setReturning(loan)} />
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      {returning ? <ReturnDialog loan={returning} onClose={() => setReturning(undefined)} /> : null}
    </Screen>
  )
}
