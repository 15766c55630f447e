import type { Booking } from '#contract/bookings.ts'
import { weekday, type LocalDate } from '#db/domain/local-date.ts'
import type { InputOf, OutputOf } from '../../lib/ask.ts'
import { parseTime } from '../../lib/parse-time.ts'

export type BookingChoices = OutputOf<'bookings.choices'>
export type HalfDay = BookingChoices['halfDays'][number]
type BookingInput = InputOf<'bookings.save'>['booking']

/** `key` names a half-day of the list, or 'other': then the day is typed. */
export type BookingDraft = {
  key: string
  date: LocalDate | undefined
  half: Booking['half']
  atTime: string
  deskId: string | undefined
  field: string | undefined
  language: string | undefined
  required: boolean
  words: string
}

export const otherDay = 'other'
export const halfNames = { morning: '上午', afternoon: '下午' } as const
/** Half-days offered at a glance. */
const offeredHalfDays = 6

export const keyOfHalfDay = ({ date, half }: Pick<HalfDay, 'date' | 'half'>): string =>
  `${date} ${half}`

/** 11-24 周二 上午 */
export const halfDayName = ({ date, half }: Pick<HalfDay, 'date' | 'half'>): string =>
  `${date.slice(5)} 周${'一二三四五六日'[weekday(date) - 1] ?? ''} ${halfNames[half]}`

/** Who sits there then, whose firm has to do with a party, and how full it is. */
export const halfDayHint = ({ words, desks, lawyers, booked }: HalfDay): string => {
  const times = [...new Set(desks.map(({ startsAt, endsAt }) => `${startsAt}–${endsAt}`))]
  const names = lawyers.map(({ name, conflict }) => (conflict ? `${name}（⚠ 有利益冲突）` : name))
  return [
    times.join('、'),
    names.length > 0 ? `值班 ${names.join('、')}` : '值班还没有发布',
    booked > 0 ? `已约 ${booked} 件` : '',
    words,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The one to begin with: not booked yet for this case and without anybody in conflict, else just not booked. */
export const nextHalfDay = (
  halfDays: readonly HalfDay[],
  bookings: readonly Booking[],
): HalfDay | undefined => {
  const taken = new Set(bookings.filter(({ cancelled }) => !cancelled).map(keyOfHalfDay))
  const free = halfDays.filter((halfDay) => !taken.has(keyOfHalfDay(halfDay)))
  return free.find(({ lawyers }) => !lawyers.some(({ conflict }) => conflict)) ?? free[0]
}

/** The first half-days, and the one that is chosen wherever it stands. */
export const shownHalfDays = (halfDays: readonly HalfDay[], key: string): readonly HalfDay[] =>
  halfDays.filter((halfDay, index) => index < offeredHalfDays || keyOfHalfDay(halfDay) === key)

/** What lawyers know that names this kind of dispute: 劳动争议 of 其他劳动争议纠纷. */
export const likelyField = (fields: readonly string[], dispute: string): string | undefined =>
  fields.find((field) => field.length > 1 && dispute.includes(field))

type Beginning = {
  choices: BookingChoices
  bookings: readonly Booking[]
  /** The kind of dispute in words. */
  dispute: string
}

export const newBooking = ({ choices, bookings, dispute }: Beginning): BookingDraft => {
  const next = nextHalfDay(choices.halfDays, bookings)
  return {
    key: next ? keyOfHalfDay(next) : otherDay,
    date: undefined,
    half: next?.half ?? 'morning',
    atTime: '',
    deskId: undefined,
    field: likelyField(choices.fields, dispute),
    language: undefined,
    required: false,
    words: '',
  }
}

export const draftOfBooking = (booking: Booking, halfDays: readonly HalfDay[]): BookingDraft => {
  const isListed = halfDays.some((halfDay) => keyOfHalfDay(halfDay) === keyOfHalfDay(booking))
  return {
    key: isListed ? keyOfHalfDay(booking) : otherDay,
    date: booking.date,
    half: booking.half,
    atTime: booking.atTime ?? '',
    deskId: booking.deskId,
    field: booking.field || undefined,
    language: booking.language || undefined,
    required: booking.required,
    words: booking.words,
  }
}

const chosenOf = (draft: BookingDraft, halfDays: readonly HalfDay[]) => {
  const listed = halfDays.find((halfDay) => keyOfHalfDay(halfDay) === draft.key)
  return { date: listed?.date ?? draft.date, half: listed?.half ?? draft.half, listed }
}

export const bookingProblems = (
  draft: BookingDraft,
  halfDays: readonly HalfDay[],
): Partial<Record<'date' | 'atTime', string>> => {
  const { listed } = chosenOf(draft, halfDays)
  const time = parseTime(draft.atTime)
  const outside =
    time !== undefined &&
    listed !== undefined &&
    !listed.desks.some(({ startsAt, endsAt }) => startsAt <= time && time < endsAt)
  return {
    ...(listed === undefined && draft.date === undefined ? { date: '请写哪一天' } : {}),
    ...(draft.atTime.trim() !== '' && time === undefined
      ? { atTime: '时间写成 09:30，不定就空着' }
      : outside
        ? { atTime: '这个时间窗口不开，请改时间或改半天' }
        : {}),
  }
}

/** What is stored; undefined while something is wrong. A desk that is not open then is left out. */
export const bookingOf = (
  draft: BookingDraft,
  halfDays: readonly HalfDay[],
): BookingInput | undefined => {
  const { date, half, listed } = chosenOf(draft, halfDays)
  if (!date || Object.keys(bookingProblems(draft, halfDays)).length > 0) return undefined
  const isOpen = listed === undefined || listed.desks.some(({ deskId }) => deskId === draft.deskId)
  const asks = draft.field !== undefined || draft.language !== undefined
  return {
    date,
    half,
    atTime: parseTime(draft.atTime),
    deskId: isOpen ? draft.deskId : undefined,
    field: draft.field ?? '',
    language: draft.language ?? '',
    required: draft.required && asks,
    words: draft.words.trim(),
  }
}

/** 要懂劳动争议、会说湖州话（必须） */
export const needWords = ({
  field,
  language,
  required,
}: Pick<Booking, 'field' | 'language' | 'required'>): string => {
  const parts = [field ? `懂${field}` : '', language ? `会说${language}` : ''].filter(Boolean)
  return parts.length === 0 ? '' : `要${parts.join('、')}${required ? '（必须）' : ''}`
}
