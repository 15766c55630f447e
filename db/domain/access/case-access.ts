import type { CaseStatus } from '../case/status.ts'
import type { Role } from '../roles.ts'

export type Actor = { userId: string; role: Role }

/** What of a case decides who may see it. */
export type CaseAccess = {
  status: CaseStatus
  createdBy: string
  mediatorId?: string | undefined
  /** Lawyers whom the mediator or head asked onto this case. */
  lawyerIds?: readonly string[] | undefined
}

/** `all` every case; `ownAndPool` own cases and those without a mediator; `shared` cases asked onto. */
export type CaseScope = 'all' | 'ownAndPool' | 'shared' | 'none'

const scopes: Readonly<Record<Role, CaseScope>> = {
  head: 'all',
  receptionist: 'all',
  mediator: 'ownAndPool',
  lawyer: 'shared',
  administrator: 'none',
}

/** @policy Which cases a role lists; the same table feeds the store's where clause. */
export const caseScope = (role: Role): CaseScope => scopes[role]

const isMediator = (actor: Actor, access: CaseAccess): boolean => access.mediatorId === actor.userId

const isOwn = (actor: Actor, access: CaseAccess): boolean =>
  isMediator(actor, access) || access.createdBy === actor.userId

/** @policy A submitted or accepted case without a mediator lies in the pool that mediators see. */
export const isInPool = (access: CaseAccess): boolean =>
  access.mediatorId === undefined && (access.status === 'submitted' || access.status === 'accepted')

/**
 * Registration data: type, source, parties, claim, status.
 * @policy issue 2 §4; workflow.md §3; confidentiality by 《人民调解法》第十五条 (I5)
 */
export const mayReadCase = (actor: Actor, access: CaseAccess): boolean => {
  switch (caseScope(actor.role)) {
    case 'all':
      return true
    case 'ownAndPool':
      return isOwn(actor, access) || isInPool(access)
    case 'shared':
      return access.lawyerIds?.includes(actor.userId) ?? false
    case 'none':
      return false
  }
}

/**
 * What was said and what was settled: minutes, agreement, attachments.
 * @policy The receptionist and the administrator never; a mediator only on own cases (I5, I6)
 */
export const mayReadContent = (actor: Actor, access: CaseAccess): boolean => {
  switch (actor.role) {
    case 'head':
      return true
    case 'mediator':
      return isMediator(actor, access) || (access.mediatorId === undefined && isOwn(actor, access))
    case 'lawyer':
      return access.lawyerIds?.includes(actor.userId) ?? false
    case 'receptionist':
    case 'administrator':
      return false
  }
}

/** @policy Registration may be changed by the window until a mediator has the case, then by its mediator; by the head always. */
export const mayEditRegistration = (actor: Actor, access: CaseAccess): boolean => {
  if (actor.role === 'head') return true
  if (actor.role === 'mediator')
    return isMediator(actor, access) || (access.mediatorId === undefined && isOwn(actor, access))
  return (
    actor.role === 'receptionist' &&
    access.mediatorId === undefined &&
    ['draft', 'submitted', 'supplementing', 'accepted'].includes(access.status)
  )
}

/** @policy Sessions, agreement and signing belong to the case's mediator; the head may step in. */
export const mayMediate = (actor: Actor, access: CaseAccess): boolean =>
  actor.role === 'head' || (actor.role === 'mediator' && isMediator(actor, access))

/**
 * Separate talks, offers and private notes: nobody but the mediator of the case, the head neither.
 * @policy issue 3 §1; confidentiality by 《人民调解法》第十五条 (I5)
 */
export const mayOpenWall = (actor: Actor, access: CaseAccess): boolean => isMediator(actor, access)

/** @policy The window and the head route a case (workflow.md §2); a mediator may take one from the pool. */
export const mayAssign = (actor: Actor, access: CaseAccess, mediatorId: string): boolean =>
  actor.role === 'head' ||
  actor.role === 'receptionist' ||
  (actor.role === 'mediator' && mediatorId === actor.userId && isInPool(access))

/** @policy issue 2 §5.5: the head reviews. */
export const mayReviewAgreement = (actor: Actor): boolean => actor.role === 'head'
