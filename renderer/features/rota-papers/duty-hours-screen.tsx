import { FileSpreadsheet, Printer } from 'lucide-react'
import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { begunForm, keepBegunForm } from '../../lib/begun-forms.ts'
import { today } from '../../lib/clock.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DutyTabs } from '../../ui/duty-tabs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { minutesWords, readStretch, usualStretches, yearOf, type Stretch } from './stretches.ts'
import './rota-papers.css'

type Hours = OutputOf<'duties.hours'>[number]

/** The stretch that was looked at stays while somebody goes to a paper and back. */
const useStretch = () => {
  const place = { userId: useMe().userId, page: 'dutyHours' }
  const [stretch, setStretch] = useState<Stretch>(
    () => readStretch(begunForm(place)) ?? yearOf(Number(today().slice(0, 4))),
  )
  const choose = (next: Stretch) => {
    keepBegunForm(place, next)
    setStretch(next)
  }
  return { stretch, choose }
}

/** 时长: what everybody did in a stretch, and the papers made of it. */
export function DutyHoursScreen() {
  const { stretch, choose } = useStretch()
  const go = useGo()
  const isReversed = stretch.to < stretch.from
  const asked = useAsk('duties.hours', stretch, { enabled: !isReversed, fresh: true })
  const saving = useRun('rotaPapers.save')
  const [saved, setSaved] = useState<string>()
  const rows = asked.data ?? []
  const isEmpty = isReversed || rows.length === 0
  const save = async () => {
    setSaved(undefined)
    const done = await saving.run({ of: { paper: 'hours', ...stretch }, channel: 'xlsx' })
    if (done?.saved !== undefined) setSaved(done.saved)
  }
  const year = Number(stretch.to.slice(0, 4))
  return (
    <Screen
      title="值班时长"
      actions={
        <>
          <Button
            icon={<Printer aria-hidden="true" />}
            disabled={isEmpty}
            onClick={() => go({ to: 'rotaPaper', of: { paper: 'hours', ...stretch } })}
          >
            打印汇总表
          </Button>
          <Button
            icon={<FileSpreadsheet aria-hidden="true" />}
            disabled={isEmpty}
            busy={saving.running}
            onClick={() => void save()}
          >
            存 Excel
          </Button>
          <Button onClick={() => go({ to: 'rotaPaper', of: { paper: 'thanks', year } })}>
            {`${year} 年致谢名单`}
          </Button>
        </>
      }
    >
      <DutyTabs current="hours" />
      <StretchFields stretch={stretch} onChange={choose} />
      <FailureNotice failure={saving.failure} onClose={saving.clear} />
      {saved === undefined ? null : (
        <Notice tone="done" title="已存好" onClose={() => setSaved(undefined)}>
          {saved}
        </Notice>
      )}
      <FailureNotice failure={asked.failure} />
      {isReversed ? null : asked.data ? (
        <HoursTable rows={rows} stretch={stretch} />
      ) : asked.failure ? null : (
        <Loading text="正在算时长…" />
      )}
    </Screen>
  )
}

type FieldsProps = { stretch: Stretch; onChange: (stretch: Stretch) => void }

const StretchFields = ({ stretch, onChange }: FieldsProps) => {
  // A button changes both days at once: the fields then begin anew with them.
  const [chosen, setChosen] = useState(0)
  return (
    <div className="duty-hours-stretch">
      <div className="row duty-hours-usual" role="group" aria-label="常用时段">
        {usualStretches(today()).map(({ word, stretch: usual }) => (
          <Button
            key={word}
            pressed={usual.from === stretch.from && usual.to === stretch.to}
            onClick={() => {
              onChange(usual)
              setChosen((count) => count + 1)
            }}
          >
            {word}
          </Button>
        ))}
      </div>
      <div className="duty-hours-days" key={chosen}>
        <DateField
          label="从"
          value={stretch.from}
          onChange={(from) => from && onChange({ ...stretch, from })}
        />
        <DateField
          label="到"
          value={stretch.to}
          error={stretch.to < stretch.from ? '结束日期早于开始日期' : undefined}
          onChange={(to) => to && onChange({ ...stretch, to })}
        />
      </div>
    </div>
  )
}

const sumOf = (rows: readonly Hours[], key: 'duties' | 'minutes' | 'consultations'): number =>
  rows.reduce((sum, row) => sum + row[key], 0)

const figure = (count: number) => <span className="nums">{count === 0 ? '—' : count}</span>

function HoursTable({ rows, stretch }: { rows: readonly Hours[]; stretch: Stretch }) {
  const go = useGo()
  const certify = ({ lawyerId }: Hours) =>
    go({ to: 'rotaPaper', of: { paper: 'statement', ...stretch, lawyerId } })
  const columns: Column<Hours>[] = [
    {
      key: 'name',
      title: '律师',
      render: ({ name, firmName }) => (
        <>
          {name}
          {firmName === '' ? null : <span className="muted">　{firmName}</span>}
        </>
      ),
    },
    {
      key: 'duties',
      title: '值班次数',
      width: '7rem',
      align: 'right',
      render: (row) => figure(row.duties),
    },
    {
      key: 'minutes',
      title: '服务时长',
      width: '11rem',
      align: 'right',
      render: ({ minutes, corrected }) => (
        <>
          <span className="nums">{minutesWords(minutes)}</span>
          {corrected === 0 ? null : <div className="hint">{`含更正 ${corrected} 班`}</div>}
        </>
      ),
    },
    {
      key: 'noShows',
      title: '未到岗',
      width: '6rem',
      align: 'right',
      render: (row) => figure(row.noShows),
    },
    {
      key: 'consultations',
      title: '接待人次',
      width: '7rem',
      align: 'right',
      render: (row) => figure(row.consultations),
    },
    {
      key: 'paper',
      title: '证明',
      width: '9rem',
      align: 'right',
      render: (row) => (
        <Button
          kind="link"
          disabled={row.duties + row.consultations === 0}
          aria-label={`给${row.name}开服务证明`}
          onClick={() => certify(row)}
        >
          开服务证明
        </Button>
      ),
    },
  ]
  return (
    <>
      {rows.length === 0 ? null : (
        <p className="muted">
          {`${rows.length} 位律师，值班 ${sumOf(rows, 'duties')} 次，共 ${minutesWords(
            sumOf(rows, 'minutes'),
          )}，接待 ${sumOf(rows, 'consultations')} 人次。没有签退的不计时长，可在“今天到岗”里更正。`}
        </p>
      )}
      <DataTable
        label="值班时长"
        columns={columns}
        rows={rows}
        rowKey={({ lawyerId }) => lawyerId}
        empty={<EmptyState text="这段时间没有律师值班。换一段时间，或先排值班表。" />}
      />
    </>
  )
}
