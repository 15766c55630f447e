/** Somebody at the table, as far as consent goes. */
export type Consented = {
  capacity: 'mediator' | 'party' | 'representative' | 'helper' | 'lawyer'
  partyId?: string | undefined
  leftAt?: string | undefined
  consentsOf: readonly string[]
}

/**
 * Who is called in only with the parties' consent; the house asks it for a lawyer as well.
 * @law 《人民调解法》第二十条 (B7)
 */
export const needsConsent = (capacity: Consented['capacity']): boolean =>
  capacity === 'helper' || capacity === 'lawyer'

/**
 * The parties who sit at the table, themselves or through somebody; of nobody known, all of the case.
 * @policy B7 asks the parties; who has gone cannot be asked
 */
export const presentParties = (
  attendees: readonly Consented[],
  casePartyIds: readonly string[],
): string[] => {
  const present = new Set(
    attendees
      .filter(({ capacity, leftAt }) => !needsConsent(capacity) && leftAt === undefined)
      .flatMap(({ partyId }) => partyId ?? []),
  )
  const found = casePartyIds.filter((id) => present.has(id))
  return found.length > 0 ? found : [...casePartyIds]
}

/**
 * Whose consent is still missing before this person may speak for the record.
 * @law 《人民调解法》第二十条 (B7)
 */
export const missingConsents = (
  attendee: Consented,
  attendees: readonly Consented[],
  casePartyIds: readonly string[],
): string[] =>
  needsConsent(attendee.capacity)
    ? presentParties(attendees, casePartyIds).filter((id) => !attendee.consentsOf.includes(id))
    : []
