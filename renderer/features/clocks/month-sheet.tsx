import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { MonthGrid, type MonthPlace } from '../../ui/month-grid.tsx'
import type { DayOfMonth } from './calendar-month.ts'

type MonthSheetProps = {
  weeks: readonly (readonly DayOfMonth[])[]
  at: LocalDate
  onMove: (date: LocalDate) => void
  /** Enter on a day: into its list. */
  onEnter: () => void
}

/** The month with what falls due on each day. */
export function MonthSheet({ weeks, at, onMove, onEnter }: MonthSheetProps) {
  const days = new Map(weeks.flat().map((day) => [day.date, day]))
  return (
    <MonthGrid
      label="月历"
      className="clocks-month"
      weeks={weeks.map((week) => week.map(({ date }) => date))}
      at={at}
      onMove={onMove}
      onEnter={onEnter}
      renderDay={(date, place) => (
        <Day
          day={days.get(date) ?? { date, lines: [] }}
          place={place}
          onChoose={() => onMove(date)}
        />
      )}
    />
  )
}

type DayProps = {
  day: DayOfMonth
  place: MonthPlace
  onChoose: () => void
}

const spoken = ({ date, lines, mark }: DayOfMonth): string =>
  [
    formatDateWithWeekday(date),
    mark === '休' ? '放假' : mark === '班' ? '调休上班' : '',
    lines.length === 0 ? '没有到期' : `${lines.length} 项到期`,
  ]
    .filter(Boolean)
    .join('，')

function Day({ day, place, onChoose }: DayProps) {
  const { date, lines, mark } = day
  const isLate = lines.some(({ group }) => group === 'overdue')
  const classes = [
    'clocks-day',
    place.isOther ? 'clocks-day-other' : '',
    mark === '休' || mark === '周末' ? 'clocks-day-off' : '',
    date === today() ? 'clocks-day-today' : '',
    isLate ? 'clocks-day-late' : '',
    place.isAt ? 'clocks-day-at' : '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      {...place.button}
      aria-label={spoken(day)}
      onClick={onChoose}
    >
      <span className="clocks-day-head">
        <span className="clocks-day-number">{Number(date.slice(8))}</span>
        {mark === '休' || mark === '班' ? <span className="clocks-day-mark">{mark}</span> : null}
      </span>
      {lines.length > 0 ? (
        <span className="clocks-day-count">
          {isLate ? '过期 ' : ''}
          {lines.length} 项
        </span>
      ) : null}
    </button>
  )
}
