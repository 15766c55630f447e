import { localDateOf } from '#db/domain/local-date.ts'
import type { CaseSummary } from '#contract/cases.ts'
import { nextStepLabels } from '../../lib/labels/cases.ts'
import type { Column } from '../../ui/data-table.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { DaysLeft, dueOf } from './case-line.tsx'

const mediatorOf = (row: CaseSummary): string => row.mediatorName ?? '未分派'

function Title({ row }: { row: CaseSummary }) {
  return (
    <>
      <div className="cases-cell-title">{row.title}</div>
      {row.agreementNumber ? <div className="muted">{row.agreementNumber}</div> : null}
    </>
  )
}

function NextStep({ row }: { row: CaseSummary }) {
  const due = dueOf(row)
  return (
    <>
      <div>{nextStepLabels[row.nextStep.code]}</div>
      {due ? <DaysLeft due={due} /> : null}
    </>
  )
}

export const wideColumns: readonly Column<CaseSummary>[] = [
  {
    key: 'number',
    title: '编号',
    width: '10rem',
    render: (row) => <span className="nums">{row.caseNumber}</span>,
  },
  { key: 'title', title: '案件', render: (row) => <Title row={row} /> },
  {
    key: 'status',
    title: '状态',
    width: '8.5rem',
    render: (row) => <StatusTag status={row.status} />,
  },
  { key: 'next', title: '下一步', width: '11rem', render: (row) => <NextStep row={row} /> },
  { key: 'mediator', title: '调解员', width: '6rem', render: mediatorOf },
  {
    key: 'applied',
    title: '登记日期',
    width: '7rem',
    render: (row) => <span className="nums">{localDateOf(row.appliedAt)}</span>,
  },
]

/** The same in two columns, for large text and small windows: nothing is hidden, only stacked. */
export const narrowColumns: readonly Column<CaseSummary>[] = [
  {
    key: 'title',
    title: '案件',
    render: (row) => (
      <>
        <Title row={row} />
        <div className="cases-line-more">
          <span className="nums">{row.caseNumber}</span>
          <span className="nums">{localDateOf(row.appliedAt)}</span>
          <span>{mediatorOf(row)}</span>
        </div>
      </>
    ),
  },
  {
    key: 'next',
    title: '状态和下一步',
    width: '10rem',
    render: (row) => (
      <>
        <StatusTag status={row.status} />
        <NextStep row={row} />
      </>
    ),
  },
]
