import { useRef } from 'react'
import { addDays, addMonths, type LocalDate } from '#db/domain/local-date.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { onKeys } from '../../ui/keys.ts'

type Day = OutputOf<'desks.days'>['days'][number]
type OpeningMonthProps = {
  weeks: readonly (readonly LocalDate[])[]
  days: readonly Day[]
  /** Days opened or closed by hand. */
  byHand: ReadonlySet<LocalDate>
  at: LocalDate
  onMove: (date: LocalDate) => void
}

/** A month on one sheet: arrow keys move by day and week, Page Up and Page Down by month. */
export function OpeningMonth({ weeks, days, byHand, at, onMove }: OpeningMonthProps) {
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
  })
  return (
    <div className="tx-table-frame">
      <table className="lawyers-month" aria-label="开门的日子" onKeyDown={keys}>
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
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <DayButton
                    date={date}
                    day={days.find((one) => one.date === date)}
                    isOwn={byHand.has(date)}
                    isAt={date === at}
                    isOther={date.slice(0, 7) !== at.slice(0, 7)}
                    takesFocus={moved}
                    onChoose={() => onMove(date)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type DayButtonProps = {
  date: LocalDate
  day: Day | undefined
  isOwn: boolean
  isAt: boolean
  isOther: boolean
  takesFocus: { current: boolean }
  onChoose: () => void
}

function DayButton({ date, day, isOwn, isAt, isOther, takesFocus, onChoose }: DayButtonProps) {
  const shifts = day?.shifts ?? []
  const people = shifts.reduce((sum, { demand }) => sum + demand, 0)
  const said = shifts.length === 0 ? '不开' : `${shifts.length} 班 ${people} 人`
  const classes = [
    'lawyers-day',
    shifts.length === 0 ? 'lawyers-day-closed' : '',
    isOther ? 'lawyers-day-other' : '',
    isAt ? 'lawyers-day-at' : '',
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
      aria-label={[formatDateWithWeekday(date), day?.words, said, isOwn ? '自己定的' : '']
        .filter(Boolean)
        .join('，')}
      aria-pressed={isAt}
      onClick={onChoose}
    >
      <span className="lawyers-day-number">
        {Number(date.slice(8))}
        {date === today() ? '（今天）' : ''}
      </span>
      <span className="lawyers-day-words">{said}</span>
      {day?.words ? (
        <span className={isOwn ? 'lawyers-day-words lawyers-day-hand' : 'lawyers-day-words'}>
          {isOwn ? '✎ ' : ''}
          {day.words}
        </span>
      ) : null}
    </button>
  )
}
