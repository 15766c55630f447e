import type { DeadlineRule } from '../deadline/rule.ts'
import type { LocalDate } from '../local-date.ts'
import { applicationOf, type ClockFacts } from './facts.ts'

/** `doneOn`: what the period was for has been done; `gone`: it is for nothing any more. */
export type Ending = { doneOn: LocalDate } | 'gone' | undefined

const done = (...days: readonly (LocalDate | undefined)[]): Ending => {
  const day = days.find((one) => one !== undefined)
  return day === undefined ? undefined : { doneOn: day }
}

const isSettled = ({ status }: ClockFacts): boolean =>
  ['performed', 'transferred', 'withdrawn', 'followUp', 'toArchive', 'archived'].includes(status)

/** Over with the mediation itself. */
const mediation = (facts: ClockFacts): Ending => done(facts.effectiveOn, facts.endedOn)

const acceptance = (facts: ClockFacts): Ending => done(facts.acceptedOn, facts.endedOn)

/** A joint application for force: made, or of no use once all is paid or the other way was granted. */
const joint =
  (route: string, other: string) =>
  (facts: ClockFacts): Ending => {
    const made = applicationOf(facts, route)
    if (made) return done(made.appliedOn)
    return isSettled(facts) || applicationOf(facts, other)?.state === 'granted' ? 'gone' : undefined
  }

type Field = 'acceptedOn' | 'servedOn' | 'decidedOn'

/** What an office has to do: done with the first of these days. */
const office =
  (route: string, ...fields: readonly Field[]) =>
  (facts: ClockFacts): Ending => {
    const made = applicationOf(facts, route)
    if (!made) return isSettled(facts) ? 'gone' : undefined
    return done(...fields.map((field) => made[field]))
  }

/** @law The claim itself runs out no more once it is settled by a new agreement (G) */
const claim = (facts: ClockFacts): Ending =>
  facts.effectiveOn !== undefined || isSettled(facts) ? 'gone' : undefined

const byRule: Readonly<Record<string, (facts: ClockFacts) => Ending>> = {
  A11: acceptance,
  C2: mediation,
  C3: mediation,
  C4: (facts) => (facts.acceptedOn === undefined ? undefined : 'gone'),
  C5: mediation,
  'C6.ordinary': mediation,
  'C6.summary': mediation,
  'C7.answer': acceptance,
  'C7.contact': (facts) => (facts.otherSideAsked ? 'gone' : mediation(facts)),
  'C7.choose': (facts) => (facts.hasMediator ? 'gone' : mediation(facts)),
  E1: joint('judicialConfirmation', 'arbitralReview'),
  F1: joint('arbitralReview', 'judicialConfirmation'),
  'E7.accept': office('judicialConfirmation', 'acceptedOn', 'decidedOn'),
  'E7.decide': office('judicialConfirmation', 'decidedOn'),
  'E7.decide2011': office('judicialConfirmation', 'decidedOn'),
  'E9.third': (facts) => {
    // The same event starts the limitation of the claim: only harm known after the ruling is meant here.
    const ruling = applicationOf(facts, 'judicialConfirmation')
    const known = facts.dates.find(({ event }) => event === 'harmKnown')?.onDay
    const isAfter =
      ruling?.state === 'granted' && ruling.decidedOn !== undefined && known !== undefined
    return isAfter && ruling.decidedOn !== undefined && known >= ruling.decidedOn
      ? undefined
      : 'gone'
  },
  E11: (facts) => done(applicationOf(facts, 'enforcement')?.appliedOn, facts.performedOn),
  F3: office('arbitralReview', 'decidedOn'),
  'H3.answer': office('paymentOrder', 'acceptedOn', 'decidedOn'),
  'H3.issue': office('paymentOrder', 'servedOn', 'decidedOn'),
  'H3.object': office('paymentOrder', 'decidedOn'),
  'G8.undeliverable': office('paymentOrder', 'servedOn', 'decidedOn'),
  'F9.accept': office('arbitration', 'acceptedOn', 'decidedOn'),
  'F9.copy': office('arbitration', 'decidedOn'),
  'F9.reply': office('arbitration', 'decidedOn'),
  'F9.notice': office('arbitration', 'decidedOn'),
  'F9.award': office('arbitration', 'decidedOn'),
  'F9.summary': office('arbitration', 'decidedOn'),
}

/**
 * Whether a clock is still for something.
 * @policy rules.md C, E, F, G: a period ends with the act that it was for
 */
export const endingOf = (rule: DeadlineRule, facts: ClockFacts): Ending =>
  byRule[rule.id]?.(facts) ?? (rule.topic === 'limitation' ? claim(facts) : undefined)
