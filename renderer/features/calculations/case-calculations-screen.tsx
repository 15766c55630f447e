import type { KeptCalculation } from '#contract/calculations.ts'
import { type OutputOf, useAsk } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { formatYuan } from '#db/domain/money.ts'
import { useGo } from '../../lib/navigation.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { CalculatorList } from './calculator-list.tsx'
import './calculations.css'

/** What has been reckoned for a case, and how the agreed sum stands to it. */
export function CaseCalculationsScreen({ caseId }: { caseId: string }) {
  const record = useAsk('cases.get', { id: caseId })
  const asked = useAsk('calculations.ofCase', { caseId })
  return (
    <Screen title="本案的计算" subtitle={record.data?.title} back={{ to: 'case', caseId }}>
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : null}
      {asked.data ? <Kept caseId={caseId} data={asked.data} /> : null}
    </Screen>
  )
}

type Props = { caseId: string; data: OutputOf<'calculations.ofCase'> }

function Kept({ caseId, data }: Props) {
  const go = useGo()
  return (
    <>
      <Comparison data={data} />
      <Section title="已保存的">
        <DataTable<KeptCalculation>
          label="本案已保存的计算"
          columns={[
            { key: 'title', title: '计算', render: (row) => row.title },
            {
              key: 'amount',
              title: '金额',
              align: 'right',
              render: (row) => (
                <span className="nums">
                  {row.per === 'month' ? '每月 ' : ''}
                  {formatYuan(row.amountFen)} 元
                </span>
              ),
            },
            {
              key: 'statutory',
              title: '用途',
              render: (row) => (row.statutory ? <Tag tone="done" word="法定数额" /> : null),
            },
            {
              key: 'kept',
              title: '谁存的',
              render: (row) => `${row.keptByName} ${formatInstantShort(row.keptAt)}`,
            },
          ]}
          rows={data.items}
          rowKey={(row) => row.id}
          onOpen={(row) => go({ to: 'calculation', id: row.id })}
          empty={<EmptyState text="还没有。在下面选一项来算，算好按 Ctrl+Enter 存进本案。" />}
        />
      </Section>
      {data.mayKeep ? (
        <Section title="新算一项">
          <CalculatorList caseId={caseId} />
        </Section>
      ) : null}
    </>
  )
}

/** Told as numbers; who is right is not for the program to say. */
function Comparison({ data }: { data: Props['data'] }) {
  const { comparison } = data
  if (!comparison) return null
  const { agreedFen, statutoryFen, percent, below } = comparison
  return (
    <Notice
      tone={below ? 'warning' : 'info'}
      title={`约定 ${formatYuan(agreedFen)} 元，是法定数额 ${formatYuan(statutoryFen)} 元的 ${percent}%`}
    >
      {below
        ? '低于提醒线：请确认双方自愿，并且知道法定数额。'
        : `相差 ${formatYuan(Math.abs(statutoryFen - agreedFen))} 元。`}
    </Notice>
  )
}
