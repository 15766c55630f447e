import { useState } from 'react'
import {
  consultationCategories,
  consultationManners,
  consultationOutcomes,
} from '#db/domain/consultation/register.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { today } from '../../lib/clock.ts'
import { knownStretch, startStretch, StretchFields, type Stretch } from './stretch-fields.tsx'

/** 统计: what came in a stretch, by matter, manner and what became of it. */
export function StatisticsView() {
  const [stretch, setStretch] = useState<Stretch>(() => startStretch('month'))
  const known = knownStretch(stretch)
  const { data, failure } = useAsk(
    'consultations.statistics',
    known ?? { from: today(), to: today() },
    { enabled: known !== undefined },
  )
  return (
    <div className="stack">
      <StretchFields value={stretch} onChange={setStretch} />
      <FailureNotice failure={failure} />
      {data && known ? <Figures data={data} /> : null}
    </div>
  )
}

function Figures({ data }: { data: OutputOf<'consultations.statistics'> }) {
  const total = data.full + data.counted
  if (total === 0) return <EmptyState text="这段时间没有咨询。" />
  const most = Math.max(...data.byCategory.map(({ full, counted }) => full + counted))
  return (
    <>
      <p className="consultations-sum">
        共接待 <strong className="nums">{total}</strong> 件：写了登记表{' '}
        <strong className="nums">{data.full}</strong> 件，只计数{' '}
        <strong className="nums">{data.counted}</strong> 件
      </p>
      <Section title="按事项">
        <DataTable
          label="按事项统计"
          rows={data.byCategory}
          rowKey={({ category }) => category}
          columns={[
            {
              key: 'category',
              title: '事项',
              width: '9rem',
              render: ({ category }) => consultationCategories[category],
            },
            {
              key: 'bar',
              title: '',
              render: ({ full, counted }) => (
                <span
                  className="consultations-measure"
                  style={{ width: `${((full + counted) / most) * 100}%` }}
                  aria-hidden="true"
                />
              ),
            },
            {
              key: 'full',
              title: '登记',
              width: '5rem',
              align: 'right',
              render: ({ full }) => full,
            },
            {
              key: 'counted',
              title: '计数',
              width: '5rem',
              align: 'right',
              render: ({ counted }) => counted,
            },
            {
              key: 'sum',
              title: '合计',
              width: '5rem',
              align: 'right',
              render: ({ full, counted }) => <strong>{full + counted}</strong>,
            },
          ]}
        />
      </Section>
      {data.full === 0 ? null : (
        <div className="consultations-page">
          <Section title="按方式（登记表）">
            <ul className="consultations-figures">
              {data.byManner.map(({ manner, count }) => (
                <li key={manner}>
                  <span>{consultationManners[manner]}</span>
                  <strong className="nums">{count}</strong>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="按处理结果（登记表）">
            <ul className="consultations-figures">
              {data.byOutcome.map(({ outcome, count }) => (
                <li key={outcome}>
                  <span>{consultationOutcomes[outcome]}</span>
                  <strong className="nums">{count}</strong>
                </li>
              ))}
              <li>
                <span className="muted">未定</span>
                <strong className="nums">
                  {data.full - data.byOutcome.reduce((sum, { count }) => sum + count, 0)}
                </strong>
              </li>
            </ul>
          </Section>
        </div>
      )}
    </>
  )
}
