import type { ConsultationForm } from '#contract/consultations.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { instantAt, parseClock } from '../../lib/china-instant.ts'
import { formatClock } from '../../lib/format/date.ts'

/** The register as it is being written: day, time and age as typed, nothing chosen that nobody chose. */
export type ConsultationDraft = Omit<
  ConsultationForm,
  'at' | 'category' | 'age' | 'dutyId' | 'manner'
> & {
  manner: ConsultationForm['manner']
  day: LocalDate | undefined
  clock: string
  category: ConsultationForm['category'] | undefined
  age: string
}

export const beginConsultation = (
  now: string,
  lawyerId: string | undefined,
): ConsultationDraft => ({
  manner: 'visit',
  day: localDateOf(now),
  clock: formatClock(now),
  category: undefined,
  ...(lawyerId === undefined ? {} : { lawyerId }),
  name: '',
  anonymous: false,
  age: '',
  phone: '',
  address: '',
  workUnit: '',
  identities: [],
  otherSide: '',
  facts: '',
  materials: '',
  answer: '',
  basis: '',
  outcomeWords: '',
  legalAidHintShown: false,
  signed: 'notAsked',
  satisfaction: 'notSaid',
})

export const draftOf = ({
  at,
  age,
  dutyId: _duty,
  ...form
}: ConsultationForm): ConsultationDraft => ({
  ...form,
  day: localDateOf(at),
  clock: formatClock(at),
  age: age === undefined ? '' : String(age),
})

/** Undefined when it is not a whole number of years that somebody can have. */
const ageOf = (typed: string): number | undefined => {
  const digits = typed.normalize('NFKC').trim().replace(/岁$/u, '')
  const age = /^\d{1,3}$/.test(digits) ? Number(digits) : undefined
  return age !== undefined && age <= 130 ? age : undefined
}

const instantOf = ({ day, clock }: ConsultationDraft): string | undefined => {
  const time = parseClock(clock)
  return day && time ? instantAt(day, time) : undefined
}

/** Control characters of a pasted line would be refused. */
const inLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/gu, ' ')

/**
 * What is stored of it as it stands: of a time that cannot be, the one before stays.
 * @param at the time that is in the store, or when it was begun
 */
export const formOf = (draft: ConsultationDraft, at: string, now: string): ConsultationForm => {
  const { day: _day, clock: _clock, age: typedAge, category, ...rest } = draft
  const typed = instantOf(draft)
  const age = ageOf(typedAge)
  return {
    ...rest,
    at: typed !== undefined && typed <= now ? typed : at,
    category: category ?? 'other',
    ...(age === undefined ? {} : { age }),
    name: inLine(draft.name),
    phone: inLine(draft.phone),
    address: inLine(draft.address),
    workUnit: inLine(draft.workUnit),
    otherSide: inLine(draft.otherSide),
    outcomeWords: inLine(draft.outcomeWords),
  }
}

export type ConsultationProblems = Partial<
  Record<'day' | 'clock' | 'age' | 'category' | 'name', string>
>

/** What stands against calling it finished, beside its field. */
export const problemsOf = (draft: ConsultationDraft, now: string): ConsultationProblems => {
  const typed = instantOf(draft)
  return {
    ...(draft.day ? {} : { day: '请写咨询的日期' }),
    ...(parseClock(draft.clock) ? {} : { clock: '请写时间，比如 9:30' }),
    ...(typed !== undefined && typed > now ? { clock: '这个时间还没有到' } : {}),
    ...(draft.age.trim() === '' || ageOf(draft.age) !== undefined
      ? {}
      : { age: '请写周岁数，比如 45' }),
    ...(draft.category ? {} : { category: '请选一项；都不合适选“其他”' }),
    ...(draft.anonymous || draft.name.trim() !== ''
      ? {}
      : { name: '请写咨询人姓名；不愿说的，勾选“不愿登记姓名”' }),
  }
}
