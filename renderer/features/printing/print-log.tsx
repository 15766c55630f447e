import { useMemo } from 'react'
import { call, type OutputOf, useAsk } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { channelLabels } from '../../lib/labels/printing.ts'
import { hrefOf } from '../../lib/navigation.ts'
import { useOlderRows } from '../../lib/use-older-rows.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'

type LogRow = OutputOf<'printing.log'>['items'][number]
const page = 50
const olderLog = (before: string | undefined) => call('printing.log', { before, limit: page })

const columnsWith = (titles: ReadonlyMap<string, string>): Column<LogRow>[] => [
  {
    key: 'at',
    title: '时间',
    render: (row) => <span className="nums">{formatInstantShort(row.at)}</span>,
  },
  { key: 'actor', title: '谁', render: (row) => <span className="nums">{row.actorName}</span> },
  {
    key: 'title',
    title: '文书',
    render: (row) => titles.get(row.form) ?? row.form,
  },
  {
    key: 'case',
    title: '案件',
    render: (row) => (
      <>
        <a className="nums" href={`#${hrefOf({ to: 'case', caseId: row.caseId })}`}>
          {row.caseNumber}
        </a>{' '}
        {row.title}
      </>
    ),
  },
  { key: 'channel', title: '怎么出的', render: (row) => channelLabels[row.channel] },
  { key: 'copies', title: '份数', align: 'right', width: '4rem', render: (row) => row.copies },
]

/** What was printed and saved, by whom: papers leave the house. */
export const PrintLog = () => {
  const { rows, more, loading, failure, loadMore } = useOlderRows(olderLog)
  const forms = useAsk('papers.forms', {}).data
  const columns = useMemo(
    () => columnsWith(new Map(forms?.map(({ id, title }) => [id, title]))),
    [forms],
  )
  return (
    <Section title="打印记录">
      <div className="stack">
        <p className="muted">谁在什么时候打印、存出了哪份文书。只能看，不能改。</p>
        <FailureNotice failure={failure} />
        <DataTable
          label="打印记录"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={loading ? <Loading /> : <EmptyState text="还没有打印或者存出过文书。" />}
        />
        {more ? (
          <div className="row">
            <Button busy={loading} onClick={loadMore}>
              看更早的记录
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}
