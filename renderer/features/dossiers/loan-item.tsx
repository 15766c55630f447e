import type { Loan } from '#contract/dossiers.ts'
import { today } from '../../lib/clock.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { loanLook } from './loan-words.ts'

type Props = { loan: Loan; onReturn: () => void; withCase?: boolean }

/** Who took it, for what, until when; overdue in words. */
export function LoanItem({ loan, onReturn, withCase = false }: Props) {
  const go = useGo()
  return (
    <li className="dossier-loan">
      <div className="dossier-loan-words">
        <div className="dossier-row-head">
          <Tag {...loanLook(loan, today())} />
          <strong className="dossier-row-name">
            {loan.borrower}
            {loan.unit === '' ? '' : `（${loan.unit}）`}
          </strong>
        </div>
        {withCase ? (
          <div className="dossier-row-name">
            {loan.title} <span className="muted nums">{loan.archiveNumber ?? loan.caseNumber}</span>
          </div>
        ) : null}
        <div className="muted">
          用途：{loan.purpose}。{loan.lentOn} 借出，{loan.dueOn} 该还，经手{loan.lentByName}
        </div>
        {loan.returnedOn ? (
          <div className="muted">
            {loan.returnedOn} 归还
            {loan.returnedToName ? `，${loan.returnedToName}收` : ''}
            {loan.returnNote === '' ? '' : `。${loan.returnNote}`}
          </div>
        ) : null}
      </div>
      <div className="dossier-row-actions">
        {withCase ? (
          <Button
            aria-label={`打开卷宗 ${loan.title}`}
            onClick={() => go({ to: 'dossier', caseId: loan.caseId, part: 'archive' })}
          >
            打开卷宗
          </Button>
        ) : null}
        {loan.returnedOn === undefined ? (
          <Button aria-label={`归还 ${loan.borrower} ${loan.title}`} onClick={onReturn}>
            归还
          </Button>
        ) : null}
      </div>
    </li>
  )
}
