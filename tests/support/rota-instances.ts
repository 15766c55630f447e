import { addDays, localDate, weekday } from '#db/domain/local-date.ts'
import type { RotaLawyer, RotaProblem, RotaShift } from '#db/domain/rota/problem.ts'
import type { RotaWeights } from '#db/domain/rota/weights.ts'

export const weights: RotaWeights = {
  gap: 1000,
  conflict: 300,
  fairTotal: 10,
  fairWeekends: 8,
  fairBeforeHolidays: 8,
  unmetWant: 15,
  metAvoid: 30,
  unmetNeed: 20,
  splitPair: 10,
  sameFirm: 6,
  change: 25,
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A problem without anything but what is given. */
export const problemOf = (given: Partial<RotaProblem>): RotaProblem => ({
  lawyers: [],
  firms: [],
  desks: [{ id: 'd1', name: '一号窗口' }],
  shifts: [],
  pairings: [],
  pins: [],
  published: [],
  adjacent: [],
  calendar: { holidays: [], workdays: [] },
  settings: {},
  relaxed: [],
  weights,
  ...given,
})

export const lawyerOf = (id: string, given: Partial<RotaLawyer> = {}): RotaLawyer => ({
  id,
  name: `${id}律师`,
  fields: [],
  languages: [],
  exceptions: [],
  leave: [],
  wishes: [],
  limits: {},
  history: { total: 0, weekends: 0, beforeHolidays: 0 },
  ...given,
})

export const shiftOf = (
  id: string,
  date: string,
  half: RotaShift['half'],
  given: Partial<RotaShift> = {},
): RotaShift => ({
  id,
  date: localDate(date),
  half,
  desk: 'd1',
  demand: 1,
  needs: [],
  conflictFirms: [],
  ...given,
})

export type Family = {
  name: string
  lawyers: number
  days: number
  desks: number
  /** Weekends closed. */
  workdaysOnly?: boolean
  /** Share of half-days on which somebody cannot come. */
  away: number
  firmSize: number
  perWeek: number
}

/** The instance families of performance.md §6; the last are its tight ones. */
export const families: readonly Family[] = [
  {
    name: '6 x 22 x 1',
    lawyers: 6,
    days: 30,
    desks: 1,
    workdaysOnly: true,
    away: 0.2,
    firmSize: 2,
    perWeek: 2,
  },
  {
    name: '30 x 22 x 2',
    lawyers: 30,
    days: 30,
    desks: 2,
    workdaysOnly: true,
    away: 0.2,
    firmSize: 3,
    perWeek: 2,
  },
  { name: '30 x 31 x 4', lawyers: 30, days: 31, desks: 4, away: 0.2, firmSize: 3, perWeek: 3 },
  { name: '60 x 27 x 4', lawyers: 60, days: 27, desks: 4, away: 0.2, firmSize: 4, perWeek: 2 },
  { name: '200 x 31 x 5', lawyers: 200, days: 31, desks: 5, away: 0.2, firmSize: 5, perWeek: 2 },
  {
    name: '30 x 31 x 4 tight',
    lawyers: 30,
    days: 31,
    desks: 4,
    away: 0.42,
    firmSize: 6,
    perWeek: 3,
  },
  {
    name: '200 x 31 x 5 tight',
    lawyers: 200,
    days: 31,
    desks: 5,
    away: 0.42,
    firmSize: 10,
    perWeek: 2,
  },
]

const fields = ['劳动', '婚姻', '债务', '交通', '物业']

/** A made-up month of a family. */
export function instanceOf(family: Family, seed: number): RotaProblem {
  const random = randomOf(seed)
  const pick = (count: number) => Math.floor(random() * count)
  const from = localDate('2026-10-01')
  const dates = Array.from({ length: family.days }, (_, day) => addDays(from, day)).filter(
    (date) => !family.workdaysOnly || weekday(date) < 6,
  )
  const halves = ['morning', 'afternoon'] as const
  const firms = Array.from({ length: Math.ceil(family.lawyers / family.firmSize) }, (_, n) => ({
    id: `f${n + 1}`,
    name: `第${n + 1}律师事务所`,
  }))
  const lawyers = Array.from({ length: family.lawyers }, (_, n): RotaLawyer => {
    const own = dates.flatMap((date) => halves.map((half) => ({ date, half })))
    return lawyerOf(`l${n + 1}`, {
      firm: firms[pick(firms.length)]?.id,
      fields: fields.filter(() => random() < 0.3),
      languages: random() < 0.3 ? ['本地话'] : [],
      exceptions: own
        .filter(() => random() < family.away)
        .map((each) => ({ ...each, available: false })),
      wishes: own
        .filter(() => random() < 0.06)
        .map((each) => ({
          ...each,
          kind: random() < 0.5 ? ('want' as const) : ('avoid' as const),
        })),
      limits: { perWeek: family.perWeek, restDays: 1 },
      history: { total: 6 + pick(8), weekends: pick(4), beforeHolidays: pick(2) },
    })
  })
  const shifts = dates.flatMap((date) =>
    halves.flatMap((half) =>
      Array.from({ length: family.desks }, (_, desk): RotaShift => ({
        ...shiftOf(`${date}-${half}-${desk + 1}`, date, half, { desk: `d${desk + 1}` }),
        needs:
          random() < 0.1 ? [{ kind: 'field', value: fields[pick(fields.length)] ?? '劳动' }] : [],
        conflictFirms: random() < 0.05 ? [firms[pick(firms.length)]?.id ?? 'f1'] : [],
      })),
    ),
  )
  return problemOf({
    lawyers,
    firms,
    desks: Array.from({ length: family.desks }, (_, n) => ({
      id: `d${n + 1}`,
      name: `${n + 1}号窗口`,
    })),
    shifts,
    calendar: {
      holidays: Array.from({ length: 7 }, (_, day) => addDays(from, day)),
      workdays: [localDate('2026-10-10')],
    },
  })
}
