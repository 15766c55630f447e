import { addDays, weekday, type LocalDate } from '#db/domain/local-date.ts'

export type Stretch = { from: LocalDate; to: LocalDate }

const fortnight = 14

/** The fortnight after the last rota; never one that is over, and from a Monday when there is none before. */
export const nextStretch = (rotas: readonly Stretch[], today: LocalDate): Stretch => {
  const monday = addDays(today, 1 - weekday(today))
  const thisOrNext = weekday(today) >= 5 ? addDays(monday, 7) : monday
  const last = rotas
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  const from = last !== undefined && last >= today ? addDays(last, 1) : thisOrNext
  return { from, to: addDays(from, fortnight - 1) }
}
