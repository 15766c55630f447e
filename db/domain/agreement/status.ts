import type { Reason } from '../reason.ts'

export const agreementStatuses = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'signed',
  'superseded',
  'void',
] as const

export type AgreementStatus = (typeof agreementStatuses)[number]

export type AgreementEvent =
  | { type: 'edit' }
  | { type: 'submit' }
  | { type: 'recall' }
  | { type: 'return'; words: string }
  | { type: 'approve' }
  | { type: 'sign' }
  | { type: 'supersede' }
  | { type: 'void'; reason: string }

export type AgreementEventType = AgreementEvent['type']

/**
 * Approval freezes the text; a later change is a new version that supersedes the old one.
 * @policy 《人民调解工作若干规定》第四十条 asks for a chain of versions, never overwriting (D15)
 */
export const agreementTransitions = {
  draft: { edit: 'draft', submit: 'submitted', void: 'void' },
  submitted: { recall: 'draft', return: 'returned', approve: 'approved', void: 'void' },
  returned: { edit: 'returned', submit: 'submitted', void: 'void' },
  approved: { sign: 'signed', supersede: 'superseded', void: 'void' },
  signed: { supersede: 'superseded' },
  superseded: {},
  void: {},
} as const satisfies Record<AgreementStatus, Partial<Record<AgreementEventType, AgreementStatus>>>

export type AgreementTransition =
  | { ok: true; to: AgreementStatus }
  | { ok: false; reason: Reason<'eventNotAllowed' | 'wordsRequired'> }

const needsWords = (event: AgreementEvent): boolean =>
  (event.type === 'return' && event.words.trim() === '') ||
  (event.type === 'void' && event.reason.trim() === '')

/** @policy The review steps of the centre; see `agreementTransitions`. */
export const transition = (status: AgreementStatus, event: AgreementEvent): AgreementTransition => {
  const edges: Partial<Record<AgreementEventType, AgreementStatus>> = agreementTransitions[status]
  const to = edges[event.type]
  const details = { status, event: event.type }
  if (!to) {
    return {
      ok: false,
      reason: { ruleId: 'D15', level: 'block', path: '', code: 'eventNotAllowed', details },
    }
  }
  if (needsWords(event)) {
    return {
      ok: false,
      reason: { ruleId: 'P', level: 'block', path: 'reason', code: 'wordsRequired', details },
    }
  }
  return { ok: true, to }
}

/** @policy Text may change only before it is submitted or after it was sent back. */
export const isEditable = (status: AgreementStatus): boolean =>
  'edit' in agreementTransitions[status]
