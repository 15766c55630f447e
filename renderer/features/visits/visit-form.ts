import type { Visit } from '#contract/visits.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import type { InputOf } from '../../lib/ask.ts'
import { instantAt, parseClock } from '../../lib/china-instant.ts'
import { formatClock } from '../../lib/format/date.ts'

type Wish = InputOf<'visits.record'>

/** A visit as it is being written down; nothing is chosen that nobody chose. */
export type VisitForm = {
  day: LocalDate | undefined
  clock: string
  manner: Wish['manner']
  partyId: string | undefined
  visitedName: string
  visitorName: string
  performance: string
  satisfaction: Wish['satisfaction'] | undefined
  laterSuit: string
  mistakes: string
  recurrence: Wish['recurrence'] | undefined
  recurrenceWords: string
  measures: string
}

type Party = { id: string; name: string }

/** The first party is who usually knows whether it was paid. */
export const beginVisit = (
  parties: readonly Party[],
  visitorName: string,
  now: string,
): VisitForm => ({
  day: localDateOf(now),
  clock: formatClock(now),
  manner: 'phone',
  partyId: parties[0]?.id,
  visitedName: parties[0]?.name ?? '',
  visitorName,
  performance: '',
  satisfaction: undefined,
  laterSuit: '',
  mistakes: '',
  recurrence: undefined,
  recurrenceWords: '',
  measures: '',
})

export type VisitProblems = Partial<Record<keyof VisitForm, string>>

/** What stands against recording it, beside the field that it is about. */
export const visitProblems = (form: VisitForm, now: string): VisitProblems => {
  const clock = parseClock(form.clock)
  const at = form.day && clock ? instantAt(form.day, clock) : undefined
  const isAhead = at !== undefined && at > now
  const needsWords = form.recurrence !== undefined && form.recurrence !== 'none'
  return {
    ...(form.day ? {} : { day: '请写回访的日期' }),
    ...(clock ? {} : { clock: '请写时间，比如 9:30' }),
    ...(isAhead ? { clock: '这个时间还没有到' } : {}),
    ...(form.visitedName.trim() === '' ? { visitedName: '请写回访了谁' } : {}),
    ...(form.visitorName.trim() === '' ? { visitorName: '请写谁去回访的' } : {}),
    ...(form.satisfaction ? {} : { satisfaction: '请选一项，没有说就选“未表态”' }),
    ...(form.recurrence ? {} : { recurrence: '请选一项' }),
    ...(needsWords && form.recurrenceWords.trim() === ''
      ? { recurrenceWords: '请写清楚是什么情况' }
      : {}),
  }
}

type Planned = Pick<Visit, 'id' | 'revision'>

/** As it is sent; undefined while something stands against it. */
export const visitWish = (
  caseId: string,
  planned: Planned | undefined,
  form: VisitForm,
  now: string,
): Wish | undefined => {
  const clock = parseClock(form.clock)
  const { day, satisfaction, recurrence } = form
  if (Object.keys(visitProblems(form, now)).length > 0) return undefined
  if (!day || !clock || !satisfaction || !recurrence) return undefined
  return {
    caseId,
    ...(planned ? { id: planned.id } : {}),
    revision: planned?.revision ?? 0,
    doneAt: instantAt(day, clock),
    manner: form.manner,
    ...(form.partyId === undefined ? {} : { partyId: form.partyId }),
    visitedName: form.visitedName.trim(),
    visitorName: form.visitorName.trim(),
    performance: form.performance.trim(),
    satisfaction,
    laterSuit: form.laterSuit.trim(),
    mistakes: form.mistakes.trim(),
    recurrence,
    recurrenceWords: recurrence === 'none' ? '' : form.recurrenceWords.trim(),
    measures: form.measures.trim(),
  }
}

/** Another sentence behind those that stand there; one that stands there already is not said twice. */
export const withPhrase = (text: string, phrase: string): string => {
  const standing = text.trim()
  if (standing.includes(phrase)) return text
  if (standing === '') return `${phrase}。`
  return /[。；！？]$/u.test(standing) ? `${standing}${phrase}。` : `${standing}。${phrase}。`
}
