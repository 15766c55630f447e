import { memo } from 'react'
import { addDays, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import type { BoardDay, Cell, Place, Row, Week } from './board-grid.ts'
import { seatId } from './board-grid.ts'
import { dayHead, halfWords, monthDay, shortWeekday } from './board-words.ts'
import { SlotButton } from './slot-button.tsx'

/** 9:00 for 09:00: columns are narrow. */
const clockWords = (time: string): string => time.replace(/^0/, '')

export type BoardLook = {
  names: ReadonlyMap<string, string>
  /** Ids of seats that break a rule. */
  broken: ReadonlySet<string>
  marksUntold: boolean
  onFocus: (place: Place) => void
  onOpen: (place: Place) => void
}
type Props = { week: Week; stop: Place | undefined; look: BoardLook }

/** One week: days as columns, a row for each desk and half-day. */
export const BoardStrip = memo(function BoardStrip({ week, stop, look }: Props) {
  const many = new Set(week.rows.map(({ deskName }) => deskName)).size > 1
  const sunday = addDays(week.monday, 6)
  return (
    <table
      className="rota-strip"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA's grid is a table with a cursor
      role="grid"
      aria-label={`${monthDay(week.monday)}—${monthDay(sunday)}`}
    >
      <thead>
        <tr>
          <th scope="col" className="rota-row-head">
            <span className="tx-unseen">班次</span>
          </th>
          {week.days.map((day, index) => (
            <DayHead
              key={addDays(week.monday, index)}
              date={addDays(week.monday, index)}
              day={day}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {week.rows.length === 0 ? (
          <tr>
            <th scope="row" className="rota-row-head" />
            <td colSpan={7} className="rota-closed">
              这一周没有班
            </td>
          </tr>
        ) : null}
        {week.rows.map((row) => (
          <BoardRow
            key={row.key}
            row={row}
            days={week.days}
            showsDesk={many}
            stop={row.cells.some((cell) => cell?.shift.id === stop?.shiftId) ? stop : undefined}
            look={look}
          />
        ))}
      </tbody>
    </table>
  )
})

function DayHead({ date, day }: { date: LocalDate; day: BoardDay | undefined }) {
  if (!day)
    return (
      <th scope="col" className="rota-day rota-day-out">
        {shortWeekday(date)}
      </th>
    )
  const isToday = date === today()
  return (
    <th
      scope="col"
      className={isToday ? 'rota-day rota-day-today' : 'rota-day'}
      aria-current={isToday ? 'date' : undefined}
    >
      {dayHead(day)}
      {isToday ? ' 今天' : ''}
      {day.words === '' ? null : (
        <>
          {' '}
          <span className="rota-day-words" title={day.words}>
            {day.words}
          </span>
        </>
      )}
    </th>
  )
}

type RowProps = {
  row: Row
  days: Week['days']
  showsDesk: boolean
  stop: Place | undefined
  look: BoardLook
}

const BoardRow = memo(function BoardRow({ row, days, showsDesk, stop, look }: RowProps) {
  return (
    <tr>
      <th scope="row" className="rota-row-head">
        {halfWords[row.half]}{' '}
        {row.times ? (
          <span className="rota-times">
            {clockWords(row.times.startsAt)}–{clockWords(row.times.endsAt)}
          </span>
        ) : null}
        {showsDesk ? <span className="rota-desk-name">{row.deskName}</span> : null}
      </th>
      {row.cells.map((cell, index) =>
        cell ? (
          <BoardCell
            key={cell.shift.id}
            cell={cell}
            showsTimes={!row.times}
            stop={cell.shift.id === stop?.shiftId ? stop.slot : undefined}
            look={look}
          />
        ) : (
          <td key={index} className={days[index] ? 'rota-closed' : 'rota-out'}>
            {days[index] ? '休' : ''}
          </td>
        ),
      )}
    </tr>
  )
})

type CellProps = {
  cell: Cell
  showsTimes: boolean
  stop: number | undefined
  look: BoardLook
}

const BoardCell = memo(function BoardCell({ cell, showsTimes, stop, look }: CellProps) {
  const { shift, slots } = cell
  return (
    <td className={shift.past ? 'rota-cell rota-cell-past' : 'rota-cell'}>
      {showsTimes ? (
        <span className="rota-times">
          {clockWords(shift.startsAt)}–{clockWords(shift.endsAt)}
        </span>
      ) : null}
      {slots.map((slot, index) => {
        const seat = slot.kind === 'seat' ? slot.seat : undefined
        return (
          <SlotButton
            key={index}
            cell={cell}
            index={index}
            name={seat && look.names.get(seat.lawyerId)}
            isStop={index === stop}
            isBroken={seat !== undefined && look.broken.has(seatId(seat))}
            marksUntold={look.marksUntold}
            onFocus={look.onFocus}
            onOpen={look.onOpen}
          />
        )
      })}
      {shift.bookings > 0 ? <span className="rota-booked">预约 {shift.bookings} 件</span> : null}
    </td>
  )
})
