import { useState } from 'react'
import type { HolidayYearRow } from '#contract/clocks.ts'
import { today } from '../../lib/clock.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import './clocks.css'
import { HolidayImport } from './holiday-import.tsx'
import { nextYear, rangesOf, rangeWords } from './holiday-table.ts'

/** 放假安排: the State Council's notice goes in by pasting; every year's table can be looked at. */
export function HolidaySettings() {
  const asked = useAsk('holidays.list', {})
  const [looked, setLooked] = useState<HolidayYearRow>()
  if (!asked.data) return asked.failure ? <FailureNotice failure={asked.failure} /> : <Loading />
  const years = asked.data.toSorted((a, b) => b.year - a.year)
  return (
    <>
      <HolidayImport
        years={years}
        suggested={nextYear(
          years.map(({ year }) => year),
          today(),
        )}
      >
        <Section title="已有的放假安排">
          <DataTable
            label="各年的放假安排"
            columns={columns(setLooked)}
            rows={years}
            rowKey={({ year }) => String(year)}
            onOpen={setLooked}
            empty={<p className="muted">还没有任何一年的放假安排。</p>}
          />
        </Section>
      </HolidayImport>
      {looked ? <YearDialog row={looked} onClose={() => setLooked(undefined)} /> : null}
    </>
  )
}

const columns = (onLook: (row: HolidayYearRow) => void): Column<HolidayYearRow>[] => [
  { key: 'year', title: '年份', width: '6rem', render: ({ year }) => `${year} 年` },
  {
    key: 'days',
    title: '放假 / 上班',
    width: '8rem',
    render: ({ holidays, workdays }) => `${holidays.length} 天 / ${workdays.length} 天`,
  },
  {
    key: 'from',
    title: '来源',
    render: (row) => (
      <>
        {row.source}
        <div className="muted">
          {row.own
            ? `本中心录入${row.enteredByName ? `，${row.enteredByName}` : ''}${row.enteredAt ? ` ${formatInstantNear(row.enteredAt, today())}` : ''}`
            : '随软件带来'}
        </div>
      </>
    ),
  },
  {
    key: 'verified',
    title: '核对',
    width: '9rem',
    render: ({ verified }) =>
      verified ? <Tag tone="done" word="已核对" /> : <Tag tone="waiting" word="请核对原件" />,
  },
  {
    key: 'look',
    title: '',
    width: '6rem',
    render: (row) => (
      <Button aria-label={`查看 ${row.year} 年`} onClick={() => onLook(row)}>
        查看
      </Button>
    ),
  },
]

function YearDialog({ row, onClose }: { row: HolidayYearRow; onClose: () => void }) {
  const remove = useRun('holidays.remove')
  const [removing, setRemoving] = useState(false)
  const drop = async () => {
    if (await remove.run({ year: row.year })) onClose()
  }
  return (
    <Dialog
      title={`${row.year} 年放假安排`}
      open
      onClose={onClose}
      onConfirm={removing ? () => void drop() : undefined}
      confirmText="去掉这张表"
      confirmKind="danger"
      busy={remove.running}
      failure={remove.failure}
      extra={
        row.own && !removing ? (
          <Button onClick={() => setRemoving(true)}>去掉本中心录入的这张表</Button>
        ) : null
      }
    >
      {removing ? (
        <p>
          去掉以后，{row.year}{' '}
          年改用随软件带来的表；软件没有带的，就当作没有录入，期限会提示判断不了。
        </p>
      ) : null}
      <p className="muted">{row.source}</p>
      <h3>放假</h3>
      <ul className="clocks-changes">
        {rangesOf(row.holidays).map((range) => (
          <li key={range.from}>{rangeWords(range)}</li>
        ))}
      </ul>
      <h3>周末调休上班</h3>
      {row.workdays.length === 0 ? <p className="muted">没有。</p> : null}
      <ul className="clocks-changes">
        {rangesOf(row.workdays).map((range) => (
          <li key={range.from}>{rangeWords(range)}</li>
        ))}
      </ul>
    </Dialog>
  )
}
