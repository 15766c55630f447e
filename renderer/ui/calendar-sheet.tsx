import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays, addMonths, weekday, yearOf, type LocalDate } from '#db/domain/local-date.ts'
import { formatDate } from '../lib/format/date.ts'
import { today } from '../lib/clock.ts'
import { Button } from './button.tsx'
import { onKeys } from './keys.ts'

const firstOf = (date: LocalDate): LocalDate => addDays(date, 1 - Number(date.slice(8)))

const weeksOf = (month: LocalDate): LocalDate[][] => {
  const start = addDays(month, 1 - weekday(month))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(start, week * 7 + day)),
  )
}

type CalendarSheetProps = { value: LocalDate; onChoose: (date: LocalDate) => void }

/** A month to pick a day from: arrow keys move, Page Up and Page Down change the month, Enter picks. */
export function CalendarSheet({ value, onChoose }: CalendarSheetProps) {
  const [at, setAt] = useState(value)
  const month = firstOf(at)
  const move = (days: number) => () => setAt((date) => addDays(date, days))
  const turn = (months: number) => () => setAt((date) => addMonths(date, months))
  const keys = onKeys({
    ArrowLeft: move(-1),
    ArrowRight: move(1),
    ArrowUp: move(-7),
    ArrowDown: move(7),
    PageUp: turn(-1),
    PageDown: turn(1),
  })
  return (
    <div className="tx-calendar">
      <div className="tx-calendar-head">
        <Button icon={<ChevronLeft aria-hidden="true" />} aria-label="上个月" onClick={turn(-1)} />
        <strong aria-live="polite">
          {yearOf(month)}年{Number(month.slice(5, 7))}月
        </strong>
        <Button icon={<ChevronRight aria-hidden="true" />} aria-label="下个月" onClick={turn(1)} />
      </div>
      <table onKeyDown={keys}>
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
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <Day date={date} at={at} month={month} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayProps = {
  date: LocalDate
  at: LocalDate
  month: LocalDate
  onChoose: (date: LocalDate) => void
}

function Day({ date, at, month, onChoose }: DayProps) {
  const isAt = date === at
  const classes = [
    'tx-day',
    date.slice(0, 7) === month.slice(0, 7) ? '' : 'tx-day-other',
    date === today() ? 'tx-day-today' : '',
    isAt ? 'tx-day-at' : '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isAt ? 0 : -1}
      ref={(element) => {
        if (isAt) element?.focus()
      }}
      aria-label={formatDate(date)}
      aria-pressed={isAt}
      onClick={() => onChoose(date)}
    >
      {Number(date.slice(8))}
    </button>
  )
}
