import { useRef, type ReactNode, type RefObject } from 'react'
import { addDays, addMonths, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../lib/clock.ts'
import { onKeys } from './keys.ts'

/** What a day of the sheet must know to stand there: put on its button. */
export type MonthPlace = {
  isAt: boolean
  isOther: boolean
  /** Tab leads to the chosen day alone; what the arrow keys moved to takes the cursor. */
  button: { tabIndex: number; 'aria-pressed': boolean; ref: (element: HTMLElement | null) => void }
}

type MonthGridProps = {
  label: string
  className: string
  /** Whole weeks from Monday. */
  weeks: readonly (readonly LocalDate[])[]
  at: LocalDate
  onMove: (date: LocalDate) => void
  onEnter?: (() => void) | undefined
  renderDay: (date: LocalDate, place: MonthPlace) => ReactNode
}

/** A month on one sheet: arrow keys move by day and week, Page Up and Page Down by month, Home goes to today. */
export function MonthGrid({
  label,
  className,
  weeks,
  at,
  onMove,
  onEnter,
  renderDay,
}: MonthGridProps) {
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
    ...(onEnter ? { Enter: onEnter } : {}),
  })
  return (
    <table className={className} aria-label={label} onKeyDown={keys}>
      <thead>
        <tr>
          {[...'一二三四五六日'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <td key={date}>{renderDay(date, placeOf(date, at, moved))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const placeOf = (date: LocalDate, at: LocalDate, moved: RefObject<boolean>): MonthPlace => {
  const isAt = date === at
  return {
    isAt,
    isOther: date.slice(0, 7) !== at.slice(0, 7),
    button: {
      tabIndex: isAt ? 0 : -1,
      'aria-pressed': isAt,
      ref(element) {
        if (!isAt || !moved.current || !element) return
        moved.current = false
        element.focus()
      },
    },
  }
}
