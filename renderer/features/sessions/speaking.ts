import type { Attendee, SessionPart } from '#contract/sessions.ts'
import { missingConsents } from '#db/domain/session/consent.ts'

/** Why somebody cannot be given a line now. */
export type Silence = 'left' | 'noConsent' | 'away'

/** Who is at the table and in the case, as far as speaking goes. */
export type Table = {
  attendees: readonly Attendee[]
  parties: readonly { id: string }[]
}

/** The parties who have not yet agreed to this person taking part (rule B7). */
export const stillToAsk = (attendee: Attendee, { attendees, parties }: Table): readonly string[] =>
  missingConsents(
    attendee,
    attendees,
    parties.map((party) => party.id),
  )

/**
 * In a separate talk only that side is in the room, besides the mediators and who was called in.
 * @returns undefined when this person may speak
 */
export const silenceOf = (
  attendee: Attendee,
  table: Table,
  part: SessionPart | undefined,
): Silence | undefined => {
  if (attendee.leftAt !== undefined) return 'left'
  if (stillToAsk(attendee, table).length > 0) return 'noConsent'
  const isSide = attendee.capacity === 'party' || attendee.capacity === 'representative'
  if (part?.kind === 'separate' && isSide && attendee.partyId !== part.partyId) return 'away'
  return undefined
}
