import { useRef, useState } from 'react'
import type { ConsultationRow } from '#contract/consultations.ts'
import {
  consultationCategories,
  consultationManners,
  consultationOutcomes,
} from '#db/domain/consultation/register.ts'
import { useAsk } from '../../lib/ask.ts'
import { now, today } from '../../lib/clock.ts'
import { formatInstantNear, formatInstantShort } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { useIsWide } from '../../lib/use-is-wide.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { knownStretch, startStretch, StretchFields, type Stretch } from './stretch-fields.tsx'
import { useLawyers } from './use-lawyers.ts'

const limit = 200
/** Below this many rem eight columns would leave no room for the names. */
const wideFrom = 58

const nameOf = ({ name }: ConsultationRow) => (name.trim() === '' ? '未登记姓名' : name)

const Outcome = ({ row }: { row: ConsultationRow }) => {
  if (row.caseNumber !== undefined)
    return (
      <>
        {row.outcome ? `${consultationOutcomes[row.outcome]} ` : ''}
        <span className="nums">{row.caseNumber}</span>
      </>
    )
  const due = row.answerDueAt
  return (
    <>
      {row.outcome ? consultationOutcomes[row.outcome] : <span className="muted">未定</span>}
      {due === undefined ? null : (
        <div>
          <Tag tone={due < now() ? 'late' : 'waiting'} word={`${formatInstantShort(due)} 前答复`} />
        </div>
      )}
    </>
  )
}

const wide: readonly Column<ConsultationRow>[] = [
  { key: 'at', title: '时间', width: '9rem', render: (row) => formatInstantNear(row.at, today()) },
  {
    key: 'name',
    title: '咨询人',
    render: (row) => <strong className="consultations-cell">{nameOf(row)}</strong>,
  },
  {
    key: 'matter',
    title: '事项',
    width: '7rem',
    render: (row) => consultationCategories[row.category],
  },
  {
    key: 'manner',
    title: '方式',
    width: '4.5rem',
    render: (row) => consultationManners[row.manner],
  },
  { key: 'lawyer', title: '解答律师', width: '8rem', render: (row) => row.lawyerName ?? '' },
  { key: 'outcome', title: '处理结果', width: '14rem', render: (row) => <Outcome row={row} /> },
  {
    key: 'number',
    title: '编号',
    width: '9.5rem',
    render: (row) => <span className="nums">{row.number}</span>,
  },
]
const narrow: readonly Column<ConsultationRow>[] = [
  {
    key: 'name',
    title: '咨询人',
    render: (row) => (
      <>
        <strong className="consultations-cell">{nameOf(row)}</strong>
        <div className="muted">
          {formatInstantNear(row.at, today())} {consultationCategories[row.category]}
        </div>
      </>
    ),
  },
  { key: 'outcome', title: '处理结果', width: '12rem', render: (row) => <Outcome row={row} /> },
]

/** 登记簿: full records, the newest first. */
export function RegisterView() {
  const go = useGo()
  const me = useMe()
  const [stretch, setStretch] = useState<Stretch>(() => startStretch('month'))
  const [text, setText] = useState('')
  const [lawyerId, setLawyerId] = useState<string>()
  const [removed, setRemoved] = useState(false)
  const lawyers = useLawyers(today())
  const known = knownStretch(stretch)
  const wanted = text.normalize('NFKC').trim()
  const asked = useAsk(
    'consultations.list',
    {
      ...(known ?? { from: today(), to: today() }),
      ...(wanted === '' ? {} : { text: wanted }),
      ...(lawyerId === undefined ? {} : { lawyerId }),
      ...(removed ? { removed } : {}),
      limit,
    },
    { enabled: known !== undefined },
  )
  const table = useRef<HTMLDivElement>(null)
  const isWide = useIsWide(table, wideFrom)
  const { data, failure } = asked
  return (
    <div className="stack">
      <div className="consultations-filter">
        <StretchFields value={stretch} onChange={setStretch} />
        <TextField
          label="查找"
          value={text}
          onChange={setText}
          maxLength={50}
          placeholder="姓名、内容或编号"
        />
        {hasRole(me, 'lawyer') ? null : (
          <SelectField
            label="解答律师"
            options={lawyers ?? []}
            value={lawyerId}
            onChange={setLawyerId}
            placeholder="全部"
            clearable
          />
        )}
      </div>
      <FailureNotice failure={failure} />
      <div ref={table}>
        {data && known ? (
          <DataTable
            label="咨询登记簿"
            columns={isWide ? wide : narrow}
            rows={data.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go({ to: 'consultation', id: row.id })}
            empty={
              <EmptyState
                text={
                  removed
                    ? '这段时间没有删除过咨询。'
                    : wanted === '' && lawyerId === undefined
                      ? '这段时间没有登记咨询。按右上角“登记咨询”记一条；只记人次用“接待计数”。'
                      : '没有找到。换几个字，或把时间放宽。'
                }
              />
            }
          />
        ) : failure || !known ? null : (
          <Loading text="正在取咨询登记…" />
        )}
      </div>
      <div className="consultations-foot">
        {data && data.rows.length > 0 ? (
          <output className="muted">
            {data.total > data.rows.length
              ? `共 ${data.total} 条，只列出最近 ${data.rows.length} 条，请把时间缩短`
              : `共 ${data.total} 条`}
          </output>
        ) : null}
        <CheckField label="只看已删除的" value={removed} onChange={setRemoved} />
      </div>
    </div>
  )
}
