import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { call, useRun, type OutputOf } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { operationWords, resultWords } from '../../lib/labels/operations.ts'
import { roleWord } from '../../lib/labels/roles.ts'
import { useOlderRows } from '../../lib/use-older-rows.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { checkWords } from './check-words.ts'

type AuditRow = OutputOf<'audit.list'>['items'][number]
const page = 100
const olderRows = (before: number | undefined) => call('audit.list', { before, limit: page })

const columns: Column<AuditRow>[] = [
  { key: 'seq', title: '序号', align: 'right', width: '4.5rem', render: (row) => row.seq },
  {
    key: 'at',
    title: '时间',
    render: (row) => <span className="nums">{formatInstantShort(row.at)}</span>,
  },
  {
    key: 'actor',
    title: '谁',
    render: (row) => (
      <>
        {row.actorName} <span className="muted">{roleWord(row.actorRole)}</span>
      </>
    ),
  },
  { key: 'operation', title: '做了什么', render: (row) => operationWords(row.operation) },
  { key: 'result', title: '结果', render: (row) => resultWords(row.result) },
]

export function AuditSettings() {
  return (
    <div className="sections">
      <VerifySection />
      <Section title="操作日志">
        <p className="muted">只能看，不能改也不能删。日志里没有当事人的信息。</p>
        <AuditTable />
      </Section>
    </div>
  )
}

function AuditTable() {
  const { rows, more, loading, failure, loadMore } = useOlderRows(olderRows)
  return (
    <div className="stack">
      <FailureNotice failure={failure} />
      <DataTable
        label="操作日志"
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={loading ? <Loading /> : <EmptyState text="还没有记录。" />}
      />
      {more ? (
        <div className="row">
          <Button busy={loading} onClick={loadMore}>
            看更早的记录
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function VerifySection() {
  const verify = useRun('audit.verify')
  const [result, setResult] = useState<OutputOf<'audit.verify'>>()
  const start = async () => {
    setResult(undefined)
    setResult(await verify.run({}))
  }
  return (
    <Section title="检查数据">
      <div className="stack">
        <p>检查数据有没有损坏，日志有没有被改过或删过。数据多时要等一会儿，期间可以继续看页面。</p>
        <FailureNotice failure={verify.failure} onClose={verify.clear} />
        <div className="row">
          <Button
            icon={<ShieldCheck aria-hidden="true" />}
            busy={verify.running}
            onClick={() => void start()}
          >
            {verify.running ? '正在检查…' : '开始检查'}
          </Button>
        </div>
        {result?.clean ? <Notice tone="done" title="检查过了，数据完好，日志前后一致" /> : null}
        {result && !result.clean ? (
          <Notice tone="danger" title={`发现 ${result.findings.length} 处问题`}>
            <ul className="tx-notice-list">
              {result.findings.map(({ check, detail }) => (
                <li key={`${check} ${detail}`}>
                  {checkWords(check)}：{detail}
                </li>
              ))}
            </ul>
            请不要继续录入，马上报告主任，并从最近一份好的备份恢复。
          </Notice>
        ) : null}
      </div>
    </Section>
  )
}
