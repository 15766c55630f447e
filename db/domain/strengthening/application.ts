import { deadlineOf, type Deadline, type HolidayYear } from '../deadline/period.ts'
import { findRule } from '../deadline/find-rule.ts'
import type { DeadlineRule } from '../deadline/rule.ts'
import type { LocalDate } from '../local-date.ts'
import type { ApplicationRoute } from './further-routes.ts'

export const applicationStates = [
  'applied',
  'accepted',
  'granted',
  'refused',
  'ended',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const applicationSteps = [
  'accepted',
  'served',
  'granted',
  'refused',
  'ended',
  'withdrawn',
] as const
export type ApplicationStep = (typeof applicationSteps)[number]

/** What the days of an application are counted from. */
export type ApplicationFacts = {
  route: ApplicationRoute
  state: ApplicationState
  /** The day of the application, of China. */
  appliedOn: LocalDate
  acceptedOn?: LocalDate | undefined
  servedOn?: LocalDate | undefined
  decidedOn?: LocalDate | undefined
}

export type ApplicationClock = Deadline & { name: string; rule: string }

type Clock = { rule: string; base: LocalDate | undefined }

const isOpen = (state: ApplicationState) => state === 'applied' || state === 'accepted'

/** @policy The office has not answered for good. */
export const isPending = isOpen

const running = (facts: ApplicationFacts): Clock[] => {
  const { route, state, appliedOn, acceptedOn, servedOn, decidedOn } = facts
  const asked = state === 'applied' ? appliedOn : undefined
  const taken = state === 'accepted' ? acceptedOn : undefined
  switch (route) {
    case 'judicialConfirmation':
      return [
        { rule: 'E7.accept', base: asked },
        { rule: 'E7.decide', base: taken },
        { rule: 'E9.party', base: state === 'granted' ? decidedOn : undefined },
      ]
    case 'arbitralReview':
      return [{ rule: 'F3', base: taken }]
    case 'paymentOrder':
      return [
        { rule: 'H3.answer', base: asked },
        { rule: 'H3.issue', base: servedOn === undefined ? taken : undefined },
        { rule: 'H3.object', base: state === 'accepted' ? servedOn : undefined },
        { rule: 'H4', base: state === 'ended' ? decidedOn : undefined },
      ]
    case 'arbitration':
      return [
        { rule: 'F9.accept', base: asked },
        { rule: 'F9.award', base: taken },
        { rule: 'F10.sue', base: state === 'granted' ? decidedOn : undefined },
      ]
    case 'directSuit':
    case 'notary':
    case 'enforcement':
      return []
  }
}

/**
 * The clocks that run for an application now: what the office has to answer by, what the parties may object by.
 * @law 民诉法 第一百八十七条、第二百二十六条至第二百二十八条;《劳动争议调解仲裁法》第二十九条、第四十三条 (E7, E9, F3, F9, F10, H3, H4)
 */
export const applicationClocks = (
  facts: ApplicationFacts,
  rules: readonly DeadlineRule[],
  calendar: readonly HolidayYear[],
  region?: string,
): ApplicationClock[] =>
  running(facts).flatMap(({ rule: id, base }) => {
    if (base === undefined) return []
    const found = findRule(rules, { rule: id, on: base, ...(region ? { region } : {}) })
    if (!found.ok || found.rule.period.unit === 'workday') return []
    const { ruleId, period, source, name } = found.rule
    return [{ ...deadlineOf({ ruleId, period, source }, base, calendar), name, rule: id }]
  })

export type StepFault = 'notNow' | 'beforeLast' | 'reasonRequired' | 'notServed' | 'stillObjectable'

/** Steps that this route knows at all: a payment order alone is served and ended. */
const ofRoute = (route: ApplicationRoute, step: ApplicationStep): boolean =>
  step === 'served' || step === 'ended' ? route === 'paymentOrder' : true

/** @policy The steps that may be recorded next, for buttons. */
export const nextSteps = ({ route, state, servedOn }: ApplicationFacts): ApplicationStep[] => {
  if (!isOpen(state)) return []
  const after: ApplicationStep[] =
    state === 'applied'
      ? ['accepted', 'granted', 'refused', 'ended', 'withdrawn']
      : ['served', 'granted', 'refused', 'ended', 'withdrawn']
  return after.filter(
    (step) =>
      ofRoute(route, step) &&
      // An order takes effect only after the debtor has had it; a seized case is not granted unseen.
      !(step === 'granted' && route === 'paymentOrder' && servedOn === undefined) &&
      !(step === 'served' && servedOn !== undefined),
  )
}

/**
 * Why a step cannot be recorded: not the next one, older than the step before, or without what it needs. A payment
 * order takes effect when the debtor has let its fifteen days go by.
 * @law 《民事诉讼法》第二百二十七条 (H3)
 */
export const stepFault = (
  facts: ApplicationFacts,
  step: ApplicationStep,
  on: LocalDate,
  reason: string,
  clocks: readonly ApplicationClock[],
): StepFault | undefined => {
  const { route, state, servedOn, acceptedOn, appliedOn } = facts
  if (step === 'granted' && route === 'paymentOrder' && servedOn === undefined && isOpen(state))
    return 'notServed'
  if (!nextSteps(facts).includes(step)) return 'notNow'
  if (on < (servedOn ?? acceptedOn ?? appliedOn)) return 'beforeLast'
  if ((step === 'refused' || step === 'ended') && reason.trim() === '') return 'reasonRequired'
  const objection = clocks.find(({ rule }) => rule === 'H3.object')
  if (step === 'granted' && objection && on <= (objection.rolled ?? objection.raw))
    return 'stillObjectable'
  return undefined
}
