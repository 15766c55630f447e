import type { AgreementStatus } from '../agreement/status.ts'
import { type Deadline, isInTime } from '../deadline/period.ts'
import type { LocalDate } from '../local-date.ts'
import type { Role } from '../roles.ts'
import type { CaseStatus } from './status.ts'

export type NextStepCode =
  | 'completeIntake'
  | 'decideAcceptance'
  | 'supplement'
  | 'assignMediator'
  | 'takeOn'
  | 'tellRights'
  | 'holdSession'
  | 'continueSession'
  | 'resume'
  | 'draftAgreement'
  | 'completeAgreement'
  | 'submitAgreement'
  | 'reviewAgreement'
  | 'reviseAgreement'
  | 'printAgreement'
  | 'signAgreement'
  | 'applyForArbitralReview'
  | 'applyForConfirmation'
  | 'perform'
  | 'urgePerformance'
  | 'awaitRuling'
  | 'followUp'
  | 'archive'
  | 'none'

export type NextStep = {
  code: NextStepCode
  ruleId?: string
  /** Last safe day, unrolled. */
  dueOn?: LocalDate
  /** Whose turn it is; nobody's when nothing is left. */
  by?: Role
}

export type CaseProgress = {
  status: CaseStatus
  today: LocalDate
  rightsTold: boolean
  openSession: boolean
  endedSessions: number
  /** Of the session that ended last. */
  lastResult?: 'agreed' | 'notAgreed' | 'adjourned' | undefined
  agreement?:
    | {
        status: AgreementStatus
        /** Blocking findings of `lintAgreement`. */
        blockers: number
        isPrinted: boolean
      }
    | undefined
  mediation?: Deadline | undefined
  /** Set for a labour agreement in effect. */
  arbitralReview?: Deadline | undefined
  confirmation?: Deadline | undefined
  /** The first instalment not yet paid. */
  nextDueOn?: LocalDate | undefined
  /** The last day on which that is not late, where the day agreed is off. */
  nextLastOn?: LocalDate | undefined
}

const agreementStep = (agreement: NonNullable<CaseProgress['agreement']>): NextStep => {
  switch (agreement.status) {
    case 'draft':
      return agreement.blockers > 0
        ? { code: 'completeAgreement', ruleId: 'D1', by: 'mediator' }
        : { code: 'submitAgreement', by: 'mediator' }
    case 'submitted':
      return { code: 'reviewAgreement', by: 'head' }
    case 'returned':
      return { code: 'reviseAgreement', by: 'mediator' }
    case 'approved':
      return agreement.isPrinted
        ? { code: 'signAgreement', ruleId: 'D2', by: 'mediator' }
        : { code: 'printAgreement', ruleId: 'D3', by: 'head' }
    case 'signed':
      return { code: 'perform', ruleId: 'I1', by: 'mediator' }
    case 'superseded':
    case 'void':
      return { code: 'draftAgreement', ruleId: 'D1', by: 'mediator' }
  }
}

const mediatingStep = (progress: CaseProgress): NextStep => {
  const { agreement, mediation } = progress
  const isTalking = progress.openSession
  if (!progress.rightsTold) {
    return {
      code: isTalking ? 'tellRights' : 'holdSession',
      ruleId: 'C1',
      by: 'mediator',
      ...(mediation ? { dueOn: mediation.raw } : {}),
    }
  }
  if (isTalking) return { code: 'continueSession', ruleId: 'C9', by: 'mediator' }
  if (progress.endedSessions === 0) return { code: 'holdSession', ruleId: 'C9', by: 'mediator' }
  if (agreement) return agreementStep(agreement)
  if (progress.lastResult === 'adjourned') {
    return {
      code: 'holdSession',
      ruleId: 'C9',
      by: 'mediator',
      ...(mediation ? { dueOn: mediation.raw } : {}),
    }
  }
  return {
    code: 'draftAgreement',
    ruleId: mediation?.ruleId ?? 'D1',
    by: 'mediator',
    ...(mediation ? { dueOn: mediation.raw } : {}),
  }
}

const isLate = ({ nextDueOn, nextLastOn = nextDueOn, today }: CaseProgress): boolean =>
  nextLastOn !== undefined && nextLastOn < today

const effectiveStep = (progress: CaseProgress): NextStep => {
  const { agreement, arbitralReview, confirmation, nextDueOn, today } = progress
  // A correction under way comes first; the signed version stays in force until it is signed.
  if (agreement && agreement.status !== 'signed') return agreementStep(agreement)
  if (arbitralReview && isInTime(arbitralReview, today)) {
    return {
      code: 'applyForArbitralReview',
      ruleId: arbitralReview.ruleId,
      dueOn: arbitralReview.raw,
      by: 'mediator',
    }
  }
  if (confirmation && isInTime(confirmation, today)) {
    return {
      code: 'applyForConfirmation',
      ruleId: confirmation.ruleId,
      dueOn: confirmation.raw,
      by: 'mediator',
    }
  }
  return {
    code: isLate(progress) ? 'urgePerformance' : 'perform',
    ruleId: 'I1',
    by: 'mediator',
    ...(nextDueOn ? { dueOn: nextDueOn } : {}),
  }
}

/**
 * The one thing to do next, shown on the case page.
 * @policy issue 2 §5.2; the order of taxonomy.md §3 (C1, C9, D1–D3, E1, F1, I1)
 */
export const nextStep = (progress: CaseProgress): NextStep => {
  switch (progress.status) {
    case 'draft':
      return { code: 'completeIntake', by: 'receptionist' }
    case 'submitted':
      return { code: 'decideAcceptance', ruleId: 'A4', by: 'head' }
    case 'supplementing':
      return { code: 'supplement', by: 'receptionist' }
    case 'accepted':
      return { code: 'assignMediator', ruleId: 'B3', by: 'head' }
    case 'assigned':
      return { code: 'takeOn', ruleId: 'B4', by: 'mediator' }
    case 'mediating':
      return mediatingStep(progress)
    case 'suspended':
      return { code: 'resume', by: 'mediator' }
    case 'agreed':
      return progress.agreement
        ? agreementStep(progress.agreement)
        : { code: 'draftAgreement', ruleId: 'D1', by: 'mediator' }
    case 'effective':
      return effectiveStep(progress)
    case 'overdue':
      return {
        code: 'urgePerformance',
        ruleId: 'I1',
        by: 'mediator',
        ...(progress.nextDueOn ? { dueOn: progress.nextDueOn } : {}),
      }
    case 'confirming':
      return { code: 'awaitRuling', ruleId: 'E7', by: 'mediator' }
    case 'confirmed':
      return {
        code: isLate(progress) ? 'urgePerformance' : 'perform',
        ruleId: 'E11',
        by: 'mediator',
        ...(progress.nextDueOn ? { dueOn: progress.nextDueOn } : {}),
      }
    case 'performed':
    case 'failed':
    case 'transferred':
    case 'withdrawn':
    case 'followUp':
      return { code: 'followUp', ruleId: 'I2', by: 'mediator' }
    case 'toArchive':
      return { code: 'archive', ruleId: 'I3', by: 'mediator' }
    case 'rejected':
    case 'archived':
      return { code: 'none' }
  }
}
