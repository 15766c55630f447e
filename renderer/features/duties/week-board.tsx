import { today as todayNow } from '../../lib/clock.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import type { DutyWeek } from '#contract/duties.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { halfWords, shortDate, weekdayWord } from './duty-words.ts'
import { weekRows, type DeskCell, type WeekRow } from './week-rows.ts'
import './duties.css'

type WeekBoardProps = {
  week: DutyWeek
  /** A name was clicked. */
  onChoose: (lawyerId: string) => void
}

/** 本周值班: who sits when, for everybody who passes; today in large type. */
export function WeekBoard({ week, onChoose }: WeekBoardProps) {
  const today = todayNow()
  const rows = weekRows(week, today)
  const todays = rows.find(({ isToday }) => isToday)
  return (
    <div className="duties-front">
      {todays ? <TodayOnDuty row={todays} onChoose={onChoose} /> : null}
      <section aria-labelledby="duties-week">
        <h2 id="duties-week">本周值班</h2>
        <table className="duties-week" aria-labelledby="duties-week">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">上午</th>
              <th scope="col">下午</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WeekLine key={row.date} row={row} today={today} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      </section>
      <WeekNote week={week} today={today} />
    </div>
  )
}

function WeekNote({ week, today }: { week: DutyWeek; today: LocalDate }) {
  return (
    <p className="hint">
      律师点自己的名字，看下一班、点“到岗”。
      {week.asOf ? `值班表是${formatInstantNear(week.asOf, today)}更新的。` : ''}
      {week.waiting > 0 ? `有 ${week.waiting} 次签到已存好，下次有人登录时记入。` : ''}
    </p>
  )
}

/** 09:00–12:00, of several desks the longest stretch. */
const timesOf = (cells: readonly DeskCell[]): string => {
  const from = cells.map(({ startsAt }) => startsAt).toSorted()[0]
  const to = cells
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1)
  return from && to ? `${from}–${to}` : ''
}

type RowProps = { row: WeekRow; onChoose: (lawyerId: string) => void }

function TodayOnDuty({ row, onChoose }: RowProps) {
  return (
    <section className="duties-today" aria-labelledby="duties-today">
      <h2 id="duties-today">今日值班</h2>
      {row.closed ? (
        <p className="duties-none">今天不值班{row.words === '' ? '' : `（${row.words}）`}</p>
      ) : (
        <dl>
          {(['morning', 'afternoon'] as const).map((half) => (
            <div key={half}>
              <dt>
                {halfWords[half]}
                <span className="duties-times nums"> {timesOf(row[half])}</span>
              </dt>
              <dd>
                <Cells cells={row[half]} onChoose={onChoose} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function WeekLine({ row, today, onChoose }: RowProps & { today: LocalDate }) {
  const classes = [
    row.isToday ? 'duties-is-today' : '',
    row.isPast ? 'duties-is-past' : '',
    row.closed ? 'duties-is-closed' : '',
  ]
  return (
    <tr className={classes.filter(Boolean).join(' ')}>
      <th scope="row">
        {weekdayWord(row.date)}
        <span className="duties-date">{row.isToday ? '今天' : shortDate(row.date, today)}</span>
        {row.words === '' || row.closed ? null : (
          <span className="duties-day-words">{row.words}</span>
        )}
      </th>
      {row.closed ? (
        <td colSpan={2}>{row.words === '' ? '休' : row.words}</td>
      ) : (
        <>
          <td>
            <Cells cells={row.morning} onChoose={onChoose} />
          </td>
          <td>
            <Cells cells={row.afternoon} onChoose={onChoose} />
          </td>
        </>
      )}
    </tr>
  )
}

type CellsProps = {
  cells: readonly DeskCell[]
  onChoose: (lawyerId: string) => void
}

function Cells({ cells, onChoose }: CellsProps) {
  if (cells.length === 0) return <span className="muted">休</span>
  return cells.map((cell) => (
    <div key={cell.shiftId} className="duties-cell">
      {cell.deskName === undefined ? null : <span className="duties-desk">{cell.deskName}</span>}
      {cell.people.map((person, index) => (
        <Name key={person.lawyerId ?? index} person={person} onChoose={onChoose} />
      ))}
      {cell.missing > 0 ? (
        <span className="duties-missing">
          {cell.people.length === 0 ? '空缺' : `还缺 ${cell.missing} 人`}
        </span>
      ) : null}
    </div>
  ))
}

type NameProps = { person: DeskCell['people'][number]; onChoose: (lawyerId: string) => void }

/** For the mouse and the finger; the keyboard has the list of names. */
function Name({ person, onChoose }: NameProps) {
  const { lawyerId, name, insteadOf } = person
  const words = insteadOf ? <span className="duties-instead">替</span> : null
  if (lawyerId === undefined)
    return (
      <span className="duties-name">
        {name}
        {words}
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={-1}
      className="duties-name duties-name-open"
      onClick={() => onChoose(lawyerId)}
    >
      {name}
      {words}
    </button>
  )
}
