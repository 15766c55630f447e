import type { CaseMove, CaseRecord } from '#contract/cases.ts'
import type { Role } from '#db/domain/roles.ts'
import { moveWords, nextStepLabels, turnLabels } from '../../lib/labels/cases.ts'
import type { Place } from '../../lib/navigation.ts'

/** What the primary button of the case page does. */
export type NextAction =
  | { kind: 'go'; label: string; place: Place }
  | { kind: 'move'; label: string; move: CaseMove }
  | { kind: 'assign'; label: string }
  | { kind: 'takeFromPool'; label: string }
  | { kind: 'editParties'; label: string }
  | { kind: 'draft'; label: string }
  /** Nothing for this person to do: whose turn it is, in words. */
  | { kind: 'wait'; text: string }

type Facts = Pick<
  CaseRecord,
  | 'id'
  | 'nextStep'
  | 'moves'
  | 'mayAssign'
  | 'mayEditParties'
  | 'mayMediate'
  | 'sessions'
  | 'agreements'
>

const wait = ({ nextStep }: Facts): NextAction => {
  if (nextStep.code === 'none') return { kind: 'wait', text: '本案已经办结，没有要办的事。' }
  if (nextStep.code === 'awaitRuling') return { kind: 'wait', text: '等法院或仲裁的结果。' }
  const who = nextStep.by ? `等${turnLabels[nextStep.by]}` : '等待'
  return { kind: 'wait', text: `${who}${nextStepLabels[nextStep.code]}。` }
}

const move = (facts: Facts, event: CaseMove): NextAction =>
  facts.moves.includes(event)
    ? { kind: 'move', label: moveWords[event].label, move: event }
    : wait(facts)

/** The newest version that still counts. */
export const currentAgreement = (
  agreements: CaseRecord['agreements'],
): CaseRecord['agreements'][number] | undefined =>
  agreements
    .filter(({ status }) => status !== 'superseded' && status !== 'void')
    .reduce<CaseRecord['agreements'][number] | undefined>(
      (newest, one) => (newest && newest.version > one.version ? newest : one),
      undefined,
    )

const onAgreement = (
  facts: Facts,
  label: string,
  place: (agreementId: string) => Place,
  allowed = facts.mayMediate,
): NextAction => {
  const agreement = currentAgreement(facts.agreements)
  return allowed && agreement ? { kind: 'go', label, place: place(agreement.id) } : wait(facts)
}

const inSession = (facts: Facts, label: string): NextAction => {
  const open = facts.sessions.find(({ status }) => status === 'open')
  return facts.mayMediate && open
    ? { kind: 'go', label, place: { to: 'session', sessionId: open.id } }
    : wait(facts)
}

const assignment = (facts: Facts, role: Role): NextAction => {
  if (!facts.mayAssign) return wait(facts)
  return role === 'mediator'
    ? { kind: 'takeFromPool', label: '由我承办' }
    : { kind: 'assign', label: '分派调解员' }
}

/** There visits are written down, and when all are made the follow-up ends. */
const followUp = (facts: Facts): NextAction =>
  facts.mayMediate
    ? { kind: 'go', label: '记录回访', place: { to: 'visits', caseId: facts.id } }
    : wait(facts)

const strengthen = (facts: Facts, label: string): NextAction =>
  facts.mayMediate
    ? { kind: 'go', label, place: { to: 'strengthening', caseId: facts.id } }
    : wait(facts)

const performance = (facts: Facts, label: string): NextAction =>
  facts.mayMediate
    ? { kind: 'go', label, place: { to: 'performance', caseId: facts.id } }
    : wait(facts)

const edit = (agreementId: string): Place => ({ to: 'agreement', agreementId })
const sign = (agreementId: string): Place => ({ to: 'signing', agreementId })
const print = (objectId: string): Place => ({ to: 'paper', form: 'f10', objectId })

/** The one thing to do next, as far as this person may do it. */
export const nextAction = (facts: Facts, role: Role): NextAction => {
  const isHead = role === 'head'
  switch (facts.nextStep.code) {
    case 'decideAcceptance':
      return move(facts, 'accept')
    case 'supplement':
      return move(facts, 'supplement')
    case 'completeIntake':
      return facts.mayEditParties ? { kind: 'editParties', label: '补齐当事人资料' } : wait(facts)
    case 'assignMediator':
      return assignment(facts, role)
    case 'takeOn':
      return move(facts, 'takeOn')
    case 'resume':
      return move(facts, 'resume')
    case 'tellRights':
      return inSession(facts, '告知权利义务')
    case 'continueSession':
      return inSession(facts, '继续谈话')
    case 'holdSession':
      return facts.mayMediate
        ? { kind: 'go', label: '开始谈话', place: { to: 'startSession', caseId: facts.id } }
        : wait(facts)
    case 'draftAgreement':
      return facts.mayMediate ? { kind: 'draft', label: '起草协议' } : wait(facts)
    case 'completeAgreement':
      return onAgreement(facts, '补全协议', edit)
    case 'submitAgreement':
      return onAgreement(facts, '把协议送审', edit)
    case 'reviseAgreement':
      return onAgreement(facts, '修改协议', edit)
    case 'reviewAgreement':
      return isHead ? { kind: 'go', label: '审批协议', place: { to: 'reviews' } } : wait(facts)
    case 'printAgreement':
      return onAgreement(facts, '打印协议', print, isHead)
    case 'signAgreement':
      return onAgreement(facts, '登记签署', sign)
    case 'applyForArbitralReview':
    case 'applyForConfirmation':
      return strengthen(facts, '办理协议的保障')
    case 'perform':
      return performance(facts, '登记付款')
    case 'urgePerformance':
      return performance(facts, '催促履行')
    case 'followUp':
      return followUp(facts)
    case 'archive':
      return facts.mayMediate || isHead
        ? { kind: 'go', label: '整理卷宗，结案归档', place: { to: 'dossier', caseId: facts.id } }
        : wait(facts)
    case 'awaitRuling':
      return strengthen(facts, '登记法院或仲裁的结果')
    case 'none':
      return wait(facts)
  }
}
