import { partyRoleLabels, type PartyRole } from '#db/domain/party.ts'
import type { PartyDraft } from '../../lib/party-draft.ts'

/** 申请人, 被申请人, 被申请人 2 …: the number only where a role stands twice. */
export const partyTitles = (parties: readonly Pick<PartyDraft, 'role'>[]): string[] => {
  const seen = new Map<PartyRole, number>()
  return parties.map(({ role }) => {
    const ordinal = (seen.get(role) ?? 0) + 1
    seen.set(role, ordinal)
    const label = partyRoleLabels[role]
    return ordinal === 1 ? label : `${label} ${ordinal}`
  })
}

const isOpening = (role: PartyRole): boolean => role === 'applicant' || role === 'coApplicant'

/** A new applicant stands after the last applicant, everybody else at the end. */
export const withNewParty = (parties: readonly PartyDraft[], added: PartyDraft): PartyDraft[] => {
  const lastOpening = parties.findLastIndex(({ role }) => isOpening(role))
  return isOpening(added.role) ? parties.toSpliced(lastOpening + 1, 0, added) : [...parties, added]
}
