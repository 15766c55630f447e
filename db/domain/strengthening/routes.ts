import type { CountedEnds } from '../clocks/last-days.ts'
import { arbitralReviewDeadline } from '../deadline/arbitral-review.ts'
import { confirmationDeadline } from '../deadline/confirmation.ts'
import type { Deadline, HolidayYear } from '../deadline/period.ts'
import type { LocalDate } from '../local-date.ts'

/** 司法确认, 仲裁审查, 支付令, 直接起诉, 公证赋强: what makes an agreement binding by force. */
export const routes = [
  'judicialConfirmation',
  'arbitralReview',
  'paymentOrder',
  'directSuit',
  'notary',
] as const
export type Route = (typeof routes)[number]

/** What an agreement is about, beside payments; what decides whether a court may confirm it. */
export const subjects = [
  'payment',
  'act',
  'maritalStatus',
  'parentage',
  'adoption',
  'propertyRight',
  'intellectualProperty',
  'labourRelation',
] as const
export type Subject = (typeof subjects)[number]

/** Kinds of money that article 16 of the labour law on mediation and arbitration names, and any other. */
export const debtKinds = ['wages', 'injuryMedical', 'severance', 'compensation', 'other'] as const
export type DebtKind = (typeof debtKinds)[number]

export type RouteFacts = {
  effectiveOn?: LocalDate | undefined
  oral: boolean
  isLabour: boolean
  subjects: readonly Subject[]
  /** Whether both sides will apply together; undefined when nobody has asked. */
  joint?: boolean | undefined
  confirmed?: 'judicial' | 'arbitral' | undefined
  /** What was due by today and was not paid; empty while nobody is in breach. */
  unpaid: readonly DebtKind[]
  /** Duties other than payments that were not done in time. */
  otherBreach: boolean
  /** The creditor owes the debtor something too. */
  mutualDebts: boolean
  /** Undefined when nobody knows where the debtor is to be found. */
  deliverable?: boolean | undefined
  /** A payment order that ended without payment, and what it was asked for on. */
  endedOrder?: 'agreement' | 'labourContract' | undefined
}

export type RouteCode =
  | 'notEffective'
  | 'late'
  | 'notJoint'
  | 'statusMatter'
  | 'rightMatter'
  | 'notOnlyPayment'
  | 'alreadyConfirmed'
  | 'notLabour'
  | 'labourRelation'
  | 'writtenRequired'
  | 'noMoney'
  | 'notDue'
  | 'mutualDebts'
  | 'notDeliverable'
  | 'otherLabourDebt'
  | 'orderEnded'
  | 'notBreached'
  | 'arbitrateFirst'
  | 'nothingToGive'
export type RouteGap = 'askBoth' | 'debtorAddress' | 'writtenText' | 'debtorPromise'

export type RouteReason<Code extends string = string> = { code: Code; ruleId: string }
export type RouteView = {
  route: Route
  open: boolean
  /** Every reason why it is closed. */
  closed: readonly RouteReason<RouteCode>[]
  /** What is still to be had before one can go there. */
  missing: readonly RouteReason<RouteGap>[]
  /** Last day to apply, where there is one. */
  deadline?: Deadline
}

const statusSubjects: readonly Subject[] = ['maritalStatus', 'parentage', 'adoption']
const rightSubjects: readonly Subject[] = ['propertyRight', 'intellectualProperty']
const has = ({ subjects: about }: RouteFacts, wanted: readonly Subject[]) =>
  about.some((each) => wanted.includes(each))

type Check<Code extends string> = [applies: boolean, code: Code, ruleId: string]
const found = <Code extends string>(checks: readonly Check<Code>[]): RouteReason<Code>[] =>
  checks.flatMap(([applies, code, ruleId]) => (applies ? [{ code, ruleId }] : []))

const isLate = (deadline: Deadline | undefined, today: LocalDate): boolean =>
  deadline !== undefined && today > (deadline.rolled ?? deadline.raw)

const view = (
  route: Route,
  closed: RouteReason<RouteCode>[],
  missing: RouteReason<RouteGap>[],
  deadline?: Deadline,
): RouteView => ({
  route,
  open: closed.length === 0,
  closed,
  missing: closed.length === 0 ? missing : [],
  ...(deadline && { deadline }),
})

type Given = {
  facts: RouteFacts
  today: LocalDate
  calendar: readonly HolidayYear[]
  /** By the clocks of the case, which know what moved them; else counted plainly. */
  ends: Partial<Pick<CountedEnds, 'E1' | 'F1'>>
}

const judicialConfirmation = ({ facts, today, calendar, ends }: Given): RouteView => {
  const { effectiveOn, isLabour, joint } = facts
  const deadline = effectiveOn && (ends.E1 ?? confirmationDeadline(effectiveOn, calendar))
  return view(
    'judicialConfirmation',
    found<RouteCode>([
      [effectiveOn === undefined, 'notEffective', 'D2'],
      [isLate(deadline, today), 'late', 'E1'],
      [joint === false, 'notJoint', 'E1'],
      [has(facts, statusSubjects), 'statusMatter', 'E3'],
      [has(facts, rightSubjects), 'rightMatter', 'E3'],
      [isLabour && facts.subjects.some((each) => each !== 'payment'), 'notOnlyPayment', 'E5'],
      [isLabour && facts.oral, 'writtenRequired', 'D6'],
      [facts.confirmed !== undefined, 'alreadyConfirmed', 'E8'],
    ]),
    found<RouteGap>([
      [joint === undefined, 'askBoth', 'E1'],
      [facts.oral, 'writtenText', 'E6'],
    ]),
    deadline,
  )
}

const arbitralReview = ({ facts, today, calendar, ends }: Given): RouteView => {
  if (!facts.isLabour) return view('arbitralReview', [{ code: 'notLabour', ruleId: 'F2' }], [])
  const { effectiveOn, joint } = facts
  const deadline = effectiveOn && (ends.F1 ?? arbitralReviewDeadline(effectiveOn, calendar))
  return view(
    'arbitralReview',
    found<RouteCode>([
      [effectiveOn === undefined, 'notEffective', 'D2'],
      [isLate(deadline, today), 'late', 'F1'],
      [joint === false, 'notJoint', 'F1'],
      [has(facts, ['labourRelation']), 'labourRelation', 'F2'],
      [facts.oral, 'writtenRequired', 'D6'],
      [facts.confirmed !== undefined, 'alreadyConfirmed', 'F2'],
    ]),
    found<RouteGap>([[joint === undefined, 'askBoth', 'F1']]),
    deadline,
  )
}

const paymentOrder = ({ facts }: Given): RouteView => {
  const { unpaid, isLabour } = facts
  const named = unpaid.filter((kind) => kind !== 'other')
  return view(
    'paymentOrder',
    found<RouteCode>([
      [facts.effectiveOn === undefined, 'notEffective', 'D2'],
      [!facts.subjects.includes('payment'), 'noMoney', 'H1'],
      [facts.subjects.includes('payment') && unpaid.length === 0, 'notDue', 'H1'],
      [facts.mutualDebts, 'mutualDebts', 'H1'],
      [facts.deliverable === false, 'notDeliverable', 'H1'],
      [isLabour && unpaid.length > 0 && named.length === 0, 'otherLabourDebt', 'F4'],
      [facts.endedOrder !== undefined, 'orderEnded', 'F5'],
      [facts.confirmed !== undefined, 'alreadyConfirmed', 'E8'],
    ]),
    found<RouteGap>([[facts.deliverable === undefined, 'debtorAddress', 'H1']]),
  )
}

/** Of labour only wages, or an agreement on which a payment order ended, go to court without arbitration. */
const goesToCourt = ({ isLabour, unpaid, otherBreach, endedOrder }: RouteFacts): boolean =>
  !isLabour ||
  endedOrder === 'agreement' ||
  (endedOrder === undefined && !otherBreach && unpaid.every((kind) => kind === 'wages'))

const directSuit = ({ facts }: Given): RouteView => {
  const breached = facts.unpaid.length > 0 || facts.otherBreach
  return view(
    'directSuit',
    found<RouteCode>([
      [facts.effectiveOn === undefined, 'notEffective', 'D2'],
      [facts.confirmed !== undefined, 'alreadyConfirmed', 'E8'],
      [!breached, 'notBreached', 'D9'],
      [breached && !goesToCourt(facts), 'arbitrateFirst', facts.endedOrder ? 'F5' : 'F8'],
    ]),
    [],
  )
}

const notary = ({ facts }: Given): RouteView =>
  view(
    'notary',
    found<RouteCode>([
      [facts.effectiveOn === undefined, 'notEffective', 'D2'],
      [!has(facts, ['payment', 'act']), 'nothingToGive', 'N1'],
      [facts.confirmed !== undefined, 'alreadyConfirmed', 'E8'],
    ]),
    found<RouteGap>([
      [facts.joint !== true, 'debtorPromise', 'N1'],
      [facts.oral, 'writtenText', 'N1'],
    ]),
  )

/**
 * The five routes side by side: what is open, what is closed and why, what is missing.
 * @law 《民事诉讼法》第二百零五条、第二百二十五条;《民诉法解释》第三百五十五条;《劳动争议司法解释（一）》第十三条、第五十一条、
 * 第五十二条;《劳动争议调解仲裁法》第十五条、第十六条;《劳动人事争议仲裁办案规则》第七十四条、第七十五条 (E1, E3, E5, F1–F8, H1)
 * @policy N1, the notary's enforceable instrument (《公证法》第三十七条), is not in the rule pack: unverified.
 */
export const routesOf = (
  facts: RouteFacts,
  today: LocalDate,
  calendar: readonly HolidayYear[],
  ends: Given['ends'] = {},
): readonly RouteView[] => {
  const given = { facts, today, calendar, ends }
  return [
    judicialConfirmation(given),
    arbitralReview(given),
    paymentOrder(given),
    directSuit(given),
    notary(given),
  ]
}
