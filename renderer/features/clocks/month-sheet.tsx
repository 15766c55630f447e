import { useRef } from 'react'
import { addDays, addMonths, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { onKeys } from '../../ui/keys.ts'
import type { DayOfMonth } from './calendar-month.ts'

type MonthSheetProps = {
  weeks: readonly (readonly DayOfMonth[])[]
  at: LocalDate
  onMove: (date: LocalDate) => void
  /** Enter on a day: into its list. */
  onEnter: () => void
}

/** A month on one sheet: arrow keys move by day and week, Page Up and Page Down by month, Home goes to today. */
export function MonthSheet({ weeks, at, onMove, onEnter }: MonthSheetProps) {
  const moved = useRef(false)
  const to = (date: LocalDate) => () => {
    moved.current = true
    onMove(date)
  }
  const keys = onKeys({
    ArrowLeft: to(addDays(at, -1)),
    ArrowRight: to(addDays(at, 1)),
    ArrowUp: to(addDays(at, -7)),
    ArrowDown: to(addDays(at, 7)),
    PageUp: to(addMonths(at, -1)),
    PageDown: to(addMonths(at, 1)),
    Home: to(today()),
    Enter: onEnter,
  })
  return (
    <table className="clocks-month" aria-label="月历" onKeyDown={keys}>
      <thead>
        <tr>
          {[...'一二三四五六日'].map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date}>
                <Day
                  day={day}
                  isAt={day.date === at}
                  isOther={day.date.slice(0, 7) !== at.slice(0, 7)}
                  takesFocus={moved}
                  onChoose={() => onMove(day.date)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = {
  day: DayOfMonth
  isAt: boolean
  isOther: boolean
  takesFocus: { current: boolean }
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

function Day({ day, isAt, isOther, takesFocus, onChoose }: DayProps) {
  const { date, lines, mark } = day
  const isLate = lines.some(({ group }) => group === 'overdue')
  const classes = [
    'clocks-day',
    isOther ? 'clocks-day-other' : '',
    mark === '休' || mark === '周末' ? 'clocks-day-off' : '',
    date === today() ? 'clocks-day-today' : '',
    isLate ? 'clocks-day-late' : '',
    isAt ? 'clocks-day-at' : '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isAt ? 0 : -1}
      ref={(element) => {
        if (!isAt || !takesFocus.current || !element) return
        takesFocus.current = false
        element.focus()
      }}
      aria-label={spoken(day)}
      aria-pressed={isAt}
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
