import { addDays, daysBetween, localDate, type LocalDate } from '../domain/local-date.ts'
import { calendarOf } from '../domain/rota/days.ts'
import { countsAs, fairnessKinds } from '../domain/rota/fairness.ts'
import type { RotaHistory, RotaLawyer, RotaProblem } from '../domain/rota/problem.ts'
import type { Reader } from '../schema.ts'
import type { LawyerDay } from './lawyer-days.ts'
import { type LawyerRecord, listLawyers } from './lawyers.ts'

type Stretch = { from: LocalDate; to: LocalDate }

const historyDays = 365
const noHistory: RotaHistory = { total: 0, weekends: 0, beforeHolidays: 0 }

/** Everybody who is with the centre at some time of the stretch, and whoever is named in the rota. */
export async function rotaLawyers(
  db: Reader,
  stretch: Stretch,
  calendar: RotaProblem['calendar'],
  named: ReadonlySet<string>,
): Promise<RotaLawyer[]> {
  const { from, to } = stretch
  const histories = await readHistories(db, from, calendar)
  return (await listLawyers(db)).flatMap((lawyer) => {
    const { id, joinedOn, leftOn } = lawyer
    const isThere = joinedOn <= to && (leftOn === undefined || leftOn > from)
    if (!isThere && !named.has(id)) return []
    const limited = isThere ? lawyer : { ...lawyer, sharePercent: 0 }
    return [rotaLawyerOf(limited, stretch, histories.get(id) ?? noHistory)]
  })
}

/** Duties of the rolling year before the rota's first day; who did not come does not count as having served. */
async function readHistories(
  db: Reader,
  from: LocalDate,
  calendar: RotaProblem['calendar'],
): Promise<Map<string, RotaHistory>> {
  const rows = await db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id', 's.date', (eb) => eb.fn.countAll<number>().as('count')])
    .where('d.state', '=', 'planned')
    .where('d.no_show', '=', 0)
    .where('s.date', '>=', addDays(from, -historyDays))
    .where('s.date', '<', from)
    .groupBy(['d.lawyer_id', 's.date'])
    .execute()
  const days = calendarOf(calendar)
  const found = new Map<string, { -readonly [K in keyof RotaHistory]: RotaHistory[K] }>()
  for (const row of rows) {
    const history = found.get(row.lawyer_id) ?? { ...noHistory }
    found.set(row.lawyer_id, history)
    const date = localDate(row.date)
    for (const kind of fairnessKinds) if (countsAs(kind, date, days)) history[kind] += row.count
  }
  return found
}

/** The days of one stretch that lie in another. */
function datesOf(from: LocalDate, to: LocalDate, { from: first, to: last }: Stretch): LocalDate[] {
  const begin = from > first ? from : first
  const end = to < last ? to : last
  return Array.from({ length: Math.max(0, daysBetween(begin, end) + 1) }, (_, index) =>
    addDays(begin, index),
  )
}

/** Before joining and after leaving nobody is available. */
const awayDays = ({ joinedOn, leftOn }: LawyerRecord, stretch: Stretch): LocalDate[] => [
  ...datesOf(stretch.from, addDays(joinedOn, -1), stretch),
  ...(leftOn === undefined ? [] : datesOf(leftOn, stretch.to, stretch)),
]

function rotaLawyerOf(lawyer: LawyerRecord, stretch: Stretch, history: RotaHistory): RotaLawyer {
  // What was told later stands over what was told before.
  const days = lawyer.days.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const dated = (fits: (day: LawyerDay) => boolean) =>
    days.filter(fits).flatMap((day) =>
      datesOf(day.fromOn, day.toOn, stretch).map((date) => ({
        kind: day.kind,
        at: { date, ...(day.half === undefined ? {} : { half: day.half }) },
      })),
    )
  const isHalfLeave = ({ kind, half }: LawyerDay) => kind === 'leave' && half !== undefined
  const { id, name, firmId, fields, languages, weekly, perWeek, perMonth } = lawyer
  return {
    id,
    name,
    ...(firmId === undefined ? {} : { firm: firmId }),
    fields,
    languages,
    share: lawyer.sharePercent / 100,
    activeDays: Math.min(historyDays, Math.max(1, daysBetween(lawyer.joinedOn, stretch.from))),
    ...(weekly === undefined ? {} : { weekly }),
    exceptions: [
      ...dated(({ kind }) => kind === 'available' || kind === 'unavailable').map(
        ({ kind, at }) => ({ ...at, available: kind === 'available' }),
      ),
      ...dated(isHalfLeave).map(({ at }) => ({ ...at, available: false })),
      ...awayDays(lawyer, stretch).map((date) => ({ date, available: false })),
    ],
    leave: days
      .filter((day) => day.kind === 'leave' && !isHalfLeave(day))
      .filter(({ fromOn, toOn }) => fromOn <= stretch.to && stretch.from <= toOn)
      .map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
    wishes: dated(({ kind }) => kind === 'want' || kind === 'avoid').map(({ kind, at }) => ({
      ...at,
      kind: kind === 'want' ? 'want' : 'avoid',
    })),
    limits: {
      ...(perWeek === undefined ? {} : { perWeek }),
      ...(perMonth === undefined ? {} : { perMonth }),
      restDays: lawyer.restDays,
      twiceADay: lawyer.twiceADay,
    },
    history,
  }
}
