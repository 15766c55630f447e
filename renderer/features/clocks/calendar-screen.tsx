import { useRef, useState } from 'react'
import { addMonths, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { formatDay } from '../../lib/labels/clocks.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { Line } from './board-line.tsx'
import {
  busyDays,
  monthName,
  nextBusyDay,
  sheetOf,
  weeksOf,
  type DatedLine,
} from './calendar-month.ts'
import './clocks.css'
import { ExportDialog } from './export-dialog.tsx'
import { MissingYears } from './missing-years.tsx'
import { MonthSheet } from './month-sheet.tsx'

type View = 'month' | 'list'
const views = [
  { value: 'month', label: '月历' },
  { value: 'list', label: '列表' },
] as const satisfies readonly { value: View; label: string }[]

/** 日历: everything that has its day, on a month's sheet or as a list. */
export function CalendarScreen() {
  const [at, setAt] = useState<LocalDate>(today)
  const [view, setView] = useState<View>('month')
  const [exporting, setExporting] = useState(false)
  const asked = useAsk('clocks.calendar', sheetOf(at), { fresh: true })
  return (
    <Screen
      title="日历"
      actions={<Button onClick={() => setExporting(true)}>导出到手机或电脑日历</Button>}
    >
      <FailureNotice failure={asked.failure} />
      <div className="clocks-bar">
        <Button shortcut="Alt+PageUp" onClick={() => setAt(addMonths(at, -1))}>
          上个月
        </Button>
        <strong className="clocks-month-name" aria-live="polite">
          {monthName(at)}
        </strong>
        <Button shortcut="Alt+PageDown" onClick={() => setAt(addMonths(at, 1))}>
          下个月
        </Button>
        <Button onClick={() => setAt(today())}>回到今天</Button>
        <ChoiceField label="怎么看" hideLabel options={views} value={view} onChange={setView} />
      </div>
      {asked.data ? (
        <>
          <MissingYears years={asked.data.missingYears} />
          {view === 'month' ? (
            <MonthView data={asked.data} at={at} onMove={setAt} />
          ) : (
            <ListView lines={asked.data.lines} month={at} />
          )}
        </>
      ) : asked.failure ? null : (
        <Loading text="正在排日历…" />
      )}
      <ExportDialog open={exporting} onClose={() => setExporting(false)} />
    </Screen>
  )
}

type MonthViewProps = {
  data: OutputOf<'clocks.calendar'>
  at: LocalDate
  onMove: (date: LocalDate) => void
}

function MonthView({ data, at, onMove }: MonthViewProps) {
  const list = useRef<HTMLDivElement>(null)
  const lines = data.lines.filter(({ dueOn }) => dueOn === at)
  return (
    <div className="clocks-calendar">
      <div className="stack">
        <MonthSheet
          weeks={weeksOf(at, data)}
          at={at}
          onMove={onMove}
          onEnter={() => list.current?.querySelector('button')?.focus()}
        />
        <p className="hint">
          方向键换日子，PageUp、PageDown 换月，Home 回到今天，回车看这一天的事。
        </p>
      </div>
      <div ref={list} aria-live="polite">
        <Section title={formatDateWithWeekday(at)}>
          {lines.length === 0 ? (
            <FreeDay next={nextBusyDay(at, data.lines)} onMove={onMove} />
          ) : (
            <DayLines lines={lines} />
          )}
        </Section>
      </div>
    </div>
  )
}

type FreeDayProps = { next: LocalDate | undefined; onMove: (date: LocalDate) => void }

function FreeDay({ next, onMove }: FreeDayProps) {
  return (
    <div className="stack">
      <p className="muted">这一天没有到期的事。</p>
      {next === undefined ? null : (
        <div className="row">
          <Button onClick={() => onMove(next)}>
            看下一个有事的日子：{formatDay(next, today())}
          </Button>
        </div>
      )}
    </div>
  )
}

function ListView({ lines, month }: { lines: readonly DatedLine[]; month: LocalDate }) {
  const days = busyDays(month, lines)
  if (days.length === 0) return <p className="muted">{monthName(month)}没有到期的事。</p>
  return (
    <div className="stack">
      {days.map((day) => (
        <Section key={day.date} title={formatDateWithWeekday(day.date)}>
          <DayLines lines={day.lines} />
        </Section>
      ))}
    </div>
  )
}

function DayLines({ lines }: { lines: readonly DatedLine[] }) {
  return (
    <ul className="clocks-lines">
      {lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </ul>
  )
}
