import type { LocalDate } from '../local-date.ts'
import type { Reason } from '../reason.ts'

export const caseStatuses = [
  'draft',
  'submitted',
  'supplementing',
  'rejected',
  'accepted',
  'assigned',
  'mediating',
  'suspended',
  'agreed',
  'effective',
  'overdue',
  'performed',
  'confirming',
  'confirmed',
  'failed',
  'transferred',
  'withdrawn',
  'followUp',
  'toArchive',
  'archived',
] as const

export type CaseStatus = (typeof caseStatuses)[number]

/** @law 法释〔2016〕14号 第二十六条;《人民法院在线调解规则》第二十五条 (C12) */
export const terminationReasons = [
  'settledOrWithdrawn',
  'partyRefuses',
  'gapTooWide',
  'unreachable',
  'deadlinePassed',
  'refusesToSign',
  'outOfScope',
  'suspectedFalse',
  'other',
] as const

export type TerminationReason = (typeof terminationReasons)[number]

export type ConfirmationRoute = 'judicial' | 'arbitral' | 'paymentOrder'

/** An event carries what its guards look at; the store's service fills it from the record. */
export type CaseEvent =
  | { type: 'submit'; partyCount: number; typeCode: string; sourceCode: string; facts: string }
  | { type: 'requestSupplement'; reason: string }
  | { type: 'supplement' }
  | { type: 'reject'; ruleId: 'A1' | 'A2' | 'A3' | 'A4'; reason: string }
  | { type: 'accept'; otherSideAsked: boolean; otherSideRefuses: boolean }
  | { type: 'assign'; mediatorId: string; hasConflict: boolean }
  | { type: 'takeOn' }
  | { type: 'handBack'; reason: string }
  | { type: 'recordSession'; rightsTold: boolean }
  | { type: 'suspend'; reason: string }
  | { type: 'resume' }
  | { type: 'extend'; bothConsent: boolean }
  | { type: 'reachAgreement'; isContentComplete: boolean; hasRecord: boolean }
  | { type: 'completeSigning'; effectiveOn: LocalDate | undefined }
  | { type: 'performAtOnce'; effectiveOn: LocalDate | undefined }
  | { type: 'refuseSigning'; reason: string }
  | { type: 'terminate'; reason: TerminationReason; hasRecord: boolean; remediesTold: boolean }
  | { type: 'withdraw'; byApplicant: boolean }
  | { type: 'transfer'; target: string }
  | { type: 'performPartly' }
  | { type: 'performFully'; isAllDone: boolean; reason: string }
  | { type: 'catchUp' }
  | { type: 'undoPerformance' }
  | { type: 'resumeConfirming' }
  | { type: 'resumeConfirmed' }
  | { type: 'comeBack' }
  | { type: 'fallOverdue' }
  | { type: 'applyForConfirmation'; route: ConfirmationRoute; inTime: boolean }
  | { type: 'confirm' }
  | { type: 'refuseConfirmation'; reason: string }
  | { type: 'applyForEnforcement' }
  | { type: 'startFollowUp' }
  | { type: 'skipFollowUp'; reason: string }
  | { type: 'completeFollowUp' }
  | { type: 'archive'; isChecklistGreen: boolean; arePagesNumbered: boolean }
  | { type: 'reopen'; headApproves: boolean; reason: string }

export type CaseEventType = CaseEvent['type']

/**
 * Every allowed step: from → event → to (taxonomy.md §3, D0–D19). No event is allowed from a state that lacks it.
 * `transfer` stays open everywhere between acceptance and failure: mediation may not block arbitration or court.
 * @law 《人民调解法》第三条 (C16);《人民调解工作若干规定》 (A, C, D, I)
 */
export const transitions = {
  draft: { submit: 'submitted' },
  submitted: {
    requestSupplement: 'supplementing',
    reject: 'rejected',
    accept: 'accepted',
    withdraw: 'withdrawn',
  },
  supplementing: { supplement: 'submitted', withdraw: 'withdrawn' },
  rejected: {},
  accepted: { assign: 'assigned', withdraw: 'withdrawn', transfer: 'transferred' },
  assigned: {
    takeOn: 'mediating',
    handBack: 'accepted',
    withdraw: 'withdrawn',
    transfer: 'transferred',
  },
  mediating: {
    recordSession: 'mediating',
    suspend: 'suspended',
    extend: 'mediating',
    reachAgreement: 'agreed',
    terminate: 'failed',
    withdraw: 'withdrawn',
    transfer: 'transferred',
  },
  suspended: {
    resume: 'mediating',
    terminate: 'failed',
    withdraw: 'withdrawn',
    transfer: 'transferred',
  },
  agreed: {
    completeSigning: 'effective',
    performAtOnce: 'performed',
    refuseSigning: 'mediating',
    terminate: 'failed',
    transfer: 'transferred',
  },
  effective: {
    performPartly: 'overdue',
    fallOverdue: 'overdue',
    performFully: 'performed',
    applyForConfirmation: 'confirming',
    transfer: 'transferred',
  },
  overdue: {
    performPartly: 'overdue',
    performFully: 'performed',
    catchUp: 'effective',
    applyForConfirmation: 'confirming',
    transfer: 'transferred',
  },
  performed: {
    undoPerformance: 'effective',
    resumeConfirming: 'confirming',
    resumeConfirmed: 'confirmed',
    startFollowUp: 'followUp',
    skipFollowUp: 'toArchive',
    transfer: 'transferred',
  },
  confirming: {
    performFully: 'performed',
    confirm: 'confirmed',
    refuseConfirmation: 'effective',
    terminate: 'failed',
    transfer: 'transferred',
  },
  confirmed: {
    performFully: 'performed',
    applyForEnforcement: 'transferred',
    startFollowUp: 'followUp',
    skipFollowUp: 'toArchive',
    transfer: 'transferred',
  },
  failed: { startFollowUp: 'followUp', skipFollowUp: 'toArchive', transfer: 'transferred' },
  transferred: {
    comeBack: 'effective',
    startFollowUp: 'followUp',
    skipFollowUp: 'toArchive',
  },
  withdrawn: { startFollowUp: 'followUp', skipFollowUp: 'toArchive' },
  followUp: { completeFollowUp: 'toArchive', skipFollowUp: 'toArchive' },
  toArchive: { archive: 'archived' },
  archived: { reopen: 'mediating' },
} as const satisfies Record<CaseStatus, Partial<Record<CaseEventType, CaseStatus>>>

export type GuardCode =
  | 'partyRequired'
  | 'typeRequired'
  | 'sourceRequired'
  | 'factsRequired'
  | 'reasonRequired'
  | 'otherSideNotAsked'
  | 'otherSideRefuses'
  | 'mediatorRequired'
  | 'mediatorHasConflict'
  | 'rightsNotTold'
  | 'consentRequired'
  | 'contentIncomplete'
  | 'recordRequired'
  | 'effectiveDateRequired'
  | 'remediesNotTold'
  | 'applicantOnly'
  | 'targetRequired'
  | 'tooLate'
  | 'checklistOpen'
  | 'pagesNotNumbered'
  | 'approvalRequired'
  | 'obligationsOpen'

type Guard<T extends CaseEventType> = {
  code: GuardCode
  ruleId: string
  holds: (event: Extract<CaseEvent, { type: T }>) => boolean
}

const filled = (text: string): boolean => text.trim() !== ''

/**
 * What each event must show before it is allowed, with the rule behind it.
 * @law rules.md A2–A4, B4, C1, C2, C9, C11, D1, D2, E1, F1, I3
 */
export const guards: { readonly [T in CaseEventType]: readonly Guard<T>[] } = {
  submit: [
    { code: 'partyRequired', ruleId: 'P', holds: (event) => event.partyCount >= 1 },
    { code: 'typeRequired', ruleId: 'P', holds: (event) => filled(event.typeCode) },
    { code: 'sourceRequired', ruleId: 'P', holds: (event) => filled(event.sourceCode) },
    { code: 'factsRequired', ruleId: 'P', holds: (event) => filled(event.facts) },
  ],
  requestSupplement: [{ code: 'reasonRequired', ruleId: 'P', holds: (e) => filled(e.reason) }],
  supplement: [],
  reject: [{ code: 'reasonRequired', ruleId: 'A9', holds: (event) => filled(event.reason) }],
  accept: [
    { code: 'otherSideNotAsked', ruleId: 'A4', holds: (event) => event.otherSideAsked },
    { code: 'otherSideRefuses', ruleId: 'A4', holds: (event) => !event.otherSideRefuses },
  ],
  assign: [
    { code: 'mediatorRequired', ruleId: 'B3', holds: (event) => filled(event.mediatorId) },
    { code: 'mediatorHasConflict', ruleId: 'B4', holds: (event) => !event.hasConflict },
  ],
  takeOn: [],
  handBack: [{ code: 'reasonRequired', ruleId: 'P', holds: (event) => filled(event.reason) }],
  recordSession: [{ code: 'rightsNotTold', ruleId: 'C1', holds: (event) => event.rightsTold }],
  suspend: [{ code: 'reasonRequired', ruleId: 'C8', holds: (event) => filled(event.reason) }],
  resume: [],
  extend: [{ code: 'consentRequired', ruleId: 'C2', holds: (event) => event.bothConsent }],
  reachAgreement: [
    { code: 'contentIncomplete', ruleId: 'D1', holds: (event) => event.isContentComplete },
    { code: 'recordRequired', ruleId: 'C9', holds: (event) => event.hasRecord },
  ],
  completeSigning: [
    { code: 'effectiveDateRequired', ruleId: 'D2', holds: (e) => e.effectiveOn !== undefined },
  ],
  performAtOnce: [
    { code: 'effectiveDateRequired', ruleId: 'D2', holds: (e) => e.effectiveOn !== undefined },
  ],
  refuseSigning: [{ code: 'reasonRequired', ruleId: 'P', holds: (event) => filled(event.reason) }],
  terminate: [
    { code: 'recordRequired', ruleId: 'C9', holds: (event) => event.hasRecord },
    { code: 'remediesNotTold', ruleId: 'C11', holds: (event) => event.remediesTold },
  ],
  withdraw: [{ code: 'applicantOnly', ruleId: 'P', holds: (event) => event.byApplicant }],
  transfer: [{ code: 'targetRequired', ruleId: 'A9', holds: (event) => filled(event.target) }],
  performPartly: [],
  performFully: [
    { code: 'obligationsOpen', ruleId: 'I1', holds: (e) => e.isAllDone || filled(e.reason) },
  ],
  catchUp: [],
  undoPerformance: [],
  resumeConfirming: [],
  resumeConfirmed: [],
  comeBack: [],
  fallOverdue: [],
  applyForConfirmation: [
    { code: 'tooLate', ruleId: 'E1', holds: (e) => e.inTime || e.route === 'paymentOrder' },
  ],
  confirm: [],
  refuseConfirmation: [{ code: 'reasonRequired', ruleId: 'E8', holds: (e) => filled(e.reason) }],
  applyForEnforcement: [],
  startFollowUp: [],
  skipFollowUp: [{ code: 'reasonRequired', ruleId: 'I2', holds: (event) => filled(event.reason) }],
  completeFollowUp: [],
  archive: [
    { code: 'checklistOpen', ruleId: 'I3', holds: (event) => event.isChecklistGreen },
    { code: 'pagesNotNumbered', ruleId: 'I3', holds: (event) => event.arePagesNumbered },
  ],
  reopen: [
    { code: 'approvalRequired', ruleId: 'P', holds: (event) => event.headApproves },
    { code: 'reasonRequired', ruleId: 'P', holds: (event) => filled(event.reason) },
  ],
}

export type TransitionReason = Reason<GuardCode | 'eventNotAllowed'>

export type CaseTransition = { ok: true; to: CaseStatus } | { ok: false; reason: TransitionReason }

const target = (status: CaseStatus, type: CaseEventType): CaseStatus | undefined => {
  const edges: Partial<Record<CaseEventType, CaseStatus>> = transitions[status]
  return edges[type]
}

/** @policy The events a state allows, for buttons; guards are not looked at. */
export const allowedEvents = (status: CaseStatus): CaseEventType[] =>
  Object.keys(transitions[status]) as CaseEventType[]

const failedGuards = <T extends CaseEventType>(
  type: T,
  event: Extract<CaseEvent, { type: T }>,
): readonly Guard<T>[] => guards[type].filter((guard) => !guard.holds(event))

/**
 * All that stands against a step.
 * @law taxonomy.md §3, see `transitions` and `guards`
 */
export const reasonsNotToTransition = (
  status: CaseStatus,
  event: CaseEvent,
): TransitionReason[] => {
  const details = { status, event: event.type }
  if (!target(status, event.type)) {
    return [{ ruleId: 'P', level: 'block', path: 'status', code: 'eventNotAllowed', details }]
  }
  return failedGuards(event.type, event).map(({ code, ruleId }) => ({
    ruleId,
    level: 'block',
    path: '',
    code,
    details,
  }))
}

/**
 * The state after an event, or the first reason against it.
 * @law taxonomy.md §3, see `transitions` and `guards`
 */
export const transition = (status: CaseStatus, event: CaseEvent): CaseTransition => {
  const [reason] = reasonsNotToTransition(status, event)
  if (reason) return { ok: false, reason }
  const to = target(status, event.type)
  if (!to) throw new RangeError(`no edge for ${event.type} from ${status}`)
  return { ok: true, to }
}

/** @policy Nothing follows but a visit and the archive. */
export const isClosed = (status: CaseStatus): boolean =>
  [
    'rejected',
    'performed',
    'failed',
    'transferred',
    'withdrawn',
    'followUp',
    'toArchive',
    'archived',
  ].includes(status)
