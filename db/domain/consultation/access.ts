import type { Actor } from '../access/case-access.ts'

/** Whose a consultation is. */
export type ConsultationOwner = {
  /** Account of the lawyer who answered. */
  lawyerUserId?: string | undefined
  createdBy: string
}

/**
 * Staff of the centre see every consultation, a lawyer the own ones.
 * @policy issue 6 §3: what a person tells the desk is confidential among those who work at it
 */
export const maySeeConsultation = (actor: Actor, owner: ConsultationOwner): boolean =>
  actor.role !== 'lawyer' ||
  owner.lawyerUserId === actor.userId ||
  (owner.lawyerUserId === undefined && owner.createdBy === actor.userId)

/**
 * Of a lawyer whom only the head sees, others know neither name nor work.
 * @policy issue 6 §3
 */
export const maySeeLawyer = (
  actor: Actor,
  lawyer: { headOnly: boolean; userId?: string | undefined },
): boolean => !lawyer.headOnly || actor.role === 'head' || lawyer.userId === actor.userId
