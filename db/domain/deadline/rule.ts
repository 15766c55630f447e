import type { LocalDate } from '../local-date.ts'
import type { RulePeriod } from './period.ts'

/** Procedures that a rule belongs to, as they are called on paper. The keys are permanent: stored rows carry them. */
export const profileNames = {
  people: '人民调解',
  labour: '劳动争议调解',
  courtBefore: '法院立案前委派调解',
  courtAfter: '法院立案后委托调解',
  petition: '访调对接',
  union: '工会劳动法律监督',
  office: '本单位事务',
} as const

export type Profile = keyof typeof profileNames

/** Stretch of a matter that a rule governs. */
export const topicNames = {
  acceptance: '受理',
  mediation: '调解',
  petition: '信访',
  confirmation: '司法确认',
  review: '仲裁审查',
  arbitration: '劳动仲裁',
  paymentOrder: '支付令',
  enforcement: '强制执行',
  limitation: '时效',
  injury: '工伤',
  inspection: '劳动监察',
  leaving: '离职手续',
  aid: '法律援助',
  followUp: '回访',
  union: '工会监督',
  advice: '咨询答复',
  office: '单位事务',
} as const

export type Topic = keyof typeof topicNames

/** Whose consent or decision a longer period rests on. */
export const consentNames = {
  applicant: '申请人',
  respondent: '被申请人',
  court: '人民法院',
  commission: '仲裁委员会',
  agency: '主管行政机关',
} as const

export type Consent = keyof typeof consentNames

/** Why a clock stands still: its days are added, no more and no fewer. */
export const pauseNames = {
  appraisal: '鉴定',
  forceMajeure: '不可抗力等正当理由',
} as const

export type PauseReason = keyof typeof pauseNames

export type PauseLaw = { reason: PauseReason; source: string }

export type ExtensionLaw = {
  /** All of them have to agree. */
  needs: readonly Consent[]
  /** The longest extension; absent: as agreed. */
  upTo?: RulePeriod
}

/** When to remind: so many days before the last day, or on the n-th day of the period. */
export type ReminderDays = { daysBefore: readonly number[] } | { onDays: readonly number[] }

/**
 * A period of law or of house policy as dated data. It governs events from `validFrom` to `validTo`, both included,
 * in its region: 'CN' or a six-digit code of GB/T 2260.
 */
export type DeadlineRule = {
  /** Permanent; the same in every region and version. */
  id: string
  /** Row of the list of rules that it comes from. */
  ruleId: string
  /** Other rows of that list that the same period stands in. */
  also: readonly string[]
  name: string
  profiles: readonly Profile[]
  topic: Topic
  /** Permanent key of the base event. */
  event: string
  eventName: string
  period: RulePeriod
  /** 'before': to be done so long before the event. */
  direction: 'after' | 'before'
  /** A last day off moves to the next working day. */
  rolls: boolean
  extension?: ExtensionLaw
  pauses: readonly PauseLaw[]
  /** An interruption starts the whole period anew. */
  interruptible: boolean
  remind: ReminderDays
  region: string
  validFrom: LocalDate
  validTo?: LocalDate
  /** The article, as cited. */
  source: string
  kind: 'law' | 'policy'
  /** The article itself has been read; of policy, that it is what the house has set. */
  verified: boolean
  note?: string
}

/** Permanent codes of what cannot be counted. */
export type DeadlineFaultCode =
  | 'deadline.unknownRule'
  | 'deadline.ruleAmbiguous'
  | 'deadline.otherRegion'
  | 'deadline.notInForce'
  | 'deadline.notInterruptible'
  | 'deadline.interruptedOutside'
  | 'deadline.notPausable'
  | 'deadline.pauseReversed'
  | 'deadline.pauseOpen'
  | 'deadline.pauseOutside'
  | 'deadline.notExtendable'
  | 'deadline.extensionUnclear'
  | 'deadline.consentMissing'
  | 'deadline.extendedTooLate'
  | 'deadline.extensionBackwards'
  | 'deadline.extensionTooLong'
  | 'deadline.overrideWithoutReason'
  | 'deadline.overrideBeforeBase'

export type DeadlineFault = { code: DeadlineFaultCode; details: Record<string, unknown> }

export type DeadlineRefusal = { ok: false; fault: DeadlineFault }

/**
 * A refusal with its code and what it is about.
 * @policy A period that cannot be counted is refused with the reason, never counted half
 */
export const refuse = (
  code: DeadlineFaultCode,
  details: Record<string, unknown> = {},
): DeadlineRefusal => ({ ok: false, fault: { code, details } })
