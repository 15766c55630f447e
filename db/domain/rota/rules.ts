import { daysBetween, type LocalDate, weekday } from '../local-date.ts'
import { daysOf, type Prepared, shiftOf } from './prepared.ts'
import type { HalfDay, RotaLawyer, RotaShift } from './problem.ts'

/** The hard rules by name; the last two are the shape of a rota and cannot be set aside. */
export const ruleKinds = [
  'demand',
  'need',
  'leave',
  'availability',
  'agreement',
  'conflict',
  'weekLimit',
  'monthLimit',
  'rest',
  'twice',
  'apart',
  'pin',
  'seats',
  'onePlace',
] as const
export type RuleKind = (typeof ruleKinds)[number]

/** A hard rule about these persons and shifts; `id` is what `relaxed` takes. */
export type Rule = {
  id: string
  kind: RuleKind
  lawyers: readonly string[]
  shifts: readonly string[]
}

const rule = (
  kind: RuleKind,
  key: string,
  lawyers: readonly string[],
  shifts: readonly string[] = [],
) => ({
  id: `${kind}:${key}`,
  kind,
  lawyers,
  shifts,
})

/** @policy A rule about one person bears that person's id */
export const personRule = (
  kind: 'leave' | 'availability' | 'agreement' | 'weekLimit' | 'monthLimit' | 'rest' | 'twice',
  lawyer: string,
): Rule => rule(kind, lawyer, [lawyer])

/** @policy A rule about one shift bears that shift's id */
export const shiftRule = (kind: 'demand' | 'conflict' | 'seats', shift: string): Rule =>
  rule(kind, shift, [], [shift])

/** @policy Nobody sits in two places in one half-day */
export const onePlaceRule = (lawyer: string): Rule => rule('onePlace', lawyer, [lawyer])

/** @policy What a booked case must have is a rule of its own */
export const needRule = (shift: string, index: number): Rule =>
  rule('need', `${shift}#${index}`, [], [shift])

/** @policy Two people who are to sit apart never share a half-day */
export const apartRule = (one: string, other: string): Rule => {
  const pair = [one, other].toSorted()
  return rule('apart', pair.join('|'), pair)
}

/** @policy What a person fixed stays */
export const pinRule = (lawyer: string, shift: string): Rule =>
  rule('pin', `${lawyer}|${shift}`, [lawyer], [shift])

/** @policy Both half-days of one day only for those who wish it */
export const mayServeTwice = (prepared: Prepared, { id, limits }: RotaLawyer): boolean =>
  limits.twiceADay === true || prepared.relaxed.has(`twice:${id}`)

/** @policy Rest is counted in whole free days between two days of duty */
export const restOf = (prepared: Prepared, { id, limits }: RotaLawyer): number =>
  prepared.relaxed.has(`rest:${id}`) ? 0 : (limits.restDays ?? 0)

const matches = (half: HalfDay | undefined, of: HalfDay) => half === undefined || half === of

const isAvailable = ({ weekly, exceptions }: RotaLawyer, { date, half }: RotaShift): boolean => {
  const exception = exceptions.findLast((each) => each.date === date && matches(each.half, half))
  if (exception) return exception.available
  return !weekly || weekly.some((each) => each.weekday === weekday(date) && each.half === half)
}

const isUnderAgreement = (prepared: Prepared, { firm }: RotaLawyer, date: LocalDate): boolean => {
  const found = firm === undefined ? undefined : prepared.firms.get(firm)
  if (!found) return true
  const { agreementFrom, agreementTo } = found
  return (
    (agreementFrom === undefined || agreementFrom <= date) &&
    (agreementTo === undefined || date <= agreementTo)
  )
}

/** @policy A lawyer whose firm acts for or against a booked party is in conflict that half-day */
export const isInConflict = ({ firm }: RotaLawyer, { conflictFirms }: RotaShift): boolean =>
  firm !== undefined && conflictFirms.includes(firm)

/** Rules about duties outside this rota: the same half-day, the same day, too near. */
const adjacentRules = (prepared: Prepared, lawyer: RotaLawyer, shift: RotaShift): Rule[] => {
  const found: Rule[] = []
  const rest = lawyer.limits.restDays ?? 0
  for (const duty of prepared.adjacent.get(lawyer.id) ?? []) {
    const apart = Math.abs(daysBetween(duty.date, shift.date))
    if (apart === 0 && duty.half === shift.half) found.push(onePlaceRule(lawyer.id))
    else if (apart === 0 && !lawyer.limits.twiceADay) found.push(personRule('twice', lawyer.id))
    else if (apart > 0 && apart <= rest) found.push(personRule('rest', lawyer.id))
  }
  return found
}

/**
 * The rules in force by which this person cannot sit there, whoever else sits where.
 * @policy A pin made knowingly passes absences, agreement and conflict of that one assignment
 */
export const barriersOf = (prepared: Prepared, lawyer: RotaLawyer, shift: RotaShift): Rule[] => {
  const own = adjacentRules(prepared, lawyer, shift)
  if (prepared.knowingly.has(`${lawyer.id}|${shift.id}`))
    return own.filter(({ kind }) => kind === 'onePlace')
  if (lawyer.leave.some(({ from, to }) => from <= shift.date && shift.date <= to))
    own.push(personRule('leave', lawyer.id))
  if (!isAvailable(lawyer, shift)) own.push(personRule('availability', lawyer.id))
  if (!isUnderAgreement(prepared, lawyer, shift.date)) own.push(personRule('agreement', lawyer.id))
  if (prepared.problem.settings.conflicts !== 'flag' && isInConflict(lawyer, shift))
    own.push(shiftRule('conflict', shift.id))
  return own.filter(({ id }) => !prepared.relaxed.has(id))
}

/**
 * Every hard rule of a problem that could be set aside, most easily relaxed first.
 * @policy Limits give way before rest, rest before absences, absences before seats and pins
 */
export const rulesOf = (prepared: Prepared): Rule[] => {
  const { problem } = prepared
  const found: Rule[] = []
  for (const { id, limits } of problem.lawyers) {
    if (limits.perWeek !== undefined) found.push(personRule('weekLimit', id))
    if (limits.perMonth !== undefined) found.push(personRule('monthLimit', id))
  }
  for (const { id, limits } of problem.lawyers)
    if ((limits.restDays ?? 0) > 0) found.push(personRule('rest', id))
  for (const { id, limits } of problem.lawyers)
    if (limits.twiceADay !== true) found.push(personRule('twice', id))
  for (const { lawyers, kind } of problem.pairings)
    if (kind === 'apart') found.push(apartRule(...lawyers))
  for (const { id, weekly, exceptions } of problem.lawyers)
    if (weekly || exceptions.length > 0) found.push(personRule('availability', id))
  for (const lawyer of problem.lawyers)
    if (daysOf(prepared).some((date) => !isUnderAgreement(prepared, lawyer, date)))
      found.push(personRule('agreement', lawyer.id))
  for (const { id, leave } of problem.lawyers)
    if (leave.length > 0) found.push(personRule('leave', id))
  for (const { id, needs } of problem.shifts)
    for (const [index, { required }] of needs.entries())
      if (required) found.push(needRule(id, index))
  if (problem.settings.conflicts !== 'flag')
    for (const { id, conflictFirms } of problem.shifts)
      if (conflictFirms.length > 0) found.push(shiftRule('conflict', id))
  if (!problem.settings.allowGaps)
    for (const { id, demand } of problem.shifts) if (demand > 0) found.push(shiftRule('demand', id))
  for (const { lawyer, shift } of problem.pins) found.push(pinRule(lawyer, shift))
  const once = new Map(found.map((each) => [each.id, each]))
  return [...once.values()].filter(({ id }) => !prepared.relaxed.has(id))
}

/** @policy A need is met by anyone at the desk who has the field or speaks the language */
export const meetsNeed = (
  { fields, languages }: RotaLawyer,
  { kind, value }: RotaShift['needs'][number],
): boolean => (kind === 'field' ? fields : languages).includes(value)

/** @policy A seat may stay empty when gaps are allowed or the rule of that shift is set aside */
export const mayStayEmpty = (prepared: Prepared, shift: string): boolean =>
  prepared.problem.settings.allowGaps === true ||
  prepared.relaxed.has(shiftRule('demand', shiftOf(prepared, shift).id).id)
