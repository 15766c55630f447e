import type { LocalDate } from '../local-date.ts'
import { basesOf, isRecorded } from './base-events.ts'
import type { ClockFacts } from './facts.ts'
import { isAsked } from './profile.ts'
import { type Clock, clocksOfFacts, type ClockLaw, ruleOfCase } from './running.ts'
import { periodName } from './variants.ts'

/** A day that nobody has told and the rules that would count from it. */
export type WantedDate = { event: string; eventName: string; rules: string[] }

const openRules = (law: ClockLaw, facts: ClockFacts) =>
  [...new Set(law.rules.map(({ id }) => id))].flatMap((id) => {
    const rule = ruleOfCase(law, facts, id, law.today)
    return rule ? [rule] : []
  })

/**
 * The name of a day as the case's own rules have it: first the rule that it is asked for, then that of the claim.
 * @policy One event has one name in a case, where it is asked and where it is shown
 */
export const eventNameOf = (law: ClockLaw, facts: ClockFacts, event: string): string => {
  const own = openRules(law, facts).filter((rule) => rule.event === event)
  const rule =
    own.find((one) => isAsked(one, facts)) ??
    own.find(({ topic }) => topic === 'limitation') ??
    own[0]
  return (rule ?? law.rules.find((one) => one.event === event))?.eventName ?? event
}

/**
 * The days worth asking for in this case. One that is only taken for want of it is asked for as well.
 * @policy rules.md §L.3: a clock without its base event is asked for, not guessed
 */
export const datesWanted = (law: ClockLaw, facts: ClockFacts): WantedDate[] => {
  const bases = basesOf(facts)
  const isOver = facts.effectiveOn !== undefined || facts.endedOn !== undefined
  const ofMediation = ['mediation', 'acceptance']
  const ofClaim = ['limitation', 'injury']
  const wanted = new Map<string, WantedDate>()
  for (const rule of openRules(law, facts)) {
    const { event, topic } = rule
    const name = periodName(rule)
    const base = bases.get(event)
    const isOpen = base === undefined || base.from === 'assumed'
    const isLate =
      (isOver && ofMediation.includes(topic)) ||
      (facts.effectiveOn !== undefined && ofClaim.includes(topic))
    if (isRecorded(event) || !isOpen || isLate || !(isAsked(rule, facts) || base)) continue
    const known = wanted.get(event)
    if (known?.rules.includes(name)) continue
    if (known) known.rules.push(name)
    else wanted.set(event, { event, eventName: eventNameOf(law, facts, event), rules: [name] })
  }
  return [...wanted.values()]
}

/**
 * Whether a day of this kind may be told of this case.
 * @policy What no rule of the case counts from is no date of it
 */
export const mayTell = (law: ClockLaw, facts: ClockFacts, event: string): boolean =>
  !isRecorded(event) && openRules(law, facts).some((rule) => rule.event === event)

/** How long a claim may still be made, or what has to be told before that is known. */
export type Limitation = { matter: string; date?: LocalDate; source: string; missing?: string }

/**
 * The limitations of this case's claim, for whoever has to go on elsewhere.
 * @law 《民法典》第一百八十八条;《劳动争议调解仲裁法》第二十七条;《工伤保险条例》第十七条 (C11, G1–G9)
 */
export const limitationsOf = (law: ClockLaw, facts: ClockFacts): Limitation[] => {
  const isLimit = ({ rule }: Clock['deadline']) =>
    rule.topic === 'limitation' || rule.id === 'F14.worker'
  // What was settled is owed anew; here the old claim is asked about.
  const claim = { ...facts, effectiveOn: undefined, status: 'failed' as const }
  const known = clocksOfFacts(law, claim)
    .map(({ deadline }) => deadline)
    .filter(isLimit)
  const told = known.flatMap((one): Limitation[] => [
    {
      matter: one.rule.name,
      source: one.source,
      ...(one.dueOn === undefined ? {} : { date: one.dueOn }),
    },
  ])
  const asked = openRules(law, facts)
    .filter((rule) => rule.topic === 'limitation' || rule.id === 'F14.worker')
    .filter((rule) => isAsked(rule, facts) && known.every((one) => one.rule.id !== rule.id))
    .map(({ name, source, eventName }) => ({ matter: name, source, missing: eventName }))
  return [...told, ...asked]
}
