import type { LocalDate } from '#db/domain/local-date.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { MonthGrid, type MonthPlace } from '../../ui/month-grid.tsx'

type Day = OutputOf<'desks.days'>['days'][number]
type OpeningMonthProps = {
  weeks: readonly (readonly LocalDate[])[]
  days: readonly Day[]
  /** Days opened or closed by hand. */
  byHand: ReadonlySet<LocalDate>
  at: LocalDate
  onMove: (date: LocalDate) => void
}

/** The month with what is open on each day. */
export function OpeningMonth({ weeks, days, byHand, at, onMove }: OpeningMonthProps) {
  return (
    <div className="tx-table-frame">
      <MonthGrid
        label="开门的日子"
        className="lawyers-month"
        weeks={weeks}
        at={at}
        onMove={onMove}
        renderDay={(date, place) => (
          <DayButton
            date={date}
            day={days.find((one) => one.date === date)}
            isOwn={byHand.has(date)}
            place={place}
            onChoose={() => onMove(date)}
          />
        )}
      />
    </div>
  )
}

type DayButtonProps = {
  date: LocalDate
  day: Day | undefined
  isOwn: boolean
  place: MonthPlace
  onChoose: () => void
}

function DayButton({ date, day, isOwn, place, onChoose }: DayButtonProps) {
  const shifts = day?.shifts ?? []
  const people = shifts.reduce((sum, { demand }) => sum + demand, 0)
  const said = shifts.length === 0 ? '不开' : `${shifts.length} 班 ${people} 人`
  const classes = [
    'lawyers-day',
    shifts.length === 0 ? 'lawyers-day-closed' : '',
    place.isOther ? 'lawyers-day-other' : '',
    place.isAt ? 'lawyers-day-at' : '',
  ]
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      {...place.button}
      aria-label={[formatDateWithWeekday(date), day?.words, said, isOwn ? '自己定的' : '']
        .filter(Boolean)
        .join('，')}
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
