import { useState } from 'react'
import type { HolidayYearRow } from '#contract/clocks.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import type { Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  daysBetweenBoth,
  draftFaults,
  rangesOf,
  rangeWords,
  withDays,
  withoutRange,
  type Completed,
  type YearDraft,
} from './holiday-table.ts'

type HolidayCheckProps = {
  draft: YearDraft
  /** Tables of other years that lack days which the notice names as well. */
  others: readonly Completed[]
  /** The table of this year that stands now. */
  replaces: HolidayYearRow | undefined
  busy: boolean
  failure: Failure | undefined
  onChange: (draft: YearDraft) => void
  onSave: (withOther: boolean) => void
  onBack: () => void
}

/** The table as it was read, to be compared with the notice, mended and saved. */
export function HolidayCheck(props: HolidayCheckProps) {
  const { draft, others, replaces, busy, failure, onChange, onSave, onBack } = props
  const [withOther, setWithOther] = useState(true)
  const [tried, setTried] = useState(false)
  const faults = draftFaults(draft)
  const mayJoin = others.flatMap(({ added }) => added)
  const save = () => {
    setTried(true)
    if (faults.length === 0) onSave(withOther && mayJoin.length > 0)
  }
  return (
    <Section title={`请核对 ${draft.year} 年的放假安排`}>
      <div className="form">
        <FailureNotice failure={failure} />
        {replaces ? (
          <Notice tone="warning">
            {draft.year} 年已经有一张表（{replaces.own ? '本中心录入' : '随软件带来'}
            ），存了以后用新的。
          </Notice>
        ) : null}
        <DayList
          title={`放假 ${draft.holidays.length} 天`}
          label="放假"
          days={draft.holidays}
          onChange={(holidays) => onChange({ ...draft, holidays })}
        />
        <DayList
          title={`周末调休上班 ${draft.workdays.length} 天`}
          label="调休上班"
          days={draft.workdays}
          onChange={(workdays) => onChange({ ...draft, workdays })}
        />
        {mayJoin.length > 0 ? (
          <CheckField
            label={`把${mayJoin.map(formatDateWithWeekday).join('、')}加进那一年的表`}
            value={withOther}
            onChange={setWithOther}
            hint="通知里写了这几天，它们不在这一年"
          />
        ) : null}
        <TextField
          label="依据"
          required
          maxLength={200}
          value={draft.source}
          onChange={(source) => onChange({ ...draft, source })}
          hint="通知的名称和文号"
        />
        {tried && faults.length > 0 ? (
          <Notice tone="danger" title="还不能存">
            <ul className="clocks-faults">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <div className="foot-actions">
          <Button onClick={onBack}>回到通知</Button>
          <Button kind="primary" shortcut="Ctrl+Enter" busy={busy} onClick={save}>
            核对无误，保存
          </Button>
        </div>
      </div>
    </Section>
  )
}

type DayListProps = {
  title: string
  label: string
  days: readonly LocalDate[]
  onChange: (days: readonly LocalDate[]) => void
}

function DayList({ title, label, days, onChange }: DayListProps) {
  const [adding, setAdding] = useState(false)
  const [from, setFrom] = useState<LocalDate>()
  const [to, setTo] = useState<LocalDate>()
  const found = from ? daysBetweenBoth(from, to ?? from) : []
  const add = () => {
    onChange(withDays(days, found))
    setFrom(undefined)
    setTo(undefined)
    setAdding(false)
  }
  return (
    <div className="stack">
      <h3>{title}</h3>
      <ul className="clocks-changes">
        {rangesOf(days).map((range) => (
          <li key={range.from} className="clocks-change">
            <span className="clocks-change-words">{rangeWords(range)}</span>
            <Button
              aria-label={`去掉${label} ${rangeWords(range)}`}
              onClick={() => onChange(withoutRange(days, range))}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <>
          <div className="grid-2">
            <DateField label={`${label}，从`} value={from} onChange={setFrom} autoFocus />
            <DateField
              label={`${label}，到（只有一天就不填）`}
              value={to}
              onChange={setTo}
              error={
                from && to && found.length === 0
                  ? '请看看是不是写反了，或者超过了 30 天'
                  : undefined
              }
            />
          </div>
          <div className="row">
            <Button disabled={found.length === 0} onClick={add}>
              加上{found.length > 0 ? `这 ${found.length} 天` : ''}
            </Button>
            <Button kind="link" onClick={() => setAdding(false)}>
              不加了
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button onClick={() => setAdding(true)}>加{label}的日子</Button>
        </div>
      )}
    </div>
  )
}
