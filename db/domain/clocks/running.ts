import type { CommitteeKind } from '../body-settings.ts'
import { findCaseSource } from '../case/taxonomy.ts'
import {
  type ComputedDeadline,
  computeDeadline,
  type DeadlineAnswer,
  type DeadlineInput,
} from '../deadline/compute.ts'
import { findRule } from '../deadline/find-rule.ts'
import type { HolidayYear } from '../deadline/period.ts'
import type { DeadlineFault, DeadlineRule } from '../deadline/rule.ts'
import { addDays, type LocalDate } from '../local-date.ts'
import { type Base, basesOf } from './base-events.ts'
import { endingOf } from './endings.ts'
import type { ClockChangeFact, ClockFacts } from './facts.ts'
import { belongsTo, kindName } from './profile.ts'
import { isWindow } from './turns.ts'
import { isSamePeriod } from './variants.ts'

export type ClockState = 'running' | 'soon' | 'today' | 'overdue' | 'paused' | 'met' | 'missed'

export type Clock = {
  deadline: ComputedDeadline
  base: Base
  state: ClockState
  doneOn?: LocalDate
  /** A change that was kept and that the engine does not take any more: it is left out. */
  leftOut: { change: ClockChangeFact; fault: DeadlineFault }[]
  /** The application of this very case interrupted the limitation. */
  interruptedBySelf: boolean
}

type ByEvent = Map<string, { rules: DeadlineRule[]; ids: Set<string> }>

/** The law that clocks are counted by; what was counted once is kept. */
export type ClockLaw = {
  rules: readonly DeadlineRule[]
  calendar: readonly HolidayYear[]
  region: string
  soonDays: number
  today: LocalDate
  /** Some periods bind committees of enterprises only. */
  committeeKind: CommitteeKind
  /** By kind of case and base event: the versions of the rules, and their ids. */
  readonly byKind: Map<string, ByEvent>
  readonly found: Map<string, DeadlineRule | undefined>
  readonly counted: Map<string, DeadlineAnswer>
}

type LawInput = Omit<ClockLaw, 'byKind' | 'found' | 'counted'>

/** @policy rules.md §L: one law for all clocks of a page, so that many cases are counted at once */
export const clockLaw = (input: LawInput): ClockLaw => ({
  ...input,
  byKind: new Map(),
  found: new Map(),
  counted: new Map(),
})

const byEventOf = (law: ClockLaw, facts: ClockFacts, kind: string): ByEvent => {
  const known = law.byKind.get(kind)
  if (known) return known
  const byEvent: ByEvent = new Map()
  const binds = (rule: DeadlineRule) =>
    belongsTo(rule, facts) && (rule.id !== 'A11' || law.committeeKind === 'enterprise')
  for (const rule of law.rules.filter(binds)) {
    const list = byEvent.get(rule.event) ?? { rules: [], ids: new Set<string>() }
    list.rules.push(rule)
    list.ids.add(rule.id)
    byEvent.set(rule.event, list)
  }
  law.byKind.set(kind, byEvent)
  return byEvent
}

const regionOf = (law: ClockLaw) => (law.region === 'CN' ? {} : { region: law.region })

const ruleOn = (
  law: ClockLaw,
  kind: string,
  rules: readonly DeadlineRule[],
  id: string,
  on: LocalDate,
) => {
  const key = `${kind}|${id}|${on}`
  if (!law.found.has(key)) {
    const answer = findRule(rules, { rule: id, on, ...regionOf(law) })
    law.found.set(key, answer.ok ? answer.rule : undefined)
  }
  return law.found.get(key)
}

const selfCause = '向本机构申请调解'

/**
 * Whether applying here interrupted the limitation: of a civil claim, on the application of a party.
 * @law 法释〔2020〕17号第十二条;《民法典》第一百九十五条 (G4)
 */
const ownInterruption = (rule: DeadlineRule, facts: ClockFacts, base: LocalDate) => {
  const applies =
    (rule.ruleId === 'G4' || rule.ruleId === 'G9') &&
    rule.interruptible &&
    findCaseSource(facts.sourceCode)?.bucket === 'onApplication' &&
    facts.appliedOn >= base
  return applies ? [{ on: facts.appliedOn, cause: selfCause }] : []
}

/** A longer period that the law of the rule does not know is a day set by people. */
const movedOn = (rule: DeadlineRule, facts: ClockFacts, day: LocalDate): ClockChangeFact => ({
  id: 'moved',
  rule: rule.id,
  kind: rule.extension ? 'extension' : 'override',
  onDay: rule.extension ? facts.appliedOn : day,
  untilDay: day,
  consents: ['applicant', 'respondent'],
  words: '双方同意延长',
})

const inputOf = (
  base: LocalDate,
  today: LocalDate,
  changes: readonly ClockChangeFact[],
  own: readonly { on: LocalDate; cause: string }[],
): DeadlineInput => {
  const of = (kind: ClockChangeFact['kind']) => changes.filter((one) => one.kind === kind)
  const override = of('override').at(-1)
  return {
    base,
    today,
    interruptions: [
      ...own,
      ...of('interruption').map(({ onDay, words }) => ({ on: onDay, cause: words })),
    ],
    pauses: of('pause').map(({ onDay, untilDay, pauseReason = 'appraisal' }) => ({
      from: onDay,
      reason: pauseReason,
      ...(untilDay === undefined ? {} : { to: untilDay }),
    })),
    extensions: of('extension').map(({ onDay, untilDay, consents }) => ({
      on: onDay,
      consents,
      ...(untilDay === undefined ? {} : { until: untilDay }),
    })),
    ...(override ? { override: { date: override.onDay, reason: override.words } } : {}),
  }
}

const countPlain = (law: ClockLaw, rule: DeadlineRule, base: LocalDate): DeadlineAnswer => {
  const key = `${rule.id}|${base}`
  const known = law.counted.get(key)
  if (known) return known
  const answer = computeDeadline(rule, { base }, law.calendar)
  law.counted.set(key, answer)
  return answer
}

/**
 * One clock with what happened to it; refused as the engine refuses.
 * @law as `computeDeadline` (L1–L3)
 */
export const countClock = (
  law: ClockLaw,
  rule: DeadlineRule,
  facts: ClockFacts,
  base: LocalDate,
  changes: readonly ClockChangeFact[],
): DeadlineAnswer => {
  // Stopped on the very day of the event, which is not counted: there is no day to add yet.
  const isStopped = (change: ClockChangeFact) =>
    change.kind === 'pause' &&
    change.untilDay === undefined &&
    law.today <= base &&
    rule.pauses.some(({ reason }) => reason === change.pauseReason)
  const counted = countChanges(
    law,
    rule,
    facts,
    base,
    changes.filter((change) => !isStopped(change)),
  )
  return counted.ok && changes.some(isStopped)
    ? { ok: true, deadline: { ...counted.deadline, isPaused: true } }
    : counted
}

const countChanges = (
  law: ClockLaw,
  rule: DeadlineRule,
  facts: ClockFacts,
  base: LocalDate,
  changes: readonly ClockChangeFact[],
): DeadlineAnswer => {
  const own = ownInterruption(rule, facts, base)
  if (changes.length === 0 && own.length === 0) return countPlain(law, rule, base)
  const answer = computeDeadline(rule, inputOf(base, law.today, changes, own), law.calendar)
  // An application after the claim had run out already interrupts nothing.
  const outside = !answer.ok && answer.fault.code === 'deadline.interruptedOutside'
  return outside && own.length > 0
    ? computeDeadline(rule, inputOf(base, law.today, changes, []), law.calendar)
    : answer
}

/** The changes that the engine takes, one after the other; the others are told. */
const tolerant = (
  law: ClockLaw,
  rule: DeadlineRule,
  facts: ClockFacts,
  base: LocalDate,
  changes: readonly ClockChangeFact[],
) => {
  const all = countClock(law, rule, facts, base, changes)
  if (all.ok) return { deadline: all.deadline, leftOut: [] }
  const kept: ClockChangeFact[] = []
  const leftOut: Clock['leftOut'] = []
  for (const change of changes) {
    const answer = countClock(law, rule, facts, base, [...kept, change])
    if (answer.ok) kept.push(change)
    else leftOut.push({ change, fault: answer.fault })
  }
  const answer = countClock(law, rule, facts, base, kept)
  return answer.ok ? { deadline: answer.deadline, leftOut } : undefined
}

/** A long period is brought back to mind for a week at a time, a short one from its first reminder on. */
const isReminding = ({ rule, reminders }: ComputedDeadline, { today }: ClockLaw): boolean =>
  reminders.some((day) => day <= today && (rule.period.unit !== 'year' || today < addDays(day, 7)))

/** No stretch of days off has come near it: after so many days a last day is over, whatever a missing table says. */
const longestRest = 15

const stateOf = (
  law: ClockLaw,
  deadline: ComputedDeadline,
  doneOn: LocalDate | undefined,
): ClockState => {
  const { rule, dueOn, rolled, notBefore, remindOn } = deadline
  const last = dueOn ?? notBefore ?? remindOn
  if (doneOn !== undefined) {
    const latest = deadline.override || rolled === undefined || rolled < last ? last : rolled
    return doneOn <= latest || dueOn === undefined ? 'met' : 'missed'
  }
  const { today } = law
  if (deadline.isPaused) return 'paused'
  if (today <= last) {
    if (today >= remindOn) return 'today'
    const isNear = remindOn <= addDays(today, law.soonDays)
    return isNear || isReminding(deadline, law) ? 'soon' : 'running'
  }
  // Where the working days run into a year without a table the last day is not known to be over.
  if (dueOn === undefined) return 'today'
  const isOver = deadline.override !== undefined || today > (rolled ?? addDays(last, longestRest))
  return isWindow(rule) && isOver ? 'missed' : 'overdue'
}

/**
 * The changes of one clock, an extension that an earlier version kept as a move among them.
 * @policy A later version counts what an earlier one has kept
 */
export const changesOf = (
  law: ClockLaw,
  rule: DeadlineRule,
  facts: ClockFacts,
  base: LocalDate,
): ClockChangeFact[] => {
  const own = facts.changes.filter((change) => isSamePeriod(change.rule, rule.id))
  const { movedUntil } = facts
  if (movedUntil === undefined || rule.topic !== 'mediation' || rule.id === 'C4') return own
  const plain = countPlain(law, rule, base)
  const isLonger = plain.ok && plain.deadline.raw !== undefined && movedUntil > plain.deadline.raw
  return isLonger ? [movedOn(rule, facts, movedUntil), ...own] : own
}

const clockOf = (
  law: ClockLaw,
  rule: DeadlineRule,
  facts: ClockFacts,
  base: Base,
  openOnly: boolean,
): Clock | undefined => {
  const ending = endingOf(rule, facts)
  if (ending === 'gone' || (openOnly && ending)) return undefined
  const counted = tolerant(law, rule, facts, base.day, changesOf(law, rule, facts, base.day))
  if (!counted) return undefined
  const doneOn = ending?.doneOn
  return {
    ...counted,
    base,
    state: stateOf(law, counted.deadline, doneOn),
    ...(doneOn === undefined ? {} : { doneOn }),
    interruptedBySelf: counted.deadline.steps.some(
      (step) => step.kind === 'interrupted' && step.cause === selfCause,
    ),
  }
}

/**
 * The rule of this id that a case of this kind goes by on a day.
 * @policy The law of the day the event happened (rules.md §L)
 */
export const ruleOfCase = (
  law: ClockLaw,
  facts: ClockFacts,
  id: string,
  on: LocalDate,
): DeadlineRule | undefined => {
  const kind = kindName(facts)
  const own = [...byEventOf(law, facts, kind).values()].find(({ ids }) => ids.has(id))
  return own && ruleOn(law, kind, own.rules, id, on)
}

const none = { rules: [], ids: [] }

/**
 * Every clock of a case: those that run, that stand, that are done and that were missed.
 * @param openOnly leaves out what is done
 * @policy issue 5 §1: one engine, the law of the day of each event, the nearest region around
 */
export const clocksOfFacts = (law: ClockLaw, facts: ClockFacts, openOnly = false): Clock[] => {
  const kind = kindName(facts)
  const byEvent = byEventOf(law, facts, kind)
  const clocks: Clock[] = []
  for (const [event, base] of basesOf(facts)) {
    const { rules, ids } = byEvent.get(event) ?? none
    for (const id of ids) {
      const rule = ruleOn(law, kind, rules, id, base.day)
      const clock = rule && clockOf(law, rule, facts, base, openOnly)
      if (clock) clocks.push(clock)
    }
  }
  return clocks
}
