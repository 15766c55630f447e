import type { AgreementParty } from '../agreement/content.ts'
import type { CountedEnd } from '../clocks/last-days.ts'
import { arbitralReviewDeadline } from '../deadline/arbitral-review.ts'
import { confirmationDeadline } from '../deadline/confirmation.ts'
import { mediationDeadline } from '../deadline/mediation.ts'
import { type Deadline, deadlineOf } from '../deadline/period.ts'
import { compareDates, daysBetween, type LocalDate } from '../local-date.ts'
import {
  type Facts,
  filled,
  type Found,
  isCountable,
  isFromCourt,
  plusDays,
  spanOf,
} from './facts.ts'
import type { Details } from './rules.ts'

const courtSource = '《最高人民法院关于人民法院特邀调解的规定》第二十七条'

/** @law 法释〔2016〕14号 第二十七条 (C5, C6);《人民调解工作若干规定》第三十六条 (C2);《劳动争议调解仲裁法》第十四条 (C3) */
const periodOf = (facts: Facts): Deadline | undefined => {
  const { typeCode, sourceCode, courtProcedure, appliedOn, acceptedOn } = facts.case
  if (isFromCourt(facts.case)) {
    const base = facts.case.materialsSignedOn ?? acceptedOn
    if (base === undefined || !isCountable(base)) return undefined
    const isPending = sourceCode === 'S31'
    const count = isPending ? (courtProcedure === 'summary' ? 7 : 15) : 30
    return deadlineOf(
      { ruleId: isPending ? 'C6' : 'C5', period: { unit: 'day', count }, source: courtSource },
      base,
      facts.calendar,
    )
  }
  const base = facts.isLabour ? (appliedOn ?? acceptedOn) : acceptedOn
  return base === undefined || !isCountable(base)
    ? undefined
    : mediationDeadline(typeCode, base, facts.calendar)
}

const mustConsent = (facts: Facts): AgreementParty[] =>
  facts.dossier.parties.filter(({ role }) => role !== 'thirdParty')

/** By the clocks; where the procedure is not known the later day, for nobody is blamed on a guess. */
const lateByClocks = (facts: Facts, ends: readonly CountedEnd[]): Found[] => {
  const latest = ends.toSorted((a, b) => compareDates(a.raw, b.raw)).at(-1)
  const ended = facts.concludedOn ?? facts.today
  if (!latest || latest.isPaused || ended <= (latest.rolled ?? latest.raw)) return []
  const { raw: last, source } = latest
  const details = { last, ended, days: daysBetween(last, ended), source }
  return [{ rule: 'V1-deadline', code: 'deadlineMissed', path: 'case.concludedOn', details }]
}

/**
 * The mediation ended in its time, or every side agreed to a longer one; an appraisal does not count.
 * @law 《人民调解工作若干规定》第三十六条 (C2);《劳动争议调解仲裁法》第十四条 (C3); 法释〔2016〕14号 第二十七条 (C5, C6)
 */
export const deadlineFindings = (facts: Facts): Found[] => {
  const { counted } = facts.case
  if (counted)
    return facts.case.outcome === 'rejected' ? [] : lateByClocks(facts, counted.mediation)
  const deadline = periodOf(facts)
  if (!deadline || facts.case.outcome === 'rejected') return []
  const paused = facts.case.pauses
    .map(({ from, to }) => Math.max(0, daysBetween(from, to)))
    .reduce((sum, days) => sum + days, 0)
  const own = plusDays(deadline.rolled ?? deadline.raw, paused)
  const sides = mustConsent(facts)
  const lacks = (consentedBy: readonly string[]) =>
    sides.filter(({ id }) => !consentedBy.includes(id))
  const agreed = facts.case.extensions.filter(({ consentedBy }) => lacks(consentedBy).length === 0)
  const last = spanOf([own, ...agreed.map(({ until }) => until)])?.last ?? own
  const ended = facts.concludedOn ?? facts.today
  if (ended <= last) return []
  const details = { last, ended, days: daysBetween(last, ended), source: deadline.source }
  const path = 'case.concludedOn'
  const oneSided = facts.case.extensions
    .filter(({ until }) => ended <= until)
    .toSorted((a, b) => compareDates(a.until, b.until))[0]
  if (!oneSided) return [{ rule: 'V1-deadline', code: 'deadlineMissed', path, details }]
  const names = lacks(oneSided.consentedBy).map(({ name }) => name)
  return [
    {
      rule: 'V1-deadline',
      code: 'extensionNotConsented',
      path: 'case.extensions',
      details: { ...details, until: oneSided.until, names: names.join('、') },
    },
  ]
}

/**
 * Joint application to the court within 30 days of the agreement's effect, to the arbitration commission within 15.
 * @law 《民事诉讼法》第二百零五条 (E1);《劳动人事争议仲裁办案规则》第七十四条 (F1)
 */
export const confirmationFindings = (facts: Facts): Found[] => {
  const { case: about, effectiveOn, calendar } = facts
  const route = about.confirmation?.route
  const appliedOn = about.confirmation?.appliedOn
  if (appliedOn === undefined || effectiveOn === undefined || !isCountable(effectiveOn)) return []
  if (route !== 'judicial' && route !== 'arbitral') return []
  const counted = about.counted?.[route === 'judicial' ? 'E1' : 'F1']
  const deadline =
    counted ??
    (route === 'judicial'
      ? confirmationDeadline(effectiveOn, calendar)
      : arbitralReviewDeadline(effectiveOn, calendar))
  if (appliedOn <= (deadline.rolled ?? deadline.raw)) return []
  const last = counted ? counted.raw : (deadline.rolled ?? deadline.raw)
  const form = route === 'judicial' ? 'f14' : 'f23'
  return [
    {
      rule: 'V5-confirmation-time',
      code: 'confirmationLate',
      form,
      path: 'case.confirmation.appliedOn',
      details: { effectiveOn, last, appliedOn, route },
    },
  ]
}

/** @policy I2: counted from the agreement, or from the last day of performance when that is later */
const followUpBase = (facts: Facts): LocalDate | undefined =>
  spanOf([facts.concludedOn, ...facts.dueOn])?.last

/**
 * Somebody visited within the pack's days, or it is written down why not.
 * @law 《人民调解法》第三十一条;《人民调解工作若干规定》第三十九条 (I1); the days are policy (I2)
 */
export const followUpFindings = (facts: Facts): Found[] => {
  const { outcome, performance, closedOn, followUpSkipped } = facts.case
  const isDone = outcome === 'agreed' || outcome === 'oral'
  if (!isDone || performance === 'enforcement' || filled(followUpSkipped)) return []
  const base = followUpBase(facts)
  const days = facts.entry('V6-follow-up')?.days
  const last = base === undefined || days === undefined ? undefined : plusDays(base, days)
  const visits = facts.of('f13')
  if (visits.length === 0) {
    const isDue = closedOn !== undefined || (last !== undefined && facts.today > last)
    const details: Details = last === undefined ? {} : { last }
    return isDue
      ? [
          {
            rule: 'V6-follow-up',
            code: 'followUpMissing',
            form: 'f13',
            path: 'forms.f13',
            details,
          },
        ]
      : []
  }
  const [first] = visits
    .filter(({ date }) => date !== undefined)
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
  if (last === undefined || first?.date === undefined || first.date <= last) return []
  return [
    {
      rule: 'V6-follow-up',
      code: 'followUpLate',
      paper: first,
      path: `papers.${first.id}.date`,
      details: { last, visitedOn: first.date, days: daysBetween(last, first.date) },
    },
  ]
}
